import { useEffect, useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { OutOf } from '#contract/routes.ts';
import { fill, type Text } from '#kernel/words.ts';
import { forgetAnswers, useAsk } from '#web/ask.ts';
import { asProblem, call } from '#web/client.ts';
import { numberWords, timeWords } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import type { PanelProps } from '#web/slots.ts';
import { anomalyKinds, classNames, type ClassName } from '../evaluation-words.ts';
import { evaluationCycle } from './evaluation-cycle.ts';

const words = {
  runs: { zh: '后台办理', en: 'In the background' },
  running: { zh: '正在进行', en: 'under way' },
  done: { zh: '已完成', en: 'done' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  failed: { zh: '没有办成', en: 'failed' },
  progress: { zh: '{done} / {total}', en: '{done} of {total}' },
  cancel: { zh: '取消', en: 'Cancel' },
  resume: { zh: '从停下的地方继续', en: 'Go on from where it stopped' },
  classes: { zh: '各类家数', en: 'Enterprises by class' },
  count: { zh: '{count}家，{share}%', en: '{count}, {share} %' },
  ungraded: { zh: '参评不定级', en: 'Not graded' },
  adds: { zh: '各类和不定级合计{total}家，与参评家数一致。', en: 'Classes and not graded add up to the {total} evaluated.' },
  list: { zh: '打开名单', en: 'Open the list' },
  anomalies: { zh: '数据异常', en: 'Anomalies in the data' },
  openOnes: { zh: '还有{open}条没有核清，共{all}条；全部核清才能送会审。', en: '{open} of {all} are not cleared; all of them have to be before the review.' },
  cleared: { zh: '共{all}条，全部核清。', en: 'All {all} are cleared.' },
  scheme: { zh: '方案全文', en: 'The whole scheme' },
  schemeLead: { zh: '方案是数据：指标、算式、权重、基准、封顶、加扣分、分组、分档、约束、否决都在里面。任何人可以用它和冻结的数据重算；摘要是这段文字的校验值。', en: 'A scheme is data: indicators, formulas, weights, benchmarks, cap, bonus, groups, cut-offs, guards and vetoes. Anybody can work it out again from it and the frozen data; the digest is the SHA-256 of this text.' },
  open: { zh: '显示', en: 'Show' },
} as const satisfies Readonly<Record<string, Text>>;

type Runs = OutOf<'GET /api/matters/:mechanism/:id/runs'>['rows'];

/** What goes on after the actions, with its progress; may be left, cancelled, and let go on. */
export function RunsOf({ matter, speech: { language } }: PanelProps) {
  const [isBusy, setBusy] = useState(false);
  const { data } = useAsk('GET /api/matters/:mechanism/:id/runs', { params: { mechanism: 'evaluationCycle', id: matter.id } }, isBusy ? { every: 2_000 } : {});
  const runs: Runs = data?.rows ?? [];
  const isRunning = runs.some(({ state }) => state === 'running');
  useEffect(() => {
    // When it ends the page shows what came of it.
    if (isBusy && !isRunning) void forgetAnswers();
    setBusy(isRunning);
  }, [isRunning, isBusy]);
  if (runs.length === 0) return null;
  return (
    <Panel title={words.runs[language]} flush>
      <ul className="bulk-runs" aria-live="polite">
        {runs.slice(0, 4).map((run) => <RunLine key={run.id} run={run} matter={matter.id} language={language} />)}
      </ul>
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
  const ungraded = Number(matter.facts['ungraded'] ?? 0);
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
    </Panel>
  );
}

/** What the tests before the trial run found, and how much of it nobody has looked into yet; the latest of it by name. */
export function AnomaliesOf({ matter, speech: { language } }: PanelProps) {
  const of = { params: { mechanism: 'evaluationAnomaly' }, query: { 'f.cycle': matter.id, size: '5', order: '-filedAt' } };
  const isTried = matter.facts['trialAt'] !== undefined;
  const { data: all } = useAsk('GET /api/matters/:mechanism', of, { enabled: isTried });
  const { data: open } = useAsk('GET /api/matters/:mechanism', { ...of, query: { ...of.query, stage: 'open' } }, { enabled: isTried });
  if (!all || !open || all.total === 0) return null;
  const shown = open.total > 0 ? open.rows : all.rows;
  return (
    <Panel title={words.anomalies[language]} more={<Link to="/matters/$mechanism" params={{ mechanism: 'evaluationAnomaly' }} search={{ 'f.cycle': matter.id }}>{words.list[language]}</Link>}>
      <p>{fill(open.total > 0 ? words.openOnes : words.cleared, { open: numberWords(open.total, language), all: numberWords(all.total, language) })[language]}</p>
      <ul className="anomaly-links">{shown.map(({ id, title, facts }) => <li key={id}><Link to="/matters/$mechanism/$id" params={{ mechanism: 'evaluationAnomaly', id }}>{title} · {anomalyKinds[facts['kind'] as keyof typeof anomalyKinds]?.[language]}</Link></li>)}</ul>
    </Panel>
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
