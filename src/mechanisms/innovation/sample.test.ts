import { beforeAll, describe, expect, test } from 'vitest';
import { fail, tell } from '#test/telling.ts';
import { answerIn } from '#test/figure-in-memory.ts';
import { isAccepted } from '#kernel/figure.ts';
import type { Matter } from '#kernel/matter.ts';
import { foundingFigures } from '../founding-figures.ts';
import { findMechanism, mechanisms } from '../mechanisms.ts';
import { parkStories } from '../parks/sample-registers.ts';
import { Walk } from '../walk.ts';
import { serving as allianceMember } from './alliance-member/server.ts';
import { serving as financeInstitution } from './finance-institution/server.ts';
import { serving as instrumentBooking } from './instrument-booking/server.ts';
import { registerYears } from './innovation-years.ts';

// The registers of the wing over the two sample years, told in memory through the same gates; of the other wings only the parks.

const walk = new Walk(mechanisms, '2020-01-01T00:00:00.000Z', { allianceMember, financeInstitution, instrumentBooking });
const asOf = '2021-12-28';
const lastYear: Matter[] = [];

beforeAll(() => {
  const parks = parkStories().map((story) => ({ ...story, steps: story.steps.slice(0, 1) }));
  tell(walk, [...parks, ...registerYears()], ({ at }) => {
    if (lastYear.length === 0 && at >= '2021-01-01') lastYear.push(...walk.matters.values());
  });
}, 120_000);

/** A figure answered in memory, as the store answers it. */
function answer(key: string, matters: readonly Matter[] = [...walk.matters.values()], day = asOf): number | null {
  const declared = mechanisms.flatMap(({ figures }) => figures).find((figure) => figure.key === key) ?? fail(key);
  return answerIn(declared, findMechanism(declared.mechanism)!.record, matters.filter(({ mechanism }) => mechanism === declared.mechanism), day).value;
}

describe('the registers of the innovation wing over the sample years', () => {
  test('hold their figures of the founding account within the range its printed word admits', () => {
    const keys = ['institution.national', 'innovationPlatform.counted', 'patent.new', 'patent.growth', 'rankClaim.patentGrowth', 'allianceMember.active', 'financeInstitution.entered', 'innovationPlatform.nationalIncubator'];
    expect(keys.map((key) => [key, Math.round((answer(key) ?? -1) * 10) / 10])).toEqual([
      ['institution.national', 52], ['innovationPlatform.counted', 74], ['patent.new', 117], ['patent.growth', 254.5], ['rankClaim.patentGrowth', 1], ['allianceMember.active', 63], ['financeInstitution.entered', 260], ['innovationPlatform.nationalIncubator', 1],
    ]);
    for (const key of keys) {
      const { answers } = mechanisms.flatMap(({ figures }) => figures).find((figure) => figure.key === key) ?? fail(key);
      const founding = foundingFigures.find(({ no }) => no === answers) ?? fail(key);
      expect([answers, isAccepted(founding, answer(key) ?? -1) ?? true]).toEqual([answers, true]);
    }
  });

  test('grow from the base that the government work report gives: 50 institutions and 68 platforms at the end of 2020', () => {
    const end = '2020-12-31';
    expect(['institution.national', 'innovationPlatform.counted', 'patent.new'].map((key) => answer(key, lastYear, end))).toEqual([50, 68, 24]);
    expect(['nationalBase', 'nationalAdded', 'nationalLeft'].map((key) => answer(`institution.${key}`))).toEqual([50, 3, 1]);
    expect(['recognisedThisYear', 'revokedThisYear', 'rectifying'].map((key) => answer(`innovationPlatform.${key}`))).toEqual([8, 1, 1]);
    expect(answer('patent.newLastYear')).toBe(33);
  });

  test('count no platform twice and no shell, and tell managers and funds apart', () => {
    const [documents, platforms] = ['documents', 'counted'].map((key) => answer(`innovationPlatform.${key}`) ?? 0) as [number, number];
    expect(documents).toBeGreaterThan(platforms);
    expect(answer('financeInstitution.absent')).toBe(6);
    expect(answer('financeInstitution.alerts')).toBeGreaterThan(2);
    const [managers, funds, all] = ['managers', 'funds', 'entered'].map((key) => answer(`financeInstitution.${key}`) ?? 0) as [number, number, number];
    expect([managers > 50, funds > 100, managers + funds < all]).toEqual([true, true, true]);
    expect(answer('patent.boughtIn')).toBe(6);
  });

  test('share a part of the instruments’ hours, all of it by bookings', () => {
    const settled = [...walk.matters.values()].filter(({ mechanism, stage }) => mechanism === 'instrumentBooking' && ['settled', 'rated'].includes(stage));
    expect(settled.length).toBeGreaterThan(30);
    expect(answer('instrument.hours')).toBe(settled.reduce((sum, { facts }) => sum + Number(facts['hours']), 0));
    expect(Math.round(answer('instrument.sharing') ?? 0)).toBe(35);
    expect([answer('instrument.open'), answer('instrumentBooking.rating')?.toFixed(1)]).toEqual([32, '4.0']);
  });

  test('stand at every stage that people meet', () => {
    const stages = (mechanism: string) => [...new Set([...walk.matters.values()].filter((matter) => matter.mechanism === mechanism).map(({ stage }) => stage))].toSorted();
    expect(stages('institution')).toEqual(['dropped', 'exited', 'negotiating', 'operating', 'signed']);
    expect(stages('innovationPlatform')).toEqual(['applied', 'assessed', 'building', 'recognised', 'rectifying', 'rejected', 'revoked', 'running'].filter((stage) => stage !== 'recognised'));
    expect(stages('patent')).toEqual(['filed', 'granted', 'invalidated', 'lapsed', 'licensed', 'maintained', 'pledged', 'published', 'transferred']);
    expect(stages('allianceMember')).toEqual(['active', 'applied', 'declined', 'expelled', 'partner', 'suspended', 'warned', 'withdrawn']);
    expect(stages('financeInstitution')).toEqual(['entered', 'left']);
    expect([stages('instrument'), stages('instrumentBooking')]).toEqual([['listed', 'maintenance'], ['booked', 'cancelled', 'rated', 'refused', 'settled']]);
  });
});
