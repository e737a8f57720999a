import { mayReadOf, type Actor, type Viewed } from '#kernel/actor.ts';
import type { MatterPage, Speaker } from '#contract/shapes.ts';
import type { Duty, Event } from '#kernel/matter.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { Directory } from './directory.ts';

/** What a unit, or the one person named, did on a matter while a duty was owed. */
export function doingsOf(events: readonly Event[], duty: Duty): MatterPage['duties'][number]['did'] {
  return events
    .filter(({ at, by }) => (duty.person === undefined ? by.unit === duty.unit : by.person === duty.person) && at > duty.openedAt && at <= (duty.closedAt ?? '9999'))
    .map(({ action, at, by }) => ({ action, at, name: by.name }));
}

/**
 * Where each file came from that this reader may read of. A file counts as verified once somebody else than who brought it has done an
 * action that the mechanism keeps apart from the one that brought it: whoever claims does not confirm.
 */
export function provenanceOf(mechanism: AnyMechanism, events: readonly Event[], actor: Actor, viewed: Viewed, directory: Directory): MatterPage['files'] {
  const files: Record<string, MatterPage['files'][string]> = {};
  const spoken = ({ by }: Event): Speaker => {
    const unitName = directory.units.get(by.unit ?? '')?.name;
    return { kind: by.kind, name: by.name, ...(unitName ? { unitName } : {}) };
  };
  for (const [index, event] of events.entries()) {
    const readable = Object.entries(event.set).flatMap(([name, value]) => {
      const fact = mechanism.record.facts[name];
      return fact && !fact.sealed && mayReadOf(fact, actor, viewed) ? [value] : [];
    });
    const later = events.slice(index + 1).find((other) => mechanism.actions[other.action]?.apartFrom?.includes(event.action) && other.by.person !== event.by.person);
    for (const hash of hashesIn([event.evidence, readable])) {
      files[hash] ??= { at: event.at, action: event.action, by: spoken(event), ...(later ? { verified: { at: later.at, action: later.action, by: spoken(later) } } : {}) };
    }
  }
  return files;
}

/** The hashes of files anywhere within the values: in evidence, in rows. */
function hashesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('hash' in value && typeof value.hash === 'string' && 'size' in value) return [value.hash];
  return Object.values(value).flatMap(hashesIn);
}
