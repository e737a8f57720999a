import { beforeAll, describe, expect, test } from 'vitest';
import { fail, tell } from '#test/telling.ts';
import { answerIn } from '#test/figure-in-memory.ts';
import { isAccepted } from '#kernel/figure.ts';
import type { Place } from '#kernel/fact.ts';
import type { Matter } from '#kernel/matter.ts';
import { foundingFigures } from '../founding-figures.ts';
import { findMechanism, mechanisms } from '../mechanisms.ts';
import { projectsYears } from '../projects/sample-years.ts';
import { serving as expert } from '../projects/expert/server.ts';
import { serving as parcel } from '../projects/parcel/server.ts';
import { Walk } from '../walk.ts';
import { serving as inefficientLand } from './inefficient-land/server.ts';
import { serving as landDeclaration } from './land-declaration/server.ts';
import { serving as landReactivation } from './land-reactivation/server.ts';
import { serving as parkDiagnosis } from './park-diagnosis/server.ts';
import { serving as renewalPlan } from './renewal-plan/server.ts';
import { parksYears } from './sample-years.ts';

// The two sample years of the wing, told in memory through the same gates; of the projects wing only the experts.

const walk = new Walk(mechanisms, '2020-01-01T00:00:00.000Z', { expert, inefficientLand, landDeclaration, landReactivation, parcel, parkDiagnosis, renewalPlan });
const asOf = '2021-12-28';

beforeAll(() => {
  const experts = projectsYears().filter(({ mechanism }) => mechanism === 'expert').map((story) => ({ ...story, steps: story.steps.slice(0, 1) }));
  tell(walk, [...experts, ...parksYears()]);
}, 120_000);

function boxOf({ coordinates }: Place): { readonly west: number; readonly south: number; readonly east: number; readonly north: number } {
  const points = coordinates.flat() as unknown as readonly (readonly [number, number])[];
  const [easts, norths] = [points.map(([east]) => east), points.map(([, north]) => north)];
  return { west: Math.min(...easts), south: Math.min(...norths), east: Math.max(...easts), north: Math.max(...norths) };
}

const of = (mechanism: string): Matter[] => [...walk.matters.values()].filter((matter) => matter.mechanism === mechanism);

/** A figure answered in memory, as the store answers it. */
function answer(key: string): number | null {
  const declared = mechanisms.flatMap(({ figures }) => figures).find((figure) => figure.key === key) ?? fail(key);
  return answerIn(declared, findMechanism(declared.mechanism)!.record, of(declared.mechanism), asOf).value;
}

describe('the sample years of the parks', () => {
  test('hold every figure of the fourth part within the range its printed word admits', () => {
    const answered = mechanisms.flatMap(({ figures }) => figures).filter((figure) => figure.answers?.startsWith('4.'));
    expect(answered.map(({ answers }) => answers).toSorted()).toEqual(foundingFigures.filter(({ section }) => section === '4').map(({ no }) => no).toSorted());
    for (const { key, answers } of answered) {
      const founding = foundingFigures.find(({ no }) => no === answers)!;
      const value = answer(key);
      expect([answers, value, value === null ? false : (isAccepted(founding, value) ?? value > 0)]).toEqual([answers, value, true]);
    }
  });

  test('count what is counted: 8 modes, 132 and 1st, 75.5 %, 153 and 54 units, 105 times, 540 亩, 46 firms', () => {
    const keys = ['renewalPlan.modes', 'rankClaim.population', 'rankClaim.rank', 'rankClaim.vehicleShare', 'floorUnit.redeveloped', 'floorUnit.upstairs', 'renewalPlan.forecast', 'landReactivation.replaced', 'digitalUpgrade.textile', 'renewalPlan.firmsBefore', 'renewalPlan.multiple', 'park.planned', 'park.named'];
    expect(keys.map((key) => Math.round((answer(key) ?? -1) * 100) / 100)).toEqual([8, 132, 1, 75.5, 153, 54, 105, 540, 46, 1, 2.18, 100, 8]);
    expect(answer('digitalUpgrade.efficiency')).toBeGreaterThanOrEqual(50);
    expect(answer('digitalUpgrade.median')).toBeGreaterThanOrEqual(50);
  });

  test('give every park the mode of §5, mode 7 two and mode 8 none', () => {
    const modes = of('renewalPlan').map(({ facts }) => [facts['primary'], facts['park'] === undefined ? '' : walk.get(String(facts['park'])).facts['name']]);
    expect(modes.toSorted()).toEqual([
      ['M1', '即墨经济开发区'], ['M2', '汽车产业新城'], ['M3', '金山工业园'], ['M4', '科技创新园'], ['M5', '怡发龙山产业园'], ['M6', '都市产业园'], ['M7', '蓝谷高新区'], ['M7', '陆港新城'], ['M8', ''],
    ].toSorted());
  });

  test('diagnose each park twice; 金山 is 65.24 and renewed; one panel overruled and both results are kept', () => {
    const diagnoses = of('parkDiagnosis');
    expect(diagnoses).toHaveLength(16);
    const ofJinshan = (year: number) => diagnoses.find(({ facts }) => facts['name'] === `金山工业园${year}年体检`)?.facts;
    // The means are those of eight snapshots, the occupancy that of the occupations: nobody types either. In memory there is no evaluation to take the classes from.
    expect(ofJinshan(2020)).toMatchObject({ districtTaxPerMu: 20, districtOutputPerMu: 320, occupancy: 71, health: 65.24, verdict: 'renew', primary: 'M3' });
    expect(ofJinshan(2019)).toMatchObject({ cdShare: 22, primary: 'M3', secondary: ['M4'], basis: expect.arrayContaining([{ what: 'cdShare', source: 'typed' }, expect.objectContaining({ what: 'occupancy', source: 'occupations' })]) as unknown });
    for (const { facts } of diagnoses) expect([facts['name'], facts['ownersPer100Mu'], facts['stateShare']]).toEqual([facts['name'], expect.any(Number), expect.any(Number)]);
    expect(diagnoses.some(({ facts }) => Number(facts['stateShare']) > 0)).toBe(true);
    const overruled = diagnoses.filter(({ facts }) => facts['isOverruled'] === true);
    expect(overruled.map(({ facts }) => [facts['primary'], facts['panelPrimary']])).toEqual([['M1', 'M7'], ['M1', 'M7']]);
  });

  test('keep capacity, forecasts and arrivals apart, and leave out what the definitions leave out', () => {
    expect(answer('floorUnit.occupied')).toBe(34);
    // Units below the standard size are entered and no capacity; one reactivation is still being rebuilt; one upgrade is of another trade.
    expect(of('floorUnit').filter(({ facts }) => facts['isStandard'] === false).length).toBeGreaterThan(5);
    expect(of('landReactivation').filter(({ stage }) => stage === 'rebuilding')).toHaveLength(1);
    expect(of('digitalUpgrade').filter(({ stage }) => stage === 'accepted')).toHaveLength(47);
    expect(of('rankClaim').filter(({ stage }) => stage === 'expired')).toHaveLength(1);
    const forecast = of('renewalPlan').find(({ facts }) => facts['forecastMultiple'] !== undefined);
    expect([forecast?.facts['multiple'], forecast?.facts['afterTaxPerMu']]).toEqual([undefined, undefined]);
  });

  test('occupy no square metre twice and charge no parcel with more land than it has', () => {
    const parcels = of('parcel').filter(({ stage }) => stage === 'held');
    expect(parcels.length).toBeGreaterThan(1_400);
    expect(of('enterprise').length).toBeGreaterThan(2_400);
    expect(new Set(of('occupation').map(({ facts }) => facts['enterprise'])).size).toBe(of('enterprise').length);
    for (const { facts } of parcels) {
      const [own, letFloor, vacant, floor] = ['ownFloor', 'letFloor', 'vacantFloor', 'floorArea'].map((name) => Number(facts[name])) as [number, number, number, number];
      expect(Math.abs(own + letFloor + vacant - floor)).toBeLessThan(0.1);
      expect(Number(facts['letLand'])).toBeLessThanOrEqual(Number(facts['area']) * 1.01);
    }
  });

  test('lie in no two places at once, and within their park', () => {
    const boxes = of('parcel').filter(({ stage }) => stage === 'held').map(({ facts }) => boxOf(facts['place'] as Place));
    expect(boxes.length).toBeGreaterThan(1_400);
    const overlaps = boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => one.west < other.east && other.west < one.east && one.south < other.north && other.south < one.north));
    expect(overlaps).toEqual([]);
    const parks = of('park').map(({ facts }) => boxOf(facts['place'] as Place));
    expect(boxes.filter(({ west, south, east, north }) => !parks.some((park) => west >= park.west - 1e-6 && south >= park.south - 1e-6 && east <= park.east + 1e-6 && north <= park.north + 1e-6))).toEqual([]);
  });

  test('catch one who declared too little and settle it by the survey', () => {
    const declarations = of('landDeclaration');
    expect(declarations.map(({ stage }) => stage).toSorted().filter((stage) => stage !== 'matched')).toEqual(['differing', 'settled']);
  });
});
