import { beforeEach, describe, expect, test } from 'vitest';
import { parkCounty, people, refused } from '#test/parks.ts';
import { isStartUp, monthsSince } from './parcel-evidence.ts';

// L7 and L9 of the inefficient land (parks.md §3), from the registers around a parcel.

let walk: ReturnType<typeof parkCounty>;
let parcel = '';
beforeEach(() => {
  walk = parkCounty('2021-03-01');
  // 0.34: less than half of 0.7 for machinery, and of 0.8 for textiles.
  parcel = walk.put(1, 'parcel', 'held', { name: '一号宗地', town: 'jinshan-park', area: 30_000, floorArea: 10_200, far: 0.34 });
});
const screened = (change: object = {}) => walk.file(people.natural, 'inefficientLand', 'screen', { name: '低效地块', parcel, year: 2020, ...change }).facts;
const building = (nth: number, facts: object, stage = 'standing') => walk.put(nth, 'building', stage, { parcel, floorArea: 5000, ...facts });
const stay = (nth: number, facts: object, stage = 'running') => walk.put(nth, 'occupation', stage, { parcel, floor: 1000, ...facts });

describe('L7', () => {
  test('takes the months since the first building was completed or the first user came, and the floor of the industry', () => {
    building(11, { completedOn: '2012-05-01' });
    stay(21, { fromDay: '2009-06-15' }, 'ended');
    stay(22, { fromDay: '1999-01-01' }, 'voided');
    building(12, { completedOn: '1998-01-01' }, 'demolished');
    expect(screened({ industry: 'C3511' })).toMatchObject({ criteria: ['L7'], far: 0.34, farFloor: 0.7, monthsUnfilled: 140 });
  });

  test('is not met within three years, nor where nothing says since when the land is used', () => {
    expect(refused(() => screened({ industry: 'C3511' }))).toBe('nothingMet');
    building(11, { completedOn: '2018-03-02' });
    expect(refused(() => screened({ industry: 'C3511' }))).toBe('nothingMet');
    stay(21, { fromDay: '2018-03-01' });
    expect(screened({ industry: 'C3511' })['monthsUnfilled']).toBe(36);
  });

  test('goes by the planned floor where it is higher, and by either alone', () => {
    stay(21, { fromDay: '2010-01-01' });
    const sold = (far: number) => walk.put(1, 'parcel', 'held', { name: '一号宗地', town: 'jinshan-park', area: 30_000, floorArea: 15_000, far: 0.5, standard: [{ indicator: 'far', value: far }] });
    sold(1.2);
    expect(screened()).toMatchObject({ criteria: ['L7'], farFloor: 1.2 });
    sold(0.9);
    expect(refused(() => screened({ year: 2019, industry: 'C3511' }))).toBe('nothingMet');
  });

  test('is what people found where they entered something else', () => {
    stay(21, { fromDay: '2010-01-01' });
    expect(refused(() => screened({ industry: 'C3511', monthsUnfilled: 12 }))).toBe('nothingMet');
    expect(screened({ farFloor: 0.8 })['criteria']).toEqual(['L7']);
  });
});

describe('L9', () => {
  const plan = (stage: string, parcels: readonly string[]) => walk.put(31, 'renewalPlan', stage, { name: '更新', parcels });

  test('is met where half the floor is dangerous and a renewal plan under way names the parcel', () => {
    building(11, { isDangerous: true });
    building(12, {});
    plan('contracted', [parcel]);
    expect(screened()).toMatchObject({ criteria: ['L9'], isScattered: true });
  });

  test.each<[string, () => void]>([
    ['less than half of the floor is dangerous', () => { building(11, { isDangerous: true }); building(12, { floorArea: 5001 }); plan('contracted', [parcel]); }],
    ['what is dangerous was demolished', () => { building(11, { isDangerous: true }, 'demolished'); building(12, {}); plan('contracted', [parcel]); }],
    ['the plan names another parcel', () => { building(11, { isDangerous: true }); plan('contracted', ['elsewhere']); }],
    ['the plan is only proposed', () => { building(11, { isDangerous: true }); plan('planned', [parcel]); }],
    ['the plan is accepted', () => { building(11, { isDangerous: true }); plan('accepted', [parcel]); }],
  ])('is left to people where %s', (_why, arrange) => {
    arrange();
    expect(refused(() => screened())).toBe('nothingMet');
    expect(screened({ isScattered: true })['criteria']).toEqual(['L9']);
  });

  test('goes by the share the office has set', () => {
    building(11, { isDangerous: true });
    building(12, {});
    plan('contracted', [parcel]);
    walk.settings.set('inefficientLand.dangerousShare', 60);
    expect(refused(() => screened())).toBe('nothingMet');
  });
});

test('whole months are over on the day of the month', () => {
  expect([monthsSince('2018-03-02', '2021-03-01'), monthsSince('2018-03-01', '2021-03-01'), monthsSince('2020-12-31', '2021-01-01'), monthsSince('2021-05-01', '2021-03-01')]).toEqual([35, 36, 0, 0]);
});

test('a start-up is in use for less than three years as far as the registers know, and nobody is one by not being known', () => {
  expect([isStartUp({ monthsUnfilled: 35 }, 36), isStartUp({ monthsUnfilled: 36 }, 36), isStartUp({}, 36), isStartUp({ monthsUnfilled: 0 }, 0)]).toEqual([true, false, false, false]);
});
