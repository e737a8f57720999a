/** What the rules over the whole panel see of a candidate. */
export interface Traits {
  /** At most one of each colleague group sits; who has no employer is a group alone. */
  readonly group: string;
  readonly isOutside: boolean;
  readonly isFromLastPanel: boolean;
}

/** What a panel still lacks. */
export interface Lack {
  /** Free seats by specialty. */
  readonly seats: readonly number[];
  /** So many more from outside at least. */
  readonly outside: number;
  /** So many more from the last panel at most. */
  readonly fromLast: number;
}

/**
 * Whether the free seats can still be filled by the rules. Group after group, every state (free seats, outside still wanted, last-panel still allowed) that is
 * within reach is marked; each group gives nobody or one candidate to one seat. The number of states depends on the seats alone, so it never grows out of hand.
 */
export function canComplete(lack: Lack, pools: readonly (readonly Traits[])[]): boolean {
  if (lack.outside > lack.seats.reduce((sum, each) => sum + each, 0)) return false;
  const radixes = [...lack.seats, Math.max(lack.outside, 0), lack.fromLast].map((most) => most + 1);
  const strides = radixes.map((_radix, at) => radixes.slice(0, at).reduce((product, each) => product * each, 1));
  const [outsideAt, lastAt] = [lack.seats.length, lack.seats.length + 1];
  const stride = (at: number) => strides[at] ?? 0;
  const left = (state: number, at: number) => Math.floor(state / stride(at)) % (radixes[at] ?? 1);
  const reached = new Uint8Array(radixes.reduce((product, each) => product * each, 1));
  reached[reached.length - 1] = 1;
  // Filled: no seat free, nobody from outside wanted; how many of the last panel may still come does not matter.
  const isFilled = () => reached.some((mark, state) => mark === 1 && state % stride(lastAt) === 0);
  if (isFilled()) return true;
  for (const options of optionsByGroup(pools)) {
    // Every step leads to a lower state: upwards, no state is left that this same group has just reached.
    for (let state = 0; state < reached.length; state += 1) {
      if (reached[state] === 0) continue;
      for (const { pool, traits } of options) {
        if (left(state, pool) === 0 || (traits.isFromLastPanel && left(state, lastAt) === 0)) continue;
        const wanted = traits.isOutside && left(state, outsideAt) > 0;
        reached[state - stride(pool) - (wanted ? stride(outsideAt) : 0) - (traits.isFromLastPanel ? stride(lastAt) : 0)] = 1;
      }
    }
    if (isFilled()) return true;
  }
  return false;
}

interface Option {
  readonly pool: number;
  readonly traits: Traits;
}

function optionsByGroup(pools: readonly (readonly Traits[])[]): readonly (readonly Option[])[] {
  const groups = new Map<string, Map<string, Option>>();
  for (const [pool, candidates] of pools.entries()) {
    for (const traits of candidates) {
      const options = groups.get(traits.group) ?? new Map<string, Option>();
      // Colleagues alike in all that counts are one option.
      options.set(`${pool} ${traits.isOutside} ${traits.isFromLastPanel}`, { pool, traits });
      groups.set(traits.group, options);
    }
  }
  return [...groups.values()].map((options) => [...options.values()]);
}
