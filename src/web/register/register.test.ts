import { describe, expect, test } from 'vitest';
import { fact } from '#kernel/fact.ts';
import { actionsOf, mechanism, record } from '#kernel/mechanism.ts';
import { chosenColumns, columnsOf, columnWords } from '#contract/register-columns.ts';
import { filterWords } from '#contract/filter-words.ts';
import { savedWords, searchOf, formsOf } from '#web/register/address.ts';
import { blockOf, cellsOf, headingsIn, spread } from '#web/register/block.ts';
import { correctionsOf, mayCorrect } from '#web/register/corrections.ts';
import { moveOf } from '#web/register/grid-keys.ts';
import { fittedWidth, widthOf } from '#web/register/column-fit.ts';
import { boundsOf, projectionOf, roundLength } from '#web/register/projection.ts';

const parcel = record({
  key: 'parcel', wing: 'parks', name: { zh: '地块', en: 'Parcels' }, counter: { zh: '宗', en: 'parcels' },
  facts: {
    name: fact.text({ zh: '名称', en: 'Name' }, { synonyms: ['地块名'] }),
    area: fact.area({ zh: '面积', en: 'Area' }),
    cost: fact.money({ zh: '总投资', en: 'Total investment' }),
    at: fact.place({ zh: '位置', en: 'Place' }),
    owner: fact.text({ zh: '权利人', en: 'Owner' }, { sealed: true }),
    files: fact.evidence({ zh: '材料', en: 'Papers' }),
    startsOn: fact.day({ zh: '开工', en: 'Starts' }),
  },
  stages: { open: { name: { zh: '待建', en: 'Open' }, place: 'main' }, built: { name: { zh: '建成', en: 'Built' }, place: 'end' } },
  settings: {}, clocks: {}, duties: {}, links: {}, refusals: {}, sees: { OFFICE: 'all' }, groups: [], title: 'name', list: ['area', 'cost'],
});
const action = actionsOf(parcel);
const parcels = mechanism(parcel, {
  importing: { create: 'file', amend: 'amend', key: 'name' },
  actions: {
    file: action({ name: { zh: '登记', en: 'File' }, from: 'new', to: 'open', by: [{ role: 'OFFICE' }], asks: { name: 'must', area: 'must' } }),
    measure: action({ name: { zh: '重测', en: 'Measure' }, from: ['open'], by: [{ role: 'OFFICE' }], asks: { area: 'must' } }),
    amend: action({ name: { zh: '更正', en: 'Amend' }, from: ['open'], by: [{ role: 'OFFICE' }], asks: { cost: 'may', startsOn: 'may' } }),
    finish: action({ name: { zh: '建成', en: 'Finish' }, from: ['open'], to: 'built', by: [{ role: 'OFFICE' }], asks: { startsOn: 'must' } }),
  },
});
const speech = { language: 'zh' as const, unitName: (id: string) => id, personName: (id: string) => id, matterName: (id: string) => id };

describe('the columns of a register', () => {
  test('are those of the declaration until others are chosen; sealed facts and files never are', () => {
    expect(chosenColumns(parcels, undefined).map(({ key }) => key)).toEqual(['name', '_stage', 'area', 'cost', '_changed']);
    expect(columnsOf(parcels).map(({ key }) => key)).toEqual(['name', '_stage', 'area', 'cost', '_changed', 'at', 'startsOn', '_filed']);
    expect(chosenColumns(parcels, 'cost:240,owner,cost,nothing,_stage').map(({ key, width }) => [key, width])).toEqual([['name', 300], ['cost', 240], ['_stage', 132]]);
  });

  test('are said in the address only where they differ from the declaration', () => {
    const usual = chosenColumns(parcels, undefined);
    expect(columnWords(parcels, usual)).toBeUndefined();
    expect(columnWords(parcels, [...usual].reverse())).toBe('_changed,cost,area,_stage,name');
    expect(chosenColumns(parcels, 'name:5,area:99999').map(({ width }) => width)).toEqual([64, 900]);
  });
});

test('filters are said in words, each as its kind speaks', () => {
  expect(filterWords(parcels, { q: '北', stage: ['open'], 'f.cost': '100000000..', 'f.startsOn': '2021-01-01..2021-12-31', 'f.name': '~东', 'f.at': '!', page: '2', order: 'cost' }, speech)).toEqual([
    '含“北”', '阶段：待建', '总投资：100万元 起', '开工：2021-01-01 至 2021-12-31', '名称：含“东”', '位置：未填',
  ]);
});

test('a saved view is the address as it was, whatever the order it was typed in', () => {
  expect(savedWords({ stage: ['open', 'built'], q: '北', saved: 'x' })).toBe(savedWords({ q: '北', stage: ['open', 'built'] }));
  expect(savedWords(searchOf('?q=%E5%8C%97&stage=open&stage=built', 'x'))).toBe('?q=%E5%8C%97&stage=open&stage=built');
  expect(formsOf(parcels)).toEqual(['list', 'board', 'map', 'timeline']);
});

test('a cell is open to correction by the action that asks for it alone, or by that of the import; never by one that moves the matter', () => {
  expect(correctionsOf(parcels, 'area').map(([name]) => name)).toEqual(['measure']);
  expect(correctionsOf(parcels, 'startsOn').map(([name]) => name)).toEqual(['amend']);
  expect(mayCorrect(parcels, 'area', 'open', ['OFFICE'])).toBe(true);
  expect(mayCorrect(parcels, 'area', 'built', ['OFFICE'])).toBe(false);
  expect(mayCorrect(parcels, 'area', 'open', ['UNIT'])).toBe(false);
  expect(mayCorrect(parcels, 'name', 'open', ['OFFICE'])).toBe(false);
});

describe('a pasted block', () => {
  test('fills merged cells down and to the right, and reads the same again', () => {
    const one = (words: string, rows = 1, columns = 1) => ({ words, rows, columns });
    const cells = spread([[one('重点任务分解表', 1, 3)], [one('类别'), one('任务'), one('单位')], [one('优化营商环境', 2), one('一件事'), one('市场监管局')], [one('证照\n分离'), one('审批局')], [one('教育'), one('集团化办学'), one('教体局')]]);
    expect(cells).toEqual([['重点任务分解表', '重点任务分解表', '重点任务分解表'], ['类别', '任务', '单位'], ['优化营商环境', '一件事', '市场监管局'], ['优化营商环境', '证照\n分离', '审批局'], ['教育', '集团化办学', '教体局']]);
    expect(cellsOf(blockOf(cells))).toEqual(cells);
  });

  test('is read as spreadsheets write it: quotes around line breaks, empty rows and short rows', () => {
    expect(cellsOf('名称\t面积\r\n"东\n区"\t"说""好"""\r\n\r\n西区\r\n')).toEqual([['名称', '面积'], ['东\n区', '说"好"'], ['西区', '']]);
    expect(cellsOf('"半个\t3')).toEqual([['"半个', '3']]);
  });

  test('has its headings understood by name, synonym and either language', () => {
    expect(headingsIn(parcels, ['地块名', 'Area', '别的', '面 积：'])).toEqual(['name', 'area', undefined, 'area']);
  });
});

test('keys move within the table and no further', () => {
  const size = { rows: 100, columns: 5, page: 10 };
  const press = (key: string, row: number, column: number, ctrlKey = false) => moveOf({ key, ctrlKey, metaKey: false }, { row, column }, size);
  expect(press('ArrowUp', 0, 2)).toEqual({ row: 0, column: 2 });
  expect(press('PageDown', 95, 2)).toEqual({ row: 99, column: 2 });
  expect(press('End', 3, 0)).toEqual({ row: 3, column: 4 });
  expect(press('Home', 3, 4, true)).toEqual({ row: 0, column: 0 });
  expect(press('a', 3, 4)).toBeUndefined();
});

test('the plain map keeps places apart as they are on the ground', () => {
  const places = [{ type: 'Point' as const, coordinates: [120.4, 36.3] as [number, number] }, { type: 'Point' as const, coordinates: [120.5, 36.4] as [number, number] }];
  const { at, metresOfPixel } = projectionOf(boundsOf(places), 900, 560);
  const [[x1, y1], [x2, y2]] = [at([120.4, 36.3]), at([120.5, 36.4])];
  // A degree of latitude has 111 km; of longitude, at 36.35°, four fifths of it.
  expect((y1 - y2) * metresOfPixel).toBeCloseTo(11_132, -1);
  expect((x2 - x1) * metresOfPixel).toBeCloseTo(11_132 * Math.cos((36.35 * Math.PI) / 180), -1);
  expect([x1, x2].every((x) => x > 0 && x < 900) && [y1, y2].every((y) => y > 0 && y < 560)).toBe(true);
  expect(roundLength(1_730)).toBe(1_000);
  expect(roundLength(7_100)).toBe(5_000);
});

describe('the width of a column', () => {
  const column = (said: readonly string[]) => ({ key: 'area', name: { zh: '面积', en: 'Area' }, width: 300, words: ({ id }: { id: string }) => said[Number(id)] ?? '' });
  const fitted = (said: readonly string[], foot: readonly string[] = [], isTitle = false) => fittedWidth(column(said), said.map((_each, at) => ({ id: String(at) }) as never), foot, { isTitle, language: 'zh' });

  test('shows whole what is in it and in its foot, and is not wider', () => {
    expect(fitted(['1号楼', '十三号楼'])).toBe(Math.round(Math.max(widthOf('面积') + 44, widthOf('十三号楼') + 26)));
    expect(fitted(['3,000 ㎡'], ['20,660,528 ㎡'])).toBeGreaterThan(widthOf('20,660,528 ㎡'));
    expect(fitted([])).toBe(Math.round(widthOf('面积') + 44));
  });

  test('has bounds: a long text is cut, and a name has room', () => {
    expect(fitted(['示'.repeat(80)])).toBe(260);
    expect(fitted(['示'.repeat(80)], [], true)).toBe(340);
    expect(fitted(['一'], [], true)).toBe(150);
  });
});
