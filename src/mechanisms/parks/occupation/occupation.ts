import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, type Effect as EffectOf } from '#kernel/mechanism.ts';
import { emissions } from '../modes.ts';
import { occupationFigures } from './figures.ts';
import { occupationRecord, type OccupationRecord } from './record.ts';
import { badOccupation, changeOf, keyOf, landCharged, type Occupying, type Situation } from './rules.ts';

type Effect = EffectOf<OccupationRecord>;

const action = actionsOf(occupationRecord);
const keepers = [{ role: 'ZONE' }, { role: 'TOWN' }, { role: 'NATURAL' }] as const;
const books = ['parcel.noteOccupation', 'building.noteOccupation', 'floorUnit.noteTenant', 'floorUnit.noteLeave'] as const;

/** Who occupies which floor: every square metre once, or vacant (parks.md §1.2). */
export const occupation = mechanism(occupationRecord, {
  figures: occupationFigures,
  importing: { create: 'begin', key: 'key', keyOf: (row) => keyOf(row as Occupying) },
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
        emits: fact.choices({ zh: '产生', en: 'Emits' }, emissions),
      },
      extraAsks: { machineLoad: 'may', machineHeight: 'may', emits: 'may' },
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
            input: { tenant: input.enterprise, ...(input.machineLoad === undefined ? {} : { machineLoad: input.machineLoad }), ...(input.machineHeight === undefined ? {} : { machineHeight: input.machineHeight }), ...(industry ? { industry } : {}), ...(input.emits ? { emits: input.emits.join(',') } : {}) },
          } satisfies Effect]),
        ];
      },
    }),
    amend: action({
      name: { zh: '更正', en: 'Correct' },
      from: ['running'],
      by: keepers,
      reason: 5,
      asks: { toDay: 'may', rent: 'may', isRegistered: 'may', isMovedIn: 'may', isRelated: 'may' },
      check: ({ matter: { facts } }, { toDay }) => (toDay !== undefined && toDay < (facts.fromDay ?? '') ? { refusal: 'periodTurned', field: 'toDay' } : undefined),
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
        ...noted(facts, facts.land ?? 0, -1),
        ...(facts.unit === undefined ? [] : [{ do: 'follow', mechanism: 'floorUnit', id: facts.unit, action: 'noteLeave', input: {} } satisfies Effect]),
      ],
    }),
  },
});

/** The books of the parcel and the building are kept in the same transaction: what does not fit there refuses the whole. */
function noted(of: Occupying, land: number, sign: 1 | -1): Effect[] {
  return [
    ...(of.parcel === undefined ? [] : [{ do: 'follow', mechanism: 'parcel', id: of.parcel, action: 'noteOccupation', input: changeOf(of, land, sign) } satisfies Effect]),
    ...(of.building === undefined ? [] : [{ do: 'follow', mechanism: 'building', id: of.building, action: 'noteOccupation', input: { floor: sign * (of.floor ?? 0) } } satisfies Effect]),
  ];
}
