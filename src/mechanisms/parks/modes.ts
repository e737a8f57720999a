import type { Matter } from '#kernel/matter.ts';
import type { Text } from '#kernel/words.ts';

/** The eight modes of the founding account, by their codes (parks.md §5). Mode and park are many to many. */
export const modes = {
  M1: { zh: '瘦身强体、聚焦主业', en: 'Slim down, keep to the core' },
  M2: { zh: '龙头引领、强链延链', en: 'Led by an anchor along its chain' },
  M3: { zh: '资本参与、二次开发', en: 'Second development with capital' },
  M4: { zh: '腾笼换鸟、凤凰涅槃', en: 'Vacate for better industry' },
  M5: { zh: '存量挖潜、园中建园', en: 'A park within a park' },
  M6: { zh: '专业运营、工业上楼', en: 'Operator-run, industry in storeys' },
  M7: { zh: '平台支撑、联动发展', en: 'Carried by open platforms' },
  M8: { zh: '“园外建园”飞地模式', en: 'Enclave outside the park' },
} as const satisfies Readonly<Record<string, Text>>;

export type ModeCode = keyof typeof modes;

/** The stages of a renewal plan from its approval on, where its mode counts. */
export const approvedStages = ['contracted', 'vacated', 'building', 'filling', 'accepted', 'evaluated'] as const;

/** The mode a plan was approved with: before that it is only proposed, and a plan that was withdrawn has none (parks.md §10). */
export function approvedMode(plan: Matter | undefined): ModeCode | undefined {
  return plan?.facts['approvedOn'] === undefined || plan.stage === 'withdrawn' ? undefined : (plan.facts['primary'] as ModeCode | undefined);
}

/** What counts by a plan's mode is refused by one that is not approved. */
export const planNotApproved = { status: 422, zh: '所选更新项目还没有批准，不能按它的模式计数；请先批准项目，或者不选项目。', en: 'That plan is not approved, so nothing counts by its mode yet; approve it first, or name no plan.' } as const;

/** How a floor or a parcel is used. */
export const uses = {
  production: { zh: '生产', en: 'Production' },
  research: { zh: '研发', en: 'Research' },
  storage: { zh: '仓储', en: 'Storage' },
  office: { zh: '办公', en: 'Offices' },
  living: { zh: '生活配套', en: 'Living' },
  vacant: { zh: '空置', en: 'Vacant' },
} as const satisfies Readonly<Record<string, Text>>;

/** What a floor suffers only so much of, and a tenant may bring. */
export const emissions = {
  vibration: { zh: '振动', en: 'Vibration' },
  fire: { zh: '甲乙类火灾危险', en: 'Fire hazard A or B' },
  waste: { zh: '排污', en: 'Discharge' },
  noise: { zh: '噪声', en: 'Noise' },
} as const satisfies Readonly<Record<string, Text>>;
