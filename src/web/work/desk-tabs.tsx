import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { useAsk } from '#web/ask.ts';
import { useLanguage } from '#web/language.ts';
import { Answered, Empty } from '#web/shell/faces.tsx';
import { TaskList } from '#web/work/task-list.tsx';
import { byBurning, dutyTasks, sentTasks, waitingTasks, type Task } from '#web/work/tasks.ts';
import { useDeskWords } from '#web/work/words.ts';

export type DeskTab = 'owed' | 'waiting' | 'sent' | 'done';

/** The lines of one part of the desk. */
export function Tasks({ tab }: { readonly tab: DeskTab }) {
  const Part = parts[tab];
  return <Part />;
}

const parts: Readonly<Record<DeskTab, () => ReactNode>> = { owed: Owed, waiting: Waiting, sent: SentOn, done: Done };

function Owed() {
  const spoken = useSpoken();
  return <Lines tab="owed" of={useAsk('GET /api/duties', { query: { state: 'open' } })} tasks={({ rows }) => dutyTasks(rows, spoken).toSorted(byBurning)} />;
}

function Waiting() {
  const spoken = useSpoken();
  return <Lines tab="waiting" of={useAsk('GET /api/waiting')} tasks={({ rows }) => waitingTasks(rows, spoken).toSorted(byBurning)} total={({ total }) => total} />;
}

function SentOn() {
  const spoken = useSpoken();
  return <Lines tab="sent" of={useAsk('GET /api/sent')} tasks={({ rows, names }) => sentTasks(rows, names, spoken)} />;
}

function Done() {
  const spoken = useSpoken();
  return <Lines tab="done" of={useAsk('GET /api/duties', { query: { state: 'done' } })} tasks={({ rows }) => dutyTasks(rows, spoken)} />;
}

const empty = { owed: ['emptyOwed', 'emptyOwedHelp'], waiting: ['emptyWaiting', 'emptyWaitingHelp'], sent: ['emptySent', 'emptySentHelp'], done: ['emptyDone', 'emptyDoneHelp'] } as const;

function Lines<T>({ tab, of, tasks, total }: { readonly tab: DeskTab; readonly of: UseQueryResult<T, Error>; readonly tasks: (answer: T) => readonly Task[]; readonly total?: (answer: T) => number }) {
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
            <TaskList tasks={found} label={d(tab)} />
            {all > found.length && <p className="panel-note quiet">{d('more', { count: all, shown: found.length })}</p>}
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
