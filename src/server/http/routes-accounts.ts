import { refuse } from '#kernel/refusal.ts';
import { endSessionsOf, findCredentialOf, keepCredential } from '#store/sessions.ts';
import { listAccounts, listLog, logAccount } from '../accounts.ts';
import type { Handlers } from './call.ts';
import { drawPassword, hashPassword } from './password.ts';
import { refuseRequest } from './refusals.ts';
import { once } from './same-again.ts';

/** Accounts: passwords handed over anew, sessions ended for others, and the log of who did and read what. */
export const accountRoutes = {
  'GET /api/administration/accounts': async ({ platform, sessions, reading }) => {
    const open = await sessions.list();
    return reading((tx) => listAccounts(platform, tx, open));
  },

  /** Told once, in this answer, and to be changed at the first use. Whoever uses the old one is signed out at once. */
  'POST /api/administration/accounts/:id/password': async (call) => {
    const { platform, limits, sessions, actor, params } = call;
    const { district } = platform;
    if (params.id === actor.personId) throw refuseRequest('ownPassword');
    let ended: readonly string[] = [];
    const reset = await once(
      call,
      async (tx) => {
        const credential = await findCredentialOf(tx, district, params.id);
        if (!credential) throw refuse('absent');
        const password = drawPassword();
        await keepCredential(tx, district, { name: credential.name, personId: params.id, passwordHash: await hashPassword(password), mustChange: true, changedAt: platform.now() });
        await logAccount(tx, platform, actor, 'passwordReset', params.id);
        ended = await endSessionsOf(tx, district, params.id);
        return { signInName: credential.name, password };
      },
      (result: { readonly signInName: string; readonly password: string | null }) => ({ ...result, password: null }),
    );
    sessions.forgetAll(ended);
    limits.forgetAttempts(reset.signInName);
    return reset;
  },

  'POST /api/administration/accounts/:id/end': async ({ platform, sessions, session, actor, params, writing }) => {
    const ended = await writing(async (tx) => {
      const hashes = await endSessionsOf(tx, platform.district, params.id, { except: session.hash });
      if (hashes.length > 0) await logAccount(tx, platform, actor, 'sessionsEnded', params.id);
      return hashes;
    });
    sessions.forgetAll(ended);
    return { ended: ended.length };
  },

  'GET /api/administration/log': ({ platform, actor, query, reading }) => reading((tx) => listLog(platform, tx, actor, query.before === undefined ? undefined : Number(query.before))),
} satisfies Partial<Handlers>;
