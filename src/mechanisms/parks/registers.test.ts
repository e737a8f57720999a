import { beforeEach, describe, expect, test } from 'vitest';
import { because, parkCounty, people, proof, refused, square } from '#test/parks.ts';
import { mu } from '#kernel/area.ts';
import { postOf } from '../walk.ts';

// Parks, parcels in use, buildings, units, occupations and declarations: every refusal once.

const { natural, industry, stat, zone, firm, permits } = people;
let walk: ReturnType<typeof parkCounty>;
let [tenant, holder, park] = ['', '', ''];

const outline = { level: 'district', kind: 'traditional', planned: 900_000, built: 800_000, industrial: 600_000, supplied: 500_000, inUse: 400_000, farCap: 1.5, leadIndustry: 'C35' };

beforeEach(() => {
  walk = parkCounty();
  tenant = walk.put(1, 'enterprise', 'listed', { name: '承租企业', industry: 'C3511' });
  holder = walk.put(2, 'enterprise', 'listed', { name: '使用权人', industry: 'C1781' });
  park = walk.file(industry, 'park', 'register', { name: '金山工业园', parkNo: 'JM-P3', body: 'jinshan-park', ...outline }).id;
});

/** A parcel of 20,000 ㎡ with 30,000 ㎡ of floor: plot ratio 1.5. */
function parcelIn(given: object = {}): string {
  const side = Math.sqrt(20_000);
  return walk.file(natural, 'parcel', 'enrol', { name: '一号宗地', parcelNo: `JM-${walk.matters.size}`, town: 'jinshan-park', use: 'industry', area: 20_000, floorArea: 30_000, park, user: holder, place: square(side), ...given }).id;
}

const begin = (parcel: string, given: object = {}) => walk.file(zone, 'occupation', 'begin', { name: '租用厂房', enterprise: tenant, parcel, kind: 'rent', floor: 6000, fromDay: '2021-01-01', ...given });

describe('a park', () => {
  test('has its areas in order, when it is registered and when it is corrected', () => {
    const register = (areas: object) => refused(() => walk.file(industry, 'park', 'register', { name: '某园', parkNo: 'JM-P9', body: 'jinshan-park', ...outline, ...areas }));
    expect(register({ inUse: 500_001 })).toBe('areasOutOfOrder');
    expect(register({ built: 900_001 })).toBe('areasOutOfOrder');
    expect(refused(() => walk.act(industry, park, 'amend', { industrial: 800_001 }))).toBe('areasOutOfOrder');
    expect(register({})).toBe('open');
  });

  // 900 亩 of industrial land.
  const year = { year: 2020, output: 189_000_000_000, tax: 10_890_000_000, firms: 60, aboveScale: 12, highTech: 5, staff: 3000, incidents: 0, source: '统计快报', evidence: proof };

  test('takes one snapshot of a year that is over, with yields by industrial land, and corrects it with a reason alone', () => {
    expect(refused(() => walk.act(stat, park, 'snapshot', { ...year, year: 2021 }))).toBe('yearNotOver');
    const { facts } = walk.act(stat, park, 'snapshot', year);
    expect(facts).toMatchObject({ year: 2020, taxPerMu: 12.1, outputPerMu: 210, landUse: 80 });
    expect(refused(() => walk.act(stat, park, 'snapshot', year))).toBe('snapshotTaken');
    expect(refused(() => walk.act(stat, park, 'snapshot', { ...year, reason: because, inUse: 500_001 }))).toBe('areasOutOfOrder');
    const corrected = walk.act(stat, park, 'snapshot', { ...year, firms: 61, reason: because }).facts['snapshots'] as readonly object[];
    expect(corrected).toHaveLength(1);
    expect(corrected[0]).toMatchObject({ firms: 61, isCorrected: true });
  });

  test('is screened for inefficient land once the year is over', () => {
    expect(refused(() => walk.act(natural, park, 'screenLand', { screeningYear: 2021 }))).toBe('screenedEarly');
    expect(refused(() => walk.act(natural, park, 'screenLand', { screeningYear: 2020 }))).toBe('open');
  });

  test('an older snapshot taken later leaves the latest in front', () => {
    const before = walk.act(stat, park, 'snapshot', { ...year, supplied: 500_000, inUse: 410_000 }).facts;
    const { facts } = walk.act(stat, park, 'snapshot', { ...year, year: 2019, tax: 100, supplied: 450_000, inUse: 360_000, floorArea: 300_000 });
    expect(facts['year']).toBe(2020);
    // Each year keeps its own land; the register stays as it is today.
    expect(facts['snapshots']).toMatchObject([{ year: 2019, supplied: 450_000, inUse: 360_000, floorArea: 300_000, landUse: 80 }, { year: 2020, industrial: 600_000, supplied: 500_000, inUse: 410_000, landUse: 82 }]);
    for (const fact of ['supplied', 'inUse', 'floorArea', 'landUse']) expect([fact, facts[fact]]).toEqual([fact, before[fact]]);
    expect(refused(() => walk.act(stat, park, 'snapshot', { ...year, year: 2018, supplied: 700_000 }))).toBe('areasOutOfOrder');
  });

  test('without industrial land has nothing to reckon yields by', () => {
    const bare = walk.put(7, 'park', 'active', { name: '空园', body: 'jinshan-park' });
    expect(refused(() => walk.act(stat, bare, 'snapshot', year))).toBe('noIndustrialLand');
  });
});

describe('an occupation', () => {
  test('charges a tenant of 6,000 ㎡ with 6.00 亩, and the parcel knows what is let, used and vacant', () => {
    const parcel = parcelIn();
    expect((Number(begin(parcel).facts['land']) / mu).toFixed(2)).toBe('6.00');
    begin(parcel, { enterprise: holder, kind: 'own', floor: 20_000 });
    expect(walk.get(parcel).facts).toMatchObject({ letFloor: 6000, letLand: 4000, ownFloor: 20_000, vacantFloor: 4000, vacancy: 13.3 });
  });

  test('never takes a square metre twice: own, let and vacant make the floor, and ending it gives the floor back', () => {
    const parcel = parcelIn();
    const first = begin(parcel, { floor: 29_000 });
    expect(refused(() => begin(parcel, { floor: 1001 }))).toBe('moreThanFloor');
    walk.act(zone, first.id, 'end');
    expect(walk.get(parcel).facts).toMatchObject({ letFloor: 0, letLand: 0, vacantFloor: 30_000, vacancy: 100 });
    expect(walk.get(first.id).facts['endedOn']).toBe('2021-03-01');
  });

  test('charges no more land than the parcel has, give or take one in a hundred', () => {
    const parcel = parcelIn();
    expect(refused(() => begin(parcel, { floor: 15_000, yard: 10_201 }))).toBe('landOverCharged');
    expect(refused(() => begin(parcel, { floor: 15_000, yard: 10_200 }))).toBe('open');
  });

  test('needs floor or yard, a period that runs forward, and the holder for what is owned', () => {
    const parcel = parcelIn();
    expect(refused(() => begin(parcel, { floor: 0 }))).toBe('nothingOccupied');
    expect(refused(() => begin(parcel, { toDay: '2020-12-31' }))).toBe('periodTurned');
    expect(refused(() => begin(parcel, { kind: 'own' }))).toBe('holderElse');
    const running = begin(parcel);
    expect(refused(() => walk.act(zone, running.id, 'amend', { toDay: '2020-12-31', reason: because }))).toBe('periodTurned');
  });

  test('mistyped in its areas is corrected, and the books of parcel and building follow', () => {
    const parcel = parcelIn();
    const building = buildingOn(parcel);
    const { id } = begin(parcel, { building, floor: 600 });
    const amend = (input: object) => walk.act(zone, id, 'amend', { reason: because, ...input });
    expect(amend({ floor: 6000, yard: 500 }).facts).toMatchObject({ floor: 6000, yard: 500, land: 4500 });
    expect([walk.get(parcel).facts, walk.get(building).facts]).toMatchObject([{ letFloor: 6000, letLand: 4500, vacantFloor: 24_000 }, { occupied: 6000, vacant: 3000 }]);
    expect(refused(() => amend({ floor: 9001 }))).toBe('moreThanBuilding');
    expect(refused(() => amend({ floor: 0, yard: 0 }))).toBe('nothingOccupied');
    // What is not said of areas leaves them alone.
    expect(amend({ rent: 180 }).facts).toMatchObject({ floor: 6000, land: 4500, rent: 180 });
    walk.act(zone, id, 'end');
    expect([walk.get(parcel).facts, walk.get(building).facts]).toMatchObject([{ letFloor: 0, letLand: 0, vacantFloor: 30_000 }, { occupied: 0 }]);
  });

  test('in a unit is corrected within the floor of that unit', () => {
    const parcel = parcelIn();
    const building = buildingOn(parcel);
    const { id } = begin(parcel, { building, unit: unitIn(building), floor: 1000 });
    expect(refused(() => walk.act(zone, id, 'amend', { floor: 1501, reason: because }))).toBe('unitTooSmall');
    expect(refused(() => walk.act(zone, id, 'amend', { floor: 1500, reason: because }))).toBe('open');
  });

  test('entered by mistake is voided: it gives back floor, unit and key, and counts for no day', () => {
    const parcel = parcelIn();
    const building = buildingOn(parcel);
    const unit = unitIn(building);
    const { id, facts } = begin(parcel, { building, unit, floor: 1500 });
    expect(walk.act(zone, id, 'void', { reason: because })).toMatchObject({ stage: 'voided', facts: { endedOn: facts['fromDay'] } });
    expect(walk.get(id).facts).not.toHaveProperty('key');
    expect([walk.get(parcel).facts, walk.get(building).facts, walk.get(unit).stage]).toMatchObject([{ letFloor: 0, letLand: 0 }, { occupied: 0 }, 'vacant']);
    // One that was ended to get rid of it has given its floor back already.
    const ended = begin(parcel, { building, unit, floor: 1500 });
    walk.act(zone, ended.id, 'end');
    walk.act(zone, ended.id, 'void', { reason: because });
    expect([walk.get(parcel).facts['letFloor'], walk.get(building).facts['occupied']]).toEqual([0, 0]);
  });

  test('lies in a building of that parcel and a unit of that building, within their floor', () => {
    const [parcel, other] = [parcelIn(), parcelIn({ place: square(Math.sqrt(20_000), 120.47) })];
    const building = buildingOn(parcel);
    expect(refused(() => begin(other, { building }))).toBe('otherParcel');
    const unit = unitIn(building);
    expect(refused(() => begin(parcel, { unit, floor: 100 }))).toBe('unitElsewhere');
    expect(refused(() => begin(parcel, { building, unit, floor: 1501 }))).toBe('unitTooSmall');
    begin(parcel, { building, unit, floor: 1500 });
    expect([walk.get(unit).stage, walk.get(unit).facts['tenant'], walk.get(building).facts['vacant']]).toEqual(['occupied', tenant, 7500]);
    expect(refused(() => begin(parcel, { building, floor: 7501 }))).toBe('moreThanBuilding');
    expect(refused(() => walk.act(zone, building, 'demolish', { reason: '整体改造' }))).toBe('occupiedStill');
  });
});

const buildingOn = (parcel: string, given: object = {}) => walk.file(zone, 'building', 'register', { name: '一号楼', buildingNo: `B-${walk.matters.size}`, parcel, park, use: 'production', storeys: 3, floorArea: 9000, leasable: 7500, standardUnit: 1500, ...given }).id;

function unitIn(building: string, given: object = {}): string {
  const entered = walk.file(zone, 'floorUnit', 'enter', { unitNo: `U-${walk.matters.size}`, building, park, drawingNo: '审图2021-7', storey: 2, netArea: 1500, standardUnit: 1500, use: 'production', load: 7.5, clearHeight: 4.5, industries: ['C35', 'C39'], limits: ['vibration'], ...given });
  return walk.act(zone, entered.id, 'build').id;
}

describe('a building', () => {
  test('holds whole standard units, and no more leasable floor than floor', () => {
    const parcel = parcelIn();
    expect(refused(() => buildingOn(parcel, { leasable: 9001 }))).toBe('leasableTooLarge');
    const building = buildingOn(parcel, { floorArea: 180_000, leasable: 150_600, standardUnit: 3000 });
    expect(walk.get(building).facts).toMatchObject({ capacity: 50, vacant: 180_000, occupancy: 0 });
    expect(refused(() => walk.act(zone, building, 'amend', { floorArea: 100_000 }))).toBe('leasableTooLarge');
    begin(parcel, { building, floor: 9000 });
    expect(refused(() => walk.act(zone, building, 'amend', { floorArea: 8000, leasable: 8000 }))).toBe('moreThanBuilding');
  });

  test('by approved drawings has a capacity and no tenants before it stands', () => {
    const parcel = parcelIn();
    const drawn = walk.file(permits, 'building', 'draw', { name: '二号楼', buildingNo: 'B-9', parcel, park, use: 'production', storeys: 5, floorArea: 12_000, leasable: 9000, standardUnit: 1500, drawingNo: '审图2021-8', evidence: proof });
    expect(drawn.facts['capacity']).toBe(6);
    expect(refused(() => begin(parcel, { building: drawn.id }))).toBe('wrongStage');
    walk.act(zone, drawn.id, 'complete', { completedOn: '2021-03-01', evidence: proof });
    expect(refused(() => begin(parcel, { building: drawn.id }))).toBe('open');
  });
});

describe('a floor unit', () => {
  test('below the usual load or height wants a reason, and counts where it is as large as a standard unit', () => {
    const building = buildingOn(parcelIn());
    expect(refused(() => unitIn(building, { load: 6 }))).toBe('belowTypical');
    expect(refused(() => unitIn(building, { storey: 1, load: 13 }))).toBe('belowTypical');
    expect(refused(() => unitIn(building, { load: 6, reason: because }))).toBe('open');
    expect(walk.get(unitIn(building)).facts['isStandard']).toBe(true);
    expect(walk.get(unitIn(building, { netArea: 1499 })).facts['isStandard']).toBe(false);
  });

  test('is counted by a plan once its mode is approved, and by none that was withdrawn', () => {
    const building = buildingOn(parcelIn());
    const proposed = walk.put(21, 'renewalPlan', 'planned', { name: '更新', primary: 'M6' });
    expect(refused(() => unitIn(building, { plan: proposed }))).toBe('planNotApproved');
    const withdrawn = walk.put(23, 'renewalPlan', 'withdrawn', { name: '更新', primary: 'M6', approvedOn: '2021-01-20' });
    expect(refused(() => unitIn(building, { plan: withdrawn }))).toBe('planNotApproved');
    const chosen = walk.put(22, 'renewalPlan', 'contracted', { name: '更新', primary: 'M6', approvedOn: '2021-01-20' });
    expect(walk.get(unitIn(building, { plan: chosen })).facts['mode']).toBe('M6');
  });

  test('takes only tenants whose machines and trade it bears', () => {
    const parcel = parcelIn();
    const building = buildingOn(parcel);
    const unit = unitIn(building);
    const come = (work: object, enterprise = tenant) => refused(() => begin(parcel, { building, unit, enterprise, floor: 1000, ...work }));
    expect(come({ machineLoad: 8 })).toBe('tooHeavy');
    expect(come({ machineHeight: 5 })).toBe('tooTall');
    expect(come({}, holder)).toBe('industryNotAdmitted');
    expect(() => begin(parcel, { building, unit, enterprise: holder, floor: 1000 })).toThrow('does not admit C1781 Textiles; it admits C35 Special-purpose machinery, C39 Computers');
    expect(come({ emits: ['vibration'] })).toBe('emits');
    expect(come({ emits: ['noise'], machineLoad: 7 })).toBe('open');
  });

  test('upstairs takes no machine that its goods lift does not bear', () => {
    const parcel = parcelIn();
    const building = buildingOn(parcel);
    const come = (unit: string, machineTons: number) => refused(() => begin(parcel, { building, unit, floor: 100, machineTons }));
    expect(come(unitIn(building, { liftTons: 3 }), 3.5)).toBe('tooHeavyToLift');
    expect(come(unitIn(building, { liftTons: 3 }), 3)).toBe('open');
    expect(come(unitIn(building, { liftTons: 3, storey: 1, load: 15, clearHeight: 7 }), 3.5)).toBe('open');
  });

  test('is sold from a size on, to whom the park admits, half of a building at most, and not again within its lock', () => {
    const building = buildingOn(parcelIn());
    const units = [0, 1, 2, 3].map(() => unitIn(building));
    const sell = (at: number, owner = tenant, more: object = {}) => () => walk.act(zone, units[at]!, 'sell', { owner, evidence: proof, ...more });
    expect(refused(() => walk.act(zone, unitIn(buildingOn(parcelIn()), { netArea: 400 }), 'sell', { owner: tenant, evidence: proof }))).toBe('tooSmallToSell');
    expect(refused(sell(0, holder))).toBe('industryNotAdmitted');
    expect(sell(0)().facts['lockedTo']).toBe('2026-03-01');
    expect(refused(sell(1))).toBe('open');
    expect(refused(sell(2))).toBe('soldOver');
    expect(refused(sell(0))).toBe('lockedStill');
    // Once it is no longer locked the platform company comes first.
    walk.on('2026-03-02');
    expect(refused(sell(0))).toBe('platformFirst');
    expect(refused(sell(0, tenant, { isWaived: true }))).toBe('open');
    expect(walk.act(zone, units[0]!, 'buyBack', { reason: because, evidence: proof }).facts['owner']).toBeUndefined();
    expect(refused(sell(2))).toBe('open');
  });

  test('for production that uses next to no power is marked for the bureau to look at', () => {
    const parcel = parcelIn();
    const building = buildingOn(parcel);
    const unit = unitIn(building);
    const stay = begin(parcel, { building, unit, floor: 1000 });
    const check = (powerUse: number) => walk.act(zone, unit, 'checkUse', { powerUse, powerYear: 2020, evidence: proof }).facts['isSuspect'];
    expect([check(19.9), check(20)]).toEqual([true, false]);
    expect(walk.told.filter(({ to }) => JSON.stringify(to) === '{"role":"INDUSTRY"}')).toHaveLength(1);
    check(3);
    walk.act(zone, stay.id, 'end');
    expect(walk.get(unit).facts['isSuspect']).toBeUndefined();
  });
});

describe('a parcel in use', () => {
  test('is surveyed as any other, and what was measured on an internet map is converted and marked', () => {
    expect(refused(() => parcelIn({ area: 25_000 }))).toBe('areaDiffers');
    expect(refused(() => parcelIn({ place: { type: 'Point', coordinates: [120.45, 36.39] } }))).toBe('notClosed');
    const { facts } = walk.get(parcelIn({ datum: 'gcj02' }));
    const [[[east, north]]] = (facts['place'] as { coordinates: [[[number, number]]] }).coordinates;
    // The shift near 即墨 is some hundred metres to the east and less to the north.
    const [eastward, northward] = [(120.45 - east) * 89_738, (36.39 - north) * 110_972];
    expect([eastward > 300 && eastward < 700, northward > 0 && northward < 200]).toEqual([true, true]);
    expect(facts['datum']).toBe('fromGcj02');
  });

  test('tells each year once, in order, and is taken into the reserve once nobody is there', () => {
    const parcel = parcelIn();
    walk.act(industry, parcel, 'noteYear', { year: 2020, class: 'B', taxPerMu: 12.5, vacant: 20, source: '亩均评价' });
    walk.act(industry, parcel, 'noteYear', { year: 2019, class: 'D', taxPerMu: 1.5, source: '亩均评价' });
    expect(walk.get(parcel).facts['years']).toMatchObject([{ year: 2019, class: 'D', vacancy: 100 }, { year: 2020, class: 'B', vacancy: 20 }]);
    expect(walk.get(parcel).facts).toMatchObject({ class: 'B', taxPerMu: 12.5 });
    expect(refused(() => walk.act(industry, parcel, 'noteYear', { year: 2020, class: 'A', source: '亩均评价' }))).toBe('yearTwice');
    const running = begin(parcel);
    expect(refused(() => walk.act(natural, parcel, 'acquire', { reason: because, evidence: proof }))).toBe('stillOccupied');
    expect(refused(() => walk.act(natural, parcel, 'amendUse', { floorArea: 5999 }))).toBe('moreThanFloor');
    walk.act(zone, running.id, 'end');
    expect(walk.act(natural, parcel, 'acquire', { reason: because, evidence: proof }).stage).toBe('reserved');
  });
});

describe('a declaration of land', () => {
  const declare = (area: number, year = 2020) => walk.file(firm, 'landDeclaration', 'declare', { name: '用地申报', enterprise: holder, year, declared: area * mu });

  beforeEach(() => void parcelIn({ area: 20_000 }));

  test('of 18 亩 against 30 in the register is caught, and the evaluation takes 30', () => {
    const caught = declare(18);
    expect([caught.stage, caught.facts['difference'], Number(caught.facts['evaluated']) / mu]).toEqual(['differing', 40, 30]);
    expect(walk.told.map(({ to }) => to)).toEqual([{ role: 'INDUSTRY' }, { role: 'NATURAL' }]);
    // Another enterprise neither explains it nor sees it; this one owes an explanation, and may give it.
    const other = postOf('other', 'enterprises', ['ENTERPRISE']);
    expect(refused(() => walk.act(other, caught.id, 'explain', { explanation: '不是我们的申报。' }))).toBe('notYours');
    expect(walk.act(firm, caught.id, 'explain', { explanation: '堆场没有计入，已补报。' }).duties.map(({ state }) => state)).toEqual(['done']);
    expect(refused(() => walk.act(industry, caught.id, 'settle', { conclusion: '按登记面积核定' }))).toBe('surveyFirst');
    expect(refused(() => walk.act(natural, caught.id, 'survey', { surveyed: 20_500, untitled: 20_501, evidence: proof }))).toBe('untitledMore');
    walk.act(natural, caught.id, 'survey', { surveyed: 20_500, untitled: 500, evidence: proof });
    expect(walk.act(industry, caught.id, 'settle', { conclusion: '按实测面积核定' }).facts['evaluated']).toBe(20_500);
  });

  test('counts own parcels less what is let, plus what is rented, line by line', () => {
    const [own] = [...walk.matters.values()].filter(({ mechanism }) => mechanism === 'parcel');
    begin(own?.id ?? '');
    const matched = declare(24);
    expect([matched.stage, matched.facts['registered']]).toEqual(['matched', 16_000]);
    expect(matched.facts['workings']).toMatchObject([{ what: 'own', area: 20_000 }, { what: 'let', area: 4000 }]);
    const renting = walk.file(firm, 'landDeclaration', 'declare', { name: '用地申报', enterprise: tenant, year: 2020, declared: 6 * mu });
    expect([renting.stage, renting.facts['workings']]).toMatchObject(['matched', [{ what: 'rented', area: 4000 }]]);
  });

  test('is made once a year; a survey that finds more makes it differ', () => {
    const matched = declare(30);
    expect(refused(() => declare(30))).toBe('declaredTwice');
    expect(refused(() => declare(30, 2021))).toBe('open');
    expect(walk.act(natural, matched.id, 'survey', { surveyed: 24_000, evidence: proof }).stage).toBe('differing');
  });
});
