import type { ReactNode } from 'react';
import { explain } from '#engines/evaluation/explain.ts';
import type { Result, Scheme } from '#engines/evaluation/problem.ts';
import { divisionNames } from '#kernel/industry-names.ts';
import { fill, verbatim, type Language, type Text } from '#kernel/words.ts';
import { useAsk } from '#web/ask.ts';
import { Answered } from '#web/shell/faces.tsx';
import { classNames, indicatorsInUnits, stepWays, type ClassName } from './evaluation-words.ts';

const words = {
  item: { zh: '指标', en: 'Indicator' },
  value: { zh: '指标值', en: 'Value' },
  benchmark: { zh: '基准值', en: 'Benchmark' },
  weight: { zh: '权重', en: 'Weight' },
  points: { zh: '得分', en: 'Points' },
  how: { zh: '方式', en: 'How' },
  bonus: { zh: '加分', en: 'Bonus' },
  deduction: { zh: '扣分', en: 'Deduction' },
  total: { zh: '总分', en: 'Total' },
  inAll: { zh: '{points}分', en: '{points} points' },
  missing: { zh: '缺', en: 'missing' },
  steps: { zh: '逐步说明', en: 'Step by step' },
} as const satisfies Readonly<Record<string, Text>>;

/** One indicator of a working as the facts of a matter hold it. */
export interface Step {
  readonly indicator: keyof typeof indicatorsInUnits;
  readonly value?: number;
  readonly benchmark: number;
  readonly weight: number;
  readonly points: number;
  readonly how: keyof typeof stepWays;
}

interface Move {
  readonly by: 'guard' | 'veto';
  readonly guard?: number;
  readonly veto?: string;
  readonly to: string;
}

/** A result as the facts of a matter hold it. */
export interface Worked {
  readonly steps: readonly Step[];
  readonly moves?: readonly Move[];
  readonly bonus?: number;
  readonly deduction?: number;
  readonly points?: number;
  readonly list?: string;
  readonly rank?: number;
  readonly among?: number;
  readonly ranked?: string;
  readonly class: ClassName;
}

type Facts = Readonly<Record<string, unknown>>;

/** The result that counts; nothing before it is public. */
export function workedOf(facts: Facts): Worked | undefined {
  return facts['steps'] === undefined || facts['class'] === undefined ? undefined : (facts as unknown as Worked); // the sheet's facts bear these names
}

/** The way that does not count; nothing for whoever is in no joint evaluation. */
export function besideOf(facts: Facts): Worked | undefined {
  const of = (name: string) => facts[`beside${name.charAt(0).toUpperCase()}${name.slice(1)}`];
  return workedOf(Object.fromEntries(['steps', 'moves', 'bonus', 'deduction', 'points', 'ranked', 'class'].flatMap((name) => (of(name) === undefined ? [] : [[name, of(name)]]))));
}

/** Points with two decimals; none are 0. */
export const pointsShown = (points: number | undefined) => (points ?? 0).toFixed(2);

/** A value or a benchmark, to six digits; one that is missing says so. */
export function valueShown(value: number | undefined, language: Language): string {
  return value === undefined ? words.missing[language] : Number(value.toPrecision(6)).toLocaleString(language === 'zh' ? 'zh-CN' : 'en', { maximumFractionDigits: 6 });
}

/** Every indicator with its value, benchmark, weight and points, and the sum of them. What stands beside an indicator, or makes its value a link, is the caller's; so are rows before the total. */
export function StepsTable<S extends Step>({ steps, total, label, language, name, value, children }: {
  readonly steps: readonly S[]; readonly total: number | undefined; readonly label: string; readonly language: Language; readonly name: (step: S) => ReactNode; readonly value?: (shown: string, step: S) => ReactNode; readonly children?: ReactNode;
}) {
  return (
    <div className="rows-scroll" role="group" aria-label={label} tabIndex={0}>
      <table className="plain working-table">
        <thead>
          <tr>
            <th scope="col">{words.item[language]}</th><th scope="col" className="is-number">{words.value[language]}</th><th scope="col" className="is-number">{words.benchmark[language]}</th>
            <th scope="col" className="is-number">{words.weight[language]}</th><th scope="col" className="is-number">{words.points[language]}</th><th scope="col">{words.how[language]}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.indicator}>
              <th scope="row">{name(step)}</th>
              <td className="is-number">{value ? value(valueShown(step.value, language), step) : valueShown(step.value, language)}</td>
              <td className="is-number">{valueShown(step.benchmark, language)}</td>
              <td className="is-number">{step.weight}</td>
              <td className="is-number">{pointsShown(step.points)}</td>
              <td>{stepWays[step.how][language]}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {children}
          <tr><th scope="row" colSpan={4}>{words.total[language]}</th><td className="is-number"><strong>{pointsShown(total)}</strong></td><td /></tr>
        </tfoot>
      </table>
    </div>
  );
}

/** Class and points, then value, benchmark, weight, cap, points, and every sentence of the way. */
export function WorkingOf({ worked, cycle, label, language }: { readonly worked: Worked; readonly cycle: string; readonly label: string; readonly language: Language }) {
  const { bonus = 0, deduction = 0 } = worked;
  return (
    <>
      <StepsTable steps={worked.steps} total={worked.points} label={label} language={language} name={({ indicator }) => indicatorsInUnits[indicator][language]}>
        {bonus > 0 && <tr><th scope="row" colSpan={4}>{words.bonus[language]}</th><td className="is-number">+{pointsShown(bonus)}</td><td /></tr>}
        {deduction > 0 && <tr><th scope="row" colSpan={4}>{words.deduction[language]}</th><td className="is-number">−{pointsShown(deduction)}</td><td /></tr>}
      </StepsTable>
      <Sentences worked={worked} cycle={cycle} language={language} />
    </>
  );
}

/** The class on its colour, with the points. */
export function ClassMark({ worked, language }: { readonly worked: Pick<Worked, 'class' | 'points'>; readonly language: Language }) {
  return <p className="class-mark"><span className={`tag class-${worked.class}`}>{classNames[worked.class][language]}</span> <strong>{fill(words.inAll, { points: pointsShown(worked.points) })[language]}</strong></p>;
}

/** Every step in words, made by the engine from the numbers and the scheme of the evaluation, in the reader's language. */
function Sentences({ worked, cycle, language }: { readonly worked: Worked; readonly cycle: string; readonly language: Language }) {
  const asked = useAsk('GET /api/matters/:mechanism/:id', { params: { mechanism: 'evaluationCycle', id: cycle } });
  return (
    <details className="working-steps" open>
      <summary>{words.steps[language]}</summary>
      <Answered of={asked}>{({ facts: { scheme } }) => <ol>{sentencesOf(JSON.parse(String(scheme)) as Scheme, worked).map((sentence, at) => <li key={at}>{sentence[language]}</li>)}</ol>}</Answered>
    </details>
  );
}

function sentencesOf(scheme: Scheme, worked: Worked): readonly Text[] {
  const units = (value: number | undefined) => Math.round((value ?? 0) * 10 ** scheme.decimals);
  const { steps, moves = [], bonus, deduction, points, list, rank, among, ranked } = worked;
  const result: Result = {
    id: '', bonus: units(bonus), deduction: units(deduction), points: units(points), class: worked.class,
    // Whoever is exempt stands in no list; bound by a veto it has a class all the same.
    isExempt: ranked === undefined,
    steps: steps.map(({ weight: _weight, points: own, ...step }) => ({ ...step, points: units(own) })),
    moves: moves.map(({ by, guard = 1, veto = '', to }) => (by === 'guard' ? { by, guard: guard - 1, to } : { by, veto, to })),
    ...(list === undefined ? {} : { group: list }), ...(rank === undefined ? {} : { rank }), ...(among === undefined ? {} : { among }), ...(ranked === undefined ? {} : { ranked }),
  };
  return explain(scheme, result, (code) => divisionNames[code] ?? verbatim(code));
}
