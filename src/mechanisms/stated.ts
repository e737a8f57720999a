import type { DocumentPart } from '#reports/document-parts.ts';
import { documentDate } from '#reports/chinese-numerals.ts';
import type { DocumentContext } from './serving.ts';

/** A figure as a Chinese paper states it: 139项, 82.5%; a dash where too few records are there to say. */
export function stated({ figure }: Pick<DocumentContext, 'figure'>, key: string): string {
  const found = figure(key);
  if (found === undefined || found.value === null) return '—';
  return `${Math.round(found.value * 10) / 10}${found.unit.zh}`;
}

/** 数据口径表: every figure of the paper with what it counts and as of when (reform.md §14.7). */
export function figureTable({ figure }: Pick<DocumentContext, 'figure'>, keys: readonly string[], label: string): readonly DocumentPart[] {
  const rows = keys.flatMap((key) => {
    const found = figure(key);
    return found === undefined ? [] : [[found.name.zh, stated({ figure }, key), documentDate(found.asOf), found.definition.zh, found.isKept ? '已定格' : '草稿，随时变化']];
  });
  return [
    { kind: 'sheet', label, title: '数据口径表' },
    { kind: 'table', columns: [{ heading: '指标', width: 10 }, { heading: '数值', align: 'center', width: 6 }, { heading: '统计截止日', align: 'center', width: 11 }, { heading: '口径', width: 24 }, { heading: '状态', align: 'center', width: 7 }], rows },
  ];
}
