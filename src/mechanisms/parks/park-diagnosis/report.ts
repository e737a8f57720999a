import type { Fact } from '#kernel/fact.ts';
import { factText } from '#kernel/kinds.ts';
import type { Speech } from '#kernel/kind.ts';
import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import { reasonsOf } from '#engines/renewal/explain.ts';
import { weighedAmount, weighedNames } from '../mode-facts.ts';
import { modes, type ModeCode } from '../modes.ts';
import { keptFits } from './kept-fits.ts';
import { basisNames, parkDiagnosisRecord, type ParkDiagnosisRecord } from './record.ts';
import { sources } from './sources.ts';

const named = (list: readonly (ModeCode | undefined)[]) => list.flatMap((mode) => (mode === undefined ? [] : [modes[mode].zh])).join('、');

/** Its numbers alone are spoken, and no names. */
const speech: Speech = { language: 'zh', unitName: String, personName: String, matterName: String };

/** 园区体检报告: the index part by part, and what speaks for and against each of the eight modes. */
export function diagnosisReport({ matter, today }: DocumentContext): readonly DocumentPart[] {
  const { facts } = matter as Matter<FactsOf<ParkDiagnosisRecord>>;
  const options = parkDiagnosisRecord.facts.parts.columns?.['part']?.options ?? {};
  const verdict = parkDiagnosisRecord.facts.verdict.options?.[facts.verdict ?? '']?.zh ?? '';
  return [
    { kind: 'title', text: facts.name ?? '园区体检报告' },
    { kind: 'heading', level: 1, text: '体检结论' },
    { kind: 'paragraph', text: `体检指数${(facts.health ?? 0).toFixed(2)}，结论为“${verdict}”。数据取自园区${facts.year ?? ''}年快照。` },
    { kind: 'table', columns: [{ heading: '项目' }, { heading: '得分', align: 'right' }, { heading: '满分', align: 'right' }], rows: (facts.parts ?? []).map(({ part = '', points = 0, full = 0 }) => [options[part]?.zh ?? part, points.toFixed(2), String(full)]) },
    { kind: 'heading', level: 1, text: '数据来源' },
    { kind: 'table', columns: [{ heading: '项目' }, { heading: '数值', align: 'right' }, { heading: '来源' }], rows: (facts.basis ?? []).flatMap(({ what, source, year }) => (what === undefined || source === undefined ? [] : [[basisNames[what].zh, factText(parkDiagnosisRecord.facts[what] as Fact, facts[what], speech), `${sources[source].zh}${year === undefined ? '' : `（${year}年）`}`]])) },
    { kind: 'heading', level: 1, text: '改造模式' },
    { kind: 'paragraph', text: facts.primary === undefined ? '各模式得分都没有达到主推的起点，建议维护提升。' : `测算主推：${named([facts.primary])}${(facts.secondary ?? []).length === 0 ? '' : `；辅推：${named(facts.secondary ?? [])}`}。` },
    ...(facts.isOverruled ? [{ kind: 'paragraph', text: `专家组另提：${named([facts.panelPrimary, ...(facts.panelSecondary ?? [])])}。理由：${facts.panelReason ?? ''}` } as const] : []),
    { kind: 'table', columns: [{ heading: '模式' }, { heading: '得分', align: 'right' }, { heading: '为什么推' }, { heading: '为什么不推' }], rows: keptFits(facts).map((fit) => [modes[fit.mode].zh, fit.isOpen ? fit.fit.toFixed(2) : '—', reasonsOf(fit, weighedNames, weighedAmount).pro.zh, reasonsOf(fit, weighedNames, weighedAmount).con.zh]) },
    { kind: 'note', text: `统计截止日：${today}。` },
  ];
}
