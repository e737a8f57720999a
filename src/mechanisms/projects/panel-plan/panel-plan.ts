import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { panelPlanFigures } from './figures.ts';
import { panelPlanRecord } from './record.ts';
import { badScope } from './rules.ts';

const action = actionsOf(panelPlanRecord);
const secretariat = { role: 'SECRETARIAT' } as const;
const scope = { name: 'must', projects: 'may', firstMonth: 'must', months: 'must', seconds: 'must' } as const;
const found = ['outcome', 'explanation', 'explanationEn', 'projectCount', 'expertCount', 'seatCount', 'totalFit', 'bound', 'worstFit', 'fewest', 'most', 'panels'] as const;
const nothingFound = Object.fromEntries(found.map((name) => [name, null])) as { readonly [K in (typeof found)[number]]: null };

/** From a scope to a plan, or to what stands in its way (projects.md §3.2, for many projects at once). */
export const panelPlan = mechanism(panelPlanRecord, {
  figures: panelPlanFigures,
  actions: {
    draft: action({
      name: { zh: '拟定测算', en: 'Draft a plan' },
      help: { zh: '评审项目多、时间集中时，先测算专家够不够、缺哪个专业。席位仍由每场评审抽取，测算不定人选。', en: 'When many reviews come together: whether the pool is enough and where it is short. Seats are still drawn for each review; a plan chooses nobody.' },
      from: 'new',
      to: 'drafted',
      by: [secretariat],
      tone: 'primary',
      asks: scope,
      numbers: [{ into: 'number', counter: 'panelPlan', yearly: true, pattern: 'CS-{year}-{seq:3}' }],
      check: badScope,
    }),
    amend: action({
      name: { zh: '调整范围', en: 'Change the scope' },
      from: ['drafted', 'planned', 'impossible'],
      to: 'drafted',
      by: [secretariat],
      asks: scope,
      sets: found,
      check: badScope,
      effects: () => [{ do: 'set', values: nothingFound }],
    }),
    compute: action({
      name: { zh: '开始测算', en: 'Compute' },
      help: { zh: '按台账此刻的专家、回避、次数测算，用不了多久的马上出结果；可以离开页面，也可以随时停下，用已经找到的最好安排。', en: 'With experts, recusals and loads as they stand now. You may leave the page, or stop it and take the best found so far.' },
      from: ['drafted', 'planned', 'impossible'],
      to: ['drafted', 'planned', 'impossible'],
      by: [secretariat],
      tone: 'primary',
      takesTime: true,
      asks: Object.fromEntries(found.map((name) => [name, 'computed'])) as { readonly [K in (typeof found)[number]]: 'computed' },
      check: (_situation, { projectCount }) => (projectCount === 0 ? 'nothingToPlan' : undefined),
      leads: (_situation, { outcome }) => (outcome === 'impossible' ? 'impossible' : outcome === 'stopped' ? 'drafted' : 'planned'),
    }),
    adopt: action({
      name: { zh: '采用', en: 'Adopt' },
      help: { zh: '作为分月排会、补充专家的依据。', en: 'As the basis for the months of the reviews and for admitting experts.' },
      from: ['planned'],
      to: 'adopted',
      by: [{ role: 'SECRETARIAT_HEAD' }],
      tone: 'primary',
      apartFrom: ['compute'],
      effects: ({ matter }) => [{ do: 'tell', to: { role: 'SECRETARIAT' }, text: { zh: `《${matter.facts.name ?? ''}》已采用，请按月排会。`, en: `“${matter.facts.name ?? ''}” is adopted; please set the meetings by month.` } }],
    }),
    drop: action({
      name: { zh: '作废', en: 'Drop' },
      from: ['drafted', 'planned', 'impossible'],
      to: 'dropped',
      by: [secretariat, { role: 'SECRETARIAT_HEAD' }],
      tone: 'danger',
      reason: 5,
    }),
  },
});
