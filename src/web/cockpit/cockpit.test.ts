import { expect, test } from 'vitest';
import { suggestion } from '#mechanisms/reform/suggestion/suggestion.ts';
import { mechanisms } from '#mechanisms/mechanisms.ts';
import { funnelSearch, funnelSteps } from '#web/cockpit/funnel-steps.ts';
import { searchOf } from '#web/cockpit/search-of.ts';
import { trendLine } from '#web/cockpit/trend-layout.ts';

test('every step of the funnel is a figure that the filters of its register can say', () => {
  for (const [, key] of funnelSteps) {
    const search = funnelSearch(suggestion, key, '2021-12-31');
    expect(search?.['f.receivedOn'], key).toBe('2021-01-01..2021-12-31');
    expect(search?.['stage'], key).not.toContain('withdrawn');
  }
  expect(funnelSearch(suggestion, 'suggestion.inConversion', '2021-12-31')).toEqual({ 'f.receivedOn': '2021-01-01..2021-12-31', stage: ['implementing'] });
  expect(funnelSearch(suggestion, 'suggestion.accepted', '2021-06-30')).toMatchObject({ 'f.receivedOn': '2021-01-01..2021-06-30', 'f.registeredOn': '..' });
  expect(funnelSearch(suggestion, 'suggestion.adopted', '2021-06-30')).toMatchObject({ 'f.decision': ['adopted', 'partlyAdopted'] });
});

test('what the filters of a register cannot say is not said by them', () => {
  const { record } = suggestion;
  const asOf = '2021-12-31';
  expect(searchOf({ where: { any: [{ stage: ['adopted'] }, { fact: 'decision', in: ['adopted'] }] } }, record, asOf)).toBeUndefined();
  expect(searchOf({ where: { fact: 'contact', present: true } }, record, asOf)).toBeUndefined();
  expect(searchOf({ where: { all: [{ stage: ['adopted'] }, { stage: ['merged'] }] } }, record, asOf)).toBeUndefined();
  expect(searchOf({ where: { all: [{ fact: 'receivedOn', during: 'thisYear' }, { fact: 'receivedOn', during: 'lastYear' }] } }, record, asOf)).toBeUndefined();
  expect(searchOf({ where: { fact: 'town', in: ['~通济'] } }, record, asOf)).toBeUndefined();
  for (const mechanism of mechanisms) for (const figure of mechanism.figures) expect(() => searchOf(figure, mechanism.record, asOf), figure.key).not.toThrow();
});

test('a trend breaks off where there was nothing to say, and runs level where nothing changed', () => {
  expect(trendLine([0, null, 5, 10], 38, 18).path).toBe('M4 14M24 9L34 4');
  expect(trendLine([7, 7], 38, 18)).toEqual({ path: 'M4 9L34 9', end: { x: 34, y: 9 } });
  expect(trendLine([null, null], 38, 18)).toEqual({ path: '', end: undefined });
  expect(trendLine([3, null], 38, 18).end).toEqual({ x: 4, y: 9 });
});
