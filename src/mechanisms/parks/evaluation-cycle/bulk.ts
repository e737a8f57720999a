import type { BulkWork } from '../../bulk.ts';
import { archiveParks } from '../bulk-parks.ts';
import { closeOpened } from './bulk-closing.ts';
import { evaluateCycle } from './bulk-gathering.ts';
import { renewBenchmarks } from './bulk-renewing.ts';
import { announceResults, concludeSheets, enrol, replay } from './bulk-sheets.ts';

/** What goes on in the background after the actions of an evaluation. */
export const bulk: Readonly<Record<string, BulkWork>> = { reconcile: enrol, compute: evaluateCycle, announce: announceResults, publish: concludeSheets, archive: archiveParks, renew: renewBenchmarks, renewPublic: renewBenchmarks, replay, cancel: closeOpened };
