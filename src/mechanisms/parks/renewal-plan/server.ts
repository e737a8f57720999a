import type { MechanismServer } from '../../serving.ts';
import { planReport } from './report.ts';

/** What a plan asks of the server: the tenants of an inner park, and its paper. */
export const serving: MechanismServer = {
  computes: {
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
