import { beforeAll, describe, expect, test } from 'vitest';
import { fail, tell } from '#test/telling.ts';
import { answerIn } from '#test/figure-in-memory.ts';
import { isAccepted, isAlarming } from '#kernel/figure.ts';
import type { Matter } from '#kernel/matter.ts';
import { foundingFigures } from '../founding-figures.ts';
import { findMechanism, mechanisms } from '../mechanisms.ts';
import { parkFirmStories } from '../parks/sample-registers.ts';
import { expertStories } from '../projects/expert/sample.ts';
import { enterpriseStories } from '../projects/enterprise/sample.ts';
import { serving as expert } from '../projects/expert/server.ts';
import { Walk } from '../walk.ts';
import { serving as achievement } from './achievement/server.ts';
import { serving as demandMatch } from './demand-match/server.ts';
import { serving as enterpriseVisit } from './enterprise-visit/server.ts';
import { innovationYears } from './innovation-years.ts';
import { techFirms } from './sample-firms.ts';
import { serving as technicalDemand } from './technical-demand/server.ts';

// The year of visits and demands, told in memory through the same gates.

const walk = new Walk(mechanisms, '2020-01-01T00:00:00.000Z', { expert, achievement, demandMatch, enterpriseVisit, technicalDemand });
const asOf = '2021-12-28';

beforeAll(() => {
  const firms = new Set(techFirms.map(({ key }) => key));
  const stories = [...enterpriseStories(), ...parkFirmStories().filter(({ key }) => firms.has(key)), ...expertStories(), ...innovationYears().filter(({ mechanism }) => ['enterprise', 'innovationQualification', 'enterpriseVisit', 'technicalDemand', 'achievement', 'demandMatch'].includes(mechanism))];
  tell(walk, stories);
}, 120_000);

const of = (mechanism: string): Matter[] => [...walk.matters.values()].filter((matter) => matter.mechanism === mechanism);
const figureOf = (key: string) => mechanisms.flatMap(({ figures }) => figures).find((figure) => figure.key === key) ?? fail(key);

/** A figure answered in memory, as the store answers it. */
function answer(key: string, day = asOf) {
  const declared = figureOf(key);
  return answerIn(declared, findMechanism(declared.mechanism)!.record, of(declared.mechanism), day);
}

describe('the year of visits and demands', () => {
  test.each(['enterpriseVisit.innovative', 'technicalDemand.found'])('%s lies in the range of the founding account', (key) => {
    const founding = foundingFigures.find(({ no }) => no === figureOf(key).answers) ?? fail(key);
    const { value } = answer(key);
    expect([founding.no, value, isAccepted(founding, value ?? Number.NaN)]).toEqual([founding.no, value, true]);
  });

  test('counts an enterprise once however often it was visited, and nobody it only telephoned', () => {
    const visits = of('enterpriseVisit').filter(({ stage }) => stage === 'confirmed');
    expect(answer('enterpriseVisit.innovative').value).toBe(189);
    expect(visits.length).toBeGreaterThan(200);
    expect(visits.some(({ facts }) => facts['mode'] === 'phone')).toBe(true);
    expect(visits.some(({ facts }) => facts['isInnovative'] === false)).toBe(true);
  });

  test('has a funnel as such years have, and sets off no alarm', () => {
    const [submitted, admitted, publish, intent, contract] = ['submitted', 'admitted', 'publishRate', 'intentRate', 'contractRate'].map((key) => answer(`technicalDemand.${key}`).value ?? Number.NaN) as [number, number, number, number, number];
    expect(admitted / submitted).toBeGreaterThan(0.7);
    expect(admitted / submitted).toBeLessThan(0.95);
    expect([publish >= 40 && publish <= 60, intent >= 25 && intent <= 50, contract < intent]).toEqual([true, true, true]);
    for (const { key, alarm } of mechanisms.flatMap(({ figures }) => figures).filter(({ alarm }) => alarm !== undefined)) if (key.startsWith('technicalDemand.')) expect([key, isAlarming({ alarm }, answer(key))]).toEqual([key, false]);
  });

  test('reaches every stage a demand may reach', () => {
    const record = findMechanism('technicalDemand')!.record;
    const reached = new Set(of('technicalDemand').map(({ stage }) => stage));
    expect(Object.keys(record.stages).filter((stage) => !reached.has(stage))).toEqual([]);
  });

  test('has demands that differ: the same of others are few and marked', () => {
    const demands = of('technicalDemand');
    const common = demands.filter(({ facts }) => facts['isCommon'] === true);
    expect(common.length).toBeGreaterThan(2);
    expect(common.length).toBeLessThan(12);
    expect(new Set(demands.map(({ facts }) => facts['title'])).size / demands.length).toBeGreaterThan(0.9);
  });

  test('has one visit of which more demands came than usual, looked into', () => {
    const over = of('enterpriseVisit').filter(({ facts }) => facts['isOverCap'] === true);
    expect(over.map(({ facts }) => [facts['demandsFound'], facts['explained'] !== undefined])).toEqual([[6, true]]);
  });
});

describe('the year of achievements', () => {
  test('fills the shelf, and what firms ask for is found on it', () => {
    expect(answer('achievement.taken').value).toBeGreaterThan(50);
    expect(answer('achievement.listed').value).toBeGreaterThan(30);
    expect(answer('achievement.dealt').value).toBeGreaterThan(4);
    const lists = of('demandMatch');
    expect(lists.length).toBeGreaterThan(8);
    for (const { facts, stage } of lists) expect(Number(facts['pushed']) > 0, String(facts['title'])).toBe(stage !== 'dropped');
    expect(answer('demandMatch.sent').value).toBe(lists.filter(({ stage }) => stage === 'sent').length);
  });

  test('leaves none on the shelf whose price the next night would find stale', () => {
    const stale = of('achievement').filter(({ stage, facts }) => stage === 'listed' && String(facts['pricedOn']) < '2021-07-02');
    expect(stale.map(({ facts }) => facts['title'])).toEqual([]);
  });
});
