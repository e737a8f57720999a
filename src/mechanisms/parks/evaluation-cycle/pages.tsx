import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OutOf } from '#contract/routes.ts';
import type { MatterList } from '#contract/shapes.ts';
import { fill, type Language, type Text } from '#kernel/words.ts';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import { forgetAnswers, useAsk } from '#web/ask.ts';
import { asProblem, call } from '#web/client.ts';
import { numberWords, timeWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { seesRegister, useSignedIn } from '#web/session.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import type { PanelProps } from '#web/slots.ts';
import { anomalyKinds, classNames, type ClassName } from '../evaluation-words.ts';
import { anomaliesSaid, anomalyStages, type AnomalyStage } from './anomalies-said.ts';
import { evaluationCycle } from './evaluation-cycle.ts';

const words = {
  runs: { zh: '后台办理', en: 'In the background' },
  running: { zh: '正在进行', en: 'under way' },
  done: { zh: '已完成', en: 'done' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  failed: { zh: '没有办成', en: 'failed' },
  noRuns: { zh: '还没有在后台办理的工作', en: 'No work has been done in the background yet' },
  noRunsHelp: { zh: '开始一企一单确认、试算、公示以后，进度会显示在这里，可以取消，停下的可以继续。', en: 'Once confirmation, the trial run or the announcement begins, its progress shows here; it may be cancelled, and let go on where it stopped.' },
  progress: { zh: '{done} / {total}', en: '{done} of {total}' },
  cancel: { zh: '取消', en: 'Cancel' },
  resume: { zh: '从停下的地方继续', en: 'Go on from where it stopped' },
  classes: { zh: '各类家数', en: 'Enterprises by class' },
  count: { zh: '{count}家，{share}%', en: '{count}, {share} %' },
  ungraded: { zh: '参评不定级', en: 'Not graded' },
  adds: { zh: '各类和不定级合计{total}家，与参评家数一致。', en: 'Classes and not graded add up to the {total} evaluated.' },
  joint: { zh: '其中{grouped}家在{groups}组合并评价里，一组排一位：参加计算的是{ranked}个。', en: '{grouped} of them are in {groups|joint evaluation|joint evaluations}, each of which is one among the {ranked} worked out.' },
  openJoint: { zh: '打开合并评价', en: 'Open the joint evaluations' },
  list: { zh: '打开名单', en: 'Open the list' },
  anomalies: { zh: '数据异常', en: 'Anomalies in the data' },
  noAnomalies: { zh: '试算时没有发现数据异常', en: 'The trial run found no anomalies' },
  scheme: { zh: '方案全文', en: 'The whole scheme' },
  schemeLead: { zh: '方案是数据：指标、算式、权重、基准、封顶、加扣分、分组、分档、约束、否决都在里面。任何人可以用它和冻结的数据重算；摘要是这段文字的校验值。', en: 'A scheme is data: indicators, formulas, weights, benchmarks, cap, bonus, groups, cut-offs, guards and vetoes. Anybody can work it out again from it and the frozen data; the digest is the SHA-256 of this text.' },
  open: { zh: '显示', en: 'Show' },
} as const satisfies Readonly<Record<string, Text>>;

type Runs = OutOf<'GET /api/matters/:mechanism/:id/runs'>['rows'];

/** What goes on after the actions, with its progress; may be left, cancelled, and let go on. */
export function RunsOf({ matter, speech: { language } }: PanelProps) {
  const [isBusy, setBusy] = useState(false);
  const asked = useAsk('GET /api/matters/:mechanism/:id/runs', { params: { mechanism: 'evaluationCycle', id: matter.id } }, isBusy ? { every: 2_000 } : {});
  const isRunning = asked.data?.rows.some(({ state }) => state === 'running') ?? false;
  useEffect(() => {
    // When it ends the page shows what came of it.
    if (isBusy && !isRunning) void forgetAnswers();
    setBusy(isRunning);
  }, [isRunning, isBusy]);
  return (
    <Panel title={words.runs[language]} flush>
      <Answered of={asked}>
        {({ rows }) => (rows.length === 0 ? <Empty title={words.noRuns[language]}>{words.noRunsHelp[language]}</Empty> : (
          <ul className="bulk-runs" aria-live="polite">
            {rows.slice(0, 4).map((run) => <RunLine key={run.id} run={run} matter={matter.id} language={language} />)}
          </ul>
        ))}
      </Answered>
    </Panel>
  );
}

function RunLine({ run, matter, language }: { readonly run: Runs[number]; readonly matter: string; readonly language: 'zh' | 'en' }) {
  const [problem, setProblem] = useState<Text>();
  const name = evaluationCycle.actions[run.action]?.name[language] ?? run.action;
  const go = async (route: 'POST /api/matters/:mechanism/:id/runs/:run/cancel' | 'POST /api/matters/:mechanism/:id/runs/:run/resume') => {
    try {
      await call(route, { params: { mechanism: 'evaluationCycle', id: matter, run: run.id }, body: {} });
      await forgetAnswers();
    } catch (error) {
      setProblem(asProblem(error).words);
    }
  };
  return (
    <li className={`is-${run.state}`}>
      <span><strong>{name}</strong> <small>{timeWords(run.startedAt)}</small></span>
      <span className="bulk-state">{words[run.state][language]}{run.total > 0 && ` · ${fill(words.progress, { done: numberWords(run.done, language), total: numberWords(run.total, language) })[language]}`}</span>
      {run.state === 'running' && <progress max={Math.max(1, run.total)} value={run.done} aria-label={name} />}
      {run.words && <span className="refused">{run.words[language]}</span>}
      {problem && <span className="refused" role="alert">{problem[language]}</span>}
      {run.mayManage && run.state === 'running' && <button type="button" className="button is-quiet" onClick={() => void go('POST /api/matters/:mechanism/:id/runs/:run/cancel')}>{words.cancel[language]}</button>}
      {run.mayManage && (run.state === 'cancelled' || run.state === 'failed') && <button type="button" className="button is-quiet" onClick={() => void go('POST /api/matters/:mechanism/:id/runs/:run/resume')}>{words.resume[language]}</button>}
    </li>
  );
}

/** How many stand in each class; the sum is the number evaluated, those not graded among them. */
export function Distribution({ matter, speech: { language } }: PanelProps) {
  const rows = (matter.facts['distribution'] ?? []) as readonly { readonly class: ClassName; readonly count: number }[];
  const total = Number(matter.facts['evaluated'] ?? 0);
  if (rows.length === 0 || total === 0) return null;
  const [ungraded, groups, grouped] = ['ungraded', 'groups', 'grouped'].map((name) => Number(matter.facts[name] ?? 0)) as [number, number, number];
  const bars = [...rows.map(({ class: band, count }) => ({ key: band as string, name: classNames[band], count })), { key: 'none', name: words.ungraded, count: ungraded }];
  return (
    <Panel title={words.classes[language]} more={<Link to="/matters/$mechanism" params={{ mechanism: 'evaluationSheet' }} search={{ 'f.cycle': matter.id }}>{words.list[language]}</Link>}>
      <dl className="class-bars">
        {bars.map(({ key, name, count }) => (
          <div key={key} className={`is-${key}`}>
            <dt>{name[language]}</dt>
            <dd>
              <svg className="class-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect className="bar-ground" width="100" height="8" /><rect className="bar-fill" width={(count * 100) / total} height="8" /></svg>
              <span>{fill(words.count, { count: numberWords(count, language), share: ((count * 100) / total).toFixed(1) })[language]}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{fill(words.adds, { total: numberWords(total, language) })[language]}</p>
      {groups > 0 && <p className="quiet">{fill(words.joint, { grouped: numberWords(grouped, language), groups: numberWords(groups, language), ranked: numberWords(total - grouped + groups, language) })[language]}</p>}
      {groups > 0 && <p className="action-row"><Link className="button is-quiet" to="/matters/$mechanism" params={{ mechanism: 'jointEvaluation' }} search={{ 'f.cycle': matter.id }}>{words.openJoint[language]}</Link></p>}
    </Panel>
  );
}

/** What the tests before the trial run found, and how much of it nobody has looked into yet; the latest of it by name. */
export function AnomaliesOf({ matter, speech: { language } }: PanelProps) {
  const signedIn = useSignedIn();
  const record = findMechanism('evaluationAnomaly')?.record;
  const isShown = matter.facts['trialAt'] !== undefined && record !== undefined && seesRegister(record, signedIn);
  const asked = useQuery({ queryKey: ['GET /api/matters/:mechanism', { anomaliesOf: matter.id }], queryFn: ({ signal }) => anomaliesOf(matter.id, signal), enabled: isShown });
  if (!isShown) return null;
  return (
    <Panel title={words.anomalies[language]} more={<Link to="/matters/$mechanism" params={{ mechanism: 'evaluationAnomaly' }} search={{ 'f.cycle': matter.id }}>{words.list[language]}</Link>}>
      <Answered of={asked}>{(found) => <Anomalies found={found} isCancelled={matter.stage === 'cancelled'} language={language} />}</Answered>
    </Panel>
  );
}

/** A page of each stage: what is cleared is counted apart from what was cancelled with its evaluation. */
async function anomaliesOf(cycle: string, signal: AbortSignal): Promise<Readonly<Record<AnomalyStage, MatterList>>> {
  const of = (stage: AnomalyStage) => call('GET /api/matters/:mechanism', { params: { mechanism: 'evaluationAnomaly' }, query: { 'f.cycle': cycle, stage, size: '5', order: '-filedAt' } as never, signal });
  const [open, cleared, cancelled] = await Promise.all([of('open'), of('cleared'), of('cancelled')]);
  return { open, cleared, cancelled };
}

function Anomalies({ found, isCancelled, language }: { readonly found: Readonly<Record<AnomalyStage, MatterList>>; readonly isCancelled: boolean; readonly language: Language }) {
  const first = anomalyStages.find((stage) => found[stage].total > 0);
  const [open, cleared, cancelled] = [found.open.total, found.cleared.total, found.cancelled.total];
  if (first === undefined) return <Empty title={words.noAnomalies[language]} />;
  return (
    <>
      <p>{fill(anomaliesSaid({ open, cleared, cancelled }, isCancelled), { open: numberWords(open, language), cleared: numberWords(cleared, language), cancelled: numberWords(cancelled, language), all: numberWords(open + cleared + cancelled, language) })[language]}</p>
      <ul className="anomaly-links">{found[first].rows.map(({ id, facts }) => <li key={id}><Link to="/matters/$mechanism/$id" params={{ mechanism: 'evaluationAnomaly', id }}>{String(facts['name'] ?? '')} · {anomalyKinds[facts['kind'] as keyof typeof anomalyKinds]?.[language]}</Link></li>)}</ul>
    </>
  );
}

/** The scheme itself, as it was hashed. */
export function SchemeText({ matter, speech: { language } }: PanelProps) {
  const scheme = matter.facts['scheme'];
  if (typeof scheme !== 'string') return null;
  return (
    <Panel title={words.scheme[language]}>
      <p className="quiet">{words.schemeLead[language]}</p>
      <details className="working-steps"><summary>{words.open[language]}</summary><pre className="scheme-text">{scheme}</pre></details>
    </Panel>
  );
}
