import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { mayRead, maySee, type Actor } from '#kernel/actor.ts';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { tiesOf } from '#kernel/matter.ts';
import { postOf, Walk } from '../../walk.ts';
import { loadOn } from '../expert-load.ts';
import { expert } from './expert.ts';
import { expertRecord } from './record.ts';
import { ageOn, termEnd } from './rules.ts';
import { serving } from './server.ts';
import { refusal } from '#test/refusal.ts';

const clerk = postOf('clerk', 'review-office', ['SECRETARIAT']);
const other = postOf('other', 'review-office', ['SECRETARIAT']);
const head = postOf('head', 'review-office', ['SECRETARIAT_HEAD']);
const supervisor = postOf('supervisor', 'discipline', ['SUPERVISOR']);
const self = postOf('expert-1', 'experts', ['EXPERT']);
const colleague = postOf('expert-2', 'experts', ['EXPERT']);
const night: Actor = { kind: 'system', job: 'night' };

const consent = { hash: 'b'.repeat(64), name: '同意函.pdf', type: 'application/pdf', size: 10 };
const applicant = { name: '一位专家', titleLevel: 'full', years: 20, specialties: ['technology', 'ocean'], employerName: '某海洋研究所', bornOn: '1965-05-01', person: 'expert-1', pool: 'experts' };
const because = '经核实，情况属实，特此说明。';

const pool = () => new Walk([expert], '2021-03-08T02:00:00.000Z', { expert: serving });
const apply = (walk: Walk, change: object = {}) => walk.file(clerk, 'expert', 'apply', { ...applicant, ...change }).id;
const tried = (change: object) => refusal(() => apply(pool(), change));
function publicised(walk: Walk, change: object = {}) {
  const id = apply(walk, change);
  walk.act(other, id, 'check', { consentNo: '同意函〔2021〕1号', evidence: [consent] });
  walk.act(other, id, 'publicise');
  return id;
}
function active(walk: Walk, change: object = {}) {
  const id = publicised(walk, change);
  walk.on('2021-03-16').act(head, id, 'admit');
  return id;
}

describe('the way into the pool', () => {
  test('applied, checked by another, publicised five full days, admitted for three years with a number', () => {
    const walk = pool();
    const id = apply(walk);
    expect(findDueDay(chinaCalendar, walk.get(id).clocks['consent']!)).toBe('2021-03-15');
    expect(refusal(() => walk.act(clerk, id, 'check', { consentNo: '1', evidence: [consent] }))).toBe('samePerson');
    expect(refusal(() => walk.act(other, id, 'check', { consentNo: '1' }))).toBe('evidenceMissing');
    walk.act(other, id, 'check', { consentNo: '同意函〔2021〕1号', evidence: [consent] });
    walk.act(other, id, 'publicise');
    expect(refusal(() => walk.on('2021-03-15').act(head, id, 'admit'))).toBe('publicityRuns');
    expect(walk.on('2021-03-16').isLate(id)).toBe(false);
    walk.act(head, id, 'admit');
    expect(walk.isLate(id)).toBe(false);
    expect(walk.get(id)).toMatchObject({ stage: 'active', number: 'ZJ-0001', facts: { expertNo: 1, termUntil: '2024-03-15', admittedOn: '2021-03-16' } });
    expect(walk.get(id).duties).toMatchObject([{ kind: 'declare', person: 'expert-1', state: 'open' }]);
  });

  test('is closed without an account to score from', () => {
    const walk = pool();
    const id = publicised(walk, { person: undefined, pool: undefined });
    expect(refusal(() => walk.on('2021-03-16').act(head, id, 'admit'))).toBe('gateClosed');
    walk.act(clerk, id, 'amend', { person: 'expert-1', pool: 'experts' });
    expect(refusal(() => walk.act(head, id, 'admit'))).toBe('open');
  });

  test('is closed to the old, the new, the lowly and those of too many trades', () => {
    expect(tried({ bornOn: '1951-03-08' })).toBe('open');
    expect(tried({ bornOn: '1950-03-08' })).toBe('tooOld');
    expect(tried({ years: 7 })).toBe('tooFewYears');
    expect(tried({ titleLevel: 'middle' })).toBe('titleTooLow');
    expect(tried({ specialties: ['technology', 'finance', 'land', 'law'] })).toBe('tooManySpecialties');
  });

  test('is closed to officials who approve, to a bad record, to an unknown employer', () => {
    expect(tried({ isApprovingOfficial: true })).toBe('approvingOfficial');
    expect(tried({ hasBadRecord: true })).toBe('badRecord');
    expect(tried({ employerName: undefined })).toBe('employerMissing');
    expect(tried({ employers: [{ name: '某厂', from: '2019-01-01', to: '2018-01-01' }] })).toBe('employerTimes');
  });

  test('is closed for life after collusion, by account or by name and birth', () => {
    const walk = pool();
    const id = active(walk);
    walk.act(head, id, 'remove', { removedFor: 'collusion', reason: because });
    expect(walk.get(id)).toMatchObject({ stage: 'removed', facts: { isBanned: true } });
    expect(refusal(() => apply(walk))).toBe('barredForLife');
    expect(refusal(() => apply(walk, { person: 'expert-9' }))).toBe('barredForLife');
    expect(refusal(() => apply(walk, { person: 'expert-9', name: '另一位专家' }))).toBe('open');
  });

  test('may end before it is reached, with a reason', () => {
    const walk = pool();
    const id = publicised(walk);
    expect(refusal(() => walk.act(head, id, 'reject', { reason: '不行' }))).toBe('reasonTooShort');
    walk.act(head, id, 'reject', { reason: '公示期间异议成立，不予入库。' });
    expect(walk.get(id).stage).toBe('rejected');
  });
});

describe('relations', () => {
  test('are declared by oneself, and an empty declaration is one too', () => {
    const walk = pool();
    const id = active(walk);
    expect(refusal(() => walk.act(colleague, id, 'declare', {}))).toBe('notOneself');
    expect(refusal(() => walk.act(self, id, 'declare', { relations: [{ kind: 'share' }] }))).toBe('partyUnnamed');
    walk.act(self, id, 'declare', {});
    expect(walk.get(id).facts).toMatchObject({ relations: [], declaredOn: '2021-03-16' });
    expect(walk.get(id).duties[0]?.state).toBe('done');
  });

  test('are asked for again before a year is over', () => {
    const walk = pool();
    const id = active(walk);
    walk.act(self, id, 'declare', {});
    walk.on('2022-03-10').act(night, id, 'askDeclaration');
    expect(walk.get(id).duties.at(-1)).toMatchObject({ kind: 'declare', person: 'expert-1', state: 'open' });
    expect(refusal(() => walk.act(night, id, 'askDeclaration'))).toBe('wrongStage');
  });

  test('found and not declared are added by the supervisor with a reason', () => {
    const walk = pool();
    const id = active(walk);
    walk.act(supervisor, id, 'noteFinding', { relations: [{ kind: 'share', partyName: '某公司' }], reason: because });
    expect(walk.get(id).facts['relations']).toHaveLength(1);
  });

  test('are read by the office, the supervisor and the expert alone', () => {
    expect([clerk, supervisor, self].every((actor) => mayRead(expertRecord.facts.relations, actor))).toBe(true);
    expect(mayRead(expertRecord.facts.relations, postOf('leader', 'leadership', ['LEADER']))).toBe(false);
    const walk = pool();
    const matter = walk.get(active(walk));
    const sees = (actor: Actor) => maySee(expertRecord.sees, actor, tiesOf(matter, undefined, undefined), matter.facts);
    expect([sees(self), sees(colleague)]).toEqual([true, false]);
    expect(expertRecord.facts.identityNumber.sealed).toBe(true);
  });
});

describe('service', () => {
  test('three unexcused absences remove, excused ones never', () => {
    const walk = pool();
    const id = active(walk);
    const miss = (excused: boolean) => walk.act(clerk, id, 'recordAbsence', { absentOn: '2021-03-16', excused });
    expect(refusal(() => walk.act(clerk, id, 'recordAbsence', { absentOn: '2021-03-17', excused: true }))).toBe('absenceLater');
    miss(true);
    miss(false);
    miss(false);
    expect(walk.get(id)).toMatchObject({ stage: 'active', facts: { unexcused: 2 } });
    miss(false);
    expect(walk.get(id)).toMatchObject({ stage: 'removed', facts: { unexcused: 3, removedFor: 'absences' } });
    expect(walk.get(id).facts['isBanned']).toBeUndefined();
  });

  test('seats are counted by month and by year', () => {
    const walk = pool();
    const id = active(walk);
    const meeting = '01890000-0000-7000-8000-00000000aaaa';
    expect(refusal(() => walk.act(clerk, id, 'noteSeat', { meeting, on: '2021-03-16' }))).toBe('notYours');
    for (const on of ['2021-03-16', '2021-03-30', '2021-04-01', '2022-03-02']) walk.act(night, id, 'noteSeat', { meeting, on });
    expect(walk.get(id).facts['seatCount']).toBe(4);
    expect(loadOn(walk.get(id).facts['seats'] as { on: string }[], '2021-03-31')).toEqual({ month: 2, year: 3 });
  });

  test('paused, resumed, renewed', () => {
    const walk = pool();
    const id = active(walk);
    walk.act(clerk, id, 'pause', { reason: '出国访问一年。' });
    walk.act(clerk, id, 'resume');
    walk.on('2024-03-01').act(head, id, 'renew');
    expect(walk.get(id)).toMatchObject({ stage: 'active', facts: { termUntil: '2027-02-28' } });
  });
});

test('age is counted in full years, a term ends on its eve', () => {
  expect([ageOn('1951-03-09', '2021-03-08'), ageOn('1951-03-08', '2021-03-08')]).toEqual([69, 70]);
  expect(termEnd('2020-02-29', 3)).toBe('2023-02-28');
});

test('every refusal of the record is met by a test above', async () => {
  const here = await readFile(new URL(import.meta.url), 'utf8');
  expect(Object.keys(expertRecord.refusals).filter((code) => !here.includes(`'${code}'`))).toEqual([]);
});
