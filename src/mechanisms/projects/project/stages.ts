import type { Stage } from '#kernel/mechanism.ts';
import type { Text } from '#kernel/words.ts';

/** The chain from a lead to its end, in order (projects.md §1.1): one step forward only. */
export const chain = [
  'lead', 'planning', 'dueDiligence', 'review', 'decided', 'signed', 'registered', 'landed', 'permitted', 'started', 'building', 'completed', 'producing', 'aboveScale', 'atCapacity', 'closed',
] as const;
export type ChainStage = (typeof chain)[number];

/** The names of the chain. */
export const chainNames = {
  lead: { zh: '线索', en: 'Lead' },
  planning: { zh: '策划在谈', en: 'Planning' },
  dueDiligence: { zh: '尽调', en: 'Due diligence' },
  review: { zh: '评审', en: 'Review' },
  decided: { zh: '决策', en: 'Decided' },
  signed: { zh: '签约', en: 'Signed' },
  registered: { zh: '注册', en: 'Registered' },
  landed: { zh: '落地', en: 'Landed' },
  permitted: { zh: '手续', en: 'Permitted' },
  started: { zh: '开工', en: 'Started' },
  building: { zh: '在建纳统', en: 'Building, in statistics' },
  completed: { zh: '竣工', en: 'Completed' },
  producing: { zh: '投产', en: 'Producing' },
  aboveScale: { zh: '入规', en: 'Above scale' },
  atCapacity: { zh: '达产', en: 'At capacity' },
  closed: { zh: '闭环', en: 'Closed' },
} as const satisfies Readonly<Record<ChainStage, Text>>;

/** All stages: the chain, the side states, the other ends. */
export const projectStages = {
  ...(Object.fromEntries(chain.map((key) => [key, { name: chainNames[key], place: key === 'closed' ? 'end' : 'main' }])) as Readonly<Record<ChainStage, Stage>>),
  takenOver: { name: { zh: '存量待核', en: 'Taken over, to be confirmed' }, place: 'side' },
  onHold: { name: { zh: '暂缓', en: 'On hold' }, place: 'side' },
  returned: { name: { zh: '退回', en: 'Returned' }, place: 'side' },
  merged: { name: { zh: '已并项', en: 'Merged' }, place: 'end', uncounted: true },
  terminated: { name: { zh: '终止', en: 'Terminated' }, place: 'end' },
  exited: { name: { zh: '退出', en: 'Exited' }, place: 'end' },
  relocated: { name: { zh: '转移', en: 'Relocated' }, place: 'end' },
} as const satisfies Readonly<Record<string, Stage>>;

/** The three gates (三道关口) and the stages in which a project stands before or within each. */
export const gates = {
  dueDiligence: { zh: '尽调（过筛）', en: 'Due diligence' },
  review: { zh: '评审（体检）', en: 'Review' },
  supervision: { zh: '监管（约束）', en: 'Supervision' },
} as const satisfies Readonly<Record<string, Text>>;

/** The gate at which a project of that stage stands. */
export function gateOf(stage: ChainStage): keyof typeof gates {
  const place = chain.indexOf(stage);
  return place <= chain.indexOf('dueDiligence') ? 'dueDiligence' : place <= chain.indexOf('decided') ? 'review' : 'supervision';
}

/** The stages of the chain from one to another, both included. */
export function between(first: ChainStage, last: ChainStage): readonly ChainStage[] {
  return chain.slice(chain.indexOf(first), chain.indexOf(last) + 1);
}

/** The fact that holds the day on which a stage was reached: counts of a stage are counts of that day. */
export function dayFact<S extends ChainStage>(stage: S): `${S}On` {
  return `${stage}On`;
}
