import type { DutyRow, SentRow, WaitingRow } from '#contract/desk-shapes.ts';
import type { ClockReading, Names } from '#contract/shapes.ts';
import { verbatim, type Language, type Text } from '#kernel/words.ts';
import { dayWords } from '#web/language.ts';
import { findRegister } from '#web/registers.ts';
import { byUrgency } from '#web/work/burning.ts';
import type { useDeskWords } from '#web/work/words.ts';

/** One line of the desk, whatever list it comes from. */
export interface Task {
  readonly key: string;
  readonly mechanism: string;
  readonly id: string;
  readonly title: string;
  readonly stage: string;
  readonly clock?: ClockReading | undefined;
  /** What it is about: the duty, the next step, who has it. */
  readonly note: string;
  /** Days that matter beside what the clock says. */
  readonly days: string;
  /** What may be done at once, the first first. */
  readonly actions: readonly { readonly action: string; readonly name: Text }[];
}

interface Spoken {
  readonly language: Language;
  readonly words: ReturnType<typeof useDeskWords>;
}

/** What units owe, what burns first. */
export function dutyTasks(rows: readonly DutyRow[], { language, words }: Spoken): Task[] {
  return rows.map(({ duty, matter, actions }): Task => {
    const record = findRegister(matter.mechanism);
    return {
      key: `${matter.id} ${duty.id}`, mechanism: matter.mechanism, id: matter.id, title: titleOf(matter), stage: matter.stage, clock: duty.clock,
      note: [record?.duties[duty.kind]?.name[language] ?? duty.kind, record?.name[language]].join(' · '),
      days: duty.state === 'done' ? words('doneOn', { day: dayWords(duty.closedAt ?? duty.openedAt) }) : daysOf(duty.clock, words), actions,
    };
  });
}

/** What waits for a post by its role. */
export function waitingTasks(rows: readonly WaitingRow[], { language, words }: Spoken): Task[] {
  return rows.map((row): Task => {
    const record = findRegister(row.mechanism);
    const actions = row.actions.map((action) => ({ action, name: record?.steps[action] ?? verbatim(action) }));
    const steps = actions.map(({ name }) => name[language]).join(language === 'zh' ? '、' : ', ');
    return { key: row.id, mechanism: row.mechanism, id: row.id, title: titleOf(row), stage: row.stage, clock: row.clock, note: [steps, record?.name[language]].join(' · '), days: row.clock ? daysOf(row.clock, words) : '', actions };
  });
}

/** What somebody sent on or watches, with who has it now. */
export function sentTasks(rows: readonly SentRow[], names: Names, { language, words }: Spoken, day: 'sentOn' | 'changedOn' = 'sentOn'): Task[] {
  return rows.map((row): Task => {
    const units = [...new Set(row.owed.map(({ unit }) => names.units[unit] ?? unit))].join(language === 'zh' ? '、' : ', ');
    const clock = row.owed.map((duty) => duty.clock).toSorted(byUrgency)[0] ?? row.clock;
    return { key: row.id, mechanism: row.mechanism, id: row.id, title: titleOf(row), stage: row.stage, clock, note: units ? words('owedBy', { units }) : words('nobodyOwes'), days: words(day, { day: dayWords(row.sentAt) }), actions: [] };
  });
}

/** Lines of the desk, what burns first. */
export function byBurning(one: Task, other: Task): number {
  return byUrgency(one.clock, other.clock);
}

/** The days behind a clock's words: when it runs out, whether a rest day moved it, since when it is paused. */
export function daysOf(clock: ClockReading, words: Spoken['words']): string {
  const parts = [
    clock.state === 'paused' && clock.since ? words('pausedSince', { day: clock.since }) : '',
    clock.rolledFrom && clock.dueOn ? words('rolled', { from: clock.rolledFrom, to: clock.dueOn }) : clock.dueOn ? words('due', { day: clock.dueOn }) : '',
    clock.extendedBy ? words('extended', { days: clock.extendedBy }) : '',
  ];
  return parts.filter(Boolean).join(' · ');
}

function titleOf({ number, title }: { readonly number: string | null; readonly title: string }): string {
  return [number, title].filter(Boolean).join(' ');
}
