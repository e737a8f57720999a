import { bracketed, fill, type Language, type Text } from '#kernel/words.ts';
import { numberWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import type { PanelProps } from '#web/slots.ts';
import { pathRows } from './path.ts';

const words = {
  title: { zh: '改造前后对比', en: 'Before and after' },
  note: { zh: '同一边界、同一口径：基线是批准前三年平均，实际是验收后第一个完整年度。预计数单列，不是实际数。', en: 'The same boundary and the same definitions: the baseline is the mean of three years before approval, actual figures are those of the first full year after acceptance. A forecast stands apart and is none of them.' },
  what: { zh: '指标', en: 'What' },
  base: { zh: '基线', en: 'Baseline' },
  target: { zh: '目标', en: 'Target' },
  forecast: { zh: '满产预计', en: 'Forecast' },
  actual: { zh: '实际', en: 'Actual' },
  times: { zh: '倍数', en: 'Multiple' },
  taxPerMu: { zh: '亩均税收（万元/亩）', en: 'Tax per mu (10,000 yuan)' },
  outputPerMu: { zh: '亩均产值（万元/亩）', en: 'Output per mu (10,000 yuan)' },
  tax: { zh: '税收（万元）', en: 'Tax (10,000 yuan)' },
  far: { zh: '容积率', en: 'Plot ratio' },
  firms: { zh: '企业（家）', en: 'Firms' },
  firmsAfter: { zh: '新增{arrivals}，区内迁入{movedIn}', en: '{arrivals} new, {movedIn} moved within' },
  frozen: { zh: '基线{day}锁定，依据：{years}。', en: 'Baseline frozen on {day}, from {years}.' },
  notFrozen: { zh: '基线还没有锁定。', en: 'The baseline is not frozen.' },
  source: { zh: '实际数：{years}。', en: 'Actual figures: {years}.' },
  none: { zh: '验收后还没有完整年度的实际数。', en: 'There is no full year since acceptance.' },
  year: { zh: '{year}年（{source}）', en: '{year} ({source})' },
  path: { zh: '目标路径', en: 'Path to the target' },
  pathYear: { zh: '年度', en: 'Year' },
  reached: { zh: '达到', en: 'reached' },
  missed: { zh: '没有达到', en: 'not reached' },
  noActual: { zh: '还没有实际数', en: 'no actual figure yet' },
  outcome: { zh: '情况', en: 'How it stands' },
  doubled: { zh: '亩产倍增达成', en: 'Doubled' },
  notDoubled: { zh: '没有达到两倍', en: 'Less than double' },
} as const satisfies Readonly<Record<string, Text>>;

interface YearRow {
  readonly year?: number;
  readonly tax?: number;
  readonly source?: string;
}

/** A plan's before and after on equal footing, each number with where it comes from; forecasts in a column of their own. */
export function BeforeAfter({ matter, speech: { language } }: PanelProps) {
  const facts = matter.facts as Readonly<Record<string, number | string | boolean | undefined>>;
  if (facts['baseTaxPerMu'] === undefined) return null;
  const number = (name: string) => (typeof facts[name] === 'number' ? numberWords(facts[name], language) : undefined);
  const wan = (name: string) => (typeof facts[name] === 'number' ? numberWords(facts[name] / 1_000_000, language) : undefined);
  const results = (matter.facts['results'] ?? []) as readonly YearRow[];
  const after = results.find(({ year }) => year === facts['afterYear']);
  const rows = [
    { what: words.taxPerMu, base: number('baseTaxPerMu'), target: number('targetTaxPerMu'), actual: number('afterTaxPerMu'), times: number('multiple') },
    { what: words.outputPerMu, base: number('baseOutputPerMu'), actual: number('afterOutputPerMu'), times: number('outputMultiple') },
    { what: words.tax, base: wan('baseTax'), forecast: wan('forecastTax'), actual: after?.tax === undefined ? undefined : numberWords(after.tax / 1_000_000, language), times: facts['forecastMultiple'] === undefined ? undefined : bracketed(number('forecastMultiple') ?? '', words.forecast[language], language) },
    { what: words.far, base: number('baseFar'), target: number('targetFar'), actual: number('newFar') },
    { what: words.firms, base: number('baseFirms'), actual: facts['arrivals'] === undefined ? undefined : fill(words.firmsAfter, { arrivals: number('arrivals') ?? '0', movedIn: number('movedIn') ?? '0' })[language] },
  ];
  return (
    <Panel title={words.title[language]} flush>
      <p className="quiet panel-note">{words.note[language]}</p>
      <div className="rows-scroll" tabIndex={0} role="group" aria-label={words.title[language]}>
        <table className="plain">
          <thead><tr><th scope="col">{words.what[language]}</th>{(['base', 'target', 'forecast', 'actual', 'times'] as const).map((name) => <th key={name} scope="col" className="is-number">{words[name][language]}</th>)}</tr></thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.what.zh}>
                <th scope="row">{row.what[language]}</th>
                {(['base', 'target', 'forecast', 'actual', 'times'] as const).map((name) => <td key={name} className="is-number">{(row as Readonly<Record<string, unknown>>)[name] as string | undefined ?? '—'}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <PathOf matter={matter} language={language} />
      <ul className="panel-note quiet">
        <li>{typeof facts['frozenOn'] === 'string' ? fill(words.frozen, { day: facts['frozenOn'], years: yearsSaid((matter.facts['baseYears'] ?? []) as readonly YearRow[], language) })[language] : words.notFrozen[language]}</li>
        <li>{results.length === 0 ? words.none[language] : fill(words.source, { years: yearsSaid(results, language) })[language]}</li>
        {facts['isDoubled'] !== undefined && <li><strong>{(facts['isDoubled'] === true ? words.doubled : words.notDoubled)[language]}</strong></li>}
      </ul>
    </Panel>
  );
}

/** Year by year what was aimed at and what came of it. */
function PathOf({ matter, language }: { readonly matter: PanelProps['matter']; readonly language: Language }) {
  const rows = pathRows(matter.facts as Parameters<typeof pathRows>[0]);
  if (rows.length === 0) return null;
  return (
    <>
      <p className="panel-note"><strong>{words.path[language]}</strong></p>
      <div className="rows-scroll" tabIndex={0} role="group" aria-label={words.path[language]}>
        <table className="plain">
          <thead><tr><th scope="col">{words.pathYear[language]}</th><th scope="col" className="is-number">{words.target[language]}</th><th scope="col" className="is-number">{words.actual[language]}</th><th scope="col">{words.outcome[language]}</th></tr></thead>
          <tbody>
            {rows.map(({ year, target, actual }) => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className="is-number">{numberWords(target, language)}</td>
                <td className="is-number">{actual === undefined ? '—' : numberWords(actual, language)}</td>
                <td>{words[actual === undefined ? 'noActual' : actual >= target ? 'reached' : 'missed'][language]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function yearsSaid(rows: readonly YearRow[], language: Language): string {
  return rows.map(({ year = '', source = '' }) => fill(words.year, { year, source })[language]).join(language === 'zh' ? '、' : ', ');
}
