import { canComplete, type Lack, type Traits } from './completion.ts';
import type { PassedOverFor } from './problem.ts';

/** A candidate with the group he may not share the panel with. */
export interface Ranked extends Traits {
  readonly expertNo: string;
}

/** The candidates of one specialty in their drawn order. */
export interface Ranking {
  readonly specialty: string;
  readonly ranked: readonly Ranked[];
}

export interface Seating {
  readonly seated: readonly (readonly Ranked[])[];
  readonly passedOver: readonly { readonly at: number; readonly expertNo: string; readonly for: PassedOverFor }[];
}

/** The panel as drawn: each seat in turn goes to the first in order with whom the free seats can still be filled by the rules. */
export function seat(lack: Lack, rankings: readonly Ranking[]): Seating | undefined {
  // Nearly always nobody has to give way for a later seat; a panel found without looking ahead is the one looking ahead would find.
  return fillSeats(lack, rankings, false) ?? (isPossible(lack, rankings) ? fillSeats(lack, rankings, true) : undefined);
}

/** Whether any panel keeps the rules. */
export function isPossible(lack: Lack, rankings: readonly Ranking[]): boolean {
  return canComplete(lack, rankings.map(({ ranked }) => ranked));
}

function fillSeats(whole: Lack, rankings: readonly Ranking[], looksAhead: boolean): Seating | undefined {
  const passedOver: { at: number; expertNo: string; for: PassedOverFor }[] = [];
  const seated: Ranked[][] = rankings.map(() => []);
  const groups = new Set<string>();
  const experts = new Set<string>();
  let lack = whole;
  for (const [at, { ranked }] of rankings.entries()) {
    for (const candidate of ranked) {
      if (lack.seats[at] === 0) break;
      const next = lackAfter(lack, at, candidate);
      const obstacle = obstacleOf(candidate, next, groups, experts) ?? (looksAhead && !canComplete(next, remaining(rankings, at, new Set([...groups, candidate.group]))) ? 'rest' : undefined);
      if (obstacle !== undefined) {
        passedOver.push({ at, expertNo: candidate.expertNo, for: obstacle });
        continue;
      }
      seated[at]?.push(candidate);
      groups.add(candidate.group);
      experts.add(candidate.expertNo);
      lack = next;
    }
    if (lack.seats[at] !== 0) return undefined;
  }
  return { seated, passedOver };
}

/** What one more seated candidate leaves to be found. */
export function lackAfter(lack: Lack, at: number, candidate: Traits): Lack {
  return {
    seats: lack.seats.map((seats, index) => (index === at ? seats - 1 : seats)),
    outside: Math.max(0, lack.outside - (candidate.isOutside ? 1 : 0)),
    fromLast: lack.fromLast - (candidate.isFromLastPanel ? 1 : 0),
  };
}

function obstacleOf(candidate: Ranked, next: Lack, groups: ReadonlySet<string>, experts: ReadonlySet<string>): PassedOverFor | undefined {
  if (experts.has(candidate.expertNo)) return 'seated';
  if (groups.has(candidate.group)) return 'employer';
  if (next.fromLast < 0) return 'lastPanel';
  if (next.outside > next.seats.reduce((sum, each) => sum + each, 0)) return 'outside';
  return undefined;
}

/** Who may still be seated from this specialty on; what was filled before has no free seat and needs nobody. */
function remaining(rankings: readonly Ranking[], from: number, groups: ReadonlySet<string>): readonly (readonly Ranked[])[] {
  return rankings.map(({ ranked }, at) => (at < from ? [] : ranked.filter(({ group }) => !groups.has(group))));
}
