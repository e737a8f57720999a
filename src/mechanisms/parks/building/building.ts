import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism } from '#kernel/mechanism.ts';
import { capacityOf } from '../land.ts';
import { buildingFigures } from './figures.ts';
import { buildingRecord } from './record.ts';
import { badFloor, occupancyAfter, overOccupied } from './rules.ts';

const action = actionsOf(buildingRecord);
const keepers = [{ role: 'ZONE' }, { role: 'TOWN' }, { role: 'NATURAL' }] as const;
const outline = { name: 'must', buildingNo: 'must', parcel: 'must', park: 'must', use: 'must', storeys: 'must', floorArea: 'must', leasable: 'may', standardUnit: 'may', place: 'may', datum: 'may' } as const;
const fresh = (floorArea: number, leasable: number | undefined, unit: number | undefined) => ({ occupied: 0, vacant: floorArea, occupancy: 0, ...(leasable === undefined || unit === undefined ? {} : { capacity: capacityOf(leasable, unit) }) });

/** The register of buildings: every square metre of floor stands in one of them (parks.md §1.2, §8). */
export const building = mechanism(buildingRecord, {
  figures: buildingFigures,
  importing: { create: 'register', amend: 'amend', key: 'buildingNo' },
  actions: {
    register: action({
      name: { zh: '登记楼宇', en: 'Register a building' },
      from: 'new',
      to: 'standing',
      by: keepers,
      tone: 'primary',
      asks: { ...outline, completedOn: 'may', isDangerous: 'may' },
      sets: ['occupied', 'vacant', 'occupancy', 'capacity'],
      check: (_situation, input) => badFloor(input),
      effects: (_situation, { floorArea, leasable, standardUnit }) => [{ do: 'set', values: fresh(floorArea, leasable, standardUnit) }],
    }),
    draw: action({
      name: { zh: '登记审定图纸', en: 'Enter approved drawings' },
      help: { zh: '还没有建成的楼宇，按审定的图纸登记容量。', en: 'A building not yet there: its capacity by the approved drawings.' },
      from: 'new',
      to: 'drawn',
      by: [{ role: 'APPROVAL' }, { role: 'ZONE' }],
      evidence: 1,
      asks: { ...outline, leasable: 'must', standardUnit: 'must', drawingNo: 'must' },
      sets: ['occupied', 'vacant', 'occupancy', 'capacity'],
      check: (_situation, input) => badFloor(input),
      effects: (_situation, { floorArea, leasable, standardUnit }) => [{ do: 'set', values: fresh(floorArea, leasable, standardUnit) }],
    }),
    complete: action({
      name: { zh: '竣工', en: 'Complete' },
      from: ['drawn'],
      to: 'standing',
      by: keepers,
      tone: 'primary',
      evidence: 1,
      asks: { completedOn: 'must' },
    }),
    amend: action({
      name: { zh: '更正登记', en: 'Correct the register' },
      from: ['drawn', 'standing'],
      by: keepers,
      asks: { name: 'may', use: 'may', storeys: 'may', floorArea: 'may', leasable: 'may', standardUnit: 'may', place: 'may', datum: 'may', isDangerous: 'may' },
      sets: ['capacity', 'vacant', 'occupancy', 'occupied'],
      check: (situation, input) => badFloor({ ...situation.matter.facts, ...input }) ?? overOccupied(grown(situation, input.floorArea), 0),
      effects: (situation, input) => {
        const { leasable, standardUnit } = { ...situation.matter.facts, ...input };
        return [{ do: 'set', values: { ...occupancyAfter(grown(situation, input.floorArea), 0), ...(leasable === undefined || standardUnit === undefined ? {} : { capacity: capacityOf(leasable, standardUnit) }) } }];
      },
    }),
    noteOccupation: action({
      name: { zh: '入驻变动', en: 'An occupation has changed' },
      from: ['standing'],
      by: ['system'],
      hidden: true,
      extra: { floor: fact.decimal({ zh: '变动面积', en: 'Change' }, { min: -1e9, max: 1e9, measure: { zh: '㎡', en: '㎡' } }) },
      extraAsks: { floor: 'must' },
      sets: ['occupied', 'vacant', 'occupancy'],
      check: (situation, { floor }) => overOccupied(situation, floor),
      effects: (situation, { floor }) => [{ do: 'set', values: occupancyAfter(situation, floor) }],
    }),
    demolish: action({
      name: { zh: '登记拆除', en: 'Enter as demolished' },
      from: ['drawn', 'standing'],
      to: 'demolished',
      by: keepers,
      tone: 'danger',
      reason: 5,
      evidence: 0,
      when: ({ matter }) => ((matter.facts.occupied ?? 0) > 0 ? 'occupiedStill' : undefined),
    }),
  },
});

function grown<S extends { readonly matter: { readonly facts: object } }>(situation: S, floorArea: number | undefined): S {
  return floorArea === undefined ? situation : { ...situation, matter: { ...situation.matter, facts: { ...situation.matter.facts, floorArea } } };
}
