import { mu } from './area.ts';
import type { Fact, KindName, KindValues, Metric } from './fact.ts';
import { fenText } from './fen.ts';
import { industryName } from './industry-names.ts';
import type { Cell, SpokenKind, Speech, Total } from './kind.ts';
import { bracketed } from './words.ts';

// How values are compared and spoken of. It needs no schema library, so that a page that only shows values need not load one; `hearing.ts` is the other half.

const text: SpokenKind<'text'> = {
  compare: 'text',
  width: 24,
  text: (value) => value,
};

const longText: SpokenKind<'longText'> = {
  ...text,
  width: 48,
};

const whole: SpokenKind<'whole'> = {
  compare: 'number',
  width: 12,
  totals: ['sum', 'mean'],
  text: (value, fact, speech) => numberText(value, fact, speech, 0),
  cell: (value) => value,
};

const decimal: SpokenKind<'decimal'> = {
  compare: 'number',
  width: 12,
  totals: ['sum', 'mean'],
  text: (value, fact, speech) => numberText(value, fact, speech, fact.decimals ?? 2),
  cell: (value) => value,
};

const percent: SpokenKind<'percent'> = {
  ...decimal,
  totals: ['mean'],
  text: (value, fact, speech) => `${numberText(value, fact, speech, fact.decimals ?? 2)}%`,
};

const money: SpokenKind<'money'> = {
  compare: 'number',
  width: 16,
  totals: ['sum', 'mean'],
  text: (value, _fact, speech) => fenText(value, speech.language),
  cell: (value) => value / 100,
};

const area: SpokenKind<'area'> = {
  ...decimal,
  text: (value, fact, speech) => {
    const said = `${numberText(value, fact, speech, fact.decimals ?? 2)} ㎡`;
    if (!fact.isLand || value === 0) return said;
    return bracketed(said, muText(value, fact, speech), speech.language);
  },
  brief: (value, fact, speech) => (fact.isLand ? muText(value, fact, speech) : area.text(value, fact, speech)),
};

function muText(value: number, fact: Fact, speech: Speech): string {
  return `${numberText(value / mu, fact, speech, 2)} ${speech.language === 'zh' ? '亩' : 'mu'}`;
}

const day: SpokenKind<'day'> = {
  compare: 'text',
  width: 12,
  text: (value) => value,
  cell: (value) => new Date(`${value}T00:00:00Z`),
};

const instant: SpokenKind<'instant'> = {
  compare: 'text',
  width: 18,
  text: (value) => new Date(Date.parse(value) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '),
};

const month: SpokenKind<'month'> = {
  compare: 'text',
  width: 10,
  text: (value) => value,
};

const period: SpokenKind<'period'> = {
  compare: 'text',
  width: 10,
  text: (value) => value,
};

const flag: SpokenKind<'flag'> = {
  compare: 'flag',
  isChosen: true,
  width: 6,
  text: (value, _fact, { language }) => (language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'),
};

const choice: SpokenKind<'choice'> = {
  compare: 'text',
  isChosen: true,
  width: 14,
  text: (value, fact, { language }) => fact.options?.[value]?.[language] ?? value,
};

const choices: SpokenKind<'choices'> = {
  compare: 'list',
  width: 20,
  text: (value, fact, speech) => joined(value.map((key) => choice.text(key, fact, speech)), speech),
};

const unit: SpokenKind<'unit'> = {
  compare: 'text',
  isChosen: true,
  width: 18,
  text: (value, _fact, speech) => speech.unitName(value),
};

const units: SpokenKind<'units'> = {
  compare: 'list',
  width: 24,
  text: (value, _fact, speech) => joined(value.map((id) => speech.unitName(id)), speech),
};

const person: SpokenKind<'person'> = {
  compare: 'text',
  width: 14,
  text: (value, _fact, speech) => speech.personName(value),
};

const matter: SpokenKind<'matter'> = {
  compare: 'text',
  width: 18,
  text: (value, _fact, speech) => speech.matterName(value),
};

const matters: SpokenKind<'matters'> = {
  compare: 'list',
  width: 24,
  text: (value, _fact, speech) => joined(value.map((id) => speech.matterName(id)), speech),
};

/** A row a line, its columns in their order between bars. The cell of a spreadsheet holds exact numbers, so that it reads back the same. */
const rows: SpokenKind<'rows'> = {
  compare: 'none',
  width: 40,
  text: (value, fact, speech) => value.map((row) => rowLine(row, fact, (column, held) => factText(column, held, speech))).join('\n'),
  cell: (value, fact, speech) =>
    value
      .map((row) =>
        rowLine(row, fact, (column, held) => {
          const cell = factCell(column, held, speech);
          return typeof cell === 'number' ? String(cell) : factText(column, held, speech);
        }),
      )
      .join('\n'),
};

const evidence: SpokenKind<'evidence'> = {
  compare: 'none',
  width: 24,
  text: (value, _fact, speech) => joined(value.map((file) => file.name), speech),
};

const place: SpokenKind<'place'> = {
  compare: 'none',
  width: 20,
  text: (value) => (value.type === 'Point' ? value.coordinates.join(', ') : JSON.stringify(value)),
};

const metric: SpokenKind<'metric'> = {
  compare: 'none',
  width: 24,
  text: (value, _fact, { language }) => {
    const change = metricChange(value);
    const unit = { relativePercent: '%', percentagePoint: language === 'zh' ? '个百分点' : ' percentage points', difference: '' }[value.change];
    return `${value.before} → ${value.after} (${change > 0 ? '+' : ''}${Number(change.toFixed(2))}${unit})`;
  },
};

const phone: SpokenKind<'phone'> = {
  compare: 'text',
  width: 16,
  text: (value) => value,
};

const creditCode: SpokenKind<'creditCode'> = {
  compare: 'text',
  width: 22,
  text: (value) => value,
};

/** A code says nothing to who does not know the standard by heart: its division stands behind it. */
const industry: SpokenKind<'industry'> = {
  compare: 'text',
  width: 18,
  text: (value, _fact, { language }) => {
    const name = industryName(value);
    return name === undefined ? value : bracketed(value, name[language], language);
  },
  cell: (value) => value,
};

const documentNumber: SpokenKind<'documentNumber'> = {
  compare: 'text',
  width: 22,
  text: (value) => value,
};

/** Every kind there is. */
export const kinds: { readonly [K in KindName]: SpokenKind<K> } = {
  text, longText, whole, decimal, money, area, percent, day, instant, month, period, flag, choice, choices, unit, units,
  person, matter, matters, rows, evidence, place, metric, phone, creditCode, industry, documentNumber,
};

/** The kind of a fact, for values whose type the caller has already checked. */
export function kindOf(fact: Fact): SpokenKind {
  // One kind's value type does not admit another's, but a fact and its value always travel together.
  return kinds[fact.kind] as unknown as SpokenKind;
}

/** A value in words. */
export function factText(fact: Fact, value: unknown, speech: Speech): string {
  if (value === undefined || value === null) return '';
  return kindOf(fact).text(value as KindValues[KindName], fact, speech);
}

/** The same as a table says it: land in 亩 alone. */
export function briefText(fact: Fact, value: unknown, speech: Speech): string {
  if (value === undefined || value === null) return '';
  const kind = kindOf(fact);
  return (kind.brief ?? kind.text)(value as KindValues[KindName], fact, speech);
}

/** A value as a spreadsheet cell. */
export function factCell(fact: Fact, value: unknown, speech: Speech): Cell {
  if (value === undefined || value === null) return null;
  const kind = kindOf(fact);
  return kind.cell ? kind.cell(value as KindValues[KindName], fact, speech) : kind.text(value as KindValues[KindName], fact, speech);
}

/** What may be said of many values of a fact together: nothing of what only names, no sum of rates. */
export function totalKinds(fact: Fact): readonly Total[] {
  if (fact.names) return [];
  const totals = kindOf(fact).totals ?? [];
  return fact.isRate ? totals.filter((total) => total === 'mean') : totals;
}

/** The change a metric states: relative in percent, in percentage points, or a plain difference. */
export function metricChange(metric: Metric): number {
  if (metric.change === 'relativePercent') return ((metric.after - metric.before) / metric.before) * 100;
  return metric.after - metric.before;
}

function numberText(value: number, fact: Fact, speech: Speech, decimals: number): string {
  const digits = value.toLocaleString(speech.language === 'zh' ? 'zh-CN' : 'en', { maximumFractionDigits: decimals, useGrouping: fact.names !== true });
  return fact.measure ? `${digits} ${fact.measure[speech.language]}` : digits;
}

function joined(parts: readonly string[], { language }: Speech): string {
  return parts.join(language === 'zh' ? '、' : ', ');
}

/** Bars, backslashes and line breaks within a cell are escaped. */
function rowLine(row: Readonly<Record<string, unknown>>, fact: Fact, say: (column: Fact, held: unknown) => string): string {
  return Object.entries(fact.columns ?? {})
    .map(([name, column]) => say(column, row[name]).replace(/[\\|]/g, '\\$&').replaceAll('\n', '\\n'))
    .join(' | ');
}
