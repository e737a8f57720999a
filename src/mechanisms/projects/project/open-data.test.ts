import { describe, expect, test } from 'vitest';
import type { Matter } from '#kernel/matter.ts';
import { creditCodeOf } from '../sample-names.ts';
import { projectPackage, statusOf } from './open-data.ts';
import { projectRecord } from './record.ts';
import { serving } from './server.ts';
import { codes, departures, shape } from './test-oc4ids.ts';

const yi = 10_000_000_000;
const matterOf = (id: string, mechanism: string, stage: string, facts: object, number?: string): Matter => ({
  district: '370215', id, mechanism, stage, ...(number === undefined ? {} : { number }), year: 2021, version: 1, facts, clocks: {}, duties: [], links: [], doers: {}, filedAt: '2021-03-08T02:00:00.000Z', changedAt: '2021-03-08T02:00:00.000Z', isSample: false,
}) as Matter;
const investor = matterOf('e1', 'enterprise', 'listed', { name: '某装备集团有限公司', creditCode: creditCodeOf(1) });
const whole = matterOf('p1', 'project', 'completed', {
  name: '智能装备生产基地', summary: '建设厂房。', nationalCode: '2103-370215-04-01-123456', investor: 'e1', company: 'e1', kind: 'industry', industry: 'C3670', nature: 'new', totalInvestment: 3 * yi, done: 2 * yi, town: 'longquan', site: '工业园', place: { type: 'Point', coordinates: [120.45, 36.39] },
  leadOn: '2020-01-06', decidedOn: '2020-03-06', signedOn: '2020-04-06', startedOn: '2020-10-06', completedOn: '2021-12-06',
  agreement: [{ hash: 'a'.repeat(64), name: '协议.pdf', type: 'application/pdf', size: 9 }], promises: [{ code: 'N1', kind: 'node', name: '开工', dueOn: '2020-12-31' }],
}, 'XM-2020-0001');
const context = { now: '2021-12-28T02:00:00.000Z', district: '370215', districtName: '即墨区', unitName: (id: string) => id, findMatter: (id: string) => (id === 'e1' ? investor : undefined) };

describe('the OC4IDS package', () => {
  const made = projectPackage([whole], context) as { projects: readonly Record<string, never>[] };
  const [project] = made.projects as unknown as readonly { id: string; status: string; type: string; sector: string[]; parties: { roles: string[] }[]; documents: { documentType: string }[]; milestones: { status: string; type: string }[]; budget: { amount: object } }[];

  test('holds no field that the standard does not show, and each is of its kind', () => {
    expect(departures(made, shape, 'package')).toEqual([]);
    expect(departures({ ...made, colour: 'red' }, shape, 'package')).toEqual(['package.colour is no field of the standard']);
  });

  test('uses the codes of the standard’s lists alone', () => {
    expect(codes['projectStatus']).toContain(project?.status);
    expect(codes['projectType']).toContain(project?.type);
    for (const sector of project?.sector ?? []) expect(codes['projectSector']).toContain(sector);
    for (const role of project?.parties.flatMap(({ roles }) => roles) ?? []) expect(codes['partyRole']).toContain(role);
    for (const { documentType } of project?.documents ?? []) expect(codes['documentType']).toContain(documentType);
    for (const { status, type } of project?.milestones ?? []) expect([codes['milestoneStatus']?.includes(status), codes['milestoneType']?.includes(type)]).toEqual([true, true]);
  });

  test('names project, money and parties as they are', () => {
    expect(project).toMatchObject({ id: 'oc4ids-zhanqiao-370215-XM-2020-0001', status: 'completion', type: 'construction', sector: ['economy'], budget: { amount: { amount: 300_000_000, currency: 'CNY' } } });
    expect(project?.parties.map(({ roles }) => roles)).toEqual([['publicAuthority'], ['funder', 'payer']]);
  });

  test('gives every stage a status of the standard, and an ended project is cancelled', () => {
    const statuses = Object.keys(projectRecord.stages).map((stage) => statusOf(stage, {}));
    for (const status of statuses) expect(codes['projectStatus']).toContain(status);
    expect(['decided', 'signed', 'permitted', 'started', 'building', 'completed', 'producing', 'closed', 'terminated', 'exited'].map((stage) => statusOf(stage, {}))).toEqual([
      'identification', 'preparation', 'preparation', 'implementation', 'implementation', 'completion', 'maintenance', 'maintenance', 'cancelled', 'cancelled',
    ]);
    expect(statusOf('onHold', { heldFrom: 'building' })).toBe('implementation');
  });

  test('leaves out a project that was merged into another', () => {
    expect(projectPackage([{ ...whole, stage: 'merged' }], context)['projects']).toEqual([]);
  });
});

test('a project filed twice is offered by its code, its site, its investor and name together', () => {
  const other = (facts: object) => matterOf('p2', 'project', 'lead', facts);
  const found = (facts: object) => serving.similar?.find(whole, [other(facts)]).map(({ similarity, matches }) => [similarity, matches.map(({ fact }) => fact)]);
  expect(found({ nationalCode: '2103-370215-04-01-123456' })).toEqual([[1, ['nationalCode']]]);
  expect(found({ site: '工业园' })).toEqual([[0.6, ['site']]]);
  expect(found({ investor: 'e1', name: '智能装备生产基地' })).toEqual([[0.6, ['investor', 'name']]]);
  expect(found({ investor: 'e1' })).toEqual([]);
});
