import { useRef, type KeyboardEvent } from 'react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useLanguage } from '#web/language.ts';
import { clockTone, clockWords } from '#web/matter/clock-words.ts';
import { StageTag } from '#web/matter/stage-tag.tsx';
import { findRegister } from '#web/registers.ts';
import type { Task } from '#web/work/tasks.ts';
import { useDeskWords } from '#web/work/words.ts';

/** Opens the form of an action of a line. */
export type OnAct = (task: Task, action: string) => void;

/** Lines of the desk, gone through with j and k; a opens the form of the first action without leaving the page. */
export function TaskList({ tasks, label, onAct }: { readonly tasks: readonly Task[]; readonly label: string; readonly onAct: OnAct }) {
  const list = useRef<HTMLUListElement>(null);
  const navigate = useNavigate();

  function onKey(event: KeyboardEvent<HTMLUListElement>) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    const links = [...(list.current?.querySelectorAll<HTMLElement>('.task-title') ?? [])];
    const at = links.findIndex((link) => link.closest('li')?.contains(event.target as Node));
    const task = tasks[at];
    if (step !== undefined) links[Math.min(Math.max(at + step, 0), links.length - 1)]?.focus();
    else if (event.key === 'a' && task) act(task);
    else return;
    event.preventDefault();
  }

  function act(task: Task) {
    const action = task.actions[0]?.action;
    if (action) onAct(task, action);
    else void navigate({ to: '/matters/$mechanism/$id', params: { mechanism: task.mechanism, id: task.id } });
  }

  return (
    <ul className="duties tasks" id="tasks" tabIndex={-1} ref={list} aria-label={label} onKeyDown={onKey}>
      {tasks.map((task) => <Line key={task.key} task={task} onAct={() => act(task)} />)}
    </ul>
  );
}

function Line({ task, onAct }: { readonly task: Task; readonly onAct: () => void }) {
  const d = useDeskWords();
  const language = useLanguage();
  const record = findRegister(task.mechanism);
  const [first] = task.actions;
  return (
    <li className={task.clock?.state === 'overdue' ? 'task is-late' : 'task'}>
      <span className={`tag ${task.clock ? clockTone(task.clock) : 'is-plain'}`}>{task.clock ? clockWords(task.clock, language) : d('noClock')}</span>
      <span className="task-words">
        <Link className="task-title" to="/matters/$mechanism/$id" params={{ mechanism: task.mechanism, id: task.id }}>{task.title}</Link>
        <span className="task-note">{[task.note, task.days].filter(Boolean).join(' · ')}</span>
      </span>
      <StageTag record={record} stage={task.stage} />
      {first && <button type="button" className="button task-act" aria-label={d('actTitle', { action: first.name[language], matter: task.title })} onClick={onAct}>{first.name[language]}</button>}
    </li>
  );
}
