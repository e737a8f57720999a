import { describe, expect, test } from 'vitest';
import type { Walk } from '../../walk.ts';
import { integrationProjectFigures } from './figures.ts';
import { because, people, proof, reformWalk, refusal } from '../../../../test/reform-walk.ts';

const { office, head, leader, approval, taxHead, housingHead } = people;
const night = { kind: 'system', job: 'nightly' } as const;
const links = [{ name: '立项', unit: 'approval', rule: '立项审批办法', measure: '办理时间（天）', target: 5 }, { name: '开票', unit: 'tax', rule: '发票申领规定', measure: '跑动次数（次）', target: 0 }];
const project = { title: '企业开办全链条集成改革', goal: '开办企业一次办好、半天办结。', obstacles: '信息不共享，环节互为前置。', links, leadUnit: 'approval', coUnits: ['tax', 'housing'] };
const plan = { plan: '按环节分工，统一受理，并联办理。', dueOn: '2021-09-30', evidence: proof };
const measured = links.map((each) => ({ ...each, before: 10, beforePeriod: '2020-Q3', after: 4, afterPeriod: '2021-Q3', source: '办件系统统计' }));

const propose = (walk: Walk, change: object = {}) => walk.file(office, 'integrationProject', 'propose', { ...project, ...change }).id;
function designing(walk: Walk, change: object = {}): string {
  const id = propose(walk, change);
  walk.act(leader, id, 'approve');
  walk.act(approval, id, 'submitPlan', plan);
  return id;
}
function running(walk: Walk, change: object = {}): string {
  const id = designing(walk, change);
  walk.act(taxHead, id, 'sign');
  walk.act(housingHead, id, 'sign');
  return id;
}
/** A document of the district, issued on a day. */
function issued(walk: Walk, day: string): string {
  const { id } = walk.file(office, 'reformDocument', 'draft', { title: '企业开办集成改革实施办法', kind: 'measures', issuer: '区政府办公室', leadUnit: 'approval', isReform: true, openness: 'public' });
  walk.on(day).act(office, id, 'issue', { docNo: '即政办发〔2021〕20号', issuedOn: day });
  return id;
}

function produced(walk: Walk): string {
  const id = running(walk);
  walk.on('2021-06-01').act(approval, id, 'produce', { results: [issued(walk, '2021-06-01')] });
  return id;
}

describe('what makes an integration project', () => {
  test.each<[string, object]>([
    ['fewUnits', { links: [{ ...links[0] }, { ...links[1], unit: 'approval' }] }],
    ['fewLinks', { links: [links[0]] }],
    ['linkIncomplete', { links: [links[0], { name: '开票', unit: 'tax' }] }],
    ['linkTwice', { links: [links[0], { ...links[1], name: '立项' }] }],
    ['linkStranger', { coUnits: ['housing'] }],
    ['leadIsCo', { coUnits: ['approval', 'tax'] }],
  ])('%s', (code, change) => expect(refusal(() => propose(reformWalk('2021-03-10'), change))).toBe(code));
  test('gets its number and is approved by a leader', () => {
    const walk = reformWalk('2021-03-10');
    const id = propose(walk);
    expect(walk.get(id).number).toBe('JC-2021-01');
    expect(refusal(() => walk.act(office, id, 'approve'))).toBe('notYours');
    expect(walk.act(leader, id, 'approve').facts).toMatchObject({ approvedOn: '2021-03-10' });
  });
  test('projects do not wait for one another in a ring', () => {
    const walk = reformWalk('2021-03-10');
    const [one, other] = [propose(walk), propose(walk, { title: '企业注销全链条集成改革' })];
    walk.act(office, other, 'revise', { dependsOn: [one] });
    expect(refusal(() => walk.act(office, one, 'revise', { dependsOn: [other] }))).toBe('cycle');
  });
});

describe('the joint plan', () => {
  test('runs once every co-unit has signed, each for itself', () => {
    const walk = reformWalk('2021-03-10');
    const id = designing(walk);
    walk.act(taxHead, id, 'sign');
    expect(refusal(() => walk.act(taxHead, id, 'sign'))).toBe('notYours');
    expect(walk.get(id).stage).toBe('designing');
    expect(walk.act(housingHead, id, 'sign')).toMatchObject({ stage: 'running', facts: { signatures: [{ unit: 'tax' }, { unit: 'housing' }] } });
  });
  test('a unit silent for five working days is taken to the leader, once', () => {
    const walk = reformWalk('2021-03-10');
    const id = designing(walk);
    walk.act(taxHead, id, 'sign');
    expect(refusal(() => walk.on('2021-03-17').act(night, id, 'escalate'))).toBe('nobodySilent');
    expect(walk.on('2021-03-18').act(night, id, 'escalate').facts).toMatchObject({ silent: ['housing'], escalatedOn: '2021-03-18' });
    expect(refusal(() => walk.on('2021-03-19').act(night, id, 'escalate'))).toBe('nobodySilent');
  });
  test('an objection sends it back, and it goes round anew', () => {
    const walk = reformWalk('2021-03-10');
    const id = designing(walk);
    walk.act(taxHead, id, 'sign');
    walk.act(housingHead, id, 'object', { reason: because });
    walk.act(approval, id, 'submitPlan', plan);
    walk.act(housingHead, id, 'sign');
    expect(walk.get(id).stage).toBe('designing');
    expect(walk.act(taxHead, id, 'sign').stage).toBe('running');
  });
});

describe('documents and effect', () => {
  test('only what is issued is a result, and one document may be that of two projects', () => {
    const walk = reformWalk('2021-03-10');
    const id = produced(walk);
    const [document = ''] = walk.get(id).facts['results'] as readonly string[];
    expect(walk.get(id)).toMatchObject({ facts: { documentCount: 1, producedOn: '2021-06-01' }, links: [{ type: 'result', mechanism: 'reformDocument', id: document }] });
    const other = running(walk, { title: '企业注销全链条集成改革' });
    const draft = walk.file(office, 'reformDocument', 'draft', { title: '企业注销集成改革实施办法', kind: 'measures', issuer: '区政府办公室', leadUnit: 'approval', isReform: true, openness: 'public' }).id;
    expect(refusal(() => walk.act(approval, other, 'produce', { results: [document, draft] }))).toBe('documentNotIssued');
    expect(walk.act(approval, other, 'produce', { results: [document] }).stage).toBe('productOut');
    // Counted where documents are counted, it is one.
    const { measure } = integrationProjectFigures.find(({ key }) => key === 'integrationProject.documents') ?? fail();
    expect(measure).toEqual({ distinct: 'results' });
  });
  test('a project waits for the documents of the one before it', () => {
    const walk = reformWalk('2021-03-10');
    const before = propose(walk);
    const id = running(walk, { title: '企业注销全链条集成改革', dependsOn: [before] });
    expect(refusal(() => walk.on('2021-06-01').act(approval, id, 'produce', { results: [issued(walk, '2021-06-01')] }))).toBe('waiting');
  });
  test('is measured three months later, link by link, over periods of one length', () => {
    const walk = reformWalk('2021-03-10');
    const id = produced(walk);
    const given = (rows: readonly object[]) => ({ links: rows, users: '回访十家企业，均表示满意。', evidence: proof });
    expect(refusal(() => walk.on('2021-08-31').act(office, id, 'evaluate', given(measured)))).toBe('tooEarly');
    walk.on('2021-10-08');
    expect(refusal(() => walk.act(office, id, 'evaluate', given([measured[0] ?? {}, links[1] ?? {}])))).toBe('linkUnmeasured');
    expect(refusal(() => walk.act(office, id, 'evaluate', given([measured[0] ?? {}])))).toBe('linksChanged');
    expect(refusal(() => walk.act(office, id, 'evaluate', given([measured[0] ?? {}, { ...measured[1], beforePeriod: '2020' }])))).toBe('periodsDiffer');
    expect(walk.act(office, id, 'evaluate', given([measured[0] ?? {}, { ...measured[1], after: 11 }])).facts).toMatchObject({ measuredShare: 50 });
    expect(walk.act(head, id, 'reopen', { conclusion: '开票环节成效不明显，需要完善。', reason: because }).stage).toBe('running');
  });
});

function fail(): never {
  throw new Error('there is no such figure');
}
