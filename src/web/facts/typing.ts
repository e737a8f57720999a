import type { Fact, KindName, Metric, Place } from '#kernel/fact.ts';
import { issueWords, type Hearing, type Understood } from '#kernel/kind.ts';
import { schemaOf, understand } from '#kernel/hearing.ts';
import { understand as understandDay } from '#web/facts/understand-day.ts';

/** How a value of a kind passes through a form: as it stands while being typed, and as it is understood when handed in. */
export interface Typing {
  /** What the form holds for a value already known. */
  typed(value: unknown, fact: Fact): unknown;
  understand(typed: unknown, fact: Fact, hearing: Hearing): Understood<unknown>;
}

/** Typed as words and understood as the kind reads them: 3月底前, 500万元, 120亩. */
const spoken: Typing = {
  typed: (value) => (value === undefined || value === null ? '' : String(value)),
  understand: (typed, fact, hearing) => understand(typed === undefined ? null : (typed as string), fact, hearing),
};

/** As people say it over a form, where they see at once what was understood: 下周五, 12月底. */
const day: Typing = {
  ...spoken,
  understand: (typed, fact, hearing) => {
    const found = typeof typed === 'string' ? understandDay(typed, hearing.today) : undefined;
    return found === undefined ? spoken.understand(typed, fact, hearing) : checked(found, fact);
  },
};

/** Picked from what is offered: held as the value itself. */
const picked: Typing = {
  typed: (value) => value,
  understand: (typed, fact) => {
    if (typed === undefined || typed === null || typed === '' || (Array.isArray(typed) && typed.length === 0)) return { empty: true };
    return checked(typed, fact);
  },
};

/** Fen are typed in 元 or 万元, without losing one. */
const money: Typing = {
  ...spoken,
  typed: (value) => {
    if (typeof value !== 'number') return '';
    return value !== 0 && value % 1_000_000 === 0 ? `${value / 1_000_000}万元` : `${value / 100}元`;
  },
};

const rows: Typing = {
  typed: (value, fact) => ((value as readonly Record<string, unknown>[] | undefined) ?? []).map((row) => mapped(fact, (name, column) => typings[column.kind].typed(row[name], column))),
  understand: (typed, fact, hearing) => {
    const given = (typed as readonly Record<string, unknown>[] | undefined) ?? [];
    const values: Record<string, unknown>[] = [];
    for (const [index, row] of given.entries()) {
      const value: Record<string, unknown> = {};
      for (const [name, column] of Object.entries(fact.columns ?? {})) {
        const understood = typings[column.kind].understand(row[name], column, hearing);
        if ('problem' in understood) {
          const { zh, en } = understood.problem;
          return { problem: { zh: `第 ${index + 1} 行“${column.name.zh}”：${zh}`, en: `Row ${index + 1}, “${column.name.en}”: ${en}` } };
        }
        if ('value' in understood) value[name] = understood.value;
      }
      if (Object.keys(value).length > 0) values.push(value);
    }
    return values.length === 0 ? { empty: true } : checked(values, fact);
  },
};

const metric: Typing = {
  typed: (value) => value ?? {},
  understand: (typed, fact) => {
    const given = Object.entries((typed ?? {}) as Record<string, unknown>).filter(([, each]) => each !== '' && each !== undefined);
    if (given.length === 0) return { empty: true };
    const parts = Object.fromEntries(given);
    const number = (part: unknown) => (part === undefined ? undefined : Number(part));
    const understood = checked({ ...parts, before: number(parts['before']), after: number(parts['after']) } as Partial<Metric>, fact);
    return 'problem' in understood ? { problem: { zh: '请把前后数值、期间、变化方式和来源填全', en: 'Give both values, both periods, the kind of change and the source' } } : understood;
  },
};

/** How each kind passes through a form; a forgotten kind does not compile. */
export const typings: Readonly<Record<KindName, Typing>> = {
  text: spoken, longText: spoken, whole: spoken, decimal: spoken, money, area: spoken, percent: spoken, day, instant: spoken, month: spoken,
  period: spoken, flag: picked, choice: picked, choices: picked, unit: picked, units: picked, person: picked, matter: picked, matters: picked, rows,
  evidence: picked, place: { ...spoken, typed: (value) => placeWords(value) }, metric, phone: spoken, creditCode: spoken, industry: spoken, documentNumber: spoken,
};

function checked(value: unknown, fact: Fact): Understood<unknown> {
  const result = schemaOf(fact).safeParse(value);
  if (result.success) return { value: result.data };
  const [issue] = result.error.issues;
  return { problem: issue ? issueWords(issue, fact) : { zh: '填写不对', en: 'Not right' } };
}

function mapped(fact: Fact, each: (name: string, column: Fact) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fact.columns ?? {}).map(([name, column]) => [name, each(name, column)]));
}

/** A point in a line, an area with a line for each corner; a hole after an empty line. The last corner only repeats the first. */
export function placeWords(value: unknown): string {
  const place = value as Place | undefined;
  if (place === undefined || place === null) return '';
  if (place.type === 'Point') return place.coordinates.join(',');
  return place.coordinates.map((ring) => ring.slice(0, -1).map((corner) => corner.join(',')).join('\n')).join('\n\n');
}
