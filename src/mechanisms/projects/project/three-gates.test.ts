import { expect, test } from 'vitest';
import { project } from './project.ts';
import { threeGates, type Piece } from './three-gates.ts';

const piece = (action: string, name: string, met: boolean): Piece => ({ name: { zh: name, en: name }, met, action, actionName: { zh: '办理', en: 'Do' }, by: [] });
const asked = (isDiligenceValid: boolean) => [
  { action: 'askDecision', needs: [piece('concludeReview', '有效期内的评审结论', false), piece('passDueDiligence', '有效的尽调', isDiligenceValid)] },
  { action: 'sign', needs: [piece('submitAgreement', '公平竞争审查号', false), piece('passDueDiligence', '有效的尽调', isDiligenceValid)] },
  { action: 'permit', needs: [piece('recordPermits', '施工许可证', false)] },
];
const told = (gates: ReturnType<typeof threeGates>) => gates.map(({ key, state, pieces }) => [key, state, pieces.map(({ name, met }) => `${met ? '✓' : '◇'}${name.zh}`)]);

test('a project at its review has passed the first gate, stands at the second, and sees what the third will ask for', () => {
  expect(told(threeGates({ stage: 'review', facts: { reviewOn: '2021-03-01' }, gates: asked(true) }, project.actions))).toEqual([
    ['dueDiligence', 'passed', ['✓有效的尽调']],
    ['review', 'current', ['◇有效期内的评审结论', '◇公平竞争审查号']],
    ['supervision', 'ahead', ['◇施工许可证']],
  ]);
});

test('what a gate behind has asked for was there, though it would not hold today', () => {
  const [first, second, third] = told(threeGates({ stage: 'landed', facts: { reviewOn: '2021-03-01', signedOn: '2021-05-01' }, gates: asked(false) }, project.actions));
  expect([first, second, third]).toEqual([['dueDiligence', 'passed', ['✓有效的尽调']], ['review', 'passed', ['✓有效期内的评审结论', '✓公平竞争审查号']], ['supervision', 'current', ['◇施工许可证']]]);
});

test('a project taken over shows its earlier gates as passed before, and claims no piece of them', () => {
  expect(threeGates({ stage: 'landed', facts: { stockStage: 'signed' }, gates: asked(false) }, project.actions).map(({ state, isBefore, pieces }) => [state, isBefore, pieces.length])).toEqual([['passed', true, 0], ['passed', true, 0], ['current', false, 1]]);
});

test('a project on hold stands at the gate it was held at; one that ended stands at none', () => {
  expect(threeGates({ stage: 'onHold', facts: { heldFrom: 'planning' }, gates: [] }, project.actions).map(({ state }) => state)).toEqual(['current', 'ahead', 'ahead']);
  expect(threeGates({ stage: 'terminated', facts: {}, gates: [] }, project.actions).map(({ state }) => state)).toEqual(['ahead', 'ahead', 'ahead']);
});
