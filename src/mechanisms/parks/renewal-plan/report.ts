import { mu } from '#kernel/area.ts';
import { fenText } from '#kernel/fen.ts';
import type { Matter } from '#kernel/matter.ts';
import type { FactsOf } from '#kernel/mechanism.ts';
import type { DocumentPart } from '#reports/document-parts.ts';
import type { DocumentContext } from '../../serving.ts';
import { measures, type Measure } from '../mode-measures.ts';
import { modes } from '../modes.ts';
import { sources } from './columns.ts';
import { pathRows } from './path.ts';
import type { RenewalPlanRecord } from './record.ts';

type Plan = Matter<FactsOf<RenewalPlanRecord>>['facts'];

/** 一园一策方案: goal and mode, the baseline with its years, target, actions, money; forecasts marked, what is beside them. */
export function planReport({ matter, unitName, findMatter, today }: DocumentContext): readonly DocumentPart[] {
  const { facts } = matter as Matter<FactsOf<RenewalPlanRecord>>;
  const park = String((facts.park === undefined ? undefined : findMatter(facts.park))?.facts['name'] ?? '区外飞地');
  return [
    { kind: 'title', text: `${facts.name ?? ''}方案（一园一策）` },
    { kind: 'heading', level: 1, text: '目标和模式' },
    { kind: 'paragraph', text: `园区：${park}；实施单位：${unitName(facts.body ?? '')}；项目用地${((facts.area ?? 0) / mu).toFixed(2)}亩。主要模式：${facts.primary === undefined ? '' : modes[facts.primary].zh}${(facts.secondary ?? []).length === 0 ? '' : `；辅助模式：${(facts.secondary ?? []).map((mode) => modes[mode].zh).join('、')}`}。` },
    { kind: 'paragraph', text: facts.goal ?? '' },
    { kind: 'heading', level: 1, text: '基线和目标' },
    { kind: 'table', columns: [{ heading: '年度' }, { heading: '税收', align: 'right' }, { heading: '产值', align: 'right' }, { heading: '来源' }], rows: (facts.baseYears ?? []).map(({ year, tax = 0, output = 0, source = '' }) => [String(year ?? ''), fenText(tax, 'zh'), fenText(output, 'zh'), source]) },
    { kind: 'paragraph', text: baseline(facts) },
    ...((facts.targetPath ?? []).length === 0 ? [] : [{ kind: 'table', columns: [{ heading: '年度' }, { heading: '目标亩均税收（万元/亩）', align: 'right' }, { heading: '实际', align: 'right' }], rows: pathRows(facts).map(({ year, target, actual }) => [String(year), String(target), actual === undefined ? '—' : String(actual)]) } as const]),
    ...(facts.forecastTax === undefined ? [] : [{ kind: 'paragraph', text: `满产预计税收${fenText(facts.forecastTax, 'zh')}，为基线的${facts.forecastMultiple ?? '—'}倍。此为预计数，不是实际数；依据：${facts.forecastBasis ?? ''}` } as const]),
    { kind: 'heading', level: 1, text: '举措' },
    { kind: 'table', columns: [{ heading: '举措' }, { heading: '责任单位' }, { heading: '时限' }], rows: (facts.actions ?? []).map(({ action = '', unit, due = '' }) => [action, unit === undefined ? '' : unitName(unit), due]) },
    { kind: 'heading', level: 1, text: '资金' },
    { kind: 'table', columns: [{ heading: '来源' }, { heading: '金额', align: 'right' }, { heading: '落实' }], rows: (facts.money ?? []).map(({ source, amount = 0, isClosed }) => [source === undefined ? '' : sources[source].zh, fenText(amount, 'zh'), isClosed ? '已落实' : '未落实']) },
    { kind: 'paragraph', text: `总投资${fenText(facts.invest ?? 0, 'zh')}，其中社会资本${fenText(facts.privateInvest ?? 0, 'zh')}，资金落实${facts.closedShare ?? 0}%。` },
    { kind: 'heading', level: 1, text: '成效' },
    { kind: 'paragraph', text: outcome(facts) },
    ...((facts.measures ?? []).length === 0 ? [] : [{ kind: 'table', columns: [{ heading: '成效指标' }, { heading: '改造前', align: 'right' }, { heading: '改造后', align: 'right' }], rows: (facts.measures ?? []).map(measureRow) } as const]),
    { kind: 'note', text: `改造前后按同一边界、同一口径比较。统计截止日：${today}。` },
  ];
}

function measureRow({ measure, before, beforePeriod, beforeTyped, after, afterPeriod, afterTyped }: NonNullable<Plan['measures']>[number]): readonly string[] {
  if (measure === undefined) return ['', '', ''];
  const { name, unit }: Measure = measures[measure];
  const side = (value: number | undefined, period = '', isTyped = false) => (value === undefined ? '—' : `${value}${[period, isTyped ? '填报' : ''].filter(Boolean).length > 0 ? `（${[period, isTyped ? '填报' : ''].filter(Boolean).join('，')}）` : ''}`);
  return [unit.zh === '' ? name.zh : `${name.zh}（${unit.zh}）`, side(before, beforePeriod, beforeTyped), side(after, afterPeriod, afterTyped)];
}

function baseline({ baseTaxPerMu, baseOutputPerMu, baseFar, baseFirms, frozenOn, targetTaxPerMu }: Plan): string {
  const frozen = frozenOn === undefined ? '基线还没有锁定' : `基线${frozenOn}锁定`;
  return `三年平均亩均税收${baseTaxPerMu ?? '—'}万元，亩均产值${baseOutputPerMu ?? '—'}万元，容积率${baseFar ?? '—'}，原有企业${baseFirms ?? '—'}家；${frozen}。目标亩均税收${targetTaxPerMu ?? '—'}万元。`;
}

function outcome({ afterYear, afterTaxPerMu, multiple, isDoubled, acceptedOn }: Plan): string {
  if (multiple === undefined) return acceptedOn === undefined ? '项目还没有验收。' : `项目${acceptedOn}验收，还没有完整年度的实际数。`;
  return `${afterYear ?? ''}年实际亩均税收${afterTaxPerMu ?? '—'}万元，为基线的${multiple}倍，亩产倍增${isDoubled ? '达成' : '没有达成'}。`;
}
