import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { emissions } from '../modes.ts';
import { occupationFigures } from './figures.ts';
import { occupationRecord, type OccupationRecord } from './record.ts';
import { badAmendment, badOccupation, changeOf, keyOf, landCharged, type Occupying, type Situation } from './rules.ts';

type Effect = EffectOf<OccupationRecord>;

const action = actionsOf(occupationRecord);
const keepers = [{ role: 'ZONE' }, { role: 'TOWN' }, { role: 'NATURAL' }] as const;
const books = ['parcel.noteOccupation', 'building.noteOccupation', 'floorUnit.noteTenant', 'floorUnit.noteLeave'] as const;

/** Who occupies which floor: every square metre once, or vacant (parks.md §1.2). */
export const occupation = mechanism(occupationRecord, {
  figures: occupationFigures,
  importing: { create: 'begin', void: 'void', key: 'key', keyOf: (row) => keyOf(row as Occupying) },
  actions: {
    begin: action({
      name: { zh: '登记入驻', en: 'Enter an occupation' },
      help: { zh: '租用厂房的，按建筑面积除以容积率分摊土地，租用的堆场按实计入。', en: 'A tenant is charged floor over the plot ratio, and rented yard as it is.' },
      from: 'new',
      to: 'running',
      by: keepers,
      tone: 'primary',
      asks: { name: 'must', enterprise: 'must', parcel: 'must', building: 'may', unit: 'may', kind: 'must', floor: 'may', yard: 'may', fromDay: 'must', toDay: 'may', rent: 'may', isRegistered: 'may', isMovedIn: 'may', isRelated: 'may' },
      extra: {
        machineLoad: fact.decimal({ zh: '设备荷载', en: 'Load of the machines' }, { min: 0, max: 200, measure: { zh: '千牛/㎡', en: 'kN/㎡' } }), machineHeight: fact.decimal({ zh: '设备需要净高', en: 'Height the machines need' }, { min: 0, max: 60, measure: { zh: '米', en: 'm' } }),
        machineTons: fact.decimal({ zh: '最重设备', en: 'Heaviest machine' }, { min: 0, max: 1000, measure: { zh: '吨', en: 't' } }),
        emits: fact.choices({ zh: '产生', en: 'Emits' }, emissions),
      },
      extraAsks: { machineLoad: 'may', machineHeight: 'may', machineTons: 'may', emits: 'may' },
      sets: ['land', 'park', 'key'],
      follows: books,
      check: badOccupation,
      effects: (situation, input) => {
        const land = landCharged(situation, input);
        const park = situation.findMatter(input.parcel)?.facts['park'] as string | undefined;
        const industry = situation.findMatter(input.enterprise)?.facts['industry'] as string | undefined;
        return [
          { do: 'set', values: { land, key: keyOf(input), ...(park === undefined ? {} : { park }) } },
          ...noted(input, land, 1),
          ...(input.unit === undefined ? [] : [{
            do: 'follow', mechanism: 'floorUnit', id: input.unit, action: 'noteTenant',
            input: { tenant: input.enterprise, isMovedIn: input.isMovedIn ?? false, ...(input.machineLoad === undefined ? {} : { machineLoad: input.machineLoad }), ...(input.machineHeight === undefined ? {} : { machineHeight: input.machineHeight }), ...(input.machineTons === undefined ? {} : { machineTons: input.machineTons }), ...(industry ? { industry } : {}), ...(input.emits ? { emits: input.emits.join(',') } : {}) },
          } satisfies Effect]),
        ];
      },
    }),
    amend: action({
      name: { zh: '更正', en: 'Correct' },
      from: ['running'],
      by: keepers,
      reason: 5,
      help: { zh: '面积、期限、租金填错了在这里改；企业、宗地、楼宇、使用方式、起始日填错的，作废后重新登记。', en: 'For areas, period and rent; where the enterprise, the place, the kind or the first day was mistaken, void it and enter it anew.' },
      asks: { floor: 'may', yard: 'may', toDay: 'may', rent: 'may', isRegistered: 'may', isMovedIn: 'may', isRelated: 'may' },
      sets: ['land'],
      follows: ['parcel.noteOccupation', 'building.noteOccupation'],
      check: badAmendment,
      effects: (situation, { floor, yard }) => {
        const { facts } = situation.matter;
        if (floor === undefined && yard === undefined) return [];
        const areas = { floor: floor ?? facts.floor ?? 0, yard: yard ?? facts.yard ?? 0 };
        const land = landCharged(situation, { ...facts, ...areas });
        return [{ do: 'set', values: { land } }, ...noted({ ...facts, floor: areas.floor - (facts.floor ?? 0) }, land - (facts.land ?? 0), 1)];
      },
    }),
    end: action({
      name: { zh: '登记退出', en: 'End it' },
      from: ['running'],
      to: 'ended',
      by: keepers,
      reason: 0,
      sets: ['endedOn'],
      follows: books,
      effects: ({ matter: { facts }, today }: Situation) => [
        { do: 'set', values: { endedOn: today } },
        ...left(facts),
      ],
    }),
    void: action({
      name: { zh: '误录作废', en: 'Void' },
      help: { zh: '录入错误的作废，面积退回，算作一天也没有入驻，可以重新登记；真的退出的请登记退出。', en: 'For what was entered by mistake: its floor is given back, it counts for no day, and it may be entered anew. Who really left is entered as ended.' },
      from: ['running', 'ended'],
      to: 'voided',
      by: keepers,
      reason: 0,
      tone: 'danger',
      sets: ['endedOn', 'key'],
      follows: books,
      effects: ({ matter: { stage, facts } }: Situation) => [
        { do: 'set', values: { key: null, ...(facts.fromDay === undefined ? {} : { endedOn: facts.fromDay }) } },
        ...(stage === 'running' ? left(facts) : []),
      ],
    }),
  },
});

/** What it occupied is given back. */
function left(of: Occupying & { readonly land?: number }): Effect[] {
  return [...noted(of, of.land ?? 0, -1), ...(of.unit === undefined ? [] : [{ do: 'follow', mechanism: 'floorUnit', id: of.unit, action: 'noteLeave', input: {} } satisfies Effect])];
}

/** The books of the parcel and the building are kept in the same transaction: what does not fit there refuses the whole. */
function noted(of: Occupying, land: number, sign: 1 | -1): Effect[] {
  return [
    ...(of.parcel === undefined ? [] : [{ do: 'follow', mechanism: 'parcel', id: of.parcel, action: 'noteOccupation', input: changeOf(of, land, sign) } satisfies Effect]),
    ...(of.building === undefined ? [] : [{ do: 'follow', mechanism: 'building', id: of.building, action: 'noteOccupation', input: { floor: sign * (of.floor ?? 0) } } satisfies Effect]),
  ];
}
