import type { Matter } from '#kernel/matter.ts';
import type { Computation } from '../../computation.ts';
import type { MechanismServer } from '../../serving.ts';
import { standingsOn } from '../standing.ts';

/** What the enterprise was on the day of the visit, and whether the day is entered already. */
const looked: Computation = {
  asks: ({ matter, findMatter }, input) => {
    const enterprise = String(input['enterprise'] ?? matter.facts['enterprise']);
    const visitedOn = String(input['visitedOn'] ?? matter.facts['visitedOn']);
    const code = String(findMatter(enterprise)?.facts['creditCode'] ?? '');
    return {
      qualifications: { mechanism: 'innovationQualification', where: { fact: 'enterprise', in: [enterprise] } },
      platforms: { mechanism: 'innovationPlatform', where: { fact: 'hostCode', in: [code] } },
      patents: { mechanism: 'patent', where: { fact: 'ownerCode', in: [code] } },
      visits: { mechanism: 'enterpriseVisit', where: { all: [{ fact: 'enterprise', in: [enterprise] }, { fact: 'visitedOn', in: [visitedOn] }, { not: { stage: ['voided'] } }] } },
    };
  },
  work: ({ matter }, input, { qualifications = [], platforms = [], patents = [], visits = [] }) => {
    const standing = standingsOn({ qualifications, platforms, patents }, String(input['visitedOn'] ?? matter.facts['visitedOn']));
    const twin = visits.find(({ id }: Matter) => id !== matter.id);
    return { isInnovative: standing.length > 0, standing, twin: twin === undefined ? '' : String(twin.facts['name'] ?? '') };
  },
};

/** What visits ask of the server. */
export const serving: MechanismServer = { computes: { enter: looked, correct: looked } };
