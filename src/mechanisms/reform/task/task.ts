import { mechanism } from '#kernel/mechanism.ts';
import { draftingActions } from './drafting.ts';
import { taskFigures } from './figures.ts';
import { finishingActions } from './finishing.ts';
import { assumes, completed, importedKey } from './importing.ts';
import { planningActions } from './planning.ts';
import { taskRecord } from './record.ts';
import { runningActions } from './running.ts';
import { watchingActions } from './watching.ts';

/** A task of the yearly points, from the list to the closing slip (reform.md §4.3). */
export const task = mechanism(taskRecord, {
  figures: taskFigures,
  importing: { create: 'draft', amend: 'revise', void: 'strike', key: 'code', keyOf: importedKey, assumes, completes: completed },
  actions: { ...draftingActions, ...planningActions, ...runningActions, ...finishingActions, ...watchingActions },
});
