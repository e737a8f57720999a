import { describe, expect, test } from 'vitest';
import { maySee, type Actor } from '#kernel/actor.ts';
import { holds } from '#kernel/condition.ts';
import { tiesOf, type Matter } from '#kernel/matter.ts';
import { refusal } from '#test/refusal.ts';
import { creditCodeOf } from '../../projects/sample-names.ts';
import { postOf, Walk } from '../../walk.ts';
import { achievement } from './achievement.ts';
import { achievementRecord } from './record.ts';
import { valueOf } from './rules.ts';
import { serving } from './server.ts';
import { axisWeights, trlLevels } from './words.ts';

const institute = postOf('institute-1', 'institutes', ['INSTITUTE']);
const science = postOf('science-1', 'science', ['SCIENCE']);
const mart = postOf('mart', 'industry-mart', ['MART']);
const broker = postOf('broker-1', 'brokers', ['BROKER']);
const firm = postOf('tech-firm-1', 'enterprises', ['ENTERPRISE']);
const night: Actor = { kind: 'system', job: 'night' };
const proof = { hash: 'c'.repeat(64), name: '权属证明.pdf', type: 'application/pdf', size: 10 };

const bench = { level: 4, title: '台架试验数据', on: '2021-01-10', verified: 'self' };
const trial = { level: 7, title: '海试记录', issuer: '某海洋试验场', on: '2021-02-10', verified: 'third' };
const found = {
  title: '浮标长效防腐涂层', kind: 'process', type: 'applied', ownerName: '某海洋研究所', ownerCode: creditCodeOf(801), ownerPlace: 'city', summary: '用于浮标和海上平台，海水全浸三年不起泡，附着力不低于八兆帕，冬季可以施工。', industry: 'C2641',
  marineField: 'corrosion', inventors: [{ name: '完成人甲' }], rights: [{ kind: 'patent', number: 'ZL202010123456.X', until: '2040-03-01' }], trl: 4, trlEvidence: [bench], modes: ['licence'], ask: 260_000_000, estimatedMonths: 10, officer: 'institute-1',
};

const opened = () => new Walk([achievement], '2021-03-08T02:00:00.000Z', { achievement: serving });
const register = (walk: Walk, change: object = {}) => walk.file(institute, 'achievement', 'register', { ...found, ...change }).id;
const tried = (change: object) => refusal(() => register(opened(), change));
function stored(walk: Walk, change: object = {}) {
  const id = register(walk, change);
  walk.act(mart, id, 'verify', { rightsState: 'valid', evidence: [proof] });
  walk.act(mart, id, 'store', { scores: [{ axis: 'technical', score: 80 }, { axis: 'economic', score: 60 }] });
  return id;
}
function listed(walk: Walk, change: object = {}) {
  const id = stored(walk, change);
  walk.act(mart, id, 'list');
  return id;
}

describe('readiness', () => {
  test('stands on evidence that shows its level, and from six on on more than its owner’s word', () => {
    expect(tried({})).toBe('open');
    expect(tried({ trl: 5 })).toBe('evidenceShort');
    expect(tried({ trl: 6, trlEvidence: [{ ...trial, verified: 'self' }] })).toBe('evidenceWeak');
    expect(tried({ trl: 6, trlEvidence: [trial] })).toBe('open');
    expect(tried({ trl: 7, trlEvidence: [bench, { ...trial, verified: 'self' }, { ...bench, verified: 'seen' }] })).toBe('evidenceWeak');
    expect(tried({ inventors: [] })).toBe('badInput');
  });

  test('rises by two, and by more only with the note of an expert', () => {
    const walk = opened();
    const id = register(walk);
    expect(refusal(() => walk.act(institute, id, 'ripen', { trl: 7, trlEvidence: [trial] }))).toBe('leapUnexplained');
    expect(refusal(() => walk.act(institute, id, 'ripen', { trl: 4, trlEvidence: [trial] }))).toBe('notHigher');
    expect(refusal(() => walk.act(institute, id, 'ripen', { trl: 6, trlEvidence: [bench] }))).toBe('evidenceShort');
    walk.act(institute, id, 'ripen', { trl: 7, trlEvidence: [trial], trlNote: '初样与海试同步进行，专家组认可越级。' });
    expect(walk.get(id).facts).toMatchObject({ trl: 7, trlEvidence: [bench, trial] });
  });

  test('knows nine levels, each with the evidence it asks for', () => {
    expect(Object.keys(trlLevels)).toHaveLength(9);
  });
});

describe('value', () => {
  test('is the mean of the values looked at, each by its weight', () => {
    expect(valueOf('applied', [{ axis: 'technical', score: 80 }, { axis: 'economic', score: 60 }])).toBe(70.7);
    expect(valueOf('basic', [{ axis: 'scientific', score: 90 }, { axis: 'technical', score: 50 }])).toBe(80);
    for (const weights of Object.values(axisWeights)) expect(Math.round(Object.values(weights).reduce((sum, weight) => sum + weight, 0) * 100)).toBe(100);
  });

  test('is scored once a value, and one value at least', () => {
    const walk = opened();
    const id = register(walk);
    walk.act(science, id, 'verify', { rightsState: 'valid', evidence: [proof] });
    expect(refusal(() => walk.act(mart, id, 'store', { scores: [] }))).toBe('badInput');
    expect(refusal(() => walk.act(mart, id, 'store', { scores: [{ axis: 'social', score: 10 }, { axis: 'social', score: 20 }] }))).toBe('axisTwice');
  });
});

describe('the way to the shelf', () => {
  test('is registered with a number, verified by another within five working days, evaluated within fifteen', () => {
    const walk = opened();
    const id = register(walk);
    expect(walk.get(id)).toMatchObject({ stage: 'registered', number: 'CG-2021-0001', facts: { rightsState: 'valid', rightsUntil: '2040-03-01', pricedOn: '2021-03-08' } });
    expect(walk.on('2021-03-15').isLate(id)).toBe(false);
    expect(walk.on('2021-03-16').isLate(id)).toBe(true);
    const own = walk.on('2021-03-08').file(science, 'achievement', 'register', { ...found, title: '另一项防腐成果' }).id;
    expect(refusal(() => walk.act(science, own, 'verify', { rightsState: 'valid', evidence: [proof] }))).toBe('samePerson');
    walk.act(science, id, 'verify', { rightsState: 'valid', evidence: [proof] });
    expect(walk.on('2021-03-29').isLate(id)).toBe(false);
    expect(walk.on('2021-03-30').isLate(id)).toBe(true);
  });

  test('is closed to the secret, the disputed, the lapsed and the unpriced', () => {
    const walk = opened();
    expect(refusal(() => listed(walk, { title: '涉密防腐成果', isSecret: true }))).toBe('secretListed');
    const disputed = register(walk, { title: '有争议的成果' });
    walk.act(mart, disputed, 'verify', { rightsState: 'disputed', evidence: [proof] });
    walk.act(mart, disputed, 'store', { scores: [{ axis: 'technical', score: 80 }] });
    expect(refusal(() => walk.act(mart, disputed, 'list'))).toBe('rightsBad');
    expect(refusal(() => listed(walk, { title: '权利到期的成果', rights: [{ kind: 'patent', number: 'ZL1', until: '2021-03-07' }] }))).toBe('rightsLapsed');
    const { ask: _ask, ...unpriced } = found;
    const bare = walk.file(institute, 'achievement', 'register', { ...unpriced, title: '没有报价的成果' }).id;
    walk.act(mart, bare, 'verify', { rightsState: 'valid', evidence: [proof] });
    walk.act(mart, bare, 'store', { scores: [{ axis: 'technical', score: 80 }] });
    expect(refusal(() => walk.act(mart, bare, 'list'))).toBe('priceMissing');
    walk.act(institute, bare, 'price', { ask: 100, modes: ['transfer'] });
    walk.act(mart, bare, 'list');
    expect(walk.get(bare).stage).toBe('listed');
  });

  test('shows the public what is on the shelf and no secret', () => {
    const walk = opened();
    const when = achievementRecord.publicFace?.when ?? { stage: [] };
    expect(holds(when, walk.get(listed(walk)), '2021-03-08')).toBe(true);
    expect(holds(when, walk.get(stored(walk, { title: '尚未上架的成果' })), '2021-03-08')).toBe(false);
  });

  test('leads to a deal with its registered contract, or back to the shelf', () => {
    const walk = opened();
    const id = listed(walk);
    walk.act(broker, id, 'negotiate', { buyer: '某防腐公司' });
    walk.act(broker, id, 'breakOff', { reason: '价格没有谈拢。' });
    expect(walk.get(id)).toMatchObject({ stage: 'listed' });
    walk.act(mart, id, 'negotiate', { buyer: '某防腐公司' });
    expect(refusal(() => walk.act(mart, id, 'deal', { dealMode: 'licence', dealAmount: 200_000_000, evidence: [proof] }))).toBe('contractMissing');
    walk.act(mart, id, 'deal', { dealMode: 'licence', dealAmount: 200_000_000, registrationNo: '2021370282000123', evidence: [proof] });
    expect(walk.get(id)).toMatchObject({ stage: 'dealt', facts: { dealtOn: '2021-03-08' } });
  });

  test('leaves the shelf by itself the day after a right has ended and when its price is stale', () => {
    const walk = opened();
    const lapsing = listed(walk, { title: '将要到期的成果', rights: [{ kind: 'patent', number: 'ZL1', until: '2021-03-20' }] });
    const staling = listed(walk);
    expect(refusal(() => walk.on('2021-03-20').act(night, lapsing, 'lapse'))).toBe('stillFresh');
    walk.on('2021-03-21').act(night, lapsing, 'lapse');
    expect(walk.get(lapsing)).toMatchObject({ stage: 'delisted', facts: { delistReason: 'rights' } });
    expect(walk.told.at(-1)?.text.zh).toContain('知识产权到期');
    expect(refusal(() => walk.on('2021-09-04').act(night, staling, 'lapse'))).toBe('stillFresh');
    walk.on('2021-09-05').act(night, staling, 'lapse');
    expect(walk.get(staling).facts.delistReason).toBe('stale');
    walk.act(institute, staling, 'price', { ask: 240_000_000, modes: ['licence'] });
    walk.act(mart, staling, 'list');
    expect(walk.get(staling).facts['delistReason']).toBeUndefined();
  });

  test('what is not taken needs its reason, and is seen by its own enterprise alone among them', () => {
    const walk = opened();
    const id = register(walk);
    expect(refusal(() => walk.act(mart, id, 'reject', {}))).toBe('reasonTooShort');
    walk.act(mart, id, 'reject', { reason: '与在库成果重复，已告知成果方。' });
    expect(walk.get(id).stage).toBe('rejected');
    const own = walk.file(firm, 'achievement', 'register', { ...found, title: '企业自己的成果', officer: 'tech-firm-1' });
    const seen = ({ sees }: typeof achievementRecord, matter: Matter) => maySee(sees, firm, tiesOf(matter, undefined, undefined), matter.facts);
    expect([seen(achievementRecord, walk.get(id)), seen(achievementRecord, own)]).toEqual([false, true]);
  });

  test('an amended level stands on evidence as well', () => {
    const walk = opened();
    const id = register(walk);
    expect(refusal(() => walk.act(science, id, 'amend', { trl: 8, reason: '更正成熟度。' }))).toBe('evidenceShort');
    walk.act(science, id, 'amend', { trl: 3, ask: 100, reason: '更正成熟度。' });
    expect(walk.get(id).facts).toMatchObject({ trl: 3, ask: 100 });
  });
});
