import type { AnyMechanism } from '#kernel/mechanism.ts';
import { dueDiligence } from './projects/due-diligence/due-diligence.ts';
import { enterprise } from './projects/enterprise/enterprise.ts';
import { expert } from './projects/expert/expert.ts';
import { project } from './projects/project/project.ts';
import { bulletin } from './reform/bulletin/bulletin.ts';
import { serviceItem } from './reform/service-item/service-item.ts';
import { suggestion } from './reform/suggestion/suggestion.ts';
import { topicCall } from './reform/topic-call/topic-call.ts';

/** Every mechanism there is. Adding one is adding its folder and a line here. */
export const mechanisms: readonly AnyMechanism[] = [suggestion, topicCall, bulletin, serviceItem, enterprise, expert, project, dueDiligence];

/** The mechanism of that key; nothing when there is none. */
export function findMechanism(key: string): AnyMechanism | undefined {
  return mechanisms.find((mechanism) => mechanism.record.key === key);
}
