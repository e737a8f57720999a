import type { GatePiece, MatterPage } from '#contract/shapes.ts';
import { dayOf } from '#kernel/calendar.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import type { Language } from '#kernel/words.ts';
import { clockWords } from '#web/matter/clock-words.ts';
import type { StageState, StageTrack } from '#web/matter/stage-track-shapes.ts';

type Standing = Pick<MatterPage, 'stage' | 'reached' | 'clocks' | 'offers'>;

/** More ways out than these are told in the list of actions. */
const mostExits = 3;

/**
 * The way of a matter, drawn from the declaration and from what was reached. Stages between which only one decision lies are one step:
 * 部分采纳 stands in the place of 已采纳, not after it. What lies aside hangs under the step it was left from; an end to which the last
 * step leads stands at the end of the line.
 */
export function trackOf(mechanism: AnyMechanism, matter: Standing, perRow: number, language: Language): StageTrack {
  const { record } = mechanism;
  const nameOf = (key: string) => record.stages[key]?.name[language] ?? key;
  const place = record.stages[matter.stage]?.place;
  const steps = stepsOf(mechanism);
  const isLast = place === 'end' && leadsBetween(mechanism, steps.at(-1) ?? [], [matter.stage]).length > 0;
  const line = isLast ? [...steps, [matter.stage]] : steps;
  const at = line.findIndex((keys) => keys.includes(matter.stage));
  const from = at >= 0 ? at : lastReached(line, matter.reached);
  const running = matter.clocks.find((clock) => clock.state !== 'stopped');
  const keyOf = (keys: readonly string[]) => keys.find((key) => key === matter.stage) ?? keys.findLast((key) => matter.reached[key] !== undefined);
  const stateOf = (keys: readonly string[], index: number): StageState => {
    if (index === at) return place === 'end' ? 'done' : 'current';
    if (keyOf(keys) !== undefined && index <= from) return 'done';
    return index < from || place === 'end' ? 'skipped' : 'ahead';
  };
  const first = (index: number) => line[index]?.[0] ?? '';
  return {
    title: record.name[language],
    perRow: balanced(perRow, line.length),
    stages: line.map((keys, index) => {
      const key = keyOf(keys);
      const on = key === undefined ? undefined : matter.reached[key];
      return {
        key: first(index),
        name: key === undefined ? keys.map(nameOf).join(' / ') : nameOf(key),
        state: stateOf(keys, index),
        ...(on !== undefined && index <= from ? { on: dayOf(on) } : {}),
        ...(index === at && running ? { clock: clockWords(running, language) } : {}),
      };
    }),
    gates: gatesOf(mechanism, matter, line, at, language),
    returns: at < 0 ? [] : returnsOf(mechanism, matter, line, at, language),
    exits: [
      ...asidesOf(mechanism, matter, line, isLast, first, nameOf),
      ...(perRow > 2 && at >= 0 && place !== 'end' ? waysOut(mechanism, matter, line, first(at), nameOf) : []),
    ],
  };
}

/** As many rows as are needed, each about as long as the others. */
function balanced(perRow: number, count: number): number {
  return Math.ceil(count / Math.ceil(count / perRow));
}

/** The gate after the step a matter stands at, in words: what it leads to, what is there, what is missing and who can give it. */
export interface GateWords {
  readonly action: string;
  readonly name: string;
  readonly held: readonly GatePiece[];
  readonly missing: readonly GatePiece[];
}

/** The gates with declared pieces on the way on from here. */
export function gateWords(mechanism: AnyMechanism, matter: Standing, language: Language): readonly GateWords[] {
  return matter.offers.flatMap(({ action, needs }) => {
    const declared = mechanism.actions[action];
    if (!declared || !needs || needs.length === 0) return [];
    return [{ action, name: declared.name[language], held: needs.filter(({ met }) => met), missing: needs.filter(({ met }) => !met) }];
  });
}

/** The steps of the main line: neighbours that one action chooses between, and that do not lead to each other, are one. */
function stepsOf(mechanism: AnyMechanism): readonly (readonly string[])[] {
  const steps: string[][] = [];
  for (const [key, stage] of Object.entries(mechanism.record.stages)) {
    if (stage.place !== 'main') continue;
    const before = steps.at(-1);
    if (before?.every((other) => areAlternatives(mechanism, other, key))) before.push(key);
    else steps.push([key]);
  }
  return steps;
}

function areAlternatives(mechanism: AnyMechanism, one: string, other: string): boolean {
  const isChosen = Object.values(mechanism.actions).some((action) => {
    const to = listOf(action.to);
    return to.includes(one) && to.includes(other);
  });
  return isChosen && leadsBetween(mechanism, [one], [other]).length === 0 && leadsBetween(mechanism, [other], [one]).length === 0;
}

/** The actions that lead from one of these stages to one of those and nowhere else: a choice that may also stay aside is none. */
function leadsBetween(mechanism: AnyMechanism, from: readonly string[], to: readonly string[]): readonly Action[] {
  return Object.values(mechanism.actions).filter((action) => action.from !== 'new' && action.from.some((key) => from.includes(key)) && listOf(action.to).some((key) => to.includes(key)));
}

function lastReached(line: readonly (readonly string[])[], reached: Standing['reached']): number {
  return line.findLastIndex((keys) => keys.some((key) => reached[key] !== undefined));
}

function gatesOf(mechanism: AnyMechanism, matter: Standing, line: readonly (readonly string[])[], at: number, language: Language): StageTrack['gates'] {
  if (at < 0) return [];
  const after = line[at]?.[0] ?? '';
  const onward = matter.offers.flatMap((offer) => {
    const declared = mechanism.actions[offer.action];
    const leadsOn = declared && listOf(declared.to).some((key) => line.findIndex((keys) => keys.includes(key)) > at);
    return declared && leadsOn ? [{ offer, declared }] : [];
  });
  const withPieces = onward.filter(({ offer }) => (offer.needs?.length ?? 0) > 0);
  if (withPieces.length > 0) {
    return withPieces.slice(0, 2).map(({ offer: { needs = [] }, declared }) => ({
      after, name: declared.name[language], held: needs.filter(({ met }) => met).length, needed: needs.length, missing: needs.filter(({ met }) => !met).map((piece) => pieceWords(piece, language)),
    }));
  }
  return onward.flatMap(({ offer: { open, obstacle, code }, declared }) => {
    if (open || !obstacle || code === 'wrongStage' || code === 'notYours') return [];
    return [{ after, name: declared.name[language], held: 0, needed: 1, missing: [obstacle[language]] }];
  }).slice(0, 1);
}

/** A piece of a gate and who can give it. */
export function pieceWords({ name, actionName, by }: GatePiece, language: Language): string {
  const givers = by.map((role) => role[language]).join(language === 'zh' ? '、' : ', ');
  if (language === 'zh') return `${name.zh}（${givers && `由${givers}`}“${actionName.zh}”）`;
  return `${name.en} (“${actionName.en}”${givers && ` by ${givers}`})`;
}

function returnsOf(mechanism: AnyMechanism, matter: Standing, line: readonly (readonly string[])[], at: number, language: Language): StageTrack['returns'] {
  const found = Object.values(mechanism.actions).flatMap((action) => {
    const [to] = listOf(action.to);
    const target = to === undefined ? -1 : line.findIndex((keys) => keys.includes(to));
    if (action.from === 'new' || action.hidden || !action.from.includes(matter.stage) || target < 0 || target >= at) return [];
    return [{ from: line[at]?.[0] ?? '', to: line[target]?.[0] ?? '', name: action.name[language] }];
  });
  return found.slice(0, 2);
}

/** Stages off the line that were reached, each under the step it was left from. */
function asidesOf(mechanism: AnyMechanism, matter: Standing, line: readonly (readonly string[])[], isLast: boolean, first: (index: number) => string, nameOf: (key: string) => string): StageTrack['exits'] {
  const { stages } = mechanism.record;
  return Object.entries(matter.reached).flatMap(([key, at]) => {
    const place = stages[key]?.place;
    if (place === undefined || place === 'main' || (isLast && key === matter.stage) || (place === 'end' && key !== matter.stage)) return [];
    const before = Object.entries(matter.reached).filter(([, other]) => other <= at).map(([other]) => line.findIndex((keys) => keys.includes(other)));
    const index = Math.max(0, ...before);
    return [{ from: first(index), name: nameOf(key), taken: true, ...(place === 'side' ? { aside: true } : {}), ...(key === matter.stage ? { isHere: true } : {}) }];
  });
}

/** Where a matter may leave the line from here. Whether an action that decides itself where it leads does so, nobody knows beforehand. */
function waysOut(mechanism: AnyMechanism, matter: Standing, line: readonly (readonly string[])[], from: string, nameOf: (key: string) => string): StageTrack['exits'] {
  const { stages } = mechanism.record;
  const keys = new Set(
    matter.offers.flatMap(({ action }) => (mechanism.actions[action]?.leads ? [] : listOf(mechanism.actions[action]?.to))).filter((key) => stages[key] && stages[key].place !== 'main' && key !== matter.stage && matter.reached[key] === undefined && !line.some((step) => step.includes(key))),
  );
  return [...keys].slice(0, mostExits).map((key) => ({ from, name: nameOf(key), taken: false, ...(stages[key]?.place === 'side' ? { aside: true } : {}) }));
}

function listOf(to: string | readonly string[] | undefined): readonly string[] {
  if (to === undefined) return [];
  return typeof to === 'string' ? [to] : to;
}
