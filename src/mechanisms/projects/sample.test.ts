import { beforeAll, describe, expect, test } from 'vitest';
import { fail, tell } from '#test/telling.ts';
import type { Matter } from '#kernel/matter.ts';
import { holds } from '#kernel/condition.ts';
import { findDisagreement } from '#engines/draw/verify.ts';
import { mechanisms } from '../mechanisms.ts';
import { Walk } from '../walk.ts';
import { projectsYears } from './sample-years.ts';
import { serving as dueDiligence } from './due-diligence/server.ts';
import { serving as expert } from './expert/server.ts';
import { serving as landCommitment } from './land-commitment/server.ts';
import { projectPackage } from './project/open-data.ts';
import { codes, departures, shape } from './project/test-oc4ids.ts';
import { serving as panelPlan } from './panel-plan/server.ts';
import { serving as parcel } from './parcel/server.ts';
import { publishedOf, secretsOf } from './review-meeting/published.ts';
import { serving as reviewMeeting } from './review-meeting/server.ts';
import { serving as scoreSheet } from './score-sheet/server.ts';
import { serving as supervision } from './supervision/server.ts';

// The two sample years of the wing, told in memory through the same gates.

const walk = new Walk(mechanisms, '2020-01-01T00:00:00.000Z', { dueDiligence, expert, landCommitment, panelPlan, parcel, reviewMeeting, scoreSheet, supervision });

beforeAll(() => {
  tell(walk, projectsYears());
}, 120_000);

const all = (mechanism: string, stage?: readonly string[]): readonly Matter[] => [...walk.matters.values()].filter((matter) => matter.mechanism === mechanism && (stage === undefined || stage.includes(matter.stage)));

const counts = (facts: readonly unknown[]) => facts.reduce<Record<string, number>>((sums, each) => ({ ...sums, [String(each)]: (sums[String(each)] ?? 0) + 1 }), {});

/** A figure of the wing that answers one of the founding account, asked as it is declared. */
function answerTo(no: string): number {
  const figure = mechanisms.flatMap(({ figures = [] }) => figures).find(({ answers }) => answers === no) ?? fail(`nobody answers figure ${no}`);
  const among = all(figure.mechanism).filter((matter) => holds(figure.where, matter, '2021-12-28'));
  if ('distinct' in figure.measure) return new Set(among.map(({ facts }) => facts[(figure.measure as { readonly distinct: string }).distinct]).filter((value) => value !== undefined)).size;
  expect(figure.measure).toEqual({ count: 'matters' });
  return among.length;
}

describe('the sample years of the projects wing', () => {
  test('answer the figures of the founding account: three gates, eight key projects on benchmarked land, one hub', () => {
    expect(['3.2', '3.3', '3.18'].map(answerTo)).toEqual([3, 8, 1]);
  });

  test('hold three hundred projects, a hundred and twenty experts, sixty parcels and forty reviews', () => {
    expect(['project', 'expert', 'parcel', 'reviewMeeting'].map((mechanism) => all(mechanism).length)).toEqual([300, 120, 60, 40]);
    expect(counts(all('reviewMeeting').map(({ facts }) => facts['result']))).toEqual({ passed: 24, conditional: 11, refused: 5 });
    expect(all('scoreSheet').every(({ stage }) => stage === 'settled')).toBe(true);
    expect(all('scoreSheet').length).toBe(all('reviewMeeting').reduce((seats, { facts }) => seats + Number(facts['panelSize']), 0));
  });

  test('review the capacity of the plant of the worked example: 97.73 %, damages of 116.67 万元, tax short by 90 万元 a year', () => {
    const [review] = all('complianceCheck').filter(({ facts }) => facts['kind'] === 'capacity');
    expect(review).toMatchObject({ stage: 'rectifying', facts: { weighted: 97.73, lowest: 94.44, conclusion: 'nearly', period: '2021-Q3' } });
    expect(Math.round(Number(review?.facts['damages']) / 10_000) / 100).toBe(116.67);
    expect(review?.facts['taxGap']).toBe(90_000_000);
    const commitment = walk.get(String(review?.facts['landCommitment']));
    expect(commitment.facts).toMatchObject({ price: 2_100_000_000, area: 40_000 });
    expect(walk.get(String(commitment.facts['project']))).toMatchObject({ stage: 'aboveScale', facts: { capacityConclusion: 'basic' } });
  });

  test('go out as one OC4IDS package, every project of which keeps the structure and the codes of the standard', () => {
    const context = { now: '2021-12-28T02:00:00.000Z', district: '370215', districtName: '即墨区', unitName: (id: string) => walk.units.get(id)?.name ?? id, findMatter: (id: string) => walk.matters.get(id) };
    const made = projectPackage(all('project'), context) as { readonly projects: readonly { readonly status: string; readonly type?: string }[] };
    expect(made.projects.length).toBe(all('project').filter(({ stage }) => stage !== 'merged').length);
    expect(departures(made, shape, 'package')).toEqual([]);
    expect(made.projects.filter(({ status, type }) => !codes['projectStatus']?.includes(status) || (type !== undefined && !codes['projectType']?.includes(type)))).toEqual([]);
    expect(new Set(made.projects.map(({ status }) => status))).toEqual(new Set(['identification', 'preparation', 'implementation', 'completion', 'maintenance', 'cancelled']));
  });

  test('publish forty draws that anybody works out again', () => {
    for (const { facts } of all('reviewMeeting')) expect(findDisagreement(publishedOf(facts), secretsOf(facts)), String(facts['projectNo'])).toBeUndefined();
  });

  test('show a light of every colour, money coming back and a sheet that was copied', () => {
    expect(Object.keys(counts(all('supervision').map(({ facts }) => facts['light']))).toSorted()).toEqual(['green', 'orange', 'red', 'yellow']);
    expect(all('supervision', ['demanded']).map(({ facts }) => facts['recovered'])).toEqual([120_000_000]);
    expect(all('reviewMeeting').flatMap(({ facts }) => (facts['alerts'] ?? []) as readonly unknown[]).length).toBeGreaterThan(0);
  });
});
