import { addDays, type Day } from '#kernel/calendar.ts';
import type { Matter } from '#kernel/matter.ts';
import type { Ground } from './sheet.ts';

/** What recusal looks at (projects.md §3.3): the registers as they stand on the day of the draw. */
export interface Registers {
  readonly enterprises: readonly Matter[];
  /** Due diligence of the project: who took part in it. */
  readonly diligence: readonly Matter[];
  readonly objections: readonly { readonly expert?: string }[];
}

interface Employment {
  readonly employer?: string;
  readonly name?: string;
  readonly to?: Day;
}

interface Relation {
  readonly kind?: string;
  readonly party?: string;
  readonly partyName?: string;
  readonly partyCode?: string;
  readonly to?: Day;
}

const recent: Readonly<Record<string, { readonly ground: Ground; readonly forYears?: number }>> = {
  seat: { ground: 'R2' }, kin: { ground: 'R3' }, share: { ground: 'R4' }, consulting: { ground: 'R5', forYears: 3 }, research: { ground: 'R5', forYears: 3 }, teaching: { ground: 'R6', forYears: 3 }, rival: { ground: 'R8' },
};

/** The enterprises within two hops of holding of the applicant, itself among them: parents, subsidiaries, their other side. */
export function affiliatesOf(applicant: string, enterprises: readonly Matter[]): ReadonlySet<string> {
  const ties = new Map<string, Set<string>>();
  const tie = (one: string, other: string) => (ties.get(one) ?? ties.set(one, new Set()).get(one))?.add(other);
  for (const { id, facts } of enterprises) {
    for (const { holder } of (facts['holders'] ?? []) as readonly { readonly holder?: string }[]) {
      if (holder === undefined) continue;
      tie(id, holder);
      tie(holder, id);
    }
  }
  const reached = new Set([applicant]);
  for (let hop = 0; hop < 2; hop += 1) for (const one of [...reached]) for (const other of ties.get(one) ?? []) reached.add(other);
  return reached;
}

/** Every ground on which an expert may not judge this applicant's project on a day; none when he may. */
export function groundsOf(expert: Matter, applicant: string, registers: Registers, on: Day): readonly Ground[] {
  return groundsFor(applicant, registers, on)(expert);
}

/** The same for many experts: what follows from the applicant alone is looked up once. */
export function groundsFor(applicant: string, { enterprises, diligence, objections }: Registers, on: Day): (expert: Matter) => readonly Ground[] {
  const affiliates = affiliatesOf(applicant, enterprises);
  const near = enterprises.filter(({ id }) => affiliates.has(id));
  const names = new Set(near.map(({ facts }) => facts['name']));
  const codes = new Set(near.map(({ facts }) => facts['creditCode']));
  const principals = new Set(near.flatMap(({ facts }) => ((facts['principals'] ?? []) as readonly { readonly name?: string }[]).map(({ name }) => name)));
  const doers = new Set(diligence.flatMap((round) => Object.values(round.doers)));
  const isNear = ({ party, name, code }: { readonly party?: string | undefined; readonly name?: string | undefined; readonly code?: string | undefined }) =>
    (party !== undefined && affiliates.has(party)) || (name !== undefined && names.has(name)) || (code !== undefined && codes.has(code));
  const since = (years: number) => `${Number(on.slice(0, 4)) - years}${on.slice(4)}`;

  return ({ id, facts }) => {
    const found = new Set<Ground>();
    const jobs: readonly Employment[] = [...((facts['employers'] ?? []) as readonly Employment[]), { employer: facts['employer'] as string | undefined, name: facts['employerName'] as string | undefined } as Employment];
    if (jobs.some(({ employer, name, to }) => isNear({ party: employer, name }) && (to === undefined || to >= since(3)))) found.add('R1');
    for (const { kind, party, partyName, partyCode, to } of (facts['relations'] ?? []) as readonly Relation[]) {
      const rule = kind === undefined ? undefined : recent[kind];
      if (rule === undefined || !isNear({ party, name: partyName, code: partyCode })) continue;
      if (to === undefined || to >= since(rule.forYears ?? 0)) found.add(rule.ground);
    }
    if (principals.has(facts['name'] as string)) found.add('R2');
    if (doers.has(String(facts['person']))) found.add('R7');
    if (objections.some(({ expert: named }) => named === id)) found.add('R10');
    return [...found].toSorted();
  };
}

/** Active, its declaration of relations not older than a year, with an account of its own. */
export function isCandidate({ stage, facts }: Matter, on: Day): boolean {
  const declaredOn = facts['declaredOn'] as Day | undefined;
  return stage === 'active' && facts['person'] !== undefined && facts['expertNo'] !== undefined && facts['isApprovingOfficial'] !== true && declaredOn !== undefined && declaredOn >= addDays(on, -366);
}
