import { fact } from '#kernel/fact.ts';
import { lamps } from '../lights.ts';
import { action, leadHead, leadUnit, office, set, type Effect } from './moves.ts';
import { waiting } from './drafting.ts';
import { lightOf, lightSets, publishedQuarters } from './light.ts';
import type { Situation } from './rules.ts';

const awake = ['assigned', 'planSubmitted', 'planSigned', 'planned', 'running', 'adjustApplied', 'suspended', 'doneClaimed', 'groupAgreed', 'verified'] as const;

function isUnchanged({ matter }: Situation, now: ReturnType<typeof lightOf>, quarters: unknown): boolean {
  const { facts } = matter;
  return quarters === undefined && lightSets.every((name) => (facts[name] ?? null) === (now[name] ?? null));
}

/** Lights, worked out every night, published every quarter; and what a task waits for. Letters are a register of their own (warningLetter). */
export const watchingActions = {
  recompute: action({
    name: { zh: '夜间亮灯', en: 'Light worked out at night' },
    from: awake,
    by: ['system'],
    hidden: true,
    sets: ['quarterLights', ...lightSets],
    when: (situation) => (isUnchanged(situation, lightOf(situation), publishedQuarters(situation)) ? 'unchanged' : undefined),
    effects: (situation) => {
      const { light: before, leadUnit: unit = '' } = situation.matter.facts;
      const quarterLights = publishedQuarters(situation);
      const now = lightOf(situation, situation.matter.stage, quarterLights === undefined ? {} : { quarterLights });
      const turned = now.light !== before && (now.light === 'yellow' || now.light === 'red');
      const words = now.light === undefined ? undefined : lamps[now.light];
      return [
        set({ ...now, ...(quarterLights === undefined ? {} : { quarterLights }) }),
        ...(turned && words ? [{ do: 'tell', to: { unit }, text: { zh: `任务亮${words.zh}：${now.lightGround ?? ''}。`, en: `The task shows ${words.en.toLowerCase()}; see why on its page.` } } satisfies Effect] : []),
      ];
    },
  }),
  setLight: action({
    name: { zh: '人工调整灯色', en: 'Set the light by hand' },
    help: { zh: '由督察组组长写明理由；系统灯色照样显示，系统灯色变化时恢复。', en: 'By the head of an inspection team with a reason; the computed light stays beside it and takes over once it changes.' },
    from: awake,
    by: [{ role: 'INSPECT_LEAD' }],
    reason: 10,
    asks: { handLight: 'must' },
    sets: ['light'],
    effects: (_situation, { handLight }) => [set({ light: handLight })],
  }),
  noteInspection: action({
    name: { zh: '督察情况', en: 'What inspection found' },
    help: { zh: '督察整改逾期或者认定虚假的，任务亮红灯。', en: 'Overdue rectification or a false report turns the light red.' },
    from: [...awake, 'closed', 'cancelled', 'carriedOver'],
    by: ['system'],
    hidden: true,
    asks: { isRectificationLate: 'may', isReportFalse: 'may' },
    sets: lightSets,
    effects: (situation, input) => [set(lightOf(situation, situation.matter.stage, input))],
  }),
  await: action({
    name: { zh: '设定前置任务', en: 'Set what it waits for' },
    help: { zh: '前置任务没有完成时本任务亮灰灯，不计逾期；绕成一圈的不能保存。', en: 'While what it waits for is not done the light is grey. Tasks may not wait for one another in a ring.' },
    from: ['drafted', 'assigned', 'planSubmitted', 'planSigned', 'planned', 'running'],
    by: [office, leadUnit, leadHead],
    asks: { dependsOn: 'must' },
    extra: { ring: fact.text({ zh: '绕成的一圈', en: 'The ring' }, { min: 0, max: 1000 }) },
    extraAsks: { ring: 'computed' },
    check: (_situation, { ring }) => (ring === '' ? undefined : { refusal: 'cycle', field: 'dependsOn', detail: { path: ring } }),
    effects: (situation, { dependsOn }) => waiting(situation, dependsOn),
  }),
};
