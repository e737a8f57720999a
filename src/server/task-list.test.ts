import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ImportReport } from '#contract/import-shapes.ts';
import { holds } from '#kernel/condition.ts';
import { readTable } from '#reports/workbook-reader.ts';
import { openCounty, type County } from '#test/county.ts';
import { keepProof } from '#test/proof.ts';
import { faultyRows, listRows, listWorkbook } from '#test/task-list.ts';
import { act } from './act.ts';
import { lightsOf } from './cockpit.ts';
import { answerAll } from './figures.ts';
import { exportRegister } from './exports.ts';
import { listRegister } from './listing.ts';
import { printedIn } from './printed.ts';
import { figuresFor } from './printing.ts';
import { checkImport, checkPasted } from './import-check.ts';
import { commitImport, importWorkbook } from './imports.ts';
import { findMatters } from '#store/matters.ts';

// The list a reform office really has: a title over it, categories in merged cells, several units in a cell, limits in words.

/** 鞍立政发〔2023〕2号, as published; the sample district's zone stands for theirs, and numbers that are free. */
const lishan = `seq,target,lead_unit,responsible_units,source_url
301,地区生产总值增长6.2%左右,区发改局,"即墨经济开发区,全区经济运行各专班",http://www.lishan.gov.cn/
302,规模上工业增加值增长5%左右,区工信局,即墨经济开发区,http://www.lishan.gov.cn/
303,固定资产投资增长15%左右,区发改局,"即墨经济开发区,各街道、区直各部门",http://www.lishan.gov.cn/
304,社会消费品零售总额增长9%左右,区商务局,"各街道,区市场局",http://www.lishan.gov.cn/
305,一般公共预算收入增长8%左右,区财政局,"即墨经济开发区,各街道,税务局",http://www.lishan.gov.cn/
306,居民收入增长与经济增长基本同步,区发改局,"各街道,各相关单位",http://www.lishan.gov.cn/
307,其他主要经济指标不低于全市平均水平,,,http://www.lishan.gov.cn/
`;

let county: County;
beforeAll(async () => {
  county = await openCounty('2021-03-01T01:00:00.000Z');
});
afterAll(() => county.close());

const figure = async (key: string) => county.platform.store.reading(county.platform.district, async (tx) => (await answerAll(county.platform, tx, '2021-12-28', (each) => each.key === key))[0]?.value);

const listed = () =>
  county.platform.store.reading(county.platform.district, async (tx) => {
    const { district } = county.platform;
    const ids = await tx.query<{ id: string }>('test.tasks', 'select id from matter where district = $1 and mechanism = $2', [district, 'task']);
    return findMatters(tx, district, ids.map(({ id }) => id));
  });

describe('a list of 139 tasks with twelve faults', () => {
  let report: ImportReport;

  test('127 rows are good, twelve come back with their reasons', async () => {
    report = await checkImport(county.platform, await county.as('office-1'), 'task', { bytes: await listWorkbook(faultyRows()), fileName: '任务分解表.xlsx' });
    expect(report).toMatchObject({ rows: 139, created: 127, refused: 12 });
    expect(Object.fromEntries(report.problems.map(({ row, words }) => [row - 2, words.zh]))).toEqual({
      5: '这里只能填一个单位，现有“发改局、工信局”；其余的请移到责任单位栏',
      14: '没有找到单位“区某某局”',
      23: '“市场监管局等单位”说不清是哪些单位，请逐个写全，或者写单位组（如各镇街、各区直部门）',
      32: '“有关部门”说不清是哪些单位，请逐个写全，或者写单位组（如各镇街、各区直部门）',
      41: '完成时限“尽快”看不明白，请写成 3月底前、国庆节前、年底前、长期 或者 2021-12-31 的样子。',
      50: '“会后10个工作日”从哪天起算还不知道，请写成具体日期；自印发起算的可以写“印发后1个月”。',
      59: '必须填写',
      68: '与第 69 行重复',
      77: '必须填写',
      86: '公式结果为 #REF!，请改为数值',
      95: '请填数字',
      104: '不能超过 120 个字',
    });
    expect(await listed()).toHaveLength(0);
  });

  test('the good rows go in, each with one lead unit, its category, its day and its co-units of that day', async () => {
    expect(await commitImport(county.platform, await county.as('office-1'), report.id)).toMatchObject({ state: 'done', created: 127, refused: 12 });
    const kept = await listed();
    expect(kept).toHaveLength(127);
    const byCode = new Map(kept.map(({ facts }) => [facts['code'], facts]));
    // The second line of a merged category; 各镇（街道） as fifteen towns; 区直各部门 without the one that leads.
    expect(byCode.get('2021-002')).toMatchObject({ category: '项目尽调评审', leadUnit: 'development', dueOn: '2021-04-30', dueText: '4月底前' });
    expect(byCode.get('2021-008')).toMatchObject({ coUnits: expect.objectContaining({ length: 15 }) });
    const departments = byCode.get('2021-012')?.['coUnits'];
    expect(departments).not.toContain(byCode.get('2021-012')?.['leadUnit']);
    expect(Array.isArray(departments) ? departments.length : 0).toBeGreaterThan(30);
    expect(kept.filter(({ facts }) => facts['dueText'] === '2021.12').every((matter) => holds({ fact: 'dueOn', in: ['2021-12-31'] }, matter, '2021-03-01'))).toBe(true);
    expect(kept.filter(({ facts }) => facts['dueKind'] === 'standing').length).toBeGreaterThan(0);
  });

  test('the marked file names the reason beside each bad row', async () => {
    const { stream } = await importWorkbook(county.platform, report.id);
    const rows: (readonly unknown[])[] = [];
    for await (const { cells } of readTable({ bytes: await buffer(stream as NodeJS.ReadableStream), fileName: '核对结果.xlsx' })) rows.push(cells);
    expect(rows).toHaveLength(140);
    const reasons = rows.slice(1).flatMap((cells) => (typeof cells[8] === 'string' && cells[8] !== '' ? [cells[8]] : []));
    expect(reasons).toHaveLength(12);
    expect(reasons[0]).toContain('牵头部门');
  });

  test('the same file with the twelve corrected adds twelve and changes nothing else', async () => {
    const office = await county.as('office-1');
    const again = await checkImport(county.platform, office, 'task', { bytes: await listWorkbook(listRows()), fileName: '任务分解表（改）.xlsx' });
    expect(again).toMatchObject({ rows: 139, created: 12, unchanged: 127, amended: 0, refused: 0 });
    await commitImport(county.platform, office, again.id);
    expect(await listed()).toHaveLength(139);
    // A draft never counts (reform.md §1.2, 8).
    expect(await figure('task.asIssued')).toBe(0);
  });

  test('issued, the figures say 139 tasks of 37 categories', async () => {
    county.setClock('2021-03-15');
    const { platform } = county;
    await act(platform, { actor: await county.as('office-head'), mechanism: 'annualPoints', action: 'recordIssued', input: { title: '2021年改革工作要点', year: 2021, docNo: '即发〔2021〕5号', issuedOn: '2021-03-12', reason: '平台启用前已经印发，现补录。', evidence: [await keepProof(platform)] } });
    expect([await figure('task.asIssued'), await figure('task.categories'), await figure('annualPoints.issued')]).toEqual([139, 37, 1]);
  });

  test('what the points state is kept with them, and says the same after tasks were cancelled', async () => {
    const { platform } = county;
    const { district } = platform;
    const printed = async () => platform.store.reading(district, async (tx) => {
      const [row] = await tx.query<{ id: string }>('test.points', `select id from matter where district = $1 and mechanism = 'annualPoints'`, [district]);
      const [points] = await findMatters(tx, district, [row?.id ?? '']);
      if (!points) throw new Error('the points are not there');
      return { stated: await printedIn(platform, tx, points), figures: await figuresFor(platform, tx, ['task.asIssued', 'task.closed'], points) };
    });
    const { stated, figures } = await printed();
    expect(stated.map(({ key, value, among, by }) => [key, value, among, by])).toEqual([['task.categories', 37, 139, '改革办主任岗'], ['task.asIssued', 139, 139, '改革办主任岗'], ['upperTask.coverage', null, 0, '改革办主任岗']]);
    // What the paper does not state is today's.
    expect([figures.get('task.asIssued')?.isKept, figures.get('task.closed')?.isKept]).toEqual([true, false]);
    county.setClock('2022-01-10');
    expect(await figure('task.asIssued')).toBe(139);
    expect((await printed()).figures.get('task.asIssued')).toMatchObject({ value: 139, asOf: '2021-03-15', isKept: true });
    county.setClock('2021-03-15');
  });

  test('a task has one light: the list, the count by unit and the filter say what the task itself says', async () => {
    const { platform } = county;
    const night = { kind: 'system', job: 'nightly' } as const;
    county.setClock('2021-04-07');
    for (const { id } of (await listed()).slice(0, 40)) await act(platform, { actor: night, mechanism: 'task', id, action: 'recompute', input: {} });
    const office = await county.as('office-1');
    const asked = await platform.store.reading(platform.district, async (tx) => ({
      all: await listRegister(platform, tx, office, 'task', { size: 200 }),
      yellow: await listRegister(platform, tx, office, 'task', { size: 200, light: 'yellow' }),
      grey: await listRegister(platform, tx, office, 'task', { size: 200, light: 'grey' }),
      matrix: await lightsOf(platform, tx, office, 'task'),
    }));
    expect(asked.all.rows.filter(({ light, facts }) => light !== (facts['light'] ?? 'grey'))).toEqual([]);
    const counts = (light: string) => asked.all.rows.filter((row) => row.light === light).length;
    expect(asked.yellow.total).toBeGreaterThan(0);
    expect([asked.yellow.total, asked.grey.total]).toEqual([counts('yellow'), counts('grey')]);
    expect(asked.matrix.totals).toMatchObject({ yellow: counts('yellow'), red: counts('red'), green: counts('green'), grey: counts('grey') });
    const [worst] = asked.matrix.rows;
    const ofUnit = await platform.store.reading(platform.district, (tx) => listRegister(platform, tx, office, 'task', { size: 200, light: ['yellow'], unit: worst?.unit ?? '' }));
    expect(ofUnit.total).toBe(worst?.counts.yellow);
  });

  test('the list goes out as the ledger the office prints, and comes back as it is', async () => {
    const office = await county.as('office-1');
    if (office.kind !== 'post') throw new Error('no post');
    const { stream, fileName } = await county.platform.store.inDistrict(county.platform.district, (tx) => exportRegister(county.platform, tx, office, 'task', { format: 'ledger', 'f.year': '2021' }, 'zh'));
    const bytes = await buffer(stream as NodeJS.ReadableStream);
    expect(fileName).toMatch(/^重点改革任务台账-2021-\d\d-\d\d\.xlsx$/);
    const rows: (readonly unknown[])[] = [];
    for await (const { cells } of readTable({ bytes, fileName })) rows.push(cells);
    expect(rows[0]?.[0]).toMatch(/^重点改革任务台账（截至2021-\d\d-\d\d，共139项）$/);
    expect(rows.slice(2).map(([category, seq]) => [category, seq])).toEqual(listRows().map(([seq, category]) => [category, seq]));
    expect(await checkImport(county.platform, office, 'task', { bytes, fileName })).toMatchObject({ rows: 139, created: 0, refused: 0 });
  });

  test('the head of a real list goes in: no category, no day, several units in a cell; four rows need a person', async () => {
    const office = await county.as('office-1');
    const report = await checkImport(county.platform, office, 'task', { bytes: Buffer.from(lishan), fileName: '立山区任务分解.csv' });
    expect(report.warnings.slice(0, 3).map(({ words }) => words.zh)).toEqual([
      '表中没有“改革任务”一栏，新登记的以“目标要求”代替',
      '表中没有“类别”一栏，新登记的一律记为“未分类”，不对的请先补上这一栏',
      '表中没有“完成时限”一栏，新登记的一律记为“年底前”，不对的请先补上这一栏',
    ]);
    expect(Object.fromEntries(report.problems.map(({ row, words }) => [row, words.zh]))).toEqual({
      2: '“全区经济运行各专班”说不清是哪些单位，请逐个写全，或者写单位组（如各镇街、各区直部门）',
      5: '没有找到单位“区市场局”',
      7: '“各相关单位”说不清是哪些单位，请逐个写全，或者写单位组（如各镇街、各区直部门）',
      8: '必须填写',
    });
    expect(await commitImport(county.platform, office, report.id)).toMatchObject({ rows: 7, created: 3, refused: 4 });
    const kept = new Map((await listed()).map(({ facts }) => [facts['code'], facts]));
    expect(kept.get('2021-302')).toMatchObject({ title: '规模上工业增加值增长5%左右', category: '未分类', dueOn: '2021-12-31', coUnits: ['economic-zone'] });
    // The ten 街道 of the fifteen 镇街.
    expect(kept.get('2021-305')).toMatchObject({ coUnits: expect.objectContaining({ length: 12 }) });
    // Once more with a name of its own: what was only assumed is not put over what is kept.
    const [head = '', , row = ''] = lishan.split('\n');
    const again = await checkImport(county.platform, office, 'task', { bytes: Buffer.from(`${head}\n${row.replace('5%左右', '6%左右')}\n`), fileName: '立山区任务分解.csv' });
    expect(again).toMatchObject({ rows: 1, amended: 1 });
    await commitImport(county.platform, office, again.id);
    expect((await listed()).find(({ facts }) => facts['code'] === '2021-302')?.facts).toMatchObject({ title: '规模上工业增加值增长5%左右', target: '规模上工业增加值增长6%左右' });
  });

  test('a block pasted from a spreadsheet is understood by the same words', async () => {
    const rows = [['任务序号', '类', '任务名称', '主责单位', '完成时间'], ['201', '优化营商环境', '推行企业迁移一件事', '市场监管局', '国庆节前'], ['202', '优化营商环境', '推行开办餐饮一件事', '各镇街', '年底前']];
    const pasted = await checkPasted(county.platform, await county.as('office-1'), 'task', rows);
    expect(pasted).toMatchObject({ rows: 2, created: 1, refused: 1 });
    expect(pasted.problems[0]?.words.zh).toContain('只能填一个单位');
  });
});
