import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { holds } from '#kernel/condition.ts';
import type { Hearing, Speech } from '#kernel/kind.ts';
import { understand } from '#kernel/hearing.ts';
import { factCell } from '#kernel/kinds.ts';
import { postOf, Walk } from '../../walk.ts';
import { serviceItemRecord } from './record.ts';
import { serviceItem } from './service-item.ts';
import { refusal } from '#test/refusal.ts';

const bureau = postOf('bureau', 'approval', ['GUIDE_OFFICE']);
const keeper = postOf('keeper', 'education', ['GUIDE_UNIT']);
const because = '设定依据已经取消，特此说明。';
const permit = { itemName: '举办高危险性体育赛事活动许可（县级）', itemCode: '511Z07001006-511602000000-000-11511301008778183N-1-00', deptName: '区教科体局', taskTypeCode: '1', owner: 'education' };

const registry = () => new Walk([serviceItem], '2021-03-08T02:00:00.000Z');
const list = (walk: Walk, change: object = {}) => walk.file(bureau, 'serviceItem', 'list', { ...permit, ...change }).id;
const tried = (change: object) => refusal(() => list(registry(), change));

describe('the way of an item', () => {
  test('drafted, put in use, suspended, resumed, cancelled', () => {
    const walk = registry();
    const { id } = walk.file(bureau, 'serviceItem', 'draft', permit);
    walk.act(bureau, id, 'putInUse', { effectiveOn: '2021-04-01' });
    walk.act(bureau, id, 'suspend', { reason: because });
    expect(holds(serviceItemRecord.publicFace!.when, walk.get(id), '2021-04-02')).toBe(false);
    walk.act(bureau, id, 'resume');
    expect(holds(serviceItemRecord.publicFace!.when, walk.get(id), '2021-04-02')).toBe(true);
    walk.act(bureau, id, 'cancel', { reason: because });
    expect(walk.get(id)).toMatchObject({ stage: 'cancelled', facts: { cancelOn: '2021-03-08', effectiveOn: '2021-04-01' } });
  });

  test('a change of content is a new version, a change of the serial number is none', () => {
    const walk = registry();
    const id = list(walk);
    walk.act(keeper, id, 'amend', { seq: '7' });
    expect(walk.get(id).facts['itemVersion']).toBe(1);
    walk.on('2021-05-01').act(keeper, id, 'amend', { promisedLimit: 5, promisedLimitUnit: 'workday' });
    expect(walk.get(id).facts).toMatchObject({ itemVersion: 2, effectiveOn: '2021-05-01' });
    walk.act(bureau, id, 'amend', { ...permit, promisedLimit: 5 });
    expect(walk.get(id).facts['itemVersion']).toBe(2);
    expect(refusal(() => walk.act(postOf('stranger', 'culture', ['GUIDE_UNIT']), id, 'amend', { seq: '8' }))).toBe('notYours');
  });

  test('a row voided gives its code back and is not counted', () => {
    const walk = registry();
    const id = list(walk);
    walk.act(bureau, id, 'void');
    expect(walk.get(id).facts['itemCode']).toBeUndefined();
    expect(walk.get(id)).toMatchObject({ stage: 'voided', facts: { voidedCode: permit.itemCode } });
    expect(serviceItemRecord.stages.voided.uncounted).toBe(true);
  });
});

describe('what a guide may not say', () => {
  test('a promise longer than the law, or in another unit', () => {
    const limits = { legalLimit: 20, legalLimitUnit: 'workday', promisedLimit: 25, promisedLimitUnit: 'workday' };
    expect(tried(limits)).toBe('promisedTooLong');
    expect(tried({ ...limits, promisedLimitUnit: 'calendarDay' })).toBe('limitUnits');
    expect(tried({ ...limits, promisedLimitUnit: undefined })).toBe('limitUnitMissing');
    expect(tried({ ...limits, promisedLimit: 20 })).toBe('open');
  });

  test('no time at all, unless it is done at once', () => {
    expect(tried({ legalLimit: 0, legalLimitUnit: 'workday', handleKind: 'promised' })).toBe('zeroLimit');
    expect(tried({ legalLimit: 0, legalLimitUnit: 'workday', handleKind: 'instant' })).toBe('open');
  });

  test('fees on what is free, visits without a reason', () => {
    expect(tried({ isCharged: false, fees: [{ name: '工本费' }] })).toBe('feesButFree');
    expect(tried({ visits: 1 })).toBe('visitReasonMissing');
    expect(tried({ visits: 1, visitReason: '需要现场核对身份' })).toBe('open');
  });

  test('numbers that jump, steps left empty', () => {
    const steps = { windowSteps: [{ orderNo: 1, name: '受理' }, { orderNo: 2, name: '办结' }] };
    expect(tried({ ...steps, materials: [{ orderNo: 1, name: '申请表' }, { orderNo: 3, name: '身份证' }] })).toBe('stepGap');
    expect(tried({ acceptConditions: '年满十八周岁。' })).toBe('flowMissing');
    expect(tried({ ...steps, acceptConditions: '年满十八周岁。' })).toBe('open');
  });

  test('a type that its code denies', () => {
    expect(tried({ taskType: '20' })).toBe('typeMismatch');
    expect(tried({ taskTypeCode: undefined })).toBe('typeMissing');
    const walk = registry();
    expect(walk.get(list(walk, { taskTypeCode: '01' })).facts).toMatchObject({ taskType: '1', taskTypeCode: '01' });
    expect(walk.get(list(walk, { taskTypeCode: undefined, taskType: '20', itemCode: 'x' })).facts).toMatchObject({ taskType: '20', taskTypeCode: '20' });
    expect(tried({ taskTypeCode: '11' })).toBe('badInput');
    expect(tried({ consultWays: [{ way: '电话', phone: '123' }] })).toBe('badInput');
  });
});

describe('a published list', () => {
  // Two rows of a real list of 1,135 share a name; codes keep their zeros, letters and underlines.
  const headings = ['seq', 'department', 'main_item', 'item_name', 'area_code', 'item_code', 'task_type_code', 'dept_code', 'official_guide_url'];
  const rows = [
    ['1', '区人社局', '未分类', '求职创业补贴申领', '511602000000', '512A01-1', '5', '1151130108778239R', 'http://www.example.gov.cn/a?itemCode=512A01-1'],
    ['2', '区人社局', '未分类', '求职创业补贴申领', '511602000000', '512A01-2', '20', '1151130108778239R_5143', 'http://www.example.gov.cn/a?itemCode=512A01-2'],
    ['3', '广安区税务局', '未分类', '发票领用', '511602000000', 'G-000007-001', '01', '008779522', 'http://www.example.gov.cn/a?itemCode=G'],
  ];
  const hearing: Hearing = { today: '2021-03-08', findUnit: () => undefined, findPerson: () => undefined, findMatter: () => undefined };
  const speech: Speech = { language: 'zh', unitName: (id) => id, personName: (id) => id, matterName: (id) => id };
  const factOf = (heading: string) => Object.entries(serviceItemRecord.facts).find(([, held]) => held.synonyms?.includes(heading))?.[0] ?? '';

  test('every column is a fact, and each row comes out as it went in', () => {
    const walk = registry();
    for (const row of rows) {
      const input = Object.fromEntries(
        headings.map((heading, index) => {
          const name = factOf(heading);
          const understood = understand(row[index] ?? null, serviceItemRecord.facts[name as keyof typeof serviceItemRecord.facts], hearing);
          return [name, 'value' in understood ? understood.value : undefined];
        }),
      );
      const held = walk.get(walk.file(bureau, 'serviceItem', 'list', input).id).facts as Record<string, unknown>;
      const out = headings.map((heading) => {
        const name = factOf(heading);
        return factCell(serviceItemRecord.facts[name as keyof typeof serviceItemRecord.facts], held[name], speech);
      });
      expect(out).toEqual(row);
    }
    expect(walk.matters.size).toBe(3);
  });

  test('a column of types reads 1 and 01, and the words', () => {
    for (const typed of ['1', '01', '行政许可', 1]) expect(understand(typed, serviceItemRecord.facts.taskType, hearing)).toEqual({ value: '1' });
  });

  test('the same name under two codes is two items', () => {
    const walk = registry();
    const [one, two] = [list(walk, { itemCode: '512A01-1' }), list(walk, { itemCode: '512A01-2' })];
    expect(walk.get(one).facts['itemName']).toBe(walk.get(two).facts['itemName']);
    expect(serviceItem.importing?.key).toBe('itemCode');
  });
});

test('every refusal of the record is met by a test above', async () => {
  const here = await readFile(new URL(import.meta.url), 'utf8');
  expect(Object.keys(serviceItemRecord.refusals).filter((code) => !here.includes(`'${code}'`))).toEqual([]);
});
