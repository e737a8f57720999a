import { beforeEach, describe, expect, test } from 'vitest';
import { because, innovationCounty, people, refused } from '#test/innovation.ts';
import { standingsOn } from './standing.ts';

// Qualifications and visits: what makes an enterprise innovative, and every way a visit may be wrong.

const { science, marine, firm, other, night } = people;
let walk: ReturnType<typeof innovationCounty>;
beforeEach(() => {
  walk = innovationCounty();
});

describe('a qualification', () => {
  const certificate = { kind: 'highTech', certificateNo: 'GR202037100001', recognisedOn: '2020-12-01', validUntil: '2023-11-30' };
  const register = (given: object = {}) => walk.file(science, 'innovationQualification', 'register', { enterprise: walk.firm, ...certificate, ...given });

  test('is named by whose it is and what', () => {
    expect(register().facts).toMatchObject({ name: '示例海洋仪器有限公司高新技术企业', validUntil: '2023-11-30' });
  });

  test('was recognised already, and has a term', () => {
    expect(refused(() => register({ recognisedOn: '2021-03-02' }))).toBe('recognisedLater');
    expect(refused(() => register({ validUntil: undefined }))).toBe('badInput');
    expect(refused(() => register({ validUntil: '2020-11-30' }))).toBe('termBackwards');
  });

  test('expires at night after its last day and no sooner, and is revoked within its life', () => {
    const { id } = register({ validUntil: '2021-03-01' });
    expect(refused(() => walk.act(night, id, 'expire'))).toBe('stillValid');
    expect(refused(() => walk.act(science, id, 'revoke', { revokedOn: '2020-11-30', reason: because }))).toBe('revokedEarlier');
    walk.on('2021-03-02');
    expect(walk.act(night, id, 'expire').stage).toBe('expired');
    expect(walk.act(science, register({ certificateNo: 'GR202037100002' }).id, 'revoke', { revokedOn: '2021-03-02', reason: because }).stage).toBe('revoked');
    expect(walk.act(science, register({ certificateNo: 'GR202037100003' }).id, 'void').facts).toMatchObject({ voidedNo: 'GR202037100003' });
  });

  test('holds from its first day to its last and until it was revoked; one entered by mistake never did', () => {
    const held = (stage: string, facts: object, day: string) => standingsOn({ qualifications: [{ stage, facts: { kind: 'highTech', recognisedOn: '2021-02-01', ...facts } } as never], platforms: [], patents: [] }, day).length > 0;
    expect(['2021-01-31', '2021-02-01', '2021-06-30', '2021-07-01'].map((day) => held('expired', { validUntil: '2021-06-30' }, day))).toEqual([false, true, true, false]);
    expect(['2021-04-30', '2021-05-01'].map((day) => held('revoked', { revokedOn: '2021-05-01' }, day))).toEqual([true, false]);
    expect(held('voided', {}, '2021-03-01')).toBe(false);
  });

  test('is not needed where there is a platform of city level or an invention of the year; a district’s platform or a bought patent is neither', () => {
    const of = (platform: object, patent: object, day = '2021-06-01') => standingsOn({ qualifications: [], platforms: [{ stage: 'running', facts: { level: 'district', recognisedOn: '2019-05-01', ...platform } } as never], patents: [{ stage: 'maintained', facts: { kind: 'invention', grantedOn: '2020-04-02', ...patent } } as never] }, day);
    expect(of({}, {})).toEqual([]);
    expect(of({ level: 'city' }, { grantedOn: '2021-04-02' })).toEqual(['platform', 'patent']);
    expect(of({ level: 'city', revokedOn: '2021-05-01' }, { grantedOn: '2021-06-02' })).toEqual([]);
    expect(of({ level: 'city', validUntil: '2021-05-31' }, { grantedOn: '2021-04-02', isBoughtIn: true })).toEqual([]);
    expect(of({}, { kind: 'utility', grantedOn: '2021-04-02' })).toEqual([]);
  });
});

describe('a visit', () => {
  const seen = { visitedOn: '2021-03-01', arrivedAt: '2021-03-01T01:30:00.000Z', mode: 'onSite', team: 'marine-team', visitors: [{ visitor: 'marine' }, { visitor: 'science' }], address: '蓝谷高新区厂区' };
  const enter = (given: object = {}) => walk.file(marine, 'enterpriseVisit', 'enter', { enterprise: walk.firm, ...seen, ...given });
  const qualified = () => walk.put(20, 'innovationQualification', 'expired', { enterprise: walk.firm, kind: 'techSme', recognisedOn: '2020-05-01', validUntil: '2021-03-01' });

  test('knows what the enterprise was on the day, whatever became of its papers later', () => {
    qualified();
    expect(enter().facts).toMatchObject({ isInnovative: true, standing: ['techSme'], demandsFound: 0, name: '示例海洋仪器有限公司（2021-03-01）' });
    walk.on('2021-03-02');
    expect(enter({ visitedOn: '2021-03-02', arrivedAt: '2021-03-02T01:30:00.000Z' }).facts).toMatchObject({ isInnovative: false, standing: [] });
  });

  test('knows the platforms and patents of the enterprise by its credit code', () => {
    walk.put(21, 'patent', 'maintained', { kind: 'invention', ownerCode: '91370215MA9900001X', grantedOn: '2021-02-02' });
    walk.put(22, 'innovationPlatform', 'running', { level: 'province', hostCode: '91370215MA9900001X', recognisedOn: '2018-02-02' });
    expect(enter().facts).toMatchObject({ isInnovative: true, standing: ['platform', 'patent'] });
    expect(enter({ enterprise: walk.other }).facts).toMatchObject({ isInnovative: false });
  });

  test('takes two people who are not one, and says when and where', () => {
    expect(refused(() => enter({ visitors: [{ visitor: 'marine' }] }))).toBe('notTwo');
    expect(refused(() => enter({ visitors: [{ visitor: 'marine' }, { visitor: 'marine' }] }))).toBe('visitorTwice');
    expect(refused(() => enter({ visitors: [{ visitor: 'marine' }, {}] }))).toBe('visitorMissing');
    expect(refused(() => enter({ address: undefined }))).toBe('whereMissing');
    expect(refused(() => enter({ arrivedAt: undefined }))).toBe('whereMissing');
    expect(refused(() => enter({ arrivedAt: '2021-02-27T01:30:00.000Z' }))).toBe('anotherDay');
    expect(refused(() => enter({ mode: 'phone', visitors: [{ visitor: 'marine' }], address: undefined, arrivedAt: undefined }))).toBe('open');
  });

  test('is entered soon after it took place, once, and of an enterprise that can confirm it', () => {
    expect(refused(() => enter({ visitedOn: '2021-03-02', arrivedAt: undefined }))).toBe('visitedLater');
    expect(refused(() => enter({ visitedOn: '2021-01-29', arrivedAt: undefined }))).toBe('enteredLate');
    expect(refused(() => enter({ visitedOn: '2021-01-30', arrivedAt: '2021-01-30T01:30:00.000Z' }))).toBe('open');
    expect(refused(() => enter({ enterprise: walk.silent }))).toBe('noAccount');
    enter();
    expect(refused(() => enter())).toBe('enteredAlready');
    expect(refused(() => enter({ enterprise: walk.other }))).toBe('open');
  });

  test('is confirmed by the enterprise’s own account and nobody else’s', () => {
    const { id } = enter();
    expect(refused(() => walk.act(marine, id, 'confirm'))).toBe('notYours');
    expect(refused(() => walk.act(other, id, 'confirm'))).toBe('notYours');
    const confirmed = walk.act(firm, id, 'confirm');
    expect([confirmed.stage, confirmed.facts['confirmedBy'], confirmed.duties.map(({ state }) => state)]).toEqual(['confirmed', 'firm', ['done']]);
  });

  test('that the enterprise disputes is corrected and confirmed anew, or voided', () => {
    const { id } = enter();
    expect(walk.act(firm, id, 'dispute', { objection: '当天只来了一人。' }).stage).toBe('disputed');
    const corrected = walk.act(marine, id, 'correct', { mode: 'phone' });
    expect([corrected.stage, corrected.facts['objection'], corrected.facts['mode']]).toEqual(['recorded', undefined, 'phone']);
    walk.act(firm, id, 'dispute', { objection: '没有接到电话。' });
    expect(walk.act(marine, id, 'void', { reason: because }).stage).toBe('voided');
  });

  test('of which more demands came than usual is looked into, and is not voided under them', () => {
    const { id } = enter();
    expect(refused(() => walk.act(science, id, 'explain', { explained: because }))).toBe('notOver');
    const demand = (nth: number) => walk.file(marine, 'technicalDemand', 'enter', { title: `第${nth}项海洋仪器需求`, enterprise: walk.firm, sourceVisit: id });
    for (let nth = 1; nth <= 5; nth += 1) demand(nth);
    expect(walk.get(id).facts).toMatchObject({ demandsFound: 5 });
    expect(walk.get(id).facts['isOverCap']).toBeUndefined();
    demand(6);
    expect(walk.get(id).facts).toMatchObject({ demandsFound: 6, isOverCap: true });
    expect(walk.told.filter(({ to }) => JSON.stringify(to) === '{"role":"SCIENCE"}')).toHaveLength(1);
    expect(refused(() => walk.act(marine, id, 'void', { reason: because }))).toBe('demandsHang');
    expect(walk.act(science, id, 'explain', { explained: '六项各自独立，没有拆分。' }).facts['explained']).toBe('六项各自独立，没有拆分。');
  });
});
