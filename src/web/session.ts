import type { Session } from '#contract/shapes.ts';
import { isGranted, type Actor } from '#kernel/actor.ts';
import type { Action, AnyMechanism } from '#kernel/mechanism.ts';
import type { Register } from '#web/slim-declarations.ts';
import { queries, useAsk } from '#web/ask.ts';
import { call } from '#web/client.ts';

export type SignedIn = NonNullable<Session['signedIn']>;

/** Who is here, and where; nothing while it is being asked. */
export function useSession(): Session | undefined {
  const session = useAsk('GET /api/session').data;
  if (session?.signedIn) last = session;
  // A session that ended by itself is taken up again over the page; until then the page stays whose it was.
  return session && !session.signedIn && last ? last : session;
}

/** The session of this page until somebody leaves it. */
let last: Session | undefined;
let left = false;

/** Whether somebody has signed out: what fails then is no session that ended by itself. */
export function hasLeft(): boolean {
  return left;
}

/** The post somebody is signed in with. The shell shows no page without one. */
export function useSignedIn(): SignedIn {
  const signedIn = useSession()?.signedIn;
  if (!signedIn) throw new Error('this page stands behind the sign-in');
  return signedIn;
}

/** Takes over a new session; everything asked by the old one is forgotten. */
export function takeSession(session: Session): void {
  left = session.signedIn === null;
  if (left) last = undefined;
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'GET /api/session' });
  queries.setQueryData(['GET /api/session', null, null], session);
}

export async function signOut(): Promise<void> {
  left = true;
  await call('DELETE /api/session');
  takeSession(await call('GET /api/session'));
}

/** Whether the post sees a register at all: only for leaving out what would be empty; the server decides. */
export function seesRegister(register: Pick<Register, 'sees'>, { post }: SignedIn): boolean {
  return post.roles.some((role) => register.sees[role] !== undefined);
}

/** Whether the post sees every matter of a register that is not confined to named persons: only then does nothing found mean that there is nothing. */
export function seesWholeRegister(register: Pick<Register, 'sees'>, { post }: Pick<SignedIn, 'post'>): boolean {
  return post.roles.some((role) => register.sees[role] === 'all');
}

/** The actions by which the post may file a matter. A matter not yet there cannot bring its offers; the server judges again. */
export function filingActions(mechanism: AnyMechanism, signedIn: SignedIn): readonly (readonly [string, Action])[] {
  return Object.entries(mechanism.actions).filter(([, action]) => action.from === 'new' && !action.hidden && mayFile(action, signedIn));
}

/** Whether the post holds one of the grants of a filing action. */
export function mayFile({ by }: Pick<Action, 'by'>, { post }: SignedIn): boolean {
  const actor: Actor = { kind: 'post', personId: '', postId: post.id, postName: post.name, unitId: post.unitId, unitIds: [post.unitId], roles: post.roles, fields: [] };
  return isGranted(by, actor, undefined);
}

/** Whether the post may fill the register from a spreadsheet. */
export function mayImport(register: Pick<Register, 'files' | 'importing'>, signedIn: SignedIn): boolean {
  return register.files.some((action) => action.key === register.importing && mayFile(action, signedIn));
}
