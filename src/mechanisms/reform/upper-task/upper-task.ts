import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf, type Situation as SituationOf } from '#kernel/mechanism.ts';
import { upperTaskFigures } from './figures.ts';
import { upperTaskRecord, type UpperTaskRecord } from './record.ts';

type Situation = SituationOf<UpperTaskRecord>;
type Effect = EffectOf<UpperTaskRecord>;

const action = actionsOf(upperTaskRecord);
const office = { role: 'OFFICE' } as const;
const group = { role: 'GROUP' } as const;
const groupHead = { role: 'GROUP_HEAD' } as const;
const set = (values: Extract<Effect, { do: 'set' }>['values']): Effect => ({ do: 'set', values });
const task = { task: fact.matter({ zh: '任务', en: 'Task' }, 'task') };

/** A task that was struck out or cancelled carries nothing out. */
function goneTask({ findMatter }: Situation, tasks: readonly string[]) {
  const gone = tasks.map((id) => findMatter(id)).find((each) => each !== undefined && ['struck', 'cancelled'].includes(each.stage));
  return gone === undefined ? undefined : ({ refusal: 'taskGone', field: 'tasks', detail: { title: String(gone.facts['title'] ?? '') } } as const);
}

/** A clause from above: taken up by tasks, or signed as not applicable by the head of a special group. */
export const upperTask = mechanism(upperTaskRecord, {
  figures: upperTaskFigures,
  actions: {
    file: action({
      name: { zh: '列出条目', en: 'List a clause' },
      from: 'new',
      to: 'open',
      by: ['system'],
      hidden: true,
      asks: { programme: 'must', programmeTitle: 'must', level: 'must', year: 'must', clauseNo: 'must', text: 'must', upperDept: 'may', dueText: 'may', dueOn: 'may', label: 'may', receivedOn: 'may' },
      starts: ['map'],
      effects: (_situation, { programme }) => [{ do: 'link', type: 'partOf', id: programme }],
    }),
    map: action({
      name: { zh: '落到任务', en: 'Take it up' },
      help: { zh: '选择承接它的本区任务，可以多选；两边互相能看到、能点开。', en: 'Choose the tasks that carry it out; both ends show and open each other.' },
      from: ['open', 'naProposed', 'mapped', 'notApplicable'],
      to: 'mapped',
      by: [office, group],
      tone: 'primary',
      asks: { tasks: 'must' },
      sets: ['naReason', 'naSigned', 'naSignedOn'],
      stops: ['map'],
      follows: ['task.takeUpper'],
      check: (situation, { tasks }) => goneTask(situation, tasks),
      effects: ({ matter }, { tasks }) => [
        set({ tasks: [...new Set([...(matter.facts.tasks ?? []), ...tasks])], naReason: null, naSigned: null, naSignedOn: null }),
        ...tasks.filter((id) => !(matter.facts.tasks ?? []).includes(id)).map((id): Effect => ({ do: 'follow', mechanism: 'task', id, action: 'takeUpper', input: { clause: matter.id } })),
      ],
    }),
    takeTask: action({
      name: { zh: '由任务承接', en: 'Taken up by a task' },
      from: ['open', 'naProposed', 'mapped', 'notApplicable'],
      to: 'mapped',
      by: ['system'],
      hidden: true,
      extra: task,
      extraAsks: { task: 'must' },
      sets: ['tasks'],
      stops: ['map'],
      effects: ({ matter }, input) => [set({ tasks: [...new Set([...(matter.facts.tasks ?? []), input.task])] })],
    }),
    loseTask: action({
      name: { zh: '任务不再承接', en: 'No longer taken up' },
      from: ['mapped'],
      to: ['mapped', 'open'],
      by: ['system'],
      hidden: true,
      extra: task,
      extraAsks: { task: 'must' },
      sets: ['tasks'],
      leads: ({ matter }, input) => ((matter.facts.tasks ?? []).some((id) => id !== input.task) ? 'mapped' : 'open'),
      effects: ({ matter }, input) => {
        const left = (matter.facts.tasks ?? []).filter((id) => id !== input.task);
        return [set({ tasks: left.length > 0 ? left : null }), ...(left.length > 0 ? [] : [{ do: 'start', clock: 'map' } satisfies Effect])];
      },
    }),
    proposeNa: action({
      name: { zh: '拟不适用', en: 'Propose as not applicable' },
      help: { zh: '写明理由，由专项小组组长签字后才算数。', en: 'With the reason; it counts once the head of a special group has signed.' },
      from: ['open'],
      to: 'naProposed',
      by: [office, group],
      asks: { naReason: 'must' },
      effects: () => [{ do: 'tell', to: { role: 'GROUP_HEAD' }, text: { zh: '有上级条目拟作不适用，请审签。', en: 'A clause from above is proposed as not applicable; please decide.' } }],
    }),
    signNa: action({
      name: { zh: '签字确认不适用', en: 'Sign as not applicable' },
      from: ['naProposed'],
      to: 'notApplicable',
      by: [groupHead],
      tone: 'primary',
      reason: 10,
      sets: ['naSigned', 'naSignedOn'],
      stops: ['map'],
      effects: ({ actor, today }) => [set({ naSignedOn: today, ...(actor.kind === 'post' ? { naSigned: actor.personId } : {}) })],
    }),
    refuseNa: action({
      name: { zh: '不同意，须承接', en: 'Refuse: it applies' },
      from: ['naProposed', 'notApplicable'],
      to: 'open',
      by: [groupHead],
      reason: 10,
      sets: ['naReason', 'naSigned', 'naSignedOn'],
      starts: ['map'],
      effects: () => [set({ naReason: null, naSigned: null, naSignedOn: null })],
    }),
  },
});
