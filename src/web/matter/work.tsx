import { useEffect, useState } from 'react';
import type { MatterPage } from '#contract/shapes.ts';
import type { WorkState } from '#contract/beside-shapes.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { forgetAnswers, queries, useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';
import { numberWords, timeWords, useLanguage } from '#web/language.ts';
import { Panel } from '#web/matter/page.tsx';
import { usePageWords } from '#web/matter/page-words.ts';
import { Refused, useAttempt } from '#web/shell/sign-in.tsx';

const route = 'GET /api/matters/:mechanism/:id/work';

/** A computation that takes its time: how far it is, what it has found, and the way to stop it. The page may be left meanwhile. */
export function WorkOf({ mechanism, matter }: { readonly mechanism: AnyMechanism; readonly matter: MatterPage }) {
  const params = { mechanism: mechanism.record.key, id: matter.id };
  const [isWatching, setWatching] = useState(false);
  const work = useAsk(route, { params }, { keep: true, ...(isWatching ? { every: 700 } : {}) }).data?.work ?? null;
  const isUnderWay = work !== null && work.finishedAt === null;
  useEffect(() => {
    // What came of it is on the page as soon as it is done.
    if (isWatching && !isUnderWay) void forgetAnswers();
    setWatching(isUnderWay);
  }, [isWatching, isUnderWay]);
  if (work === null || (!isUnderWay && work.refused === null)) return null;
  const isOpen = matter.offers.some(({ action, open }) => open && action === work.action);
  return <Running work={work} params={params} mechanism={mechanism} isUnderWay={isUnderWay} canBeginAgain={isOpen} />;
}

interface RunningProps {
  readonly work: WorkState;
  readonly params: { readonly mechanism: string; readonly id: string };
  readonly mechanism: AnyMechanism;
  readonly isUnderWay: boolean;
  /** The one who looks may do the action it belongs to. */
  readonly canBeginAgain: boolean;
}

function Running({ work, params, mechanism, isUnderWay, canBeginAgain }: RunningProps) {
  const p = usePageWords();
  const language = useLanguage();
  const { problem, busy, run } = useAttempt();
  const { told, isStopped, seconds, startedAt, by, refused } = work;
  const { best, bound } = told ?? { best: null, bound: null };
  const name = mechanism.actions[work.action]?.name[language] ?? work.action;
  const ask = (way: 'stop' | 'again') => void run(async () => {
    await call(`POST /api/matters/:mechanism/:id/work/${way}`, { params, body: {} });
    await queries.invalidateQueries({ queryKey: [route] });
  });
  return (
    <Panel title={isUnderWay ? p('workUnderWay', { action: name }) : p('workEnded', { action: name })}>
      {refused && !isUnderWay && <p className="notice is-refused" role="alert">{refused[language]}</p>}
      {!isUnderWay && canBeginAgain && (
        <div className="work">
          <p className="quiet">{p('workWasBy', { by, at: timeWords(startedAt) })}</p>
          <button type="button" className="button" disabled={busy} onClick={() => ask('again')}>{p('workAgain')}</button>
          <Refused problem={problem} />
        </div>
      )}
      {isUnderWay && (
        <div className="work">
          <progress value={told?.done ?? 0} max={Math.max(1, told?.of ?? 1)} aria-label={name} />
          <p role="status">
            {told === null ? p('workBegins') : p('workAt', { phase: told.phase[language], done: numberWords(told.done, language), of: numberWords(told.of, language) })}
            {best !== null && ` ${bound === null ? p('workBest', { best: numberWords(best, language) }) : p('workBetween', { best: numberWords(best, language), bound: numberWords(bound, language) })}`}
          </p>
          <p className="quiet">{p('workBy', { by, at: timeWords(startedAt), seconds })}</p>
          <button type="button" className="button" disabled={busy || isStopped} onClick={() => ask('stop')}>{isStopped ? p('workStopping') : p('workStop')}</button>
          <Refused problem={problem} />
        </div>
      )}
    </Panel>
  );
}
