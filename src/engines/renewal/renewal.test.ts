import { describe, expect, test } from 'vitest';
import { weighedNames as names } from '#mechanisms/parks/mode-facts.ts';
import { modes } from '#mechanisms/parks/modes.ts';
import { healthUnder, rulesUnder, weighingSettings, type WeighingName } from '#mechanisms/parks/weighing.ts';
import { reasonsOf } from './explain.ts';
import type { HealthFacts, ModeFact, ModeFacts } from './problem.ts';
import { healthOf as indexOf, recommend as recommendBy } from './solve.ts';
import { findDisagreement } from './verify.ts';

// The worked examples of parks.md §4 and §6, by the settings as they come.

const usual = (name: WeighingName) => weighingSettings[name]?.value ?? Number.NaN;
const [healthRule, rules, bounds] = [healthUnder(usual), rulesUnder(usual), { primary: 60, secondary: 45, distance: 25, most: 2 }];
const healthOf = (of: HealthFacts) => indexOf(of, healthRule);
const recommend = (of: ModeFacts) => recommendBy(of, rules, bounds);

const park: HealthFacts = { taxPerMu: 12.1, districtTaxPerMu: 20, outputPerMu: 210, districtOutputPerMu: 320, far: 0.62, farCap: 1.5, landUse: 0.82, occupancy: 0.71, leadShare: 0.34, safety: 0.9 };
const facts: ModeFacts = { taxRatio: 12.1 / 20, farRatio: 0.62 / 1.5, contiguousMu: 260, capitalReady: 1, cleanTitle: 0.9, legacyShare: 0.55, cdShare: 0.22, ownersWilling: 0.4, notUpgraded: 0.7, farCap: 1.5, anchors: 0, largestParcelMu: 260, ownBody: 0 };

function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('the health of a park', () => {
  test('is 65.24 in the worked example, part by part', () => {
    // Exactly 15.125, which the example prints as 15.12.
    expect(healthOf(park)).toEqual({ health: 65.24, parts: { tax: 15.13, output: 9.84, far: 6.2, landUse: 12.3, occupancy: 7.1, lead: 5.67, safety: 9 } });
  });

  test('never passes 100, and grows with every part until that is full', () => {
    expect(Object.values(healthRule.weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
    expect(healthOf({ ...park, taxPerMu: 99, outputPerMu: 999, far: 9, landUse: 1, occupancy: 1, leadShare: 1, safety: 1 }).health).toBe(100);
    for (const key of ['taxPerMu', 'outputPerMu', 'far', 'landUse', 'occupancy', 'leadShare', 'safety'] as const) expect(healthOf({ ...park, [key]: park[key] * 1.05 }).health, key).toBeGreaterThan(healthOf(park).health);
  });
});

describe('the recommended modes', () => {
  test('are M3 with 69.98 and M4 with 47.78 in the worked example', () => {
    const { primary, secondary, fits } = recommend(facts);
    expect([primary, secondary]).toEqual(['M3', ['M4']]);
    expect(fits.slice(0, 2).map(({ mode, fit }) => [mode, fit])).toEqual([['M3', 69.98], ['M4', 47.78]]);
    expect(fits[0]?.weighed.map(({ points }) => points)).toEqual([13.65, 19.33, 25, 12]);
    expect(fits[1]?.weighed.map(({ points }) => points)).toEqual([21.88, 8.4, 5, 12.5]);
    expect(fits.filter(({ mode, isOpen }) => ['M2', 'M6'].includes(mode) && isOpen)).toEqual([]);
  });

  test('name for each of the eight what speaks for it and against it', () => {
    const { fits } = recommend(facts);
    expect(fits).toHaveLength(8);
    const said = Object.fromEntries(fits.map((fit) => [fit.mode, reasonsOf(fit, names)]));
    expect(said['M6']?.con.zh).toContain('前提不具备：容积率上限不少于2');
    expect(said['M4']?.pro.zh).toContain('传统产业占比0.55，得21.88/35');
    expect(said['M8']?.con.en).toContain('unknown');
    for (const fit of fits) for (const { zh, en } of [said[fit.mode]!.pro, said[fit.mode]!.con, modes[fit.mode]]) expect([zh.length > 0, en.length > 0]).toEqual([true, true]);
  });

  test('are none where nothing reaches 60, and of two alike the one that costs the public less goes first', () => {
    expect(recommend({}).primary).toBeUndefined();
    expect(recommend({ ...facts, capitalReady: 0 }).primary).toBeUndefined();
    const all = { privateParcelMu: 40, privateUnused: 0.5, ownerFinance: 1, farRatio: 0.3, contiguousMu: 120, taxRatio: 0.3, capitalReady: 1, cleanTitle: 1 };
    expect(recommend(all)).toMatchObject({ primary: 'M5', secondary: ['M3'] });
  });

  test('agree with the slow way on random parks', () => {
    const roll = dice(11);
    const names = [...new Set(rules.flatMap(({ gate, criteria }) => [...gate.flat().map(({ fact }) => fact), ...criteria.map(({ fact }) => fact)]))];
    const scale: Partial<Record<ModeFact, number>> = { contiguousMu: 300, staffPer100Firms: 90, suppliersReady: 30, platformGrowth: 30, privateParcelMu: 90, largestParcelMu: 90, farCap: 4, waitingNeedMu: 100, needOverFree: 4, anchors: 2, ownBody: 2, openPlatform: 2, freeLandShare: 0.2 };
    for (let round = 0; round < 2000; round += 1) {
      const random: ModeFacts = Object.fromEntries(names.flatMap((name) => (roll() < 0.1 ? [] : [[name, roll() * (scale[name] ?? 1)]])));
      expect(findDisagreement(random, recommend(random), rules, bounds), JSON.stringify(random)).toBeUndefined();
    }
  });

  test('the slow way notices a wrong fit, a wrong order and a mode left out', () => {
    const right = recommend(facts);
    expect(findDisagreement(facts, { ...right, primary: 'M4' }, rules, bounds)).toBe('primary');
    expect(findDisagreement(facts, { ...right, secondary: [] }, rules, bounds)).toBe('secondary');
    expect(findDisagreement(facts, { ...right, fits: right.fits.map((fit) => ({ ...fit, fit: fit.fit === 0 ? 0 : fit.fit + 1 })) }, rules, bounds)).toBe('M3');
  });
});
