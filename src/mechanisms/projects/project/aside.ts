import { fact } from '#kernel/fact.ts';
import { actionsOf } from '#kernel/mechanism.ts';
import { clockOf, fallBack, finders, moveSets, reach, running, stageClocks, type Effect } from './moves.ts';
import { projectRecord } from './record.ts';
import { badHold, placeOf } from './rules.ts';
import { between, chain, chainNames, type ChainStage } from './stages.ts';

const action = actionsOf(projectRecord);
const head = { role: 'SECRETARIAT_HEAD' } as const;
const leaders = [{ role: 'LEADER' }, { role: 'TOP' }] as const;
const allClocks = [...stageClocks, 'start', 'capacity'] as const;
const reason = 10;

/** What leaves the chain: holds, returns, exceptions, moves back, ends. */
export const asideActions = {
  askSkip: action({
    name: { zh: '申请例外跨越', en: 'Ask for an exception' },
    help: { zh: '阶段只能一步一步走；确需跨越的写明理由，由区领导批准。', en: 'Stages go one by one; an exception needs a reason and a leader’s approval.' },
    from: between('planning', 'aboveScale'),
    by: [...finders, { role: 'SECRETARIAT' }, { role: 'STEWARD' }],
    reason: 20,
    asks: { skipTo: 'must' },
    check: ({ matter }, { skipTo }) => (placeOf(skipTo) <= placeOf(matter.stage) ? { refusal: 'notLater', field: 'skipTo' } : undefined),
    effects: () => [{ do: 'tell', to: { role: 'LEADER' }, text: { zh: '有项目申请例外跨越阶段，请审批。', en: 'A project asks for an exception. Please decide.' } }],
  }),
  approveSkip: action({
    name: { zh: '批准例外跨越', en: 'Approve the exception' },
    from: between('planning', 'aboveScale'),
    to: between('dueDiligence', 'closed'),
    by: leaders,
    tone: 'danger',
    apartFrom: ['askSkip'],
    reason: 20,
    evidence: 1,
    stops: allClocks,
    sets: [...moveSets, 'skipTo'],
    when: ({ matter }) => (matter.facts.skipTo === undefined || placeOf(matter.facts.skipTo) <= placeOf(matter.stage) ? 'noSkipAsked' : undefined),
    leads: ({ matter }) => matter.facts.skipTo,
    effects: (situation, input) => {
      const { skipTo } = situation.matter.facts;
      return skipTo === undefined ? [] : [...reach(situation, skipTo, { isException: true, reason: input.reason }), { do: 'set', values: { skipTo: null } }];
    },
  }),
  moveBack: action({
    name: { zh: '退回前一阶段', en: 'Move back' },
    help: { zh: '查实阶段不实的退回；原日期留在历程里，从退回之日起不再计入。', en: 'Where a stage proves untrue. Its old day stays in the history and counts no more.' },
    from: between('planning', 'atCapacity'),
    to: between('lead', 'aboveScale'),
    by: [head, ...leaders],
    tone: 'danger',
    reason,
    extra: { backTo: fact.choice({ zh: '退回到', en: 'Back to' }, chainNames) },
    extraAsks: { backTo: 'must' },
    sets: moveSets,
    check: ({ matter }, { backTo }) => (placeOf(backTo) >= placeOf(matter.stage) ? { refusal: 'notEarlier', field: 'backTo' } : undefined),
    leads: (_situation, { backTo }) => backTo,
    effects: (situation, { backTo, reason: why }) => fallBack(situation, backTo, why),
  }),
  hold: action({
    name: { zh: '暂缓', en: 'Put on hold' },
    help: { zh: '写明理由和复核日期，最长90天；时限中止，恢复后补回。', en: 'With a reason and a day to look again, ninety days at most; clocks pause meanwhile.' },
    from: between('lead', 'aboveScale'),
    to: 'onHold',
    by: [head, ...leaders],
    reason,
    asks: { holdUntil: 'must' },
    starts: ['hold'],
    sets: ['heldFrom'],
    check: (situation, { holdUntil }) => badHold(situation, holdUntil),
    effects: (situation, { reason: why }) => [
      { do: 'set', values: { heldFrom: situation.matter.stage as ChainStage } },
      ...running(situation).filter((clock) => clock !== 'hold').map((clock): Effect => ({ do: 'pause', clock, reason: why ?? '' })),
    ],
  }),
  resume: action({
    name: { zh: '恢复推进', en: 'Resume' },
    from: ['onHold'],
    to: chain,
    by: [head, ...leaders],
    tone: 'primary',
    stops: ['hold'],
    resumes: allClocks.filter((clock) => clock !== 'hold'),
    sets: ['heldFrom', 'holdUntil'],
    leads: ({ matter }) => matter.facts.heldFrom,
    effects: () => [{ do: 'set', values: { heldFrom: null, holdUntil: null } }],
  }),
  sendBack: action({
    name: { zh: '退回补正', en: 'Return' },
    from: ['lead', 'planning', 'review', 'decided'],
    to: 'returned',
    by: [{ role: 'SECRETARIAT' }, head],
    reason,
    stops: allClocks,
    sets: ['heldFrom'],
    effects: ({ matter }) => [{ do: 'set', values: { heldFrom: matter.stage as ChainStage } }, { do: 'tell', to: { role: 'INVEST' }, text: { zh: '项目被退回补正，请按理由补充后重新提交。', en: 'The project was returned; complete it and hand it in again.' } }],
  }),
  resubmit: action({
    name: { zh: '重新提交', en: 'Hand in again' },
    help: { zh: '评审不予通过的，有新情况可以申请复议一次，回到评审。', en: 'After a refusal new facts bring it back to the review.' },
    from: ['returned'],
    to: ['lead', 'planning', 'review', 'decided'],
    by: finders,
    tone: 'primary',
    reason,
    sets: ['heldFrom', 'reviewResult', 'reviewScore', 'reviewedOn', 'reviewValidUntil'],
    leads: ({ matter }) => matter.facts.heldFrom as 'lead' | 'planning' | 'review' | 'decided' | undefined,
    effects: ({ matter }) => {
      const { heldFrom, reviewResult } = matter.facts;
      const clock = heldFrom === undefined ? undefined : clockOf[heldFrom];
      return [
        { do: 'set', values: { heldFrom: null } },
        ...(reviewResult === 'refused' ? [{ do: 'set', values: { reviewResult: null, reviewScore: null, reviewedOn: null, reviewValidUntil: null } } as const] : []),
        ...(clock === undefined ? [] : [{ do: 'start', clock } as const]),
      ];
    },
  }),
  merge: action({
    name: { zh: '并项', en: 'Merge' },
    help: { zh: '同一项目报了两次的，并入先报的一个，不重复计数。', en: 'One project filed twice counts once: put it into the one filed first.' },
    from: ['lead', 'planning', 'returned'],
    to: 'merged',
    by: [...finders, { role: 'SECRETARIAT' }],
    tone: 'danger',
    asks: { mergedInto: 'must' },
    stops: allClocks,
    check: ({ matter }, { mergedInto }) => (mergedInto === matter.id ? { refusal: 'intoItself', field: 'mergedInto' } : undefined),
  }),
  terminate: action({
    name: { zh: '终止', en: 'Terminate' },
    help: { zh: '落地前不再推进的项目。', en: 'For a project that goes no further before it has land.' },
    from: [...between('lead', 'registered'), 'onHold', 'returned'],
    to: 'terminated',
    by: [head, ...leaders],
    tone: 'danger',
    reason,
    stops: allClocks,
    when: ({ matter }) => (matter.facts.landedOn !== undefined ? 'afterLand' : undefined),
    effects: () => [{ do: 'withdraw', duty: 'registerCompany' }],
  }),
  exit: action({
    name: { zh: '退出', en: 'Exit' },
    help: { zh: '落地后不再推进的项目：收回、转让或者盘活土地，依据联席会议决定。', en: 'For a project that goes no further with its land: taken back, transferred or re-used, by the joint meeting.' },
    from: [...between('landed', 'aboveScale'), 'onHold'],
    to: 'exited',
    by: [{ role: 'JOINT' }, ...leaders],
    tone: 'danger',
    reason,
    evidence: 1,
    asks: { exitKind: 'must', minutesNo: 'must' },
    stops: allClocks,
    when: ({ matter }) => (matter.facts.landedOn === undefined ? 'beforeLand' : undefined),
  }),
  relocate: action({
    name: { zh: '转移', en: 'Relocate' },
    from: [...between('lead', 'registered'), 'onHold', 'returned'],
    to: 'relocated',
    by: [head, ...leaders],
    tone: 'danger',
    reason,
    asks: { relocatedTo: 'must' },
    stops: allClocks,
    effects: () => [{ do: 'withdraw', duty: 'registerCompany' }],
  }),
};
