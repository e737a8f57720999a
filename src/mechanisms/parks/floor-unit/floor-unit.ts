import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { approvedMode } from '../modes.ts';
import { floorUnitFigures } from './figures.ts';
import { floorUnitRecord } from './record.ts';
import { badBuilt, badBuyer, badPlan, badSale, badTenant } from './rules.ts';

const action = actionsOf(floorUnitRecord);
const keepers = [{ role: 'ZONE' }, { role: 'TOWN' }] as const;
const bears = { load: 'may', clearHeight: 'may', liftTons: 'may', lifts: 'may', grid: 'may', limits: 'may', industries: 'may' } as const;

/** The register of floor units: capacity by approved drawings, counted apart from who came (parks.md §8). */
export const floorUnit = mechanism(floorUnitRecord, {
  figures: floorUnitFigures,
  importing: { create: 'enter', amend: 'amend', key: 'unitNo' },
  actions: {
    enter: action({
      name: { zh: '按图纸登记', en: 'Enter by the drawings' },
      help: { zh: '按审定图纸登记可以单独租售的单元；达到标准单元的计入可容纳数。', en: 'Separately leasable units by the approved drawings; those as large as a standard unit count as capacity.' },
      from: 'new',
      to: 'drawn',
      by: [...keepers, { role: 'APPROVAL' }],
      tone: 'primary',
      reason: 0,
      asks: { unitNo: 'must', building: 'must', park: 'must', plan: 'may', drawingNo: 'must', storey: 'must', netArea: 'must', standardUnit: 'must', use: 'must', ...bears },
      sets: ['isStandard', 'mode'],
      check: (situation, input) => badPlan(situation, input.plan) ?? badBuilt(situation, input),
      effects: ({ findMatter }, { plan, netArea, standardUnit }) => [{ do: 'set', values: { isStandard: netArea >= standardUnit, mode: plan === undefined ? undefined : approvedMode(findMatter(plan)) } }],
    }),
    build: action({
      name: { zh: '建成待租售', en: 'Built' },
      from: ['drawn'],
      to: 'vacant',
      by: keepers,
      tone: 'primary',
    }),
    amend: action({
      name: { zh: '更正登记', en: 'Correct the register' },
      from: ['drawn', 'vacant'],
      by: keepers,
      reason: 0,
      asks: { storey: 'may', netArea: 'may', use: 'may', ...bears },
      sets: ['isStandard'],
      check: (situation, input) => badBuilt(situation, { storey: situation.matter.facts.storey ?? 1, ...input }),
      effects: ({ matter: { facts } }, { netArea = facts.netArea ?? 0 }) => [{ do: 'set', values: { isStandard: netArea >= (facts.standardUnit ?? 0) } }],
    }),
    noteTenant: action({
      name: { zh: '企业入驻', en: 'A tenant comes' },
      from: ['vacant'],
      to: 'occupied',
      by: ['system'],
      hidden: true,
      asks: { tenant: 'must', isMovedIn: 'must' },
      extra: {
        machineLoad: fact.decimal({ zh: '设备荷载', en: 'Load of the machines' }, { min: 0, measure: { zh: '千牛/㎡', en: 'kN/㎡' } }), machineHeight: fact.decimal({ zh: '设备净高', en: 'Height of the machines' }, { min: 0, measure: { zh: '米', en: 'm' } }), machineTons: fact.decimal({ zh: '最重设备', en: 'Heaviest machine' }, { min: 0, measure: { zh: '吨', en: 't' } }),
        industry: fact.industry({ zh: '行业', en: 'Industry' }), emits: fact.text({ zh: '排放', en: 'Emits' }, { max: 100, min: 0 }),
      },
      extraAsks: { machineLoad: 'may', machineHeight: 'may', machineTons: 'may', industry: 'may', emits: 'may' },
      check: (situation, { emits, ...work }) => badTenant(situation, { ...work, ...(emits ? { emits: emits.split(',') } : {}) }),
    }),
    noteLeave: action({
      name: { zh: '企业退出', en: 'The tenant leaves' },
      from: ['occupied'],
      to: 'vacant',
      by: ['system'],
      hidden: true,
      sets: ['tenant', 'isMovedIn', 'powerUse', 'powerYear', 'isSuspect'],
      effects: () => [{ do: 'set', values: { tenant: null, isMovedIn: null, powerUse: null, powerYear: null, isSuspect: null } }],
    }),
    checkUse: action({
      name: { zh: '核查用途', en: 'Check its use' },
      help: { zh: '按供电数登记一年的用电强度；登记为生产、用电却低于下限的，标为疑似改作办公、居住，转工信部门核实。', en: 'The power of a year as supplied: a unit entered for production that uses less than production does is marked for the industry bureau to look at.' },
      from: ['occupied'],
      by: [...keepers, { role: 'INDUSTRY' }],
      evidence: 1,
      asks: { powerUse: 'must', powerYear: 'must' },
      sets: ['isSuspect'],
      effects: ({ matter: { facts }, setting }, { powerUse, powerYear }) => {
        const isSuspect = facts.use === 'production' && powerUse < setting('leastPower');
        return [{ do: 'set', values: { isSuspect } }, ...(isSuspect ? [{ do: 'tell', to: { role: 'INDUSTRY' }, text: { zh: `“${facts.unitNo ?? ''}”登记为生产，${powerYear}年每㎡用电${powerUse}千瓦时，请核实用途。`, en: `“${facts.unitNo ?? ''}” is entered for production and used ${powerUse} kWh/㎡ in ${powerYear}; please look at its use.` } } as const] : [])];
      },
    }),
    sell: action({
      name: { zh: '分割出售', en: 'Sell' },
      help: { zh: '买方行业重新对照准入；一栋楼最多出售一半（默认），限制年限内不得转让，退出的由平台公司优先回购。', en: 'The trade of the buyer is checked anew; half of a building at most is sold (as set), no resale within the lock, and who leaves sells to the platform company first.' },
      from: ['vacant', 'occupied'],
      by: keepers,
      evidence: 1,
      asks: { owner: 'must' },
      extra: { isWaived: fact.flag({ zh: '平台公司书面放弃优先回购', en: 'The platform company has waived in writing' }), soldShare: fact.decimal({ zh: '出售后占本栋', en: 'Share of the building once sold' }, { min: 0, max: 100 }) },
      extraAsks: { isWaived: 'may', soldShare: 'computed' },
      sets: ['soldOn', 'lockedTo'],
      when: badSale,
      check: badBuyer,
      effects: ({ today, setting }) => [{ do: 'set', values: { soldOn: today, lockedTo: `${Number(today.slice(0, 4)) + setting('lockYears')}${today.slice(4).replace('-02-29', '-02-28')}` } }],
    }),
    buyBack: action({
      name: { zh: '平台回购', en: 'Buy back' },
      from: ['vacant', 'occupied'],
      by: keepers,
      reason: 5,
      evidence: 1,
      sets: ['owner', 'soldOn', 'lockedTo'],
      effects: () => [{ do: 'set', values: { owner: null, soldOn: null, lockedTo: null } }],
    }),
    merge: action({
      name: { zh: '合并、取消', en: 'Merge or drop' },
      from: ['drawn', 'vacant'],
      to: 'merged',
      by: keepers,
      tone: 'danger',
      reason: 5,
    }),
  },
});
