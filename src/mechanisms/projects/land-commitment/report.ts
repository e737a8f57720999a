import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import { indicatorName, indicators, valuesOf, type IndicatorRow } from '../indicators.ts';
import type { LandCommitmentRecord } from './record.ts';

/** What was promised, against what standard, and every supplement since: the chain of versions in one table. */
export function landReport({ matter, unitName, findMatter, today }: DocumentContext): readonly DocumentPart[] {
  const { facts } = matter as Matter<FactsOf<LandCommitmentRecord>>;
  const standard = valuesOf(facts.standard);
  const original = originalOf(facts.values ?? [], facts.versions ?? []);
  const now = valuesOf(facts.values);
  const nameOf = (id: string | undefined) => String((id === undefined ? undefined : findMatter(id))?.facts['name'] ?? '');
  return [
    { kind: 'title', text: '标准地履约监管协议摘要' },
    { kind: 'paragraph', text: `企业：${nameOf(facts.enterprise)}；地块：${nameOf(facts.parcel)}；项目：${nameOf(facts.project)}；监管单位：${unitName(facts.unit ?? '')}。` },
    { kind: 'paragraph', text: `出让合同${facts.contractNo ?? ''}，履约监管协议${facts.agreementNo ?? ''}，${facts.signedOn ?? ''}签订，现为第${facts.version ?? 1}版。` },
    {
      kind: 'table',
      columns: [{ heading: '指标' }, { heading: '公告', align: 'right' }, { heading: '签约承诺', align: 'right' }, { heading: '现承诺', align: 'right' }],
      rows: [...now].map(([indicator, value]) => [indicatorName(indicator).zh, String(standard.get(indicator) ?? '—'), String(original.get(indicator) ?? value), String(value)]),
    },
    ...((facts.versions ?? []).map(({ version, agreementNo = '', indicator, before, after, on = '' }): DocumentPart => ({
      kind: 'paragraph', text: `第${version ?? ''}版（${agreementNo}，${on}）：${indicator === undefined ? '' : indicators[indicator].zh}由${before ?? ''}调整为${after ?? ''}。`,
    }))),
    { kind: 'note', text: `锁定校验值（SHA-256）：${facts.lockHash ?? ''}。统计截止日：${today}。` },
  ];
}

/** The values of the first version: each supplement undone, the last first. */
export function originalOf(values: readonly IndicatorRow[], versions: readonly { readonly indicator?: keyof typeof indicators; readonly before?: number }[]): ReadonlyMap<keyof typeof indicators, number> {
  const held = new Map(valuesOf(values));
  for (const { indicator, before } of versions.toReversed()) if (indicator !== undefined && before !== undefined) held.set(indicator, before);
  return held;
}
