import { Fragment, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { formulas } from '#engines/evaluation/indicators.ts';
import type { MatterRow, Names } from '#contract/shapes.ts';
import { fill, type Language, type Text } from '#kernel/words.ts';
import { useAsk } from '#web/ask.ts';
import { numberWords, useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { AllAnswered, useAllRows } from '#web/register/all-rows.tsx';
import { Answered, Empty } from '#web/shell/faces.tsx';
import type { PanelProps, ViewProps } from '#web/slots.ts';
import { classNames, quantityNames, scopes, type ClassName } from '../evaluation-words.ts';
import { pointsShown, StepsTable, valueShown, type Step } from '../working-pages.tsx';
import './park-views.css';

const words = {
  lead: { zh: '每个园区看成一家：园区内参评企业的分子合计÷分母合计，按同一方案对照同样的基准值打分，不加分、不扣分、不定类。点数字看是哪些企业。', en: 'Each park as one: the sums of its enterprises, one over the other, by the same scheme and benchmarks; nothing is added or taken and there is no class. A number opens its enterprises.' },
  table: { zh: '{year}年度{scope}：园区比较', en: '{scope}, {year}: the parks compared' },
  park: { zh: '园区', en: 'Park' },
  rank: { zh: '位次', en: 'Rank' },
  points: { zh: '总分', en: 'Points' },
  enterprises: { zh: '参评企业', en: 'Enterprises' },
  benchmark: { zh: '基准值', en: 'Benchmark' },
  none: { zh: '还没有公布的园区评价', en: 'No evaluation of parks is published yet' },
  noneHelp: { zh: '亩均评价公布以后，每个园区的合计结果会列在这里。', en: 'Once an evaluation per mu is published, the sums of each park stand here.' },
  years: { zh: '园区亩均评价（逐年）', en: 'The park as a whole, year by year' },
  year: { zh: '评价', en: 'Evaluation' },
  place: { zh: '第{rank}位（共{among}个）', en: '{rank} of {among}' },
  compare: { zh: '和其他园区比较', en: 'Compare the parks' },
  working: { zh: '园区的全部算式', en: 'The working of the park' },
  sums: { zh: '{numerator}合计{above}÷{denominator}合计{below}，{of}/{all}家', en: '{numerator} {above} ÷ {denominator} {below}, {of} of {all} enterprises' },
  noSums: { zh: '没有企业同时有分子和分母', en: 'no enterprise has both' },
  classes: { zh: '园区内企业的类别', en: 'Its enterprises by class' },
  ungraded: { zh: '参评不定级', en: 'Not graded' },
} as const satisfies Readonly<Record<string, Text>>;

interface ParkStep extends Step {
  readonly above?: number;
  readonly below?: number;
  /** Of so many enterprises that have both. */
  readonly of: number;
}

type Facts = Readonly<Record<string, unknown>>;
const stepsIn = (facts: Facts) => (facts['steps'] ?? []) as readonly ParkStep[];
const points = (value: unknown) => pointsShown(Number(value ?? 0));
const titleOf = ({ year, scope }: Facts) => ({ year: String(year), scope: scopes[scope as keyof typeof scopes] ?? { zh: '', en: '' } });

/** A number of a park opens the enterprises it is made of: those in a class, those that have both quantities of an indicator, or all. */
function OfEnterprises({ facts, band, indicator, children }: { readonly facts: Facts; readonly band?: string; readonly indicator?: string; readonly children: ReactNode }) {
  return <Link to="/matters/$mechanism" params={{ mechanism: 'evaluationSheet' }} search={{ saved: 'all', 'f.cycle': String(facts['cycle']), 'f.park': String(facts['park']), ...(band === undefined ? {} : { 'f.class': band, 'f.isUngraded': 'false' }), ...(indicator === undefined ? {} : { 'f.valued': indicator }) }}>{children}</Link>;
}

/** Every evaluation with its parks in the order of their ranks, the latest year first. */
export function CompareParks({ search }: ViewProps) {
  const language = useLanguage();
  const asked = useAllRows('parkEvaluation', search, { cols: 'year,scope,rank,points,enterprises,cycle,park', tables: 'steps', order: '-year' });
  return (
    <AllAnswered of={asked} mechanism="parkEvaluation">
      {({ rows, names }) => (rows.length === 0 ? <Empty title={words.none[language]}>{words.noneHelp[language]}</Empty> : (
        <div className="park-compare-view">
          <p className="quiet">{words.lead[language]}</p>
          {[...Map.groupBy(rows, ({ facts }) => String(facts['cycle']))].map(([cycle, of]) => <Compared key={cycle} rows={of.toSorted((a, b) => Number(a.facts['rank']) - Number(b.facts['rank']))} names={names.matters} language={language} />)}
        </div>
      ))}
    </AllAnswered>
  );
}

function Compared({ rows, names, language }: { readonly rows: readonly MatterRow[]; readonly names: Names['matters']; readonly language: Language }) {
  const [first] = rows;
  if (!first) return null;
  const title = fill(words.table, titleOf(first.facts))[language];
  return (
    <section className="park-compare">
      <h2>{title}</h2>
      <div className="rows-scroll" role="group" aria-label={title} tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col" className="is-number">{words.rank[language]}</th><th scope="col">{words.park[language]}</th><th scope="col" className="is-number">{words.points[language]}</th><th scope="col" className="is-number">{words.enterprises[language]}</th>
              {stepsIn(first.facts).map(({ indicator }) => <th key={indicator} scope="col" className="is-number">{formulas[indicator].name[language]}<br /><small>{formulas[indicator].unit[language]}</small></th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, facts }) => (
              <tr key={id}>
                <td className="is-number">{String(facts['rank'])}</td>
                <th scope="row"><Link to="/matters/$mechanism/$id" params={{ mechanism: 'parkEvaluation', id }}>{names[String(facts['park'])]?.title ?? ''}</Link></th>
                <td className="is-number"><OfEnterprises facts={facts}>{points(facts['points'])}</OfEnterprises></td>
                <td className="is-number"><OfEnterprises facts={facts}>{numberWords(Number(facts['enterprises']), language)}</OfEnterprises></td>
                {stepsIn(facts).map(({ indicator, value }) => <td key={indicator} className="is-number"><OfEnterprises facts={facts} indicator={indicator}>{valueShown(value, language)}</OfEnterprises></td>)}
              </tr>
            ))}
          </tbody>
          <tfoot><tr><td /><th scope="row">{words.benchmark[language]}</th><td /><td />{stepsIn(first.facts).map(({ indicator, benchmark }) => <td key={indicator} className="is-number">{valueShown(benchmark, language)}</td>)}</tr></tfoot>
        </table>
      </div>
    </section>
  );
}

/** On the page of a park: what it came to in each evaluation. */
export function ParkByYear({ matter, speech: { language } }: PanelProps) {
  const asked = useAsk('GET /api/matters/:mechanism', { params: { mechanism: 'parkEvaluation' }, query: { 'f.park': matter.id, cols: 'year,scope,rank,among,points,enterprises,taxPerMu,cycle,park', order: '-year', size: '50' } as never });
  return (
    <Panel title={words.years[language]} flush more={<Link to="/matters/$mechanism" params={{ mechanism: 'parkEvaluation' }} search={{ saved: 'all', view: 'compare' }}>{words.compare[language]}</Link>}>
      <Answered of={asked}>
        {({ rows }) => (rows.length === 0 ? <Empty title={words.none[language]}>{words.noneHelp[language]}</Empty> : (
          <div className="rows-scroll" role="group" aria-label={words.years[language]} tabIndex={0}>
            <table className="plain">
              <thead><tr><th scope="col">{words.year[language]}</th><th scope="col" className="is-number">{words.points[language]}</th><th scope="col" className="is-number">{words.rank[language]}</th><th scope="col" className="is-number">{formulas.taxPerMu.name[language]}<br /><small>{formulas.taxPerMu.unit[language]}</small></th><th scope="col" className="is-number">{words.enterprises[language]}</th></tr></thead>
              <tbody>
                {rows.map(({ id, facts }) => (
                  <tr key={id}>
                    <th scope="row"><Link to="/matters/$mechanism/$id" params={{ mechanism: 'parkEvaluation', id }}>{String(facts['year'])} {titleOf(facts).scope[language]}</Link></th>
                    <td className="is-number"><OfEnterprises facts={facts}>{points(facts['points'])}</OfEnterprises></td>
                    <td className="is-number">{fill(words.place, { rank: String(facts['rank']), among: String(facts['among']) })[language]}</td>
                    <td className="is-number"><OfEnterprises facts={facts} indicator="taxPerMu">{facts['taxPerMu'] === undefined ? valueShown(undefined, language) : points(facts['taxPerMu'])}</OfEnterprises></td>
                    <td className="is-number"><OfEnterprises facts={facts}>{numberWords(Number(facts['enterprises']), language)}</OfEnterprises></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        ))}
      </Answered>
    </Panel>
  );
}

/** The working of one park: sums, value, benchmark, points, and how many enterprises each is of. */
export function ParkWorking({ matter: { facts }, speech: { language } }: PanelProps) {
  const all = Number(facts['enterprises'] ?? 0);
  return (
    <Panel title={words.working[language]} flush more={<Link to="/matters/$mechanism" params={{ mechanism: 'parkEvaluation' }} search={{ saved: 'all', view: 'compare', 'f.cycle': String(facts['cycle']) }}>{words.compare[language]}</Link>}>
      <p className="panel-note">{words.lead[language]}</p>
      <StepsTable
        steps={stepsIn(facts)} total={Number(facts['points'] ?? 0)} label={words.working[language]} language={language}
        name={(step) => <>{formulas[step.indicator].name[language]}<br /><small>{sumsOf(step, all, language)}</small></>} value={(shown, { indicator }) => <OfEnterprises facts={facts} indicator={indicator}>{shown}</OfEnterprises>}
      />
    </Panel>
  );
}

/** What a value is taken of, in a line. */
function sumsOf({ indicator, above, below, of }: ParkStep, all: number, language: Language): string {
  if (above === undefined || below === undefined) return words.noSums[language];
  const { numerator, denominator } = formulas[indicator];
  return fill(words.sums, { above: numberWords(above, language), numerator: quantityNames[numerator], below: numberWords(below, language), denominator: quantityNames[denominator], of: numberWords(of, language), all: numberWords(all, language) })[language];
}

/** Its enterprises by class; each count opens them. */
export function ParkClasses({ matter: { facts }, speech: { language } }: PanelProps) {
  const rows = (facts['classes'] ?? []) as readonly { readonly class: ClassName; readonly count: number }[];
  return (
    <Panel title={words.classes[language]}>
      <dl className="class-bars">
        {rows.map(({ class: band, count }) => <Fragment key={band}><div><dt>{classNames[band][language]}</dt><dd><OfEnterprises facts={facts} band={band}>{numberWords(count, language)}</OfEnterprises></dd></div></Fragment>)}
        <div><dt>{words.ungraded[language]}</dt><dd>{numberWords(Number(facts['ungraded'] ?? 0), language)}</dd></div>
      </dl>
    </Panel>
  );
}
