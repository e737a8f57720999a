import { mechanism } from '#kernel/mechanism.ts';
import { answeringActions } from './answering.ts';
import { decidingActions } from './deciding.ts';
import { suggestionFigures } from './figures.ts';
import { joiningActions } from './joining.ts';
import { ownActions } from './own-words.ts';
import { realisingActions } from './realising.ts';
import { receivingActions } from './receiving.ts';
import { suggestionRecord } from './record.ts';
import { sortingActions } from './sorting.ts';

/** From an idea to its answer: what is done to a suggestion, and by whom. */
export const suggestion = mechanism(suggestionRecord, {
  figures: suggestionFigures,
  importing: { create: 'registerOnBehalf', key: 'title' },
  actions: { ...receivingActions, ...sortingActions, ...joiningActions, ...decidingActions, ...realisingActions, ...answeringActions, ...ownActions },
});
