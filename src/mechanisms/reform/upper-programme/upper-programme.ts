import { yearsBefore } from '#kernel/calendar.ts';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf, type Situation as SituationOf, type Verdict as VerdictOf } from '#kernel/mechanism.ts';
import { understandDueWords } from '#kernel/due-words.ts';
import { upperProgrammeFigures } from './figures.ts';
import { coverageFigures, upperProgrammeRecord, type UpperProgrammeRecord } from './record.ts';

type Situation = SituationOf<UpperProgrammeRecord>;
type Effect = EffectOf<UpperProgrammeRecord>;
type Clauses = NonNullable<Situation['matter']['facts']['clauses']>;

const action = actionsOf(upperProgrammeRecord);
const office = { role: 'OFFICE' } as const;

/** The day of a clause, in the year of the programme. */
function dayOfClause(dueText: string | undefined, year: number): string | undefined | 'unclear' {
  if (dueText === undefined) return undefined;
  const due = understandDueWords(dueText, `${year}-01-01`);
  return due.kind === 'day' ? due.day : due.kind === 'unclear' ? 'unclear' : undefined;
}

function badClauses({ matter }: Situation, clauses: Clauses, held: Clauses): VerdictOf<UpperProgrammeRecord> {
  const field = 'clauses';
  if (clauses.length === 0 || clauses.some(({ clauseNo, text }) => clauseNo === undefined || text === undefined)) return { refusal: 'clauseIncomplete', field };
  const all = [...held, ...clauses];
  const twice = all.find(({ clauseNo }, at) => all.findIndex((each) => each.clauseNo === clauseNo) !== at);
  if (twice) return { refusal: 'clauseTwice', field, detail: { no: twice.clauseNo ?? '' } };
  const unclear = clauses.find(({ dueText }) => dayOfClause(dueText, matter.facts.year ?? 2000) === 'unclear');
  return unclear === undefined ? undefined : { refusal: 'dueUnclear', field, detail: { no: unclear.clauseNo ?? '', words: unclear.dueText ?? '' } };
}

/** Each clause becomes a matter of its own, with its own day and department (reform.md §5). */
function filed({ matter }: Situation, clauses: Clauses): readonly Effect[] {
  const { title = '', level = 'city', year = 0, label, receivedOn } = matter.facts;
  return clauses.map(({ clauseNo = '', text = '', upperDept, dueText }) => {
    const dueOn = dayOfClause(dueText, year);
    const known = { upperDept, dueText, dueOn, label, receivedOn };
    return { do: 'follow', mechanism: 'upperTask', action: 'file', input: { programme: matter.id, programmeTitle: title, level, year, clauseNo, text, ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined)) } };
  });
}

/** Documents from above, from receipt to the last clause taken up. */
export const upperProgramme = mechanism(upperProgrammeRecord, {
  figures: upperProgrammeFigures,
  actions: {
    register: action({
      name: { zh: '登记上级部署', en: 'Register a programme' },
      from: 'new',
      to: 'registered',
      by: [office],
      tone: 'primary',
      asks: { title: 'must', level: 'must', docNo: 'may', issuer: 'may', year: 'must', label: 'may', receivedOn: 'must' },
      evidence: 0,
      check: ({ today, setting }, { receivedOn }) => {
        if (receivedOn > today) return { refusal: 'receivedLater', field: 'receivedOn' };
        // The clock of the breakdown runs from that day: a slip of the year would be overdue for centuries.
        const years = setting('oldest');
        return receivedOn < yearsBefore(today, years) ? { refusal: 'receivedLongAgo', field: 'receivedOn', detail: { years } } : undefined;
      },
      // The ten working days run from receipt, whenever it is typed in.
      effects: (_situation, { receivedOn }) => [{ do: 'start', clock: 'decompose', on: receivedOn }],
    }),
    decompose: action({
      name: { zh: '分解条目', en: 'Break it down' },
      help: { zh: '一条一行，各有上级时限和主管部门；每一条随后都要落到任务，或者签字说明不适用。', en: 'One line for each clause with its own limit and department; each is then taken up by a task or signed as not applicable.' },
      from: ['registered'],
      to: 'decomposed',
      by: [office],
      tone: 'primary',
      asks: { clauses: 'must' },
      sets: ['clauseCount', 'decomposedOn'],
      stops: ['decompose'],
      starts: ['map'],
      follows: ['upperTask.file'],
      check: (situation, { clauses }) => badClauses(situation, clauses, []),
      effects: (situation, { clauses }) => [{ do: 'set', values: { clauseCount: clauses.length, decomposedOn: situation.today } }, ...filed(situation, clauses)],
    }),
    addClauses: action({
      name: { zh: '补充条目', en: 'Add clauses' },
      from: ['decomposed', 'covered'],
      to: 'decomposed',
      by: [office],
      reason: 4,
      extra: { more: { ...upperProgrammeRecord.facts.clauses, name: { zh: '补充的条目', en: 'Clauses to add' } } },
      extraAsks: { more: 'must' },
      sets: ['clauses', 'clauseCount', 'coveredOn'],
      starts: ['map'],
      follows: ['upperTask.file'],
      check: (situation, { more }) => badClauses(situation, more, situation.matter.facts.clauses ?? []),
      effects: (situation, { more }) => {
        const clauses = [...(situation.matter.facts.clauses ?? []), ...more];
        return [{ do: 'set', values: { clauses, clauseCount: clauses.length, coveredOn: null } }, ...filed(situation, more)];
      },
    }),
    confirmCoverage: action({
      name: { zh: '确认全部承接', en: 'Confirm that all is taken up' },
      from: ['decomposed'],
      to: 'covered',
      by: [office],
      tone: 'primary',
      extra: { open: fact.text({ zh: '未承接条目', en: 'Clauses left' }, { min: 0, max: 2000 }) },
      extraAsks: { open: 'computed' },
      sets: ['coveredOn'],
      prints: coverageFigures,
      stops: ['map'],
      check: (_situation, { open }) => (open === '' ? undefined : { refusal: 'clausesOpen', detail: { list: open } }),
      effects: ({ today }) => [{ do: 'set', values: { coveredOn: today } }],
    }),
    withdraw: action({
      name: { zh: '撤销登记', en: 'Withdraw' },
      from: ['registered'],
      to: 'withdrawn',
      by: [office],
      tone: 'danger',
      reason: 4,
      stops: ['decompose'],
    }),
  },
});
