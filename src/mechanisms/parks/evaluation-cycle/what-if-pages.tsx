import { useMemo, useState } from 'react';
import { movesBetween } from '#engines/evaluation/compare.ts';
import { explainNoEvaluation, printed, tally } from '#engines/evaluation/explain.ts';
import type { Evaluation, NoEvaluation, Problem, Scheme } from '#engines/evaluation/problem.ts';
import { evaluate } from '#engines/evaluation/solve.ts';
import type { OutOf } from '#contract/routes.ts';
import { divisionNames } from '#kernel/industry-names.ts';
import { fill, type Text } from '#kernel/words.ts';
import { useAsk } from '#web/ask.ts';
import { numberWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { Answered } from '#web/shell/faces.tsx';
import type { PanelProps } from '#web/slots.ts';
import { classNames, type ClassName } from '../evaluation-words.ts';

const words = {
  title: { zh: '推演：改一改，看谁会换档', en: 'What if: change it and see who moves' },
  nothing: { zh: '推演只在这个浏览器里计算，什么都不保存，也不改变方案和结果。', en: 'This is computed in this browser alone: nothing is saved, and neither scheme nor result changes.' },
  begin: { zh: '开始推演', en: 'Begin' },
  weight: { zh: '权重', en: 'Weight' },
  indicator: { zh: '指标', en: 'Indicator' },
  now: { zh: '方案', en: 'In the scheme' },
  changed: { zh: '改为', en: 'Changed to' },
  upTo: { zh: '{class}累计至（%）', en: '{class} down to (%)' },
  restore: { zh: '恢复方案', en: 'Back to the scheme' },
  moves: { zh: '有{count}家企业会换档', en: '{count} enterprise(s) would change class' },
  none: { zh: '没有企业换档。', en: 'Nobody would change class.' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  industry: { zh: '行业', en: 'Industry' },
  from: { zh: '现类别', en: 'Class now' },
  to: { zh: '推演类别', en: 'Class then' },
  points: { zh: '得分变化', en: 'Points' },
  counts: { zh: '推演后：{classes}', en: 'Then: {classes}' },
  ungraded: { zh: '参评不定级', en: 'not graded' },
  shown: { zh: '只列出前{count}家。', en: 'The first {count} are listed.' },
} as const satisfies Readonly<Record<string, Text>>;

const listed = 200;
type Rows = OutOf<'GET /api/matters/:mechanism/:id/runs/:run/frozen'>;

/** A weight or a cut-off moved, and who would change class; worked out by the engine in the browser from the data of the trial run. */
export function WhatIf(props: PanelProps) {
  const { matter, speech: { language } } = props;
  const [isOpen, setOpen] = useState(false);
  const [run, text, year] = [matter.facts['trialRun'], matter.facts['scheme'], Number(matter.facts['year'])];
  const params = { mechanism: 'evaluationCycle', id: matter.id, run: String(run) };
  const now = useAsk('GET /api/matters/:mechanism/:id/runs/:run/frozen', { params, query: { period: String(year) } }, { enabled: isOpen });
  const before = useAsk('GET /api/matters/:mechanism/:id/runs/:run/frozen', { params, query: { period: String(year - 1) } }, { enabled: isOpen });
  const scheme = useMemo(() => (typeof text === 'string' ? (JSON.parse(text) as Scheme) : undefined), [text]);
  if (run === undefined || scheme === undefined) return null;
  return (
    <Panel title={words.title[language]}>
      <p className="what-if-note"><strong>{words.nothing[language]}</strong></p>
      {!isOpen && <p className="action-row"><button type="button" className="button" onClick={() => setOpen(true)}>{words.begin[language]}</button></p>}
      {isOpen && <Answered of={now}>{(subjects) => <Answered of={before}>{(base) => <Bench scheme={scheme} subjects={subjects} base={base} language={language} />}</Answered>}</Answered>}
    </Panel>
  );
}

function Bench({ scheme, subjects, base, language }: { readonly scheme: Scheme; readonly subjects: Rows; readonly base: Rows; readonly language: 'zh' | 'en' }) {
  const [weights, setWeights] = useState<readonly string[]>(() => scheme.indicators.map(({ weight }) => String(weight)));
  const [cuts, setCuts] = useState<readonly string[]>(() => scheme.classes.slice(0, -1).map(({ upTo }) => String(upTo)));
  const problem = useMemo<Omit<Problem, 'scheme'>>(() => ({ subjects: subjects.map(asSubject), base: base.map(asSubject) }), [subjects, base]);
  const first = useMemo(() => evaluate({ scheme, ...problem }), [scheme, problem]);
  const changed = useMemo(() => changedOf(scheme, weights, cuts), [scheme, weights, cuts]);
  const then = useMemo(() => evaluate({ scheme: changed, ...problem }), [changed, problem]);
  const restore = () => {
    setWeights(scheme.indicators.map(({ weight }) => String(weight)));
    setCuts(scheme.classes.slice(0, -1).map(({ upTo }) => String(upTo)));
  };
  const known = useMemo(() => new Map(subjects.map(({ subject, name, industry }) => [subject, { name, industry }])), [subjects]);
  return (
    <>
      <div className="rows-scroll" role="group" aria-label={words.weight[language]} tabIndex={0}>
        <table className="plain what-if-table">
          <thead><tr><th scope="col">{words.indicator[language]}</th><th scope="col" className="is-number">{words.now[language]}</th><th scope="col">{words.changed[language]}</th></tr></thead>
          <tbody>
            {scheme.indicators.map(({ key, name, weight }, at) => (
              <tr key={key}>
                <th scope="row">{name[language]}</th>
                <td className="is-number">{weight}</td>
                <td><Amount name={`${words.weight[language]} ${name[language]}`} value={weights[at] ?? ''} onValue={(value) => setWeights(weights.with(at, value))} /></td>
              </tr>
            ))}
            {scheme.classes.slice(0, -1).map(({ key, upTo }, at) => {
              const label = fill(words.upTo, { class: classNames[key as ClassName] ?? { zh: key, en: key } })[language];
              return (
                <tr key={key}>
                  <th scope="row">{label}</th>
                  <td className="is-number">{upTo}</td>
                  <td><Amount name={label} value={cuts[at] ?? ''} onValue={(value) => setCuts(cuts.with(at, value))} /></td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="action-row"><button type="button" className="button is-quiet" onClick={restore}>{words.restore[language]}</button></p>
      <div role="status">
        {'no' in then || 'no' in first ? <p className="refused">{explainNoEvaluation(('no' in then ? then : first) as NoEvaluation)[language]}</p> : <Moved scheme={changed} before={first} after={then} known={known} language={language} />}
      </div>
    </>
  );
}

function Moved({ scheme, before, after, known, language }: { readonly scheme: Scheme; readonly before: Evaluation; readonly after: Evaluation; readonly known: ReadonlyMap<string, { readonly name: string; readonly industry: string }>; readonly language: 'zh' | 'en' }) {
  const moves = movesBetween(before, after);
  const nameOf = (key: string) => classNames[key as ClassName]?.[language] ?? key;
  const { classes, ungraded } = tally(scheme, after);
  const counts = Object.entries(classes).map(([key, count]) => `${nameOf(key)} ${numberWords(count, language)}`).concat(ungraded > 0 ? [`${words.ungraded[language]} ${numberWords(ungraded, language)}`] : []).join(language === 'zh' ? '，' : ', ');
  return (
    <>
      <p><strong>{moves.length === 0 ? words.none[language] : fill(words.moves, { count: numberWords(moves.length, language) })[language]}</strong> {fill(words.counts, { classes: counts })[language]}</p>
      {moves.length > 0 && (
        <div className="rows-scroll" role="group" aria-label={words.title[language]} tabIndex={0}>
          <table className="plain">
            <thead><tr><th scope="col">{words.enterprise[language]}</th><th scope="col">{words.industry[language]}</th><th scope="col">{words.from[language]}</th><th scope="col">{words.to[language]}</th><th scope="col" className="is-number">{words.points[language]}</th></tr></thead>
            <tbody>
              {moves.slice(0, listed).map(({ id, from, to, points: [was, is] }) => (
                <tr key={id}><th scope="row">{known.get(id)?.name ?? id}</th><td>{divisionNames[known.get(id)?.industry ?? '']?.[language] ?? known.get(id)?.industry}</td><td>{nameOf(from)}</td><td>{nameOf(to)}</td><td className="is-number">{printed(scheme, was)} → {printed(scheme, is)}</td></tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {moves.length > listed && <p className="quiet">{fill(words.shown, { count: listed })[language]}</p>}
    </>
  );
}

function Amount({ name, value, onValue }: { readonly name: string; readonly value: string; readonly onValue: (value: string) => void }) {
  return <input className="control what-if-amount" inputMode="decimal" aria-label={name} value={value} autoComplete="off" onChange={(event) => onValue(event.currentTarget.value)} />;
}

function changedOf(scheme: Scheme, weights: readonly string[], cuts: readonly string[]): Scheme {
  return {
    ...scheme,
    indicators: scheme.indicators.map((indicator, at) => ({ ...indicator, weight: Number(weights[at]) })),
    classes: scheme.classes.map((band, at) => ({ ...band, upTo: at < cuts.length ? Number(cuts[at]) : band.upTo })),
  };
}

function asSubject({ subject, name: _name, ...rest }: Rows[number]): Problem['subjects'][number] {
  return { id: subject, ...rest } as Problem['subjects'][number]; // the names of quantities are the server's own
}
