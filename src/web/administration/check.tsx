import { useEffect, useState, type ReactNode } from 'react';
import type { CheckRun, SelfCheck } from '#contract/administration-shapes.ts';
import { useAdministrationWords } from '#web/administration/words.ts';
import { queries, useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { sizeWords, timeWords, useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { Answered } from '#web/shell/faces.tsx';
import { Refused, useAttempt } from '#web/shell/sign-in.tsx';

/** 自检: how the platform is, and verifying every trace now. */
export function Check() {
  const w = useAdministrationWords();
  const asked = useAsk('GET /api/administration/check', {}, { every: 30_000 });
  return <Answered of={asked}>{(check) => <Panel title={w('check')} more={<VerifyNow running={check.runs.find(({ kind, finishedAt }) => kind === 'verify' && finishedAt === null)} />}><States check={check} /></Panel>}</Answered>;
}

function VerifyNow({ running }: { readonly running: CheckRun | undefined }) {
  const w = useAdministrationWords();
  const [started, setStarted] = useState<string>();
  const { problem, busy, run } = useAttempt();
  const id = started ?? running?.id;
  const followed = useAsk('GET /api/administration/check/runs/:id', { params: { id: id ?? '' } }, { enabled: id !== undefined, every: 1_000 }).data;
  const isUnderWay = id !== undefined && (followed === undefined || followed.finishedAt === null);
  useEffect(() => {
    if (id === undefined || followed?.finishedAt === null || followed === undefined) return;
    setStarted(undefined);
    void queries.invalidateQueries({ queryKey: ['GET /api/administration/check'] });
  }, [id, followed]);
  return (
    <>
      {isUnderWay && <span role="status" className="quiet"><progress value={followed?.done ?? 0} max={Math.max(followed?.total ?? 1, 1)} aria-label={w('verifyNow')} /> {w('verifying', { done: followed?.done ?? 0, total: followed?.total ?? 0 })}</span>}
      <button type="button" className="button" disabled={busy || isUnderWay} onClick={() => void run(async () => setStarted((await call('POST /api/administration/check/verify', { body: {} })).id))}>{w('verifyNow')}</button>
      <Refused problem={problem} />
    </>
  );
}

function States({ check }: { readonly check: SelfCheck }) {
  const w = useAdministrationWords();
  const last = (kind: CheckRun['kind']) => check.runs.find((each) => each.kind === kind);
  const nextYear = Number(check.today.slice(0, 4)) + 1;
  return (
    <dl className="facts">
      <State name={w('trace')}><Run run={last('verify')} help={w('verifyNow')} /></State>
      <State name={w('sealed')}>{check.sealedUpTo ?? '—'}</State>
      <State name={w('backup')}><Run run={last('backup')} help={w('backupHelp')} /></State>
      <State name={w('restoreTrial')}><Run run={last('restoreTrial')} help={w('restoreHelp')} /></State>
      <State name={w('calendarYears')}>{check.knownYears.join(' ')} {!check.knownYears.includes(nextYear) && <span className="tag is-waiting">{w('calendarNext')}</span>}</State>
      <State name={w('disk')}>{w('diskFree', { free: sizeWords(check.disk.free), all: sizeWords(check.disk.all) })}</State>
      <State name={w('database')}>{w('databaseIs', { version: check.database.version, size: sizeWords(check.database.bytes) })}</State>
      <State name={w('product')}>{w('productIs', { version: check.version, node: check.node, at: timeWords(check.startedAt) })}</State>
      <State name={w('listeners')}>{w('listenersAre', { count: check.listeners, outbox: check.outbox })}</State>
      <State name={w('jobs')}>{check.jobs.length === 0 ? w('noJobs') : <ul className="job-list">{check.jobs.map(({ name, ...counts }) => <li key={name}><JobName name={name} /> <span className={counts.failed > 0 ? 'tag is-late' : 'quiet'}>{w('jobsAre', counts)}</span></li>)}</ul>}</State>
    </dl>
  );
}

function State({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>;
}

function Run({ run, help }: { readonly run: CheckRun | undefined; readonly help: string }) {
  const w = useAdministrationWords();
  const language = useLanguage();
  if (!run) return <><span className="tag is-waiting">{w('never')}</span> <span className="quiet">{help}</span></>;
  return (
    <>
      {run.outcome && <span className={`tag ${run.outcome.isWell ? 'is-done' : 'is-late'}`}>{w(run.outcome.isWell ? 'well' : 'faulty')}</span>} {run.outcome?.words[language]}{' '}
      <span className="quiet">{w('doneAt', { at: timeWords(run.finishedAt ?? run.startedAt), by: run.by === 'nightly' ? (language === 'zh' ? '每夜自动' : 'every night') : run.by })}</span>
    </>
  );
}

const jobNames = {
  'seal-heads': { zh: '封存前一日留痕', en: 'Sealing yesterday' }, nightly: { zh: '夜间到期处理', en: 'Night work of registers' }, 'forget-old': { zh: '清理过期会话', en: 'Forgetting old sessions' },
  'index-facts': { zh: '为大台账建索引', en: 'Indexes for long registers' },
  'verify-nightly': { zh: '每夜核验', en: 'Nightly verification' }, 'commit-import': { zh: '导入登记', en: 'Filing imports' }, 'sound-names': { zh: '名称注音', en: 'Sounds of names' }, verify: { zh: '核验', en: 'Verification' },
  bulk: { zh: '批量测算', en: 'Bulk reckoning' },
} as const;

function JobName({ name }: { readonly name: string }) {
  const language = useLanguage();
  return <>{Object.hasOwn(jobNames, name) ? jobNames[name as keyof typeof jobNames][language] : name}</>;
}
