import type { Matter } from '#kernel/matter.ts';
import type { BulkTools } from '../bulk.ts';

/** Parcels that somebody uses. */
export const inUse = { stage: ['held', 'committed', 'accepted'] } as const;

/** Land of a parcel that an enterprise is charged with, in ㎡. */
export interface Charge {
  readonly enterprise: string;
  readonly parcel: string;
  readonly park?: string;
  readonly area: number;
}

/** Whether somebody was in a place at the end of a day; what was entered by mistake was there on no day. */
export function wasThere({ facts }: Matter, day: string): boolean {
  return String(facts['fromDay']) <= day && (facts['endedOn'] === undefined || String(facts['endedOn']) > day);
}

/** What enterprises were charged with on a day: a tenant with the land he rents, a holder with his own less what he let on that day, whatever became of it since (parks.md §1.2). */
export async function chargedOn(tools: Pick<BulkTools, 'find'>, enterprises: readonly string[], day: string): Promise<readonly Charge[]> {
  if (enterprises.length === 0) return [];
  const held = await tools.find({ mechanism: 'parcel', where: { all: [{ fact: 'user', in: [...enterprises] }, inUse] } });
  const rented = await letOn(tools, 'enterprise', enterprises, day);
  const tenants = Map.groupBy(await letOn(tools, 'parcel', held.map(({ id }) => id), day), ({ facts }) => String(facts['parcel']));
  const landOf = ({ facts }: Matter) => Number(facts['land'] ?? 0);
  return [
    ...rented.map((stay): Charge => ({ enterprise: String(stay.facts['enterprise']), parcel: String(stay.facts['parcel']), ...parkOf(stay), area: landOf(stay) })),
    ...held.map((parcel): Charge => ({ enterprise: String(parcel.facts['user']), parcel: parcel.id, ...parkOf(parcel), area: Number(parcel.facts['area'] ?? 0) - (tenants.get(parcel.id) ?? []).reduce((sum, stay) => sum + landOf(stay), 0) })),
  ];
}

/** Occupations by others than the holder that ran on a day, of some enterprises or on some parcels. */
async function letOn(tools: Pick<BulkTools, 'find'>, by: 'enterprise' | 'parcel', ids: readonly string[], day: string): Promise<readonly Matter[]> {
  if (ids.length === 0) return [];
  const stays = await tools.find({ mechanism: 'occupation', where: { all: [{ fact: by, in: [...ids] }, { fact: 'fromDay', atMost: day }] } });
  return stays.filter((stay) => stay.facts['kind'] !== 'own' && wasThere(stay, day));
}

function parkOf({ facts }: Matter): { readonly park?: string } {
  return facts['park'] === undefined ? {} : { park: String(facts['park']) };
}
