import type { Bar, Fit, ModeFact, Weighed } from './problem.ts';

interface Text {
  readonly zh: string;
  readonly en: string;
}

/** What a mode looks at, in words. */
export type FactNames = Readonly<Record<ModeFact, Text>>;

/** A value of what a mode looks at, in words: with its unit, a share in percent; nothing of what is there or is not. */
export type Amount = (fact: ModeFact, value: number) => Text | undefined;

const plain: Amount = (_fact, value) => ({ zh: String(value), en: String(value) });

/** What an explanation looks at: a fit as it was reckoned, or as it was kept. */
export type Explained = Pick<Fit, 'isOpen' | 'closed'> & { readonly weighed: readonly Part[] };
type Part = Omit<Weighed, 'from' | 'to'>;

/** Why a mode speaks for itself, and what speaks against it: one line each, of every mode, those not recommended too. */
export function reasonsOf({ isOpen, closed, weighed }: Explained, names: FactNames, amount: Amount = plain): { readonly pro: Text; readonly con: Text } {
  const strong = weighed.filter(({ satisfied }) => satisfied >= 0.5);
  const weak = weighed.filter(({ satisfied }) => satisfied < 0.5);
  const gates = closed.map((bars) => ({ zh: bars.map((bar) => barText(bar, names, amount).zh).join('或'), en: bars.map((bar) => barText(bar, names, amount).en).join(' or ') }));
  const con = [...gates.map(({ zh, en }) => ({ zh: `前提不具备：${zh}`, en: `its gate is closed: ${en}` })), ...weak.map((part) => partText(part, names, amount))];
  return {
    pro: joined(strong.map((part) => partText(part, names, amount)), isOpen ? { zh: '前提具备，各项得分都不高', en: 'its gate is open, no criterion is strong' } : { zh: '无', en: 'nothing' }),
    con: joined(con, { zh: '无', en: 'nothing' }),
  };
}

function barText(bar: Bar, names: FactNames, amount: Amount): Text {
  const name = names[bar.fact];
  const [words, limit]: readonly [Text, number] = 'atLeast' in bar ? [{ zh: '不少于', en: 'at least' }, bar.atLeast] : 'below' in bar ? [{ zh: '低于', en: 'below' }, bar.below] : [{ zh: '大于', en: 'above' }, bar.above];
  const said = amount(bar.fact, limit);
  return said === undefined ? name : { zh: `${name.zh}${words.zh}${said.zh}`, en: `${name.en} ${words.en} ${said.en}` };
}

function partText({ fact, weight, value, points }: Part, names: FactNames, amount: Amount): Text {
  const name = names[fact];
  const held = value === undefined ? { zh: '不详', en: 'unknown' } : (amount(fact, Math.round(value * 1000) / 1000) ?? { zh: '', en: '' });
  return { zh: `${name.zh}${held.zh}，得${points}/${weight}`, en: `${[name.en, held.en].filter(Boolean).join(' ')}, ${points} of ${weight}` };
}

function joined(parts: readonly Text[], none: Text): Text {
  if (parts.length === 0) return none;
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') };
}
