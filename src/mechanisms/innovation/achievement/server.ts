import { addDays } from '#kernel/calendar.ts';
import { alikeBy, type MechanismServer } from '../../serving.ts';
import { achievementRecord } from './record.ts';

/** What achievements ask of the server: the same one twice, and what leaves the shelf by itself. */
export const serving: MechanismServer = {
  similar: alikeBy(['title', 'summary'], { not: { stage: ['rejected'] } }, []),
  // The least the setting may be: whoever is not due yet is refused and tried again.
  nightly: [{ action: 'lapse', where: (today) => ({ all: [{ stage: ['listed'] }, { any: [{ fact: 'rightsUntil', atMost: addDays(today, -1) }, { fact: 'pricedOn', atMost: addDays(today, -achievementRecord.settings.staleDays.min) }] }] }) }],
};
