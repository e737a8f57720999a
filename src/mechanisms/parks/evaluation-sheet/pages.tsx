import { explain } from '#engines/evaluation/explain.ts';
import type { Result, Scheme } from '#engines/evaluation/problem.ts';
import { divisionNames } from '#kernel/industry-names.ts';
import { fill, verbatim, type Language, type Text } from '#kernel/words.ts';
import { useAsk } from '#web/ask.ts';
import { Panel } from '#web/matter/page.tsx';
import { Answered } from '#web/shell/faces.tsx';
import type { PanelProps } from '#web/slots.ts';
import { classNames, indicatorsInUnits, stepWays, type ClassName } from '../evaluation-words.ts';

const words = {
  title: { zh: '结果和全部算式', en: 'The result with all of its working' },
  lead: { zh: '每项得分＝指标值÷基准值×权重，不超过封顶；各项相加，加分减扣分，再按分档、约束、否决定类。', en: 'Each item is value ÷ benchmark × weight, up to the cap; added up, with bonus and deduction, then classed by cut-offs, guards and vetoes.' },
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
  until: { zh: '公示到{day}，可以提出异议。', en: 'Public until {day}; you may object.' },
} as const satisfies Readonly<Record<string, Text>>;

interface Step {
  readonly indicator: keyof typeof indicatorsInUnits;
  readonly value?: number;
  readonly benchmark: number;
  readonly weight: number;
  readonly points: number;
  readonly how: keyof typeof stepWays;
}

/** How one enterprise came by its class: value, benchmark, weight, cap, points, and every sentence of the way. */
export function Working({ matter: { facts, stage }, speech: { language } }: PanelProps) {
  const steps = facts['steps'] as readonly Step[] | undefined;
  const band = facts['class'] as ClassName | undefined;
  if (!steps || band === undefined) return null;
  const shown = (value: number) => Number(value.toPrecision(6)).toLocaleString(language === 'zh' ? 'zh-CN' : 'en', { maximumFractionDigits: 6 });
  const points = (value: unknown) => Number(value ?? 0).toFixed(2);
  return (
    <Panel title={words.title[language]}>
      <p className="class-mark"><span className={`tag class-${band}`}>{classNames[band][language]}</span> <strong>{fill(words.inAll, { points: points(facts['points']) })[language]}</strong></p>
      <p className="quiet">{words.lead[language]}</p>
      {stage === 'public' && facts['publicTo'] !== undefined && <p>{fill(words.until, { day: String(facts['publicTo']) })[language]}</p>}
      <div className="rows-scroll" role="group" aria-label={words.title[language]} tabIndex={0}>
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
                <th scope="row">{indicatorsInUnits[step.indicator][language]}</th>
                <td className="is-number">{step.value === undefined ? words.missing[language] : shown(step.value)}</td>
                <td className="is-number">{shown(step.benchmark)}</td>
                <td className="is-number">{step.weight}</td>
                <td className="is-number">{points(step.points)}</td>
                <td>{stepWays[step.how][language]}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            {Number(facts['bonus'] ?? 0) > 0 && <tr><th scope="row" colSpan={4}>{words.bonus[language]}</th><td className="is-number">+{points(facts['bonus'])}</td><td /></tr>}
            {Number(facts['deduction'] ?? 0) > 0 && <tr><th scope="row" colSpan={4}>{words.deduction[language]}</th><td className="is-number">−{points(facts['deduction'])}</td><td /></tr>}
            <tr><th scope="row" colSpan={4}>{words.total[language]}</th><td className="is-number"><strong>{points(facts['points'])}</strong></td><td /></tr>
          </tfoot>
        </table>
      </div>
      <Sentences facts={facts} language={language} />
    </Panel>
  );
}

type Facts = PanelProps['matter']['facts'];

interface Move {
  readonly by: 'guard' | 'veto';
  readonly guard?: number;
  readonly veto?: string;
  readonly to: string;
}

/** Every step in words, made by the engine from the numbers and the scheme of the evaluation, in the reader's language. */
function Sentences({ facts, language }: { readonly facts: Facts; readonly language: Language }) {
  const cycle = useAsk('GET /api/matters/:mechanism/:id', { params: { mechanism: 'evaluationCycle', id: String(facts['cycle']) } });
  return (
    <details className="working-steps" open>
      <summary>{words.steps[language]}</summary>
      <Answered of={cycle}>{({ facts: { scheme } }) => <ol>{sentencesOf(JSON.parse(String(scheme)) as Scheme, facts).map((sentence, at) => <li key={at}>{sentence[language]}</li>)}</ol>}</Answered>
    </details>
  );
}

const sentencesOf = (scheme: Scheme, facts: Facts): readonly Text[] => explain(scheme, resultOf(scheme, facts), (code) => divisionNames[code] ?? verbatim(code));

function resultOf({ decimals }: Scheme, facts: Facts): Result {
  const units = (value: unknown) => Math.round(Number(value ?? 0) * 10 ** decimals);
  const given = (name: string, of: string) => (facts[of] === undefined ? {} : { [name]: facts[of] });
  return {
    id: String(facts['creditCode']), bonus: units(facts['bonus']), deduction: units(facts['deduction']), points: units(facts['points']), class: String(facts['class']), // Whoever is exempt stands in no list; bound by a veto it has a class all the same.
    isExempt: facts['ranked'] === undefined,
    steps: ((facts['steps'] ?? []) as readonly Step[]).map(({ weight: _weight, points, ...step }) => ({ ...step, points: units(points) })),
    moves: ((facts['moves'] ?? []) as readonly Move[]).map(({ by, guard = 1, veto = '', to }) => (by === 'guard' ? { by, guard: guard - 1, to } : { by, veto, to })),
    ...given('group', 'list'), ...given('rank', 'rank'), ...given('among', 'among'), ...given('ranked', 'ranked'),
  };
}
