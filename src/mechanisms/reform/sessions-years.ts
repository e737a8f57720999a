import type { Story } from '../story.ts';
import { agendaItemStories } from './agenda-item/sample.ts';
import { followUpStories } from './follow-up/sample.ts';
import { meetingStories } from './meeting/sample.ts';
import { reformDocumentStories } from './reform-document/sample.ts';
import { specialGroupStories } from './special-group/sample.ts';
import { topicStories } from './topic/sample.ts';
import { workingMechanismStories } from './working-mechanism/sample.ts';

/** What was set, taken to meetings, decided and issued in the sample years. */
export function sessionsYears(): Story[] {
  return [...specialGroupStories(), ...workingMechanismStories(), ...topicStories(), ...reformDocumentStories(), ...meetingStories(), ...agendaItemStories(), ...followUpStories()];
}
