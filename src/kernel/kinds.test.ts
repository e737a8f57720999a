import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditCodeProblem } from './credit-code.ts';
import { fact, type Fact, type KindName, type KindValues } from './fact.ts';
import { fenText, understandMoney } from './fen.ts';
import { issueWords, type Cell, type Hearing, type Speech } from './kind.ts';
import { schemaOf, understand } from './hearing.ts';
import { split } from './kind.ts';
import { briefText, factCell, factText, kinds, metricChange, totalKinds } from './kinds.ts';

const units: Record<string, string> = { u1: '区发展改革局', u2: '区行政审批局', u3: '通济街道' };
const persons: Record<string, string> = { p1: '改革办经办岗', p2: '督察岗' };
const held: Record<string, string> = { '0197d1f0-0000-7000-8000-000000000001': 'GGSX-2021-3' };
const findIn = (names: Record<string, string>) => (words: string) => Object.keys(names).find((id) => names[id] === words);
const hearing: Hearing = { today: '2021-03-08', findUnit: findIn(units), findPerson: findIn(persons), findMatter: (mechanism, words) => (mechanism === 'reform-task' ? findIn(held)(words) : undefined) };
const speech = (language: 'zh' | 'en'): Speech => ({ language, unitName: (id) => units[id] ?? id, personName: (id) => persons[id] ?? id, matterName: (id) => held[id] ?? id });
const zh = speech('zh');
const en = speech('en');
const name = { zh: '名称', en: 'Name' };
/** A small triangle near 即墨. */
const area = { type: 'Polygon', coordinates: [[[120.45, 36.39], [120.46, 36.39], [120.46, 36.4], [120.45, 36.39]]] };
const grade = { city: { zh: '市级', en: 'City' }, province: { zh: '省级', en: 'Province' }, nation: { zh: '国家级', en: 'National' } };
const [task = ''] = Object.keys(held);

interface Table {
  readonly fact: Fact;
  readonly accepted: readonly (readonly [cell: Exclude<Cell, null>, value: unknown])[];
  readonly refused: readonly Exclude<Cell, null>[];
  readonly said: readonly (readonly [value: unknown, zh: string, en: string])[];
  /** Values that the wire must not bring. */
  readonly wrong: readonly unknown[];
}

/** GB 32100-2015, worked out anew: powers of 3 modulo 31. */
function withCheckDigit(body: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let power = 1n;
  let sum = 0n;
  for (const char of body) {
    sum += power * BigInt(alphabet.indexOf(char));
    power *= 3n;
  }
  return body + alphabet[Number((31n - (sum % 31n)) % 31n)];
}

const rowsFact = fact.rows({ zh: '任务', en: 'Tasks' }, {
  title: fact.text(name), note: fact.longText(name), due: fact.day(name), money: fact.money(name), level: fact.choice(name, grade), lead: fact.unit(name),
});

const tables: { readonly [K in KindName]: Table } = {
  text: {
    fact: fact.text(name, { max: 10 }),
    accepted: [['  一件事一次办 ', '一件事一次办'], [2021, '2021'], ['十个字正好十个字正好', '十个字正好十个字正好']],
    refused: ['十一个字就太多了十一个', '两行\n文字', '铃\u0007声', '半个\ud83d字', '\u0085', '\ufffe'],
    said: [['一件事', '一件事', '一件事']],
    wrong: ['', '   ', 5, null, ['x'], '\u0000'],
  },
  longText: {
    fact: fact.longText(name),
    accepted: [['第一行\n第二行\t制表', '第一行\n第二行\t制表']],
    refused: ['换页\f符', '退\b格', '删\u007f除', '半个\udc00'],
    said: [['甲\n乙', '甲\n乙', '甲\n乙']],
    wrong: ['', '\n \t', 'x'.repeat(20_001)],
  },
  whole: {
    fact: fact.whole(name, { min: 0, max: 1_000_000, measure: { zh: '个', en: 'items' } }),
    accepted: [['12', 12], [12, 12], ['１２', 12], ['1,234', 1234], ['12个', 12], ['12 items', 12], ['+7', 7], ['3.0', 3]],
    refused: ['12余', '约12', '近100', '超过5', '1.5', 1.5, '十二', '-1', 1_000_001, '12件', '1e999', '0x10', true],
    said: [[1234, '1,234 个', '1,234 items']],
    wrong: [1.5, -1, '12', null, 2 ** 60],
  },
  decimal: {
    fact: fact.decimal(name, { min: -10, max: 10 }),
    accepted: [['1.25', 1.25], ['.5', 0.5], ['-3', -3], ['1e-2', 0.01], ['１．５', 1.5]],
    refused: ['10.01', '一半', '1.2.3', '--1', '1/2'],
    said: [[1.256, '1.26', '1.26'], [-3, '-3', '-3']],
    wrong: [11, Number.NaN, Infinity, '1'],
  },
  money: {
    fact: fact.money(name, { min: 0, max: 1_000_000_000_000 }),
    accepted: [['0.29元', 29], ['0.29 元', 29], ['1.2亿元', 12_000_000_000], ['500万元', 500_000_000], ['500万', 500_000_000], ['12,345.67', 1_234_567], ['￥１２．５', 1250], [12.5, 1250], [0.1 + 0.2, 30], [3.3000000000000003, 330], ['0.070', 7], ['1.000001亿', 10_000_010_000], ['5 ten thousand yuan', 5_000_000], ['1.2346 million yuan', 123_460_000], ['1.5 billion yuan', 150_000_000_000]],
    refused: ['0.295', 0.125, '1.2345678万元', '五百万', '500千元', '万元', '-1元', '1.2.3', '100亿零一元', '101亿元'],
    said: [[29, '0.29元', '0.29 yuan'], [500_000_000, '500万元', '5 million yuan'], [12_000_000_000, '1.2亿元', '120 million yuan'], [123_456_789, '123.46万元', '1.2346 million yuan'], [151_300_000_000, '15.13亿元', '1.513 billion yuan'], [1_234_567, '1.23万元', '12,345.67 yuan']],
    wrong: [0.5, -1, '500', 1_000_000_000_001],
  },
  area: {
    fact: fact.area(name),
    accepted: [['120亩', 80_000], ['8公顷', 80_000], ['500㎡', 500], ['500 平方米', 500], ['1,500.5', 1500.5], ['3.5万平方米', 35_000], ['2ha', 20_000], [7, 7]],
    refused: ['一亩三分', '5平方千米', '亩', '5 6'],
    said: [[1500.5, '1,500.5 ㎡', '1,500.5 ㎡']],
    wrong: ['500', null],
  },
  percent: {
    fact: fact.percent(name, { min: 0, max: 100 }),
    accepted: [['70%', 70], ['70％', 70], ['37.8 %', 37.8], [70, 70], ['７０％', 70]],
    refused: ['101%', '七成', '约70%', '70%%'],
    said: [[37.8, '37.8%', '37.8%']],
    wrong: [-1, '70%'],
  },
  day: {
    fact: fact.day(name),
    accepted: [['2021-03-08', '2021-03-08'], ['2021.3.8', '2021-03-08'], ['2021年3月8日', '2021-03-08'], ['３月底前', '2021-03-31'], ['2021.12', '2021-12-31'], [2021.12, '2021-12-31'], ['2021年12月底前', '2021-12-31'], [new Date('2021-03-08T00:00:00Z'), '2021-03-08'], [44_263, '2021-03-08']],
    refused: ['2021.13', '2021-02-30', '长期', '会后10个工作日', 2021.1, new Date(Number.NaN), 12, '尽快'],
    said: [['2021-03-08', '2021-03-08', '2021-03-08']],
    wrong: ['2021-3-8', '2021-02-30', 44_263, ''],
  },
  instant: {
    fact: fact.instant(name),
    accepted: [['2021-03-08 09:30', '2021-03-08T01:30:00.000Z'], ['2021-03-08T09:30:15', '2021-03-08T01:30:15.000Z'], ['2021-03-08T09:30:00Z', '2021-03-08T09:30:00.000Z'], ['2021-03-08T09:30:00+09:00', '2021-03-08T00:30:00.000Z'], [new Date('2021-03-08T09:30:00Z'), '2021-03-08T01:30:00.000Z']],
    refused: ['2021-03-08 25:00', '2021-02-30 09:30', '2021-03-08', 'Tue, 9 March 2021', '上午九点', new Date(Number.NaN)],
    said: [['2021-03-08T16:30:00.000Z', '2021-03-09 00:30', '2021-03-09 00:30']],
    wrong: ['2021-03-08 09:30', 'soon', 5, '2021-02-30T00:00:00Z'],
  },
  month: {
    fact: fact.month(name),
    accepted: [['2021-03', '2021-03'], ['2021.3', '2021-03'], ['2021年12月', '2021-12'], [2021.12, '2021-12'], [new Date('2021-03-01T00:00:00Z'), '2021-03']],
    refused: ['2021-13', '2021.0', '3月', '2021', 2021.1, new Date(Number.NaN)],
    said: [['2021-03', '2021-03', '2021-03']],
    wrong: ['2021-3', '2021-13'],
  },
  period: {
    fact: fact.period(name),
    accepted: [[2021, '2021'], ['2021-q3', '2021-Q3'], ['2021-H1', '2021-H1'], ['2021-12', '2021-12'], ['２０２１', '2021']],
    refused: ['2021-Q5', '2021-H3', '2021-13', '今年'],
    said: [['2021-Q3', '2021-Q3', '2021-Q3']],
    wrong: ['2021-q3', 2021],
  },
  flag: {
    fact: fact.flag(name),
    accepted: [['是', true], ['有', true], ['√', true], [true, true], [1, true], ['No', false], ['否', false], ['无', false], [0, false]],
    refused: ['也许', 2, '是否'],
    said: [[true, '是', 'yes'], [false, '否', 'no']],
    wrong: ['是', 1],
  },
  choice: {
    fact: fact.choice(name, grade),
    accepted: [['市级', 'city'], ['CITY', 'city'], ['National', 'nation'], [' 省级 ', 'province']],
    refused: ['镇级', 'constructor', '__proto__', '市级、省级'],
    said: [['city', '市级', 'City']],
    wrong: ['市级', 'constructor', 'toString', '__proto__', ''],
  },
  choices: {
    fact: fact.choices(name, grade),
    accepted: [['市级、省级', ['city', 'province']], ['City, National', ['city', 'nation']], ['省级；市级\n', ['province', 'city']]],
    refused: ['市级、镇级', '市级 省级'],
    said: [[['city', 'nation'], '市级、国家级', 'City, National'], [[], '', '']],
    wrong: ['city', ['镇级'], ['city', null]],
  },
  unit: {
    fact: fact.unit(name),
    accepted: [['区发展改革局', 'u1']],
    refused: ['某某局', '区发展改革局、通济街道'],
    said: [['u1', '区发展改革局', '区发展改革局']],
    wrong: ['', 5],
  },
  units: {
    fact: fact.units(name),
    accepted: [['区发展改革局、通济街道', ['u1', 'u3']], ['区行政审批局', ['u2']]],
    refused: ['区发展改革局、有关部门', '各镇街'],
    said: [[['u1', 'u3'], '区发展改革局、通济街道', '区发展改革局, 通济街道']],
    wrong: ['u1', [5]],
  },
  person: { fact: fact.person(name), accepted: [['督察岗', 'p2']], refused: ['无此岗'], said: [['p1', '改革办经办岗', '改革办经办岗']], wrong: [''] },
  matter: { fact: fact.matter(name, 'reform-task'), accepted: [['GGSX-2021-3', task]], refused: ['GGSX-2021-4'], said: [[task, 'GGSX-2021-3', 'GGSX-2021-3']], wrong: ['GGSX-2021-3', ''] },
  matters: { fact: fact.matters(name, 'reform-task'), accepted: [['GGSX-2021-3', [task]]], refused: ['GGSX-2021-3、GGSX-2021-4'], said: [[[task], 'GGSX-2021-3', 'GGSX-2021-3']], wrong: [task] },
  rows: {
    fact: rowsFact,
    accepted: [
      ['一件事 | 两行\\n文字 | 3月底前 | 500万元 | 市级 | 通济街道', [{ title: '一件事', note: '两行\n文字', due: '2021-03-31', money: 500_000_000, level: 'city', lead: 'u3' }]],
      ['竖线\\|甲 | 反斜杠\\\\n', [{ title: '竖线|甲', note: '反斜杠\\n' }]],
      ['末尾竖线\\|\r\n | 只有备注', [{ title: '末尾竖线|' }, { note: '只有备注' }]],
    ],
    refused: ['一件事 | 备注 | 没有日期', '1|2|2021-03-08|4|市级|通济街道|7', '一件事 | | | 一点钱'],
    said: [[[{ title: '甲|乙', money: 1_234_567, level: 'city' }], '甲\\|乙 |  |  | 1.23万元 | 市级 | ', '甲\\|乙 |  |  | 12,345.67 yuan | City | ']],
    wrong: [[{ other: 1 }], [{ title: 5 }], {}, [null]],
  },
  evidence: {
    fact: fact.evidence(name),
    accepted: [],
    refused: ['批复.pdf'],
    said: [[[{ hash: 'a'.repeat(64), name: '批复.pdf', type: 'application/pdf', size: 1 }], '批复.pdf', '批复.pdf']],
    wrong: [[{ hash: 'A'.repeat(64), name: '批复', type: '', size: 1 }], [{ hash: 'a'.repeat(64), name: '批\n复', type: '', size: 1 }], [{ hash: 'a'.repeat(64), name: '批复', type: '', size: -1 }], [{ hash: 'a'.repeat(64), name: '批复', type: '', size: 1, path: '/etc' }]],
  },
  place: {
    fact: fact.place(name),
    accepted: [['120.45,36.39', { type: 'Point', coordinates: [120.45, 36.39] }], ['１２０．４５，３６．３９', { type: 'Point', coordinates: [120.45, 36.39] }],
      ['120.45,36.39；120.46,36.39；120.46,36.4', area], ['120.45 36.39\n120.46 36.39\n120.46 36.4\n120.45 36.39', area], [JSON.stringify(area), area],
      ['120.4,36.3\n120.5,36.3\n120.5,36.4\n\n120.46,36.31\n120.48,36.31\n120.48,36.33', { type: 'Polygon', coordinates: [[[120.4, 36.3], [120.5, 36.3], [120.5, 36.4], [120.4, 36.3]], [[120.46, 36.31], [120.48, 36.31], [120.48, 36.33], [120.46, 36.31]]] }],
      ['{"type":"MultiPolygon","coordinates":[[[[120.45,36.39,8],[120.46,36.39,8],[120.46,36.4,8],[120.45,36.39,8]]]]}', area]],
    refused: ['36.39,120.45', '即墨区', '120.45', '120.45,36.39;120.46,36.39', '{"type":"LineString","coordinates":[[120.45,36.39],[120.46,36.39]]}', '{"type":', '{"type":"MultiPolygon","coordinates":[[],[]]}'],
    said: [[{ type: 'Point', coordinates: [120.45, 36.39] }, '120.45, 36.39', '120.45, 36.39']],
    wrong: [{ type: 'Point', coordinates: [0, 0] }, { type: 'Polygon', coordinates: [[[120, 36], [121, 36]]] }, { type: 'Line', coordinates: [] }],
  },
  metric: {
    fact: fact.metric(name),
    accepted: [],
    refused: ['20→10'],
    said: [[{ before: 20, after: 5, change: 'relativePercent', beforePeriod: '2020', afterPeriod: '2021', source: '审批系统' }, '20 → 5 (-75%)', '20 → 5 (-75%)'], [{ before: 60, after: 72.5, change: 'percentagePoint', beforePeriod: '2020', afterPeriod: '2021', source: '审批系统' }, '60 → 72.5 (+12.5个百分点)', '60 → 72.5 (+12.5 percentage points)']],
    wrong: [{ before: 1, after: 2, change: 'other', beforePeriod: '2020', afterPeriod: '2021', source: 'x' }, { before: 1, after: 2, change: 'difference', beforePeriod: '2020', afterPeriod: '2021', source: 'a\nb' }],
  },
  phone: {
    fact: fact.phone(name),
    accepted: [['13800000000', '13800000000'], ['138 0000 0000', '13800000000'], ['0532-88888888', '0532-88888888'], ['０５３２８８８８８８８８', '053288888888'], [13_800_000_000, '13800000000'], ['12345', '12345']],
    refused: ['1380000000', '12800000000', '88888888', '0532-8888', '电话待定'],
    said: [['13800000000', '13800000000', '13800000000']],
    wrong: ['138 0000 0000', ''],
  },
  creditCode: {
    fact: fact.creditCode(name),
    // The first is the worked example of GB 32100-2015 itself.
    accepted: [['91350100M000100Y43', '91350100M000100Y43'], ['91350100m000100y43', '91350100M000100Y43'], ['９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'], [withCheckDigit('11370282MB1234567'), withCheckDigit('11370282MB1234567')]],
    refused: ['91350100M000100Y44', '91350100M000100Y4', '91350100I000100Y43', '91350100M000100Y433', '91350100O000100Y43'],
    said: [['91350100M000100Y43', '91350100M000100Y43', '91350100M000100Y43']],
    wrong: ['91350100m000100y43'],
  },
  industry: { fact: fact.industry(name), accepted: [['c3734', 'C3734'], ['A', 'A'], ['Ｃ37', 'C37'], ['C17（纺织业）', 'C17'], ['C17 (Textiles)', 'C17']], refused: ['U01', 'C3', '制造业', 'C3490', 'A3734'], said: [['C3734', 'C3734（铁路、船舶、航空航天和其他运输设备制造业）', 'C3734 (Railway, ship, aerospace and other transport equipment)'], ['C17', 'C17（纺织业）', 'C17 (Textiles)'], ['C', 'C（制造业）', 'C (Manufacturing)']], wrong: ['c3734'] },
  documentNumber: {
    fact: fact.documentNumber(name),
    accepted: [['即改办发〔2021〕3号', '即改办发〔2021〕3号'], ['即改办发[2021]3号', '即改办发〔2021〕3号'], ['即改办发（2021）第03号', '即改办发〔2021〕3号'], ['即改办发【２０２１】 3 号', '即改办发〔2021〕3号'], ['即改办发﹝2021﹞12号', '即改办发〔2021〕12号']],
    refused: ['即改办发2021年3号', '〔2021〕3号', '即改办发〔21〕3号', '即改办发〔2021〕号', '即改办发〔2021〕0号'],
    said: [['即改办发〔2021〕3号', '即改办发〔2021〕3号', '即改办发〔2021〕3号']],
    wrong: ['即改办发[2021]3号', '即改办发〔2021〕第3号', '即改办发〔2021〕03号'],
  },
};

describe.each(Object.entries(tables))('%s', (kind, table) => {
  test('marks that nobody sees are left out of what was typed: they would turn a name around or hide a number', () => {
  const title = fact.text(name, { min: 2, max: 10, pattern: { source: '^[^0-9]+$', words: name } });
  expect(understand('\u202e减证便民\u202c\u200b', title, hearing)).toEqual({ value: '减证便民' });
  expect(understand('\u2067\u2069', title, hearing)).toMatchObject({ problem: {} });
  expect(schemaOf(fact.phone(name)).safeParse('\u202d13800000000').success).toBe(false);
  const proof = { hash: 'a'.repeat(64), name: '验收单\u202efdp.exe', type: 'application/pdf', size: 1 };
  expect(schemaOf(fact.evidence(name)).parse([proof])).toMatchObject([{ name: '验收单fdp.exe' }]);
});

test('land is said in 亩 too, floor is not, and what is said is understood', () => {
  const land = fact.area(name, { isLand: true });
  expect([factText(land, 17_333_333, zh), factText(land, 80_000, en), factText(land, 0, zh)]).toEqual(['17,333,333 ㎡（26,000 亩）', '80,000 ㎡ (120 mu)', '0 ㎡']);
  expect([briefText(land, 80_000, zh), briefText(land, 0, en), briefText(fact.area(name), 80_000, zh)]).toEqual(['120 亩', '0 mu', '80,000 ㎡']);
  expect(understand('80,000 ㎡（120 亩）', land, hearing)).toEqual({ value: 80_000 });
});

test('an option that explains itself goes by its first words, unless another begins with them', () => {
  const mode = fact.choice(name, { hidden: { zh: '实名，不公开', en: 'Real name, not published' }, open: { zh: '实名，可以公开', en: 'Real name, published' }, none: { zh: '匿名，凭码查看', en: 'Anonymous, by code' } });
  expect(understand('匿名', mode, hearing)).toEqual({ value: 'none' });
  expect(understand('anonymous', mode, hearing)).toEqual({ value: 'none' });
  expect(understand('实名', mode, hearing)).toMatchObject({ problem: {} });
  expect(understand('', mode, hearing)).toEqual({ empty: true });
});

test('belongs to its own kind', () => expect(table.fact.kind).toBe(kind));

  test.each(table.accepted.map(([cell, value]) => ({ cell, value })))('understands $cell', ({ cell, value }) => {
    expect(understand(cell, table.fact, hearing)).toEqual({ value });
  });

  test.each(table.refused.map((cell) => ({ cell })))('refuses $cell in both languages', ({ cell }) => {
    const understood = understand(cell, table.fact, hearing);
    expect(understood).toEqual({ problem: { zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(/[A-Za-z]/) } });
  });

  test.each(table.said.map(([value, chinese, english]) => ({ value, chinese, english })))('says $chinese', ({ value, chinese, english }) => {
    expect(schemaOf(table.fact).safeParse(value)).toEqual({ success: true, data: value });
    expect([factText(table.fact, value, zh), factText(table.fact, value, en)]).toEqual([chinese, english]);
  });

  test.each(table.wrong.map((value) => ({ value })))('does not let $value through, and says why in both languages', ({ value }) => {
    const checked = schemaOf(table.fact).safeParse(value);
    expect(checked.success).toBe(false);
    for (const issue of checked.error?.issues ?? []) {
      const words = issueWords(issue, table.fact);
      expect(words).toEqual({ zh: expect.stringMatching(/[\u4e00-\u9fff]/), en: expect.stringMatching(/[A-Za-z]/) });
    }
  });

  test('knows an empty cell', () => {
    for (const cell of [null, '', '  ', '\u3000\n']) expect(understand(cell, table.fact, hearing)).toEqual({ empty: true });
    expect(factText(table.fact, undefined, zh)).toBe('');
    expect(factCell(table.fact, null, zh)).toBeNull();
  });
});

describe('what was said or put in a cell reads back the same', () => {
  const line = fc.string({ unit: fc.constantFrom('甲', '一', 'a', 'n', '9', '|', '\\', ' ', '“', '😀', '/', '、'), minLength: 1, maxLength: 12 }).map((words) => words.trim()).filter((words) => words !== '');
  const lines = fc.array(line, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'));
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  const fen = fc.integer({ min: -1_000_000_000_000_000, max: 1_000_000_000_000_000 });
  const level = fc.constantFrom('city', 'province', 'nation');
  const unit = fc.constantFrom('u1', 'u2', 'u3');
  const row = fc.record({ title: line, note: lines, due: day, money: fen, level, lead: unit }, { requiredKeys: ['lead'] });

  const byText: { readonly [K in KindName]?: [Fact, fc.Arbitrary<KindValues[K]>] } = {
    text: [fact.text(name), line],
    longText: [fact.longText(name), lines],
    whole: [fact.whole(name, { measure: { zh: '个', en: 'items' } }), fc.integer()],
    decimal: [fact.decimal(name), fc.integer({ min: -1e9, max: 1e9 }).map((cents) => cents / 100)],
    percent: [fact.percent(name), fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100)],
    area: [fact.area(name), fc.integer({ min: 0, max: 1e9 }).map((cents) => cents / 100)],
    // Words keep two decimals, so only below ten thousand yuan to the fen.
    money: [fact.money(name), fc.integer({ min: -999_999, max: 999_999 })],
    day: [fact.day(name), day],
    instant: [fact.instant(name), fc.integer({ min: 0, max: 30_000_000 }).map((minutes) => new Date(minutes * 60_000).toISOString())],
    month: [fact.month(name), day.map((each) => each.slice(0, 7))],
    period: [fact.period(name), fc.constantFrom('2021', '2021-Q3', '2021-H1', '2021-12')],
    flag: [fact.flag(name), fc.boolean()],
    choice: [fact.choice(name, grade), level],
    choices: [fact.choices(name, grade), fc.uniqueArray(level, { minLength: 1 })],
    unit: [fact.unit(name), unit],
    units: [fact.units(name), fc.uniqueArray(unit, { minLength: 1 })],
    creditCode: [fact.creditCode(name), fc.stringMatching(/^[1-9Y][1239][0-9]{6}[0-9A-HJ-NP-RTUWXY]{9}$/).map(withCheckDigit)],
    documentNumber: [fact.documentNumber(name), fc.tuple(fc.constantFrom('即改办发', '青政字'), fc.integer({ min: 1, max: 999 })).map(([word, no]) => `${word}〔2021〕${no}号`)],
    place: [fact.place(name), fc.tuple(fc.double({ min: 73, max: 136, noNaN: true }), fc.double({ min: 3, max: 54, noNaN: true })).map((coordinates) => ({ type: 'Point' as const, coordinates }))],
  };

  test.each(Object.entries(byText).map(([kind, entry]) => ({ kind, entry: entry as unknown as [Fact, fc.Arbitrary<unknown>] })))('$kind, in either language', ({ entry: [of, values] }) => {
    fc.assert(
      fc.property(values, fc.constantFrom(zh, en), (value, language) => {
        expect(understand(factText(of, value, language), of, hearing)).toEqual({ value });
        expect(understand(factCell(of, value, language), of, hearing)).toEqual({ value });
      }),
      { numRuns: 60 },
    );
  });

  test('money to the fen, however much, as a cell', () => {
    const of = fact.money(name);
    fc.assert(
      fc.property(fen, (value) => {
        expect(understand(factCell(of, value, zh), of, hearing)).toEqual({ value });
        expect(understand(String(factCell(of, value, zh)), of, hearing)).toEqual({ value });
      }),
      { numRuns: 200 },
    );
  });

  test('rows with bars, backslashes, line breaks and amounts to the fen, as a cell', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), fc.constantFrom(zh, en), (value, language) => {
        expect(understand(factCell(rowsFact, value, language), rowsFact, hearing)).toEqual({ value });
      }),
      { numRuns: 150 },
    );
  });
});

describe('money', () => {
  test.each([['0.29', 29], ['1.005', undefined], ['1.0050', undefined], ['1.00500万', 1_005_000], ['-0', 0], ['90071992547409.91', 9_007_199_254_740_991], ['90071992547409.92', undefined]])('%s is %s fen', (typed, fen) => {
    expect(understandMoney(typed)).toBe(fen);
  });

  test('is said in the unit of its size', () => {
    expect([0, 999_999, 1_000_000, 9_999_000_000, 10_000_000_000].map((fen) => fenText(fen, 'zh'))).toEqual(['0元', '9,999.99元', '1万元', '9,999万元', '1亿元']);
    expect(fenText(-500_000_000, 'zh')).toBe('-500万元');
  });

  test('out of its bounds is told in yuan, not in fen', () => {
    const of = fact.money(name, { min: 500_000_000 });
    expect(understand('100元', of, hearing)).toEqual({ problem: { zh: '不能小于 500万元', en: 'Not less than 5 million yuan' } });
  });
});

test('a credit code with any one digit changed, or two neighbours swapped, is refused', () => {
  const code = '91350100M000100Y43';
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  for (let at = 0; at < 18; at += 1) {
    for (const other of alphabet) if (other !== code[at]) expect(creditCodeProblem(code.slice(0, at) + other + code.slice(at + 1))).toBe('checkDigit');
    const swapped = code.slice(0, at) + (code[at + 1] ?? '') + (code[at] ?? '') + code.slice(at + 2);
    if (at < 17 && swapped !== code) expect(creditCodeProblem(swapped)).toBe('checkDigit');
  }
  expect([creditCodeProblem('9135'), creditCodeProblem('91350100S000100Y43')]).toEqual(['length', 'character']);
});

test('several names in one cell are told apart as offices write them', () => {
  expect(split('发改局、工信局，住建局;水利局；\n统计局/税务局, ')).toEqual(['发改局', '工信局', '住建局', '水利局', '统计局', '税务局']);
});

test('a metric changes in percent, in points or by a difference', () => {
  const metric = { before: 20, after: 5, beforePeriod: '2020', afterPeriod: '2021', source: '审批系统' };
  expect([metricChange({ ...metric, change: 'relativePercent' }), metricChange({ ...metric, change: 'percentagePoint' }), metricChange({ ...metric, change: 'difference' })]).toEqual([-75, -15, -15]);
});

test('every kind is an object of its own', () => {
  expect(Object.keys(kinds).toSorted()).toEqual(Object.keys(tables).toSorted());
});

test('a pattern is checked on every character and told in its own words', () => {
  const of = fact.text(name, { pattern: { source: '^[A-Z]{2}-\\d+$', words: { zh: '编号应为 AB-1 的样子', en: 'A code looks like AB-1' } } });
  expect(understand('AB-12', of, hearing)).toEqual({ value: 'AB-12' });
  expect(understand('ab-12', of, hearing)).toEqual({ problem: { zh: '编号应为 AB-1 的样子', en: 'A code looks like AB-1' } });
});

test('a year is written without a separator, a count with one', () => {
  const speech = { language: 'zh', unitName: String, personName: String, matterName: String } as const;
  const year = { zh: '年度', en: 'Year' };
  expect([factText(fact.whole(year, { names: true }), 2021, speech), factText(fact.whole(year), 2021, speech)]).toEqual(['2021', '2,021']);
});

test('money with three decimals of a yuan is told so, typed or sent', () => {
  const told = { zh: expect.stringContaining('精确到分'), en: expect.stringContaining('whole fen') };
  const money = fact.money({ zh: '金额', en: 'Amount' });
  for (const typed of ['3.125元', '3.125', '1.2345678万元']) expect(understand(typed, money, hearing)).toEqual({ problem: told });
  expect(understand('3.12元', money, hearing)).toEqual({ value: 312 });
  expect(understand('三块钱', money, hearing)).toEqual({ problem: { zh: expect.stringContaining('看不明白'), en: expect.any(String) } });
  const sent = schemaOf(money).safeParse(312.5);
  expect(sent.success ? [] : sent.error.issues.map((issue) => issueWords(issue, money))).toEqual([told]);
});

test('many are added up and averaged; rates and shares are averaged alone, and what only names is neither', () => {
  const of = (each: Fact) => totalKinds(each);
  expect(of(fact.whole(name))).toEqual(['sum', 'mean']);
  expect(of(fact.decimal(name, { isRate: true }))).toEqual(['mean']);
  expect(of(fact.percent(name))).toEqual(['mean']);
  expect(of(fact.whole(name, { names: true }))).toEqual([]);
  expect(of(fact.text(name))).toEqual([]);
});
