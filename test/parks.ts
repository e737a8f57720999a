import type { Actor } from '#kernel/actor.ts';
import type { Matter } from '#kernel/matter.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { serving as floorUnit } from '#mechanisms/parks/floor-unit/server.ts';
import { serving as inefficientLand } from '#mechanisms/parks/inefficient-land/server.ts';
import { serving as landDeclaration } from '#mechanisms/parks/land-declaration/server.ts';
import { serving as landReactivation } from '#mechanisms/parks/land-reactivation/server.ts';
import { serving as parkDiagnosis } from '#mechanisms/parks/park-diagnosis/server.ts';
import { serving as renewalPlan } from '#mechanisms/parks/renewal-plan/server.ts';
import { serving as parcel } from '#mechanisms/projects/parcel/server.ts';
import { fromGcj02 } from '#server/datum.ts';
import { idOf, postOf, Walk } from '#mechanisms/walk.ts';

export { refusal as refused } from './refusal.ts';

/** The people of the parks wing, one post a role. */
export const people = {
  natural: postOf('natural', 'natural-resources', ['NATURAL']),
  industry: postOf('industry', 'industry', ['INDUSTRY']),
  stat: postOf('stat', 'statistics', ['STAT']),
  tax: postOf('tax', 'tax', ['TAX']),
  finance: postOf('finance', 'finance', ['FINANCE']),
  zone: postOf('zone', 'jinshan-park', ['ZONE']),
  leader: postOf('leader', 'leadership', ['LEADER']),
  firm: postOf('firm', 'enterprises', ['ENTERPRISE']),
  permits: postOf('permits', 'approval', ['APPROVAL']),
  office: postOf('office', 'reform-office', ['OFFICE']),
} as const satisfies Readonly<Record<string, Actor>>;

export const proof = [{ hash: 'a'.repeat(64), name: '材料.pdf', type: 'application/pdf', size: 9 }];
export const because = '经核实情况属实，依法依规办理，特此说明。';

/** A square of that many metres a side near 即墨. */
export function square(metres: number, west = 120.45, south = 36.39): Matter['facts'] {
  const [north, east] = [south + metres / 110_972, west + metres / 89_738].map((degrees) => Number(degrees.toFixed(7))) as [number, number];
  return { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] };
}

/** The parks wing in memory with its units, two enterprises and nothing else. */
export function parkCounty(day = '2021-03-01'): Walk & { put(nth: number, mechanism: string, stage: string, facts: Matter['facts']): string } {
  const walk = new Walk(mechanisms, '2021-01-01T00:00:00.000Z', { parcel, floorUnit, landDeclaration, landReactivation, parkDiagnosis, inefficientLand, renewalPlan }, fromGcj02).on(day);
  for (const unit of ['natural-resources', 'industry', 'statistics', 'tax', 'finance', 'jinshan-park', 'leadership', 'enterprises', 'approval', 'reform-office']) walk.units.set(unit, { id: unit, name: unit, isActive: true, groups: [] });
  return Object.assign(walk, {
    /** A matter that is simply there, whatever led to it. */
    put(nth: number, mechanism: string, stage: string, facts: Matter['facts']): string {
      const id = idOf(9000 + nth);
      walk.matters.set(id, { district: '370215', id, mechanism, stage, year: 2021, version: 1, facts, clocks: {}, duties: [], links: [], doers: {}, filedAt: walk.now, changedAt: walk.now, isSample: false });
      return id;
    },
  });
}
