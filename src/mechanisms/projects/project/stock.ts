import { actionsOf } from '#kernel/mechanism.ts';
import { basics } from './finding.ts';
import { clockOf, moveSets } from './moves.ts';
import { projectRecord } from './record.ts';
import { badProject, badStock, goneEnterprise } from './rules.ts';
import { between, dayFact, gateOf } from './stages.ts';

const action = actionsOf(projectRecord);

/** Projects that were under way before the platform: taken over at their stage by one, confirmed by another. */
export const stockActions = {
  takeOver: action({
    name: { zh: '转入存量项目', en: 'Take over a project' },
    help: { zh: '平台启用前已经在推的项目，连同现处阶段、到达日期和原审批材料转入，由评审办负责人核对后生效。', en: 'For a project under way before the platform: its stage, its days and its papers; the head of the review office confirms it.' },
    from: 'new',
    to: 'takenOver',
    by: [{ role: 'SECRETARIAT' }],
    evidence: 1,
    reason: 5,
    asks: {
      name: 'must', town: 'must', ...basics, investor: 'must', kind: 'must', totalInvestment: 'must', level: 'must', stockStage: 'must', stockOn: 'must', company: 'may', steward: 'may', minutesNo: 'may', agreementKind: 'may',
      agreementNo: 'may', agreedInvestment: 'may', fairReviewNo: 'may', landContractNo: 'may', constructionPermitNo: 'may', statCode: 'may', signedOn: 'may', landedOn: 'may', startedOn: 'may', done: 'may',
    },
    numbers: [{ into: 'number', counter: 'project', yearly: true, pattern: 'XM-{year}-{seq:4}' }],
    check: (situation, input) => goneEnterprise(situation, input) ?? badProject(input) ?? badStock(situation, input),
    effects: () => [{ do: 'tell', to: { role: 'SECRETARIAT_HEAD' }, text: { zh: '有存量项目转入，请核对。', en: 'A project under way was taken over. Please confirm it.' } }],
  }),
  confirmTakeOver: action({
    name: { zh: '核对转入', en: 'Confirm the take-over' },
    from: ['takenOver'],
    to: between('planning', 'atCapacity'),
    by: [{ role: 'SECRETARIAT_HEAD' }, { role: 'LEADER' }],
    tone: 'primary',
    apartFrom: ['takeOver'],
    sets: [...moveSets],
    leads: ({ matter }) => matter.facts.stockStage,
    effects: ({ matter }) => {
      const { stockStage = 'planning', stockOn } = matter.facts;
      const clock = clockOf[stockStage];
      const line = { stage: stockStage, ...(stockOn === undefined ? {} : { on: stockOn }), reason: '平台启用前的存量项目转入' };
      return [
        { do: 'set', values: { [dayFact(stockStage)]: stockOn, gate: gateOf(stockStage), stageHistory: [line] } },
        ...(clock === undefined ? [] : [{ do: 'start', clock } as const]),
      ];
    },
  }),
  refuseTakeOver: action({
    name: { zh: '不予转入', en: 'Refuse the take-over' },
    from: ['takenOver'],
    to: 'terminated',
    by: [{ role: 'SECRETARIAT_HEAD' }, { role: 'LEADER' }],
    tone: 'danger',
    reason: 10,
  }),
};
