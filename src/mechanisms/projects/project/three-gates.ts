import type { Day } from '#kernel/calendar.ts';
import type { Text } from '#kernel/words.ts';
import { placeOf } from './rules.ts';
import { between, gateOf, gates, type ChainStage } from './stages.ts';

/** A piece that some gate asks for, as the page of a matter has it. */
export interface Piece {
  readonly name: Text;
  readonly met: boolean;
  readonly action: string;
  readonly actionName: Text;
  readonly by: readonly Text[];
}

/** One of the three gates with its pieces. */
export interface Gate {
  readonly key: keyof typeof gates;
  readonly state: 'passed' | 'current' | 'ahead';
  /** When it was passed. */
  readonly on: Day | undefined;
  /** Passed by the papers with which the project was taken over: nothing of it was seen here. */
  readonly isBefore: boolean;
  readonly pieces: readonly Piece[];
}

type Facts = Readonly<Record<string, unknown>>;
interface Declared {
  readonly from: 'new' | readonly string[];
}

/** The day that says a gate is behind. */
const passedOn = { dueDiligence: 'reviewOn', review: 'signedOn', supervision: 'closedOn' } as const;
/** What is known of a gate, beside its pieces. */
export const gateFacts = { dueDiligence: ['riskIndex', 'authenticity', 'worth', 'diligenceValidUntil'], review: ['reviewResult', 'reviewScore', 'minutesNo'], supervision: ['fulfilLight', 'fulfilIndex'] } as const;

/** The pieces that all gates of a project's way ask for, each within the gate in which it is brought; what a gate behind has asked for was there. */
export function threeGates({ stage, facts, gates: asked }: { readonly stage: string; readonly facts: Facts; readonly gates: readonly { readonly action: string; readonly needs: readonly Piece[] }[] }, actions: Readonly<Record<string, Declared>>): readonly Gate[] {
  const at = placeOf(placeOf(stage) >= 0 ? stage : String(facts['heldFrom'] ?? ''));
  const placesOf = (action: string) => [actions[action]?.from ?? []].flat().map(placeOf).filter((place) => place >= 0);
  const pieces = new Map<string, Piece & { readonly gate: keyof typeof gates }>();
  for (const { action, needs } of asked) {
    const isBehind = Math.max(...placesOf(action)) < at;
    for (const piece of needs) {
      const key = `${piece.action} ${piece.name.zh}`;
      const [brought] = placesOf(piece.action);
      const chain = between('lead', 'closed')[brought ?? placesOf(action)[0] ?? 0] ?? 'lead';
      pieces.set(key, { ...piece, met: piece.met || isBehind || (pieces.get(key)?.met ?? false), gate: gateOf(chain) });
    }
  }
  const keys = Object.keys(gates) as (keyof typeof gates)[];
  const current = at < 0 ? -1 : keys.indexOf(gateOf((between('lead', 'closed')[at] ?? 'lead') satisfies ChainStage));
  return keys.map((key, index) => {
    const on = facts[passedOn[key]] as Day | undefined;
    const state = on !== undefined || index < current ? 'passed' : index === current ? 'current' : 'ahead';
    const isBefore = state === 'passed' && typeof facts['stockStage'] === 'string' && keys.indexOf(gateOf(facts['stockStage'] as ChainStage)) > index;
    return { key, state, on, isBefore, pieces: isBefore ? [] : [...pieces.values()].filter(({ gate }) => gate === key) };
  });
}
