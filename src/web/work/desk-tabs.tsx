import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import { useAsk } from '#web/ask.ts';
import { timeWords, useLanguage } from '#web/language.ts';
import { findRegister } from '#web/registers.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { TaskList, type OnAct } from '#web/work/task-list.tsx';
import { byBurning, dutyTasks, sentTasks, waitingTasks, type Task } from '#web/work/tasks.ts';
import { useDeskWords } from '#web/work/words.ts';
import { useWords } from '#web/words.ts';

const ActHere = lazy(() => import('#web/work/act-here.tsx').then(({ ActHere: Opened }) => ({ default: Opened })));

export type DeskTab = 'owed' | 'waiting' | 'sent' | 'watched' | 'drafts' | 'done';

/** The lines of one part of the desk. The form opened from one stays when others empty the part beneath it. */
export function Tasks({ tab }: { readonly tab: DeskTab }) {
  const t = useWords();
  const [acting, setActing] = useState<{ readonly task: Task; readonly action: string }>();
  const Part = parts[tab];
  return (
    <>
      <Part onAct={(task, action) => setActing({ task, action })} />
      {acting && <Suspense fallback={<p className="hidden-words" role="status">{t('waiting')}</p>}><ActHere mechanism={acting.task.mechanism} id={acting.task.id} action={acting.action} onClose={() => setActing(undefined)} /></Suspense>}
    </>
  );
}

interface Acting {
  readonly onAct: OnAct;
}
const parts: Readonly<Record<DeskTab, (acting: Acting) => ReactNode>> = { owed: Owed, waiting: Waiting, sent: SentOn, watched: Watched, drafts: Drafts, done: Done };

function Owed({ onAct }: Acting) {
  const spoken = useSpoken();
  return <Lines tab="owed" onAct={onAct} of={useAsk('GET /api/duties', { query: { state: 'open' } })} tasks={({ rows }) => dutyTasks(rows, spoken).toSorted(byBurning)} />;
}

function Waiting({ onAct }: Acting) {
  const spoken = useSpoken();
  return <Lines tab="waiting" onAct={onAct} of={useAsk('GET /api/waiting')} tasks={({ rows }) => waitingTasks(rows, spoken).toSorted(byBurning)} total={({ total }) => total} />;
}

function SentOn({ onAct }: Acting) {
  const spoken = useSpoken();
  return <Lines tab="sent" onAct={onAct} of={useAsk('GET /api/sent')} tasks={({ rows, names }) => sentTasks(rows, names, spoken)} />;
}

function Watched({ onAct }: Acting) {
  const spoken = useSpoken();
  return <Lines tab="watched" onAct={onAct} of={useAsk('GET /api/watched')} tasks={({ rows, names }) => sentTasks(rows, names, spoken, 'changedOn').toSorted(byBurning)} />;
}

/** What is typed and not handed in: each line leads back to its form, where the words still stand. */
function Drafts() {
  const { language, words: d } = useSpoken();
  return (
    <Answered of={useAsk('GET /api/drafts')}>
      {(rows) => (rows.length === 0 ? <Empty title={d('emptyDrafts')}>{d('emptyDraftsHelp')}</Empty> : (
        <ul className="duties">
          {rows.map(({ mechanism, action, name: step, matter, title, number, at }) => {
            const register = findRegister(mechanism);
            const name = `${register?.name[language] ?? mechanism} · ${step[language]}`;
            return (
              <li key={`${mechanism} ${action} ${matter ?? ''}`}>
                {matter === null
                  ? <Link to="/matters/$mechanism/new/$action" params={{ mechanism, action }}>{name} {title}</Link>
                  : <Link to="/matters/$mechanism/$id" params={{ mechanism, id: matter }} search={{ act: action }}>{name} {number} {title}</Link>}
                <time>{d('typedAt', { at: timeWords(at) })}</time>
              </li>
            );
          })}
        </ul>
      ))}
    </Answered>
  );
}

function Done({ onAct }: Acting) {
  const spoken = useSpoken();
  return <Lines tab="done" onAct={onAct} of={useAsk('GET /api/duties', { query: { state: 'done' } })} tasks={({ rows }) => dutyTasks(rows, spoken)} />;
}

const empty = { owed: ['emptyOwed', 'emptyOwedHelp'], waiting: ['emptyWaiting', 'emptyWaitingHelp'], sent: ['emptySent', 'emptySentHelp'], watched: ['emptyWatched', 'emptyWatchedHelp'], done: ['emptyDone', 'emptyDoneHelp'] } as const;

function Lines<T extends { readonly rows: readonly unknown[]; readonly hasMore?: boolean }>({ tab, onAct, of, tasks, total }: Acting & { readonly tab: keyof typeof empty; readonly of: UseQueryResult<T, Error>; readonly tasks: (answer: T) => readonly Task[]; readonly total?: (answer: T) => number }) {
  const d = useDeskWords();
  const [title, help] = empty[tab];
  return (
    <Answered of={of}>
      {(answer) => {
        const found = tasks(answer);
        const all = total?.(answer) ?? found.length;
        if (found.length === 0) return <Empty title={d(title)}>{d(help)}</Empty>;
        return (
          <>
            <TaskList tasks={found} label={d(tab)} onAct={onAct} />
            {all > found.length && <p className="panel-note quiet">{d('more', { count: all, shown: found.length })}</p>}
            {answer.hasMore && <p className="panel-note quiet">{d('latest', { shown: found.length })}</p>}
            <p className="desk-keys">{d('keys')}</p>
          </>
        );
      }}
    </Answered>
  );
}

function useSpoken() {
  return { language: useLanguage(), words: useDeskWords() };
}
