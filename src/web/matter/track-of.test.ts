import { describe, expect, test } from 'vitest';
import { findMechanism } from '#mechanisms/mechanisms.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import { gateWords, trackOf } from '#web/matter/track-of.ts';

const suggestion = findMechanism('suggestion') as AnyMechanism;
const at = (stage: string, before: readonly string[] = []) => ({
  stage, clocks: [], offers: [] as Parameters<typeof trackOf>[1]['offers'],
  reached: Object.fromEntries([...before, stage].map((key, index) => [key, `2021-03-0${index + 1}T01:00:00.000Z`])),
});

describe('the way of a suggestion', () => {
  test('部分采纳 stands in the place of 已采纳 and not after it', () => {
    const names = trackOf(suggestion, at('registered', ['submitted']), 4, 'zh').stages.map(({ name }) => name);
    expect(names).toContain('已采纳 / 部分采纳');
    expect(names).not.toContain('部分采纳');
    const partly = trackOf(suggestion, at('assigned', ['submitted', 'registered', 'screening', 'partlyAdopted']), 4, 'zh').stages;
    expect(partly.find(({ name }) => name === '部分采纳')?.state).toBe('done');
    expect(partly.map(({ name }) => name)).not.toContain('已采纳');
  });

  test('a stage aside hangs under the step it was left from, and the words say that the matter stands there', () => {
    const { stages, exits } = trackOf(suggestion, at('supplement', ['submitted', 'registered']), 4, 'zh');
    expect(stages.map(({ name }) => name)).not.toContain('待补充');
    expect(exits).toEqual([{ from: 'registered', name: '待补充', taken: true, aside: true, isHere: true }]);
    expect(stages.filter(({ state }) => state === 'current')).toEqual([]);
  });

  test('an end to which the last step leads ends the line; another end hangs where the line was left', () => {
    const whole = trackOf(suggestion, at('commended', ['submitted', 'registered', 'screening', 'adopted', 'assigned', 'implementing', 'implemented']), 4, 'zh');
    expect(whole.stages.at(-1)).toMatchObject({ name: '已嘉许', state: 'done' });
    expect(whole.stages.find(({ name }) => name === '专报呈阅')?.state).toBe('skipped');
    const merged = trackOf(suggestion, at('merged', ['submitted', 'registered']), 4, 'zh');
    expect(merged.exits).toEqual([{ from: 'registered', name: '已并案', taken: true, isHere: true }]);
    expect(merged.stages.at(-1)?.state).toBe('skipped');
  });

  test('a gate counts its pieces and names who can give the missing one', () => {
    const piece = (name: string, met: boolean) => ({ name: { zh: name, en: name }, met, mechanism: 'suggestion', action: 'giveOpinion', actionName: { zh: '提出初评意见', en: 'Give an opinion' }, by: [{ zh: '单位改革联络员', en: 'Liaison' }] });
    const standing = { ...at('screening', ['submitted', 'registered']), offers: [{ action: 'decide', open: false, code: 'opinionsOut', needs: [piece('交通局意见', true), piece('住建局意见', false)] }] };
    const [gate] = trackOf(suggestion, standing, 4, 'zh').gates;
    expect(gate).toMatchObject({ after: 'screening', held: 1, needed: 2, missing: ['住建局意见（由单位改革联络员“提出初评意见”）'] });
    expect(gateWords(suggestion, standing, 'zh').map(({ missing }) => missing.length)).toEqual([1]);
  });
});
