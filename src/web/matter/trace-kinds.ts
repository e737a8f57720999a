import type { TraceEntry } from '#contract/shapes.ts';

export type TraceKind = 'traceAll' | 'traceStages' | 'traceChanges' | 'traceEvidence' | 'traceReasons' | 'tracePlatform';

/** By what a trace is filtered; an entry may be of several kinds. */
export const traceKinds: Readonly<Record<TraceKind, (entry: TraceEntry) => boolean>> = {
  traceAll: () => true,
  traceStages: (entry) => entry.from !== entry.stage,
  traceChanges: (entry) => entry.changes.some(({ before }) => before !== undefined),
  traceEvidence: (entry) => entry.evidence.length > 0,
  traceReasons: (entry) => entry.reason !== undefined || Object.keys(entry.said).length > 0,
  tracePlatform: (entry) => entry.by.kind === 'system',
};
