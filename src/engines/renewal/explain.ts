import type { Bar, Fit, ModeFact, Weighed } from './problem.ts';

interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What a mode looks at, in words. */
export type FactNames = Readonly<Record<ModeFact, Text>>;

/** What an explanation looks at: a fit as it was reckoned, or as it was kept. */
export type Explained = Pick<Fit, 'isOpen' | 'closed'> & { readonly weighed: readonly Part[] };
type Part = Omit<Weighed, 'from' | 'to'>;

/** Why a mode speaks for itself, and what speaks against it: one line each, of every mode, those not recommended too. */
export function reasonsOf({ isOpen, closed, weighed }: Explained, names: FactNames): { readonly pro: Text; readonly con: Text } {
  const strong = weighed.filter(({ satisfied }) => satisfied >= 0.5);
  const weak = weighed.filter(({ satisfied }) => satisfied < 0.5);
  const gates = closed.map((bars) => ({ zh: bars.map((bar) => barText(bar, names).zh).join('或'), en: bars.map((bar) => barText(bar, names).en).join(' or ') }));
  const con = [...gates.map(({ zh, en }) => ({ zh: `前提不具备：${zh}`, en: `its gate is closed: ${en}` })), ...weak.map((part) => partText(part, names))];
  return {
    pro: joined(strong.map((part) => partText(part, names)), isOpen ? { zh: '前提具备，各项得分都不高', en: 'its gate is open, no criterion is strong' } : { zh: '无', en: 'nothing' }),
    con: joined(con, { zh: '无', en: 'nothing' }),
  };
}

function barText(bar: Bar, names: FactNames): Text {
  const name = names[bar.fact];
  if ('atLeast' in bar) return { zh: `${name.zh}不少于${bar.atLeast}`, en: `${name.en} at least ${bar.atLeast}` };
  return 'below' in bar ? { zh: `${name.zh}低于${bar.below}`, en: `${name.en} below ${bar.below}` } : { zh: `${name.zh}大于${bar.above}`, en: `${name.en} above ${bar.above}` };
}

function partText({ fact, weight, value, points }: Part, names: FactNames): Text {
  const name = names[fact];
  const held = value === undefined ? undefined : Math.round(value * 1000) / 1000;
  return { zh: `${name.zh}${held ?? '不详'}，得${points}/${weight}`, en: `${name.en} ${held ?? 'unknown'}, ${points} of ${weight}` };
}

function joined(parts: readonly Text[], none: Text): Text {
  if (parts.length === 0) return none;
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}
