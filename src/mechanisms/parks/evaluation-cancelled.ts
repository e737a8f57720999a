import type { Matter } from '#kernel/matter.ts';

// An evaluation that is cancelled takes with it what was opened for it; the trace of each says so.

/** Where a sheet, an anomaly, a finding of a cancelled evaluation ends. */
export const cancelledStage = { name: { zh: '随评价取消', en: 'Cancelled with the evaluation' }, place: 'end', uncounted: true } as const;

export const cycleCancelled = { zh: '这次评价已经取消。', en: 'This evaluation is cancelled.' } as const;

/** Nothing is opened for a cancelled evaluation any more, by work that was under way either. */
export function ifCancelled({ findMatter }: { findMatter(id: string): Matter | undefined }, { cycle }: { readonly cycle: string }): 'cycleCancelled' | undefined {
  return findMatter(cycle)?.stage === 'cancelled' ? 'cycleCancelled' : undefined;
}
