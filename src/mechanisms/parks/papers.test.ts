import { expect, test } from 'vitest';
import type { Matter } from '#kernel/matter.ts';
import type { DocumentContext } from '../serving.ts';
import { equalCases } from './evaluation-cycle/report.ts';
import { diagnosisReport } from './park-diagnosis/report.ts';
import { planReport } from './renewal-plan/report.ts';

const context = (facts: Matter['facts']): DocumentContext => ({
  matter: { facts } as Matter, today: '2021-12-28', districtName: '即墨区', unitName: (id: string) => `单位${id}`, personName: (id: string) => id, findMatter: () => ({ facts: { name: '金山工业园' } }) as unknown as Matter, figure: () => undefined, found: {},
} as never);
const text = (parts: readonly object[]) => JSON.stringify(parts);

test('the paper of a plan marks a forecast as one and says what is not there yet', () => {
  const plan = { name: '金山工业园更新项目', park: 'p', body: 'b', area: 66_667, primary: 'M3', baseYears: [{ year: 2018, tax: 40_000_000, output: 1, source: '税务入库数' }], baseTaxPerMu: 0.4, frozenOn: '2020-06-01', forecastTax: 4_200_000_000, forecastMultiple: 105, forecastBasis: '满产测算' };
  const parts = text(planReport(context(plan)));
  expect(parts).toContain('满产预计税收4,200万元，为基线的105倍。此为预计数，不是实际数');
  expect(parts).toContain('项目还没有验收。');
  expect(parts).toContain('基线2020-06-01锁定');
  const done = text(planReport(context({ ...plan, forecastTax: undefined, acceptedOn: '2022-12-01', afterYear: 2023, afterTaxPerMu: 26.4, multiple: 2.18, isDoubled: true })));
  expect(done).toContain('2023年实际亩均税收26.4万元，为基线的2.18倍，亩产倍增达成。');
  expect(done).not.toContain('满产预计');
  const measures = [{ mode: 'M6', measure: 'occupancy', before: 55, beforePeriod: '2019', beforeTyped: true, after: 76 }, { mode: 'M6', measure: 'units' }, { mode: 'M5', measure: 'far', before: 0.4, beforePeriod: '2017—2019', after: 1.45, afterPeriod: '2022-11-20' }];
  expect(text(planReport(context({ ...plan, measures })))).toContain('["入驻率（%）","55（2019，填报）","76"],["标准单元（个）","—","—"],["容积率","0.4（2017—2019）","1.45（2022-11-20）"]');
});

test('the paper of a diagnosis holds both results where a panel overruled', () => {
  const facts = { name: '体检', year: 2020, health: 65.24, verdict: 'renew', primary: 'M1', isOverruled: true, panelPrimary: 'M7', panelReason: '平台带动不足。', occupancy: 71, cdShare: 20, basis: [{ what: 'occupancy', source: 'typed' }, { what: 'cdShare', source: 'evaluation', of: 40, year: 2019 }], parts: [{ part: 'tax', points: 15.13, full: 25 }], fits: [{ mode: 'M6', fit: 0, isOpen: false }], closedGates: [{ mode: 'M6', group: 1, what: 'farCap', bound: 'atLeast', limit: 2 }], weighings: [{ mode: 'M6', what: 'lightShare', value: 0.7, points: 24, weight: 30 }] };
  const parts = text(diagnosisReport(context(facts)));
  expect(parts).toContain('体检指数65.24，结论为“更新”');
  expect(parts).toContain('测算主推：瘦身强体、聚焦主业');
  expect(parts).toContain('专家组另提：平台支撑、联动发展。理由：平台带动不足。');
  expect(parts).toContain('前提不具备：容积率上限不少于2');
  expect(parts).toContain('轻型产业占比70%，得24/30');
  // What was typed says so, and what was worked out of which year.
  expect(parts).toContain('["厂房入驻率","71%","填报（平台没有来源）"],["C、D类企业占比","20%","亩均评价结果（2019年）"]');
});

test('the paper of vetoes puts like beside like, and names what was treated unequally', () => {
  const remark = (stage: string, item: string, name: string) => ({ stage, facts: { kind: 'veto', item, name, documentNo: '即应急罚〔2020〕7号', decidedOn: '2020-09-14', department: 'd' } }) as unknown as Matter;
  const paper = (...remarks: readonly Matter[]) => text(equalCases({ ...context({ name: '2020年度规上工业亩均评价' }), found: { remarks: [...remarks, { stage: 'confirmed', facts: { kind: 'bonus', item: 'highTech' } } as unknown as Matter] } }));
  const unequal = paper(remark('confirmed', 'accident', '甲厂'), remark('rejected', 'accident', '乙厂'), remark('repaired', 'wages', '丙厂'));
  expect(unequal).toContain('共2类、3条，通过2条。同一情形有通过也有未采纳的：亡人或较大以上生产安全责任事故，理由见各条留痕');
  expect(unequal).toContain('["甲厂","即应急罚〔2020〕7号","2020-09-14","单位d","通过"],["乙厂"');
  expect(unequal).not.toContain('高新技术');
  expect(paper(remark('confirmed', 'accident', '甲厂'), remark('repaired', 'accident', '乙厂'))).toContain('同一情形处理一致。');
  expect(paper()).toContain('没有部门提出否决、限档事项。');
});
