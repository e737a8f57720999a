import type { MechanismServer } from '../../serving.ts';
import { filledBy } from './filling.ts';
import { knownSides, measureRows, namesKnown } from './measuring.ts';
import { planReport } from './report.ts';
import type { Plan } from './rules.ts';

/** What a plan asks of the server: the tenants of an inner park, and its paper. */
export const serving: MechanismServer = {
  computes: {
    fill: {
      asks: ({ matter: { id } }) => ({ units: { mechanism: 'floorUnit', where: { all: [{ fact: 'plan', in: [id] }, { stage: ['vacant', 'occupied'] }] } } }),
      work: (_situation, input, { units = [] }) => filledBy(units, input),
    },
    measure: {
      asks: ({ matter: { id, facts } }) => {
        const [ofPlan, inPark] = [{ fact: 'plan', in: [id] }, { fact: 'park', in: [facts['park'] === undefined ? '' : String(facts['park'])] }];
        return {
          units: { mechanism: 'floorUnit', where: { all: [ofPlan, { fact: 'isStandard', in: [true] }, { not: { stage: ['merged'] } }] } },
          reactivations: { mechanism: 'landReactivation', where: { all: [ofPlan, { stage: ['reused'] }] } },
          upgrades: { mechanism: 'digitalUpgrade', where: { all: [ofPlan, { stage: ['accepted'] }] } },
          diagnoses: { mechanism: 'parkDiagnosis', where: { all: [inPark, { stage: ['approved'] }] } },
          ranks: { mechanism: 'rankClaim', where: { all: [inPark, { stage: ['attested', 'expired'] }, { fact: 'kind', in: ['rank'] }] } },
        };
      },
      work: ({ matter }, input, { units = [], reactivations = [], upgrades = [], diagnoses = [], ranks = [] }) => {
        const plan = matter.facts as Plan;
        const known = knownSides(plan, { units, reactivations, upgrades, diagnoses, ranks });
        return { measures: measureRows(plan, known, (input['typedMeasures'] ?? []) as Parameters<typeof measureRows>[2]), known: namesKnown(known).join(' ') };
      },
    },
    recordInner: {
      asks: (_situation, input) => ({ stays: { mechanism: 'occupation', where: { all: [{ fact: 'parcel', in: [String(input['innerParcel'])] }, { stage: ['running'] }, { not: { fact: 'kind', in: ['own'] } }] } } }),
      work: (_situation, _input, { stays = [] }) => ({ innerTenants: new Set(stays.map(({ facts }) => facts['enterprise'])).size }),
    },
  },
  documents: {
    plan: {
      name: { zh: '一园一策方案', en: 'The plan as a paper' },
      when: { fact: 'baseYears', present: true },
      parts: planReport,
      fileName: ({ matter }) => `一园一策方案 ${String(matter.facts['name'] ?? '')}`,
    },
  },
};
