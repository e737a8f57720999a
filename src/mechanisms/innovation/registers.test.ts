import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { answerIn } from '#test/figure-in-memory.ts';
import { refusal } from '#test/refusal.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { creditCodeOf } from '../projects/sample-names.ts';
import { postOf, Walk } from '../walk.ts';
import { innovationPlatform } from './innovation-platform/innovation-platform.ts';
import { institution } from './institution/institution.ts';
import { patent } from './patent/patent.ts';
import { checkCharacter } from './patent/rules.ts';

// Institutions, platforms and patents: every refusal and every clock once, and the worked examples of innovation.md.

const all = [institution, innovationPlatform, patent];
const science = postOf('science-1', 'science', ['SCIENCE']);
const colleague = postOf('science-2', 'science', ['SCIENCE']);
const marine = postOf('marine', 'ocean', ['MARINE']);
const officer = postOf('officer', 'institutes', ['INSTITUTE']);
const other = postOf('other', 'institutes', ['INSTITUTE']);
const leader = postOf('leader', 'leadership', ['LEADER']);
const paper = (letter: string) => ({ hash: letter.repeat(64), name: '材料.pdf', type: 'application/pdf', size: 9 });
const proof = [paper('a')];
const two = [paper('a'), paper('b')];
const because = '经核实情况属实，依规办理。';

let walk: Walk;
beforeEach(() => {
  walk = new Walk(all, '2021-01-04T02:00:00.000Z');
});

const figure = (of: AnyMechanism, key: string, asOf = '2021-12-28') => {
  const declared = of.figures.find((each) => each.key === key);
  if (!declared) throw new Error(`no figure ${key}`);
  return answerIn(declared, of.record, [...walk.matters.values()].filter(({ mechanism }) => mechanism === of.record.key), asOf).value;
};

describe('an institution', () => {
  const ministry = { brandBasis: 'ministry', brandDocument: '编复〔2012〕35号', parentOrg: '某部' };
  const talks = (given: object = {}) => walk.file(marine, 'institution', 'negotiate', { name: '某海洋研究院', kind: 'institute', officer: 'officer', ...given }).id;
  const operates = (given: object = {}) => walk.file(science, 'institution', 'enter', { name: '某海洋研究所', creditCode: creditCodeOf(1), kind: 'institute', operatingOn: '2015-06-01', ...ministry, ...given }).id;

  test('comes by talks, an agreement signed by a leader, two papers of its founding, people at work', () => {
    const id = talks();
    expect(refusal(() => walk.act(leader, id, 'sign'))).toBe('gateClosed');
    walk.act(marine, id, 'draftAgreement', { agreementNo: 'HZ-2021-01', evidence: proof });
    walk.on('2021-02-01');
    expect(refusal(() => walk.act(leader, id, 'sign', { on: '2021-02-02' }))).toBe('signedLater');
    walk.act(leader, id, 'sign');
    const founding = { creditCode: creditCodeOf(9), address: '鳌山卫街道某路1号' };
    expect(refusal(() => walk.act(officer, id, 'establish', { ...founding, evidence: proof }))).toBe('evidenceMissing');
    expect(refusal(() => walk.act(other, id, 'establish', { ...founding, evidence: two }))).toBe('notTheirs');
    walk.act(officer, id, 'establish', { ...founding, evidence: two });
    expect(refusal(() => walk.act(science, id, 'operate', { residents: 0, projects: 0, evidence: proof }))).toBe('nobodyWorks');
    walk.on('2021-06-01').act(science, id, 'operate', { residents: 0, projects: 1, researchers: 4, evidence: proof });
    expect(walk.get(id)).toMatchObject({ stage: 'operating', facts: { signedOn: '2021-02-01', establishedOn: '2021-02-01', operatingOn: '2021-06-01', reportsFrom: 2021 } });
  });

  test('is late where talks stand still for ninety days, where a year passes before it is founded, and where a report is owed after March', () => {
    const id = talks();
    walk.on('2021-03-01').act(marine, id, 'noteProgress', { words: '专家到蓝谷踏勘。' });
    expect(walk.on('2021-05-30').isLate(id)).toBe(false);
    expect(walk.on('2021-05-31').isLate(id)).toBe(true);
    walk.act(marine, id, 'draftAgreement', { agreementNo: 'HZ-2021-01', evidence: proof });
    walk.act(leader, id, 'sign');
    expect(walk.get(id).clocks['setUp']).toMatchObject({ startOn: '2021-05-31', budget: { n: 365, unit: 'calendarDay' } });
    expect(walk.get(id).clocks['talks']).toMatchObject({ stoppedOn: '2021-05-31' });
    const stock = operates();
    expect(walk.on('2022-03-31').isLate(stock)).toBe(false);
    expect(walk.on('2022-04-01').isLate(stock)).toBe(true);
  });

  test('is national only once somebody else has seen the original, with the ground, its document and whose it is', () => {
    expect(refusal(() => operates({ brandDocument: undefined }))).toBe('brandUnproved');
    expect(refusal(() => operates({ parentOrg: undefined }))).toBe('parentMissing');
    expect(refusal(() => operates({ operatingOn: '2021-01-05' }))).toBe('operatingLater');
    const id = operates();
    expect(figure(institution, 'institution.national')).toBe(0);
    expect(refusal(() => walk.act(colleague, id, 'confirmNational', { brandBasis: 'ministry', brandDocument: '编复〔2012〕35号' }))).toBe('evidenceMissing');
    expect(refusal(() => walk.act(science, id, 'confirmNational', { brandBasis: 'ministry', brandDocument: '编复〔2012〕35号', evidence: proof }))).toBe('samePerson');
    walk.act(colleague, id, 'confirmNational', { brandBasis: 'ministry', brandDocument: '编复〔2012〕35号', evidence: proof });
    expect(figure(institution, 'institution.national')).toBe(1);
    walk.act(science, id, 'withdrawNational', { reason: because });
    expect(figure(institution, 'institution.national')).toBe(0);
  });

  test('reports a year that is over, once, from the year it is in the register', () => {
    const id = operates({ officer: 'officer' });
    const report = (year: number) => walk.act(officer, id, 'report', { year, researchers: 30, projects: 3, evidence: proof });
    expect(refusal(() => report(2021))).toBe('reportEarly');
    expect(refusal(() => report(2020))).toBe('reportBefore');
    walk.on('2022-04-02');
    expect(report(2021).facts['reports']).toMatchObject([{ year: 2021, isLate: true }]);
    expect(refusal(() => report(2021))).toBe('reportTwice');
    expect(walk.isLate(id)).toBe(false);
  });

  test('leaves the count on the day it is suspended: after two reports missed in a row and no sooner, or by notice', () => {
    const id = operates();
    walk.act(colleague, id, 'confirmNational', { ...ministry, evidence: proof });
    const suspend = (stopGround: string) => walk.act(science, id, 'suspend', { stopGround, evidence: proof, reason: because });
    expect(refusal(() => walk.on('2023-03-31') && suspend('reports'))).toBe('missedTooFew');
    expect(suspend('notice').facts['leftOn']).toBe('2023-03-31');
    expect(walk.act(science, id, 'resume', { evidence: proof })).toMatchObject({ stage: 'operating', facts: { reportsFrom: 2023 } });
    walk.on('2026-04-01');
    suspend('reports');
    expect(figure(institution, 'institution.national', '2026-04-01')).toBe(0);
  });

  test('base, added and gone make the stock of the day', () => {
    const put = (serial: number, operatingOn: string) => {
      const id = operates({ creditCode: creditCodeOf(serial), operatingOn });
      walk.act(colleague, id, 'confirmNational', { ...ministry, evidence: proof });
      return id;
    };
    walk.on('2021-08-02');
    for (let serial = 1; serial <= 5; serial += 1) put(serial, '2015-06-01');
    put(6, '2021-03-01');
    const gone = put(7, '2021-04-01');
    const left = put(8, '2016-01-01');
    for (const id of [gone, left]) walk.act(science, id, 'exit', { evidence: proof, reason: because });
    const [base, added, less, now] = ['nationalBase', 'nationalAdded', 'nationalLeft', 'national'].map((key) => figure(institution, `institution.${key}`));
    expect([base, added, less, now]).toEqual([6, 1, 1, 6]);
  });
});

describe('an innovation platform', () => {
  const enter = (name: string, level: string, documentNo: string, given: object = {}) =>
    walk.file(science, 'innovationPlatform', 'enter', { name, level, kind: 'keyLab', hostName: '某研究所', documentNo, recognisedOn: '2018-05-01', ...given }).id;

  test('five recognitions of three platforms are three platforms, each at its highest level', () => {
    enter('X国家重点实验室', 'nation', '国科发基〔2016〕1号', { entity: 'X实验室' });
    enter('X省重点实验室', 'province', '鲁科字〔2012〕2号', { entity: 'X实验室' });
    enter('Y省技术创新中心', 'province', '鲁科字〔2019〕3号', { entity: 'Y中心' });
    enter('Z市工程研究中心', 'city', '青发改〔2017〕4号', { entity: 'Z中心' });
    enter('Z区研发中心', 'district', '即科字〔2015〕5号', { entity: 'Z中心' });
    const keys = ['counted', 'documents', 'national', 'provincial', 'city', 'district'];
    expect(keys.map((key) => figure(innovationPlatform, `innovationPlatform.${key}`))).toEqual([3, 4, 1, 1, 1, 0]);
  });

  test('counts to the last day of its validity; then the next lower document speaks for it', () => {
    enter('X国家重点实验室', 'nation', '国科发基〔2016〕1号', { entity: 'X实验室', validUntil: '2021-06-30' });
    enter('X省重点实验室', 'province', '鲁科字〔2012〕2号', { entity: 'X实验室' });
    const levels = (day: string) => ['national', 'provincial'].map((key) => figure(innovationPlatform, `innovationPlatform.${key}`, day));
    expect([levels('2021-06-30'), levels('2021-07-01')]).toEqual([[1, 0], [0, 1]]);
  });

  test('is recognised in the past, for a time that runs forward, once by a document', async () => {
    expect(refusal(() => enter('X', 'city', '青科〔2021〕1号', { name: 'X中心', recognisedOn: '2021-01-05' }))).toBe('recognisedLater');
    expect(refusal(() => enter('X中心', 'city', '青科〔2021〕1号', { validUntil: '2018-04-30' }))).toBe('validBefore');
    // The store lets no two matters hold the same.
    expect(walk.get(enter('X中心', 'city', '青科〔2018〕 1号')).facts['recognition']).toBe(walk.get(enter('X中心', 'city', '青科〔2018〕1号')).facts['recognition']);
    const { importing } = innovationPlatform;
    expect(importing?.keyOf?.({ documentNo: '青科〔2018〕1号', name: 'X中心' }, '2021-01-04')).toBe('青科〔2018〕1号·X中心');
  });

  test('is built, runs, is assessed every two years, and whoever fails puts it right within a year or is revoked', () => {
    const id = walk.file(officer, 'innovationPlatform', 'apply', { name: '海洋防腐协同创新中心', level: 'city', kind: 'coinnovation', hostName: '某研究所', evidence: proof }).id;
    expect(figure(innovationPlatform, 'innovationPlatform.counted')).toBe(0);
    walk.act(science, id, 'recognise', { documentNo: '青科〔2021〕7号', recognisedOn: '2021-01-04', validUntil: '2025-12-31', evidence: proof });
    walk.act(science, id, 'build');
    expect(walk.on('2023-01-05').isLate(id)).toBe(true);
    walk.on('2021-06-01').act(science, id, 'run', { evidence: proof });
    expect(refusal(() => walk.act(officer, id, 'report', { year: 2021, evidence: proof }))).toBe('reportEarly');
    walk.act(officer, id, 'report', { year: 2020, evidence: proof });
    expect(refusal(() => walk.act(officer, id, 'report', { year: 2020, evidence: proof }))).toBe('reportTwice');
    expect(refusal(() => walk.act(science, id, 'prolong', { validUntil: '2025-12-31', evidence: proof }))).toBe('notLonger');
    expect(walk.get(id).clocks['assessment']).toMatchObject({ startOn: '2021-06-01', budget: { n: 730 } });
    expect(walk.act(science, id, 'assess', { lastAssessment: 'fail', evidence: proof })).toMatchObject({ stage: 'rectifying', facts: { rectifyBy: '2022-06-01' } });
    expect(figure(innovationPlatform, 'innovationPlatform.rectifying')).toBe(1);
    walk.on('2022-06-02');
    expect(walk.isLate(id)).toBe(true);
    expect(refusal(() => walk.act(science, id, 'finishRectifying', { lastAssessment: 'pass', evidence: proof }))).toBe('rectifiedLate');
    expect(walk.act(science, id, 'finishRectifying', { lastAssessment: 'fail', evidence: proof })).toMatchObject({ stage: 'revoked', facts: { revokedOn: '2022-06-02' } });
    expect(figure(innovationPlatform, 'innovationPlatform.counted', '2022-06-02')).toBe(0);
  });

  test('put right in time it goes on', () => {
    const id = enter('X中心', 'city', '青科〔2018〕1号');
    walk.act(science, id, 'assess', { lastAssessment: 'fail', evidence: proof });
    const after = walk.on('2021-09-01').act(science, id, 'finishRectifying', { lastAssessment: 'good', evidence: proof });
    expect([after.stage, after.facts['assessments'], after.facts['rectifyBy']]).toMatchObject(['assessed', [{ result: 'fail' }, { result: 'good' }], undefined]);
  });
});

describe('a patent', () => {
  const numbered = (digits: string) => `${digits}.${checkCharacter(digits)}`;
  const told = { name: '一种深海采样装置', owners: '某海洋研究所', firstAddress: 'district' };
  let last = 0;
  const granted = (given: object = {}) => {
    last += 1;
    return walk.file(science, 'patent', 'enter', { ...told, patentNo: `ZL${numbered(`20181${String(last).padStart(7, '0')}`)}`, kind: 'invention', filedOn: '2018-03-01', grantedOn: '2021-03-01', ...given }).id;
  };

  test('has a number that checks itself', () => {
    // The worked example in circulation, and one whose sum leaves ten.
    expect(['201710601862', '201810000018'].map(checkCharacter)).toEqual(['3', 'X']);
    walk.on('2021-04-01');
    const good = numbered('201810000001');
    const wrong = good.replace(/.$/, (each) => (each === '0' ? '1' : '0'));
    expect(refusal(() => granted({ patentNo: `ZL${wrong}` }))).toBe('wrongCheck');
    expect(refusal(() => granted({ patentNo: `ZL${good.replace('.', '')}` }))).toBe('badInput');
    expect(refusal(() => granted({ kind: 'utility' }))).toBe('kindDiffers');
    expect(refusal(() => granted({ filedOn: '2019-03-01' }))).toBe('yearDiffers');
    expect(refusal(() => granted({ grantedOn: '2021-04-02' }))).toBe('daysTurned');
    // 8 marks an invention that came by the PCT.
    expect(refusal(() => granted({ patentNo: `ZL${numbered('201880000001')}` }))).toBe('open');
  });

  test('an invention is filed, published, granted; then it bears its patent number', () => {
    const id = walk.file(officer, 'patent', 'file', { ...told, applicationNo: numbered('202010000001'), kind: 'invention', filedOn: '2020-02-01' }).id;
    expect(refusal(() => walk.act(officer, id, 'grant', { grantedOn: '2021-01-04', evidence: proof }))).toBe('notPublished');
    expect(refusal(() => walk.act(officer, id, 'publish', { publishedOn: '2020-01-31' }))).toBe('daysTurned');
    walk.act(officer, id, 'publish', { publishedOn: '2020-08-01' });
    expect(walk.act(officer, id, 'grant', { grantedOn: '2021-01-04', evidence: proof })).toMatchObject({ stage: 'granted', facts: { patentNo: `ZL${numbered('202010000001')}`, isBoughtIn: false } });
  });

  test('117 after 33 is 255 per cent; what was bought in, lies elsewhere or is no invention is not new', () => {
    walk.on('2021-12-28');
    for (let each = 0; each < 117; each += 1) granted({ marineField: each < 39 ? 'deepSea' : 'none' });
    for (let each = 0; each < 33; each += 1) granted({ grantedOn: '2020-07-01' });
    granted({ isBoughtIn: true, boughtOn: '2021-12-20' });
    granted({ firstAddress: 'city' });
    granted({ kind: 'utility', patentNo: `ZL${numbered('201820000009')}` });
    const keys = ['new', 'newLastYear', 'boughtIn'];
    expect(keys.map((key) => figure(patent, `patent.${key}`))).toEqual([117, 33, 1]);
    expect(figure(patent, 'patent.growth')?.toFixed(2)).toBe('254.55');
    expect(figure(patent, 'patent.marine')?.toFixed(1)).toBe('33.3');
  });

  test('bought in it says when, and otherwise it says nothing of it', () => {
    walk.on('2021-04-01');
    expect(refusal(() => granted({ isBoughtIn: true }))).toBe('boughtUndated');
    expect(refusal(() => granted({ boughtOn: '2021-03-05' }))).toBe('boughtUndated');
  });

  test('is kept by its fees, licensed and pledged to a day to come, transferred unless it is pledged', () => {
    walk.on('2021-04-01');
    const id = granted();
    expect(walk.on('2022-04-02').isLate(id)).toBe(true);
    walk.on('2021-04-01').act(officer, id, 'maintain', { feeUntil: '2022-03-01', evidence: proof });
    expect(refusal(() => walk.act(officer, id, 'maintain', { feeUntil: '2022-03-01', evidence: proof }))).toBe('feeNotLater');
    expect([walk.on('2022-03-01').isLate(id), walk.on('2022-03-02').isLate(id)]).toEqual([false, true]);
    walk.on('2021-04-01');
    const deal = { party: '某银行', amount: 500_000_000, number: 'Y2021370200001', until: '2021-03-31', evidence: proof };
    expect(refusal(() => walk.act(officer, id, 'pledge', deal))).toBe('untilPast');
    expect(refusal(() => walk.act(officer, id, 'license', deal))).toBe('untilPast');
    walk.act(officer, id, 'pledge', { ...deal, until: '2023-03-31' });
    expect(figure(patent, 'patent.pledged')).toBe(1);
    expect(refusal(() => walk.act(officer, id, 'transfer', { party: '某公司', number: '2021-1', evidence: proof }))).toBe('wrongStage');
    walk.act(officer, id, 'release', { evidence: proof });
    expect(walk.act(officer, id, 'transfer', { party: '某公司', number: '2021-1', evidence: proof }).facts['deals']).toMatchObject([{ kind: 'pledge' }, { kind: 'transfer' }]);
    // Granted this year it stays new; declared invalid it never was.
    expect(figure(patent, 'patent.new')).toBe(1);
    walk.act(science, id, 'invalidate', { evidence: proof });
    expect(figure(patent, 'patent.new')).toBe(0);
  });
});

test('every refusal of the registers is met by a test above', async () => {
  const here = await readFile(new URL(import.meta.url), 'utf8');
  expect(all.flatMap(({ record }) => Object.keys(record.refusals)).filter((code) => !here.includes(`'${code}'`))).toEqual([]);
});
