import type { Line } from '#contract/beside-shapes.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Tx } from '#store/database.ts';
import { tiesAround } from '#store/links.ts';
import { findMatters } from '#store/matters.ts';
import type { Platform } from './platform.ts';
import { presentRow } from './present.ts';
import { isVisible } from './world.ts';

/** So far a reader follows; beyond, he opens a matter on the way and goes on from there. */
const mostSteps = 6;
const mostShown = 60;
/** A programme of ten clauses, a meeting of a dozen items: what many ties of one kind meet in is shown and not walked through, or everybody's line would be everybody else's. */
const mostThrough = 5;

/** The line from need to result that a matter lies in, walked both ways. What the reader may not see is no link and leads nowhere. */
export async function lineOf(platform: Platform, tx: Tx, matter: Matter, actor: Actor): Promise<Line> {
  const found = new Map<string, { readonly matter: Matter; readonly away: number }>([[matter.id, { matter, away: 0 }]]);
  const ties = new Map<string, Line['ties'][number]>();
  let front = [matter.id];
  let isMore = false;
  for (let away = 1; front.length > 0; away += 1) {
    const around = await tiesAround(tx, platform.district, front);
    for (const tie of around) ties.set(`${tie.from}/${tie.type}/${tie.to}`, tie);
    const through = away === 1 ? around : around.filter((tie) => !isCrowded(tie, around, front));
    if (through.length < around.length) isMore = true;
    const others = [...new Set(through.flatMap(({ from, to }) => [from, to]))].filter((id) => !found.has(id));
    const seen = (await findMatters(tx, platform.district, others)).filter((other) => isVisible(platform.getMechanism(other.mechanism).record, other, actor));
    const room = away > mostSteps ? 0 : mostShown - found.size;
    if (seen.length > room) isMore = true;
    const taken = seen.slice(0, Math.max(0, room));
    for (const other of taken) found.set(other.id, { matter: other, away });
    front = taken.map(({ id }) => id);
  }
  return {
    nodes: [...found.values()].map(({ matter: each, away }) => {
      const { mechanism, id, title, number, stage, light, filedAt } = presentRow(platform, each, actor);
      return { mechanism, id, title, number, stage, light, filedAt, away };
    }),
    ties: [...ties.values()].filter(({ from, to }) => found.has(from) && found.has(to)),
    isMore,
  };
}

type Tie = Awaited<ReturnType<typeof tiesAround>>[number];

/** Whether a tie leads out of a matter in which too many of its kind meet; the line that begins there shows them all. */
function isCrowded(tie: Tie, around: readonly Tie[], front: readonly string[]): boolean {
  const meeting = (end: 'from' | 'to') => front.includes(tie[end]) && around.filter((other) => other.type === tie.type && other[end] === tie[end]).length > mostThrough;
  return meeting('from') || meeting('to');
}
