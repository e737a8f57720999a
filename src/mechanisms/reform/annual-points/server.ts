import type { Matter } from '#kernel/matter.ts';
import type { Situation } from '#kernel/mechanism.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { pointsFigures } from './record.ts';
import { pointsParts, tableParts } from './report.ts';

/** The year of the points: as kept, or as typed where they are recorded at once. */
const yearOf = ({ matter }: Situation, input: Readonly<Record<string, unknown>>) => Number(input['year'] ?? matter.facts['year'] ?? 0);

const listed: Computation['asks'] = (situation, input) => ({ tasks: { mechanism: 'task', where: { all: [{ stage: ['drafted'] }, { fact: 'year', in: [yearOf(situation, input)] }] } } });
const clauses: Computation['asks'] = (situation, input) => ({ clauses: { mechanism: 'upperTask', where: { fact: 'year', in: [yearOf(situation, input)] } } });

const inOrder = (tasks: readonly Matter[]) => tasks.toSorted((a, b) => Number(a.facts['seq'] ?? 9999) - Number(b.facts['seq'] ?? 9999));

/** What the table prints of each task; kept as it was on the day of issue. */
function tableOf(tasks: readonly Matter[]) {
  const names = ['seq', 'category', 'title', 'target', 'leader', 'leadUnit', 'coUnits', 'dueText'];
  return inOrder(tasks).map(({ facts }) => Object.fromEntries(names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]]))));
}

/** The first task that cannot go out as it is, by number and what it lacks. */
function lackOf(tasks: readonly Matter[]): string {
  for (const { facts } of inOrder(tasks)) {
    const lacks = ([['seq', '序号'], ['category', '类别'], ['leadUnit', '牵头单位'], ['dueText', '完成时限']] as const).find(([name]) => facts[name] === undefined);
    if (lacks) return `${String(facts['seq'] ?? facts['title'] ?? '').slice(0, 120)}|${lacks[1]}`;
  }
  return '';
}

/** What is set above and taken up here, and what is not: a clause without a task and without a signature is a gap (reform.md §4.2, §5). */
function comparison(found: readonly Matter[]) {
  const needed = found.filter(({ stage }) => stage !== 'notApplicable');
  const open = needed.filter(({ stage }) => stage !== 'mapped');
  const name = ({ facts }: Matter) => `${String(facts['programmeTitle'] ?? '')}第${String(facts['clauseNo'] ?? '')}条`;
  return {
    upperCount: found.length,
    coverage: needed.length === 0 ? 100 : Math.round(((needed.length - open.length) / needed.length) * 1000) / 10,
    gapList: open.map(name).join('、').slice(0, 4000),
  };
}

const goingOut: Computation['work'] = (_situation, _input, { tasks = [] }) => ({
  listed: inOrder(tasks).map(({ id }) => id), lack: lackOf(tasks), issuedTable: tableOf(tasks), taskCount: tasks.length, categoryCount: new Set(tasks.map(({ facts }) => facts['category'])).size,
});

/** What the points ask of the server: which tasks go out with them, and whether anything set above is left. */
export const serving: MechanismServer = {
  computes: {
    compare: { asks: clauses, work: (_situation, _input, found) => comparison(found['clauses'] ?? []) },
    putForward: { asks: clauses, work: (_situation, _input, found) => comparison(found['clauses'] ?? []) },
    recordMeeting: { asks: clauses, work: (_situation, _input, found) => comparison(found['clauses'] ?? []) },
    consult: { asks: listed, work: (_situation, _input, { tasks = [] }) => ({ listed: tasks.map(({ id }) => id) }) },
    issue: { asks: listed, work: goingOut },
    recordIssued: { asks: listed, work: goingOut },
    proposeRevision: { asks: listed, work: (_situation, _input, { tasks = [] }) => ({ listed: tasks.map(({ id }) => id) }) },
    approveRevision: { asks: listed, work: goingOut },
  },
  documents: {
    points: {
      name: { zh: '年度工作要点', en: 'Yearly points' },
      when: { fact: 'issuedTable', present: true },
      figures: pointsFigures,
      parts: pointsParts,
      fileName: ({ matter }) => `${String(matter.facts['title'] ?? '')} ${String(matter.facts['docNo'] ?? '')}`,
    },
    table: {
      name: { zh: '任务分解表', en: 'Table of tasks' },
      when: { fact: 'issuedTable', present: true },
      parts: tableParts,
      fileName: ({ matter }) => `${String(matter.facts['year'] ?? '')}年重点改革任务分解表`,
    },
  },
};
