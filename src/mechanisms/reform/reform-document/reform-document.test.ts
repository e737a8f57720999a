import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '#kernel/calendar.ts';
import { findDueDay } from '#kernel/clock.ts';
import { holds } from '#kernel/condition.ts';
import type { Walk } from '../../walk.ts';
import { because, clerk, decision, head, held, justice, land, refusal, sessionCounty, signed } from '#test/sessions.ts';
import { reformDocumentFigures } from './figures.ts';

const basics = { title: '工业用地标准地出让办法', kind: 'measures', issuer: '区政府', leadUnit: 'natural-resources', isReform: true, openness: 'public' };
const number = { docNo: '即政发〔2021〕3号', issuedOn: '2021-03-19' };
const drafted = (walk: Walk, change: object = {}) => walk.file(clerk, 'reformDocument', 'draft', { ...basics, ...change }).id;
const issued = (walk: Walk, change: object = {}) => {
  const id = drafted(walk, change);
  walk.on('2021-03-19').act(clerk, id, 'issue', number);
  return id;
};

describe('a reform document', () => {
  test('is decided at an item and issued with a number, and knows how long that took', () => {
    const walk = sessionCounty();
    const id = drafted(walk);
    const item = signed(walk, { document: id });
    held(walk, [item]);
    walk.act(clerk, item, 'recordOutcome', { outcome: 'passed', decisions: [decision] });
    expect(walk.get(id)).toMatchObject({ stage: 'reviewed', facts: { item, reviewedOn: '2021-03-19' } });
    walk.on('2021-03-26').act(clerk, id, 'issue', { ...number, issuedOn: '2021-03-26' });
    expect(walk.get(id).facts['daysToIssue']).toBe(25);
  });

  test('may name the item afterwards, if that has passed', () => {
    const walk = sessionCounty();
    const item = signed(walk);
    const meeting = held(walk, [item]);
    const id = drafted(walk);
    expect(refusal(() => walk.act(clerk, id, 'nameReview', { item }))).toBe('notPassed');
    walk.act(clerk, item, 'recordOutcome', { outcome: 'passed', decisions: [decision] });
    walk.act(head, meeting, 'issueMinutes');
    walk.act(clerk, id, 'nameReview', { item });
    expect(walk.get(id)).toMatchObject({ stage: 'reviewed', facts: { appliedOn: '2021-03-01' } });
  });

  test('has a number of its year in square brackets, and days that make sense', () => {
    const walk = sessionCounty('2021-03-19');
    const id = drafted(walk);
    expect(refusal(() => walk.act(clerk, id, 'issue', { ...number, docNo: '即政发[2021]3号' }))).toBe('badInput');
    expect(refusal(() => walk.act(clerk, id, 'issue', { ...number, docNo: '即政发〔2020〕3号' }))).toBe('yearOff');
    expect(refusal(() => walk.act(clerk, id, 'issue', { ...number, issuedOn: '2021-03-20' }))).toBe('issuedLater');
    expect(refusal(() => walk.act(clerk, id, 'issue', { ...number, effectiveOn: '2021-04-01', expiresOn: '2021-03-31' }))).toBe('datesOff');
    expect(refusal(() => drafted(walk, { coUnits: ['natural-resources'] }))).toBe('leadIsCo');
  });

  test('that is to be open is published in twenty working days', () => {
    const walk = sessionCounty();
    const id = issued(walk);
    expect(findDueDay(chinaCalendar, walk.get(id).clocks['disclosure']!)).toBe('2021-04-19');
    expect(refusal(() => walk.act(clerk, id, 'disclose', { openedOn: '2021-03-18', openedAt: '区政府网站' }))).toBe('openedOff');
    walk.act(clerk, id, 'disclose', { openedOn: '2021-03-19', openedAt: '区政府网站' });
    expect(walk.get(id).clocks['disclosure']?.stoppedOn).toBe('2021-03-19');
    expect(walk.offers(head, id).find(({ action }) => action === 'reclassify')?.code).toBe('alreadyOpen');
  });

  test('that is internal has no such clock until it is opened', () => {
    const walk = sessionCounty();
    const id = issued(walk, { openness: 'internal' });
    expect(walk.offers(clerk, id).find(({ action }) => action === 'disclose')?.code).toBe('notForDisclosure');
    expect(refusal(() => walk.act(head, id, 'reclassify', { openness: 'internal', reason: because }))).toBe('sameOpenness');
    walk.act(head, id, 'reclassify', { openness: 'public', reason: because });
    expect(findDueDay(chinaCalendar, walk.get(id).clocks['disclosure']!)).toBe('2021-04-19');
  });

  test('is an innovation only with what is new and a legality review', () => {
    const walk = sessionCounty();
    const id = issued(walk);
    const gate = () => walk.offers(head, id).find(({ action }) => action === 'recognise')?.needs?.map(({ met }) => met);
    expect(gate()).toEqual([false, false]);
    expect(refusal(() => walk.act(head, id, 'recognise'))).toBe('gateClosed');
    walk.act(land, id, 'stateBasis', { innovationBasis: '以前没有区域评估加承诺的出让办法。' });
    walk.act(justice, id, 'giveLegalOpinion', { legalOpinion: 'lawful' });
    walk.act(head, id, 'recognise');
    expect(walk.get(id).facts['isInstitutionalInnovation']).toBe(true);
    walk.act(land, id, 'stateBasis', { innovationBasis: '以前没有先评估后出让的办法。' });
    expect(walk.get(id).facts['isInstitutionalInnovation']).toBeUndefined();
    const forwarded = issued(walk, { isForwarding: true });
    expect(walk.offers(head, forwarded).find(({ action }) => action === 'recognise')?.code).toBe('forwardingIsNoInnovation');
  });
});

describe('the figures', () => {
  const figure = (no: string) => reformDocumentFigures.find(({ answers }) => answers === no)!;
  const counts = (no: string, facts: object) => holds(figure(no).where, { stage: 'issued', facts: { isReform: true, issuedOn: '2021-03-19', ...facts } }, '2021-12-28');

  test('1.12 asks for decided and issued, and leaves out what merely forwards', () => {
    expect(counts('1.12', { item: 'an-item' })).toBe(true);
    expect(counts('1.12', {})).toBe(false);
    expect(counts('1.12', { item: 'an-item', isForwarding: true })).toBe(false);
    expect(counts('1.12', { item: 'an-item', isReform: false })).toBe(false);
    expect(counts('1.12', { item: 'an-item', issuedOn: '2020-12-31' })).toBe(false);
    expect(figure('1.12').measure).toEqual({ distinct: 'docNo' });
  });

  test('1.17 asks for recognition, what is new and a lawful review, decided or not', () => {
    const all = { isInstitutionalInnovation: true, innovationBasis: '以前没有。', legalOpinion: 'lawful' };
    expect([counts('1.17', all), counts('1.17', { ...all, innovationBasis: undefined }), counts('1.17', { ...all, legalOpinion: 'unlawful' }), counts('1.17', { ...all, isInstitutionalInnovation: undefined })]).toEqual([true, false, false, false]);
  });
});
