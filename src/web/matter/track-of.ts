import type { MatterPage } from '#contract/shapes.ts';
import type { AnyMechanism } from '#kernel/mechanism.ts';
import type { Language } from '#kernel/words.ts';
import { dayWords } from '#web/language.ts';
import { clockWords } from '#web/matter/clock-words.ts';
import type { StageState, StageTrack } from '#web/matter/stage-track-layout.ts';

/** The way of a matter, drawn from the declaration and from what was reached: the main stages, and those aside that it came through; an end stands last. */
export function trackOf(mechanism: AnyMechanism, matter: Pick<MatterPage, 'stage' | 'reached' | 'clocks' | 'offers'>, perRow: number, language: Language): StageTrack {
  const { record, actions } = mechanism;
  const stages = Object.entries(record.stages);
  const isOver = record.stages[matter.stage]?.place === 'end';
  const line = stages.filter(([key, stage]) => stage.place === 'main' || key === matter.stage || matter.reached[key] !== undefined).toSorted(([one], [other]) => Number(one === matter.stage && isOver) - Number(other === matter.stage && isOver));
  const at = line.findIndex(([key]) => key === matter.stage);
  const order = new Map(line.map(([key], index) => [key, index]));
  const running = matter.clocks.find((clock) => clock.state !== 'stopped');
  const stateOf = (key: string, index: number): StageState => {
    if (index === at) return isOver && !record.stages[key]?.uncounted ? 'done' : 'current';
    if (matter.reached[key] !== undefined && index < at) return 'done';
    return index < at || isOver ? 'skipped' : 'ahead';
  };
  return {
    title: record.name[language],
    perRow,
    stages: line.map(([key, stage], index) => ({
      key,
      name: stage.name[language],
      state: stateOf(key, index),
      ...(matter.reached[key] ? { on: dayWords(matter.reached[key]) } : {}),
      ...(index === at && running ? { clock: clockWords(running, language) } : {}),
    })),
    gates: matter.offers.flatMap(({ action, open, obstacle, code }) => {
      const declared = actions[action];
      const [to] = declared ? listOf(declared.to) : [];
      if (open || !obstacle || !declared || code === 'wrongStage' || code === 'notYours' || to === undefined || (order.get(to) ?? -1) <= at) return [];
      return [{ after: matter.stage, name: declared.name[language], held: 0, needed: 1, missing: [obstacle[language]] }];
    }).slice(0, 1),
    returns: Object.values(actions).flatMap((action) => {
      const from = action.from === 'new' ? [] : action.from;
      const [to] = listOf(action.to);
      const start = from.find((key) => key === matter.stage);
      if (to === undefined || start === undefined || !order.has(to) || (order.get(to) ?? 0) >= (order.get(start) ?? 0)) return [];
      return [{ from: start, to, name: action.name[language] }];
    }).slice(0, 2),
    exits: [],
  };
}

function listOf(to: string | readonly string[] | undefined): readonly string[] {
  if (to === undefined) return [];
  return typeof to === 'string' ? [to] : to;
}
