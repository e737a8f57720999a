import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf, type Situation as SituationOf } from '#kernel/mechanism.ts';
import { canonical } from '#kernel/trace.ts';
import { serviceItemFigures } from './figures.ts';
import { serviceItemRecord, type ServiceItemRecord } from './record.ts';
import { badItem, typeOf, type Item } from './rules.ts';

type Effect = EffectOf<ServiceItemRecord>;
type Situation = SituationOf<ServiceItemRecord>;

const action = actionsOf(serviceItemRecord);
const guideOffice = { role: 'GUIDE_OFFICE' } as const;
const guideUnit = { role: 'GUIDE_UNIT', tie: 'lead' } as const;
const reason = 10;

const details = {
  catalogCode: 'may', subItemName: 'may', subItemCode: 'may', mainItem: 'may', taskType: 'may', taskTypeCode: 'may', useLevel: 'may', deptCode: 'may', deptType: 'may', owner: 'may',
  seq: 'may', areaCode: 'may', guideUrl: 'may', legalBases: 'may', serveTargets: 'may', handleKind: 'may', acceptConditions: 'may', materials: 'may', attachments: 'may',
  windowSteps: 'may', onlineSteps: 'may', legalLimit: 'may', legalLimitUnit: 'may', legalLimitNote: 'may', promisedLimit: 'may', promisedLimitUnit: 'may', promisedLimitNote: 'may',
  specialProcedures: 'may', isCharged: 'may', fees: 'may', places: 'may', openHours: 'may', consultWays: 'may', complaintWays: 'may', results: 'may', delivery: 'may', deliveryLimit: 'may',
  visits: 'may', visitReason: 'may', isOnline: 'may', onlineDepth: 'may', isBookable: 'may', isCourier: 'may', isPaidOnline: 'may', reach: 'may', faqs: 'may', effectiveOn: 'may',
} as const;
const content = { itemName: 'must', itemCode: 'must', deptName: 'must', ...details } as const;

/** Serial number and keeper are the list's, not the guide's: changing them makes no new version. */
const unversioned: readonly string[] = ['seq', 'owner', 'effectiveOn'];

function typed(item: Item): Effect {
  return { do: 'set', values: { taskType: item.taskType ?? typeOf(item.taskTypeCode), taskTypeCode: item.taskTypeCode ?? item.taskType } };
}

function first({ today }: Situation, input: Item): Effect[] {
  return [{ do: 'set', values: { itemVersion: 1, effectiveOn: input.effectiveOn ?? today } }, typed(input)];
}

/** Whether an input says anything new of the guide itself. */
function isNewVersion(held: Readonly<Record<string, unknown>>, input: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(input).some(([name, value]) => !unversioned.includes(name) && name in content && value !== undefined && (held[name] === undefined || canonical(held[name]) !== canonical(value)));
}

/** The official list of what citizens and enterprises can have done, one version after another. */
export const serviceItem = mechanism(serviceItemRecord, {
  figures: serviceItemFigures,
  importing: { create: 'list', amend: 'amend', void: 'void', key: 'itemCode' },
  actions: {
    list: action({
      name: { zh: '列入事项清单', en: 'List an item' },
      help: { zh: '按已公布的清单录入或导入，立即在用。', en: 'As on the published list; in use at once.' },
      from: 'new',
      to: 'inUse',
      by: [guideOffice],
      tone: 'primary',
      asks: content,
      sets: ['itemVersion'],
      check: (_situation, input) => badItem(input),
      effects: first,
    }),
    draft: action({
      name: { zh: '拟列事项', en: 'Draft an item' },
      from: 'new',
      to: 'draft',
      by: [guideOffice, { role: 'GUIDE_UNIT' }],
      asks: content,
      sets: ['itemVersion'],
      check: (_situation, input) => badItem(input),
      effects: first,
    }),
    putInUse: action({
      name: { zh: '启用', en: 'Put in use' },
      from: ['draft'],
      to: 'inUse',
      by: [guideOffice],
      tone: 'primary',
      asks: { effectiveOn: 'may' },
      effects: ({ today }, input) => [{ do: 'set', values: { effectiveOn: input.effectiveOn ?? today } }],
    }),
    amend: action({
      name: { zh: '修订', en: 'Amend' },
      help: { zh: '内容有变即为新版本；白话版指南随之提示更新。', en: 'Any change makes a new version; the plain guide is then marked stale.' },
      from: ['draft', 'inUse', 'suspended'],
      by: [guideOffice, guideUnit],
      asks: { ...details, itemName: 'may', deptName: 'may', itemCode: 'may' },
      sets: ['itemVersion'],
      check: ({ matter }, input) => {
        // A new type given one way alone replaces both ways it was said before.
        const said = input.taskType === undefined && input.taskTypeCode === undefined ? {} : { taskType: undefined, taskTypeCode: undefined };
        return badItem({ ...matter.facts, ...said, ...input });
      },
      effects: ({ matter, today }, input) => [
        ...(isNewVersion(matter.facts, input)
          ? [{ do: 'set', values: { itemVersion: (matter.facts.itemVersion ?? 0) + (matter.stage === 'draft' ? 0 : 1), effectiveOn: input.effectiveOn ?? today } } satisfies Effect]
          : []),
        ...(input.taskType === undefined && input.taskTypeCode === undefined ? [] : [typed(input)]),
      ],
    }),
    suspend: action({
      name: { zh: '暂停', en: 'Suspend' },
      from: ['inUse'],
      to: 'suspended',
      by: [guideOffice],
      reason,
    }),
    resume: action({
      name: { zh: '恢复', en: 'Resume' },
      from: ['suspended'],
      to: 'inUse',
      by: [guideOffice],
      tone: 'primary',
    }),
    cancel: action({
      name: { zh: '取消', en: 'Cancel' },
      help: { zh: '法定依据取消或者权力下放、上收的，取消后编码不再使用。', en: 'When its basis is gone or the power moves; its code is not used again.' },
      from: ['draft', 'inUse', 'suspended'],
      to: 'cancelled',
      by: [guideOffice],
      tone: 'danger',
      reason,
      asks: { cancelOn: 'may' },
      effects: ({ today }, input) => [{ do: 'set', values: { cancelOn: input.cancelOn ?? today } }],
    }),
    void: action({
      name: { zh: '误录作废', en: 'Void' },
      help: { zh: '录入错误的作废，不计数，编码可以重新录入。', en: 'Entered by mistake: not counted, and its code may be entered anew.' },
      from: ['draft', 'inUse'],
      to: 'voided',
      by: [guideOffice],
      tone: 'danger',
      extra: { note: fact.text({ zh: '说明', en: 'Note' }, { max: 200 }) },
      extraAsks: { note: 'may' },
      sets: ['itemCode', 'voidedCode'],
      effects: ({ matter }) => [{ do: 'set', values: { itemCode: null, voidedCode: matter.facts.itemCode } }],
    }),
  },
});
