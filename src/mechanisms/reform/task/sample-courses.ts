import { listedTasks, type ListedTask } from './sample-list.ts';

/** What becomes of a task in the sample year; each is told in `sample.ts`. */
export type Course =
  | 'june' | 'september' | 'winter' | 'late' | 'partial' | 'returned' | 'red' | 'suspended' | 'cancelled'
  | 'checking' | 'extended' | 'blue' | 'yellow' | 'silent' | 'twice' | 'standing' | 'waiting';

const season = ({ dueText }: ListedTask) => (dueText === '长期' ? 'standing' : dueText === '年底前' ? 'winter' : ['9月底前', '国庆节前'].includes(dueText) ? 'september' : 'june');

const places = new Map(
  ['june', 'september', 'winter'].flatMap((name) => listedTasks.filter((task) => season(task) === name).map((task, place) => [task.seq, place] as const)),
);

/** By season and place in it, so that the year has a little of everything. */
export function courseOf(task: ListedTask): Course {
  const place = places.get(task.seq) ?? 0;
  switch (season(task)) {
    case 'standing': return 'standing';
    case 'june': return june[place] ?? (place % 17 === 7 ? 'returned' : place % 17 === 11 ? 'partial' : 'june');
    case 'september': return ({ 2: 'extended', 5: 'extended', 7: 'late', 9: 'red' } as const)[place % 10] ?? 'september';
    default: return (['winter', 'winter', 'blue', 'checking', 'yellow', 'blue', 'silent', 'blue', 'twice', 'checking', 'red', 'blue'] as const)[place % 12] ?? 'blue';
  }
}

const june: Readonly<Record<number, Course>> = { 13: 'red', 20: 'suspended', 32: 'cancelled', 38: 'red', 44: 'suspended', 55: 'red', 60: 'waiting', 64: 'waiting' };
