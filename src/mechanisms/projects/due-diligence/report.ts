import type { Fact } from '#kernel/fact.ts';
import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import { riskParts } from './indices.ts';
import { dueDiligenceRecord, type DueDiligenceRecord } from './record.ts';
import { claims, items, measures, schemeOn } from './scheme.ts';

const { facts: declared } = dueDiligenceRecord;

/** The report of due diligence, with both parties’ indices beside what they agreed. */
export function reportParts(context: DocumentContext): readonly DocumentPart[] {
  const { unitName, districtName, today } = context;
  const { facts, number = '', filedAt } = context.matter as Matter<FactsOf<DueDiligenceRecord>>;
  const scheme = schemeOn(new Date(Date.parse(filedAt) + 8 * 3_600_000).toISOString().slice(0, 10)).body;
  const said = (fact: Fact, key: string | undefined) => fact.options?.[key ?? '']?.zh ?? '—';
  const num = (value: number | undefined) => (value === undefined ? '—' : String(value));
  const paragraphs = (text = ''): DocumentPart[] => text.split('\n').filter((line) => line.trim() !== '').map((line) => ({ kind: 'paragraph', text: line.trim() }));
  return [
    { kind: 'title', text: '项目协同尽调报告' },
    { kind: 'paragraph', text: `尽调编号：${number}。项目：${(facts.name ?? '').replace(/尽调$/, '')}。` },
    { kind: 'paragraph', text: `主尽调单位：${unitName(facts.leadParty ?? '')}。第二尽调单位：${unitName(facts.secondParty ?? '')}。两方背靠背评定，最大分差${num(facts.disagreement)}分。` },
    { kind: 'heading', level: 1, text: '结论' },
    { kind: 'paragraph', text: `${said(declared.conclusion, facts.conclusion)}；风险等级${said(declared.riskLevel, facts.riskLevel)}。${(facts.redLines ?? []).length > 0 ? `红线：${(facts.redLines ?? []).map((line) => said(declared.redLines, line)).join('、')}。` : '未触碰红线。'}${facts.validUntil === undefined ? '' : `有效期至${facts.validUntil}。`}` },
    { kind: 'table', columns: [{ heading: '指数', width: 10 }, { heading: '主尽调', align: 'right' }, { heading: '第二意见', align: 'right' }, { heading: '会商', align: 'right' }], rows: [
      ['风险指数', num(facts.leadRisk), num(facts.secondRisk), num(facts.riskIndex)],
      ['真实度', num(facts.leadAuthenticity), num(facts.secondAuthenticity), num(facts.authenticity)],
      ['含金量', num(facts.leadWorthIndex), num(facts.secondWorthIndex), num(facts.worth)],
    ] },
    { kind: 'heading', level: 1, text: '情况' },
    ...paragraphs(facts.report),
    { kind: 'heading', level: 1, text: '六个维度评定' },
    { kind: 'table', columns: [{ heading: '维度', width: 12 }, { heading: '风险分', align: 'right' }], rows: riskParts(scheme, facts.ratings ?? []).map(({ code, name, points }) => [`${code} ${name}`, String(points)]) },
    { kind: 'table', columns: [{ heading: '核查项', width: 18 }, { heading: '评定', align: 'center' }, { heading: '依据', width: 14 }], rows: (facts.ratings ?? []).map(({ item, rating, note = '' }) => [item === undefined ? '' : items[item].zh, num(rating), note]) },
    { kind: 'heading', level: 1, text: '关键声明核实' },
    { kind: 'table', columns: [{ heading: '声明', width: 8 }, { heading: '核实程度', align: 'center' }, { heading: '凭据', width: 16 }], rows: (facts.proofs ?? []).map(({ claim, level, note = '' }) => [claim === undefined ? '' : claims[claim].zh, num(level), note]) },
    { kind: 'heading', level: 1, text: '含金量测算' },
    { kind: 'table', columns: [{ heading: '指标', width: 16 }, { heading: '项目值', align: 'right' }, { heading: '标杆值', align: 'right' }], rows: (facts.worthRows ?? []).map(({ measure, value, benchmark }) => [measure === undefined ? '' : measures[measure].zh, num(value), num(benchmark)]) },
    ...(facts.thirdOpinion === undefined ? [] : [{ kind: 'heading', level: 1, text: `第三方意见（${facts.thirdParty ?? ''}）` } satisfies DocumentPart, ...paragraphs(facts.thirdOpinion)]),
    { kind: 'signature', issuer: `${districtName}协同尽调组`, date: facts.concludedOn ?? today },
  ];
}
