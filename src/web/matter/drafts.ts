import { asProblem, call } from '#web/client.ts';
import { letGoOf } from '#web/facts/waiting-files.ts';
import { forgetHere, readHere, withoutSealed, writeHere, type Keeping } from '#web/matter/local-drafts.ts';

/** Which form a draft is of. */
export interface FormOf {
  readonly mechanism: string;
  readonly action: string;
  readonly matter?: string;
}

const settlesAfter = 1_500;

/**
 * Keeps a form as it is typed: at once in the browser, without sealed facts, and shortly after on the server, whole. The copy in the
 * browser goes away as soon as the server has it (个人信息保护法 51; docs/decisions/drafts.md).
 */
export function keepOnServer(form: FormOf, owner: string): Keeping {
  const key = `zhanqiao.draft.${owner}.${[form.mechanism, form.action, form.matter].filter(Boolean).join('/')}`;
  return Object.assign(keeperOf(form, key), { form: key });
}

const keeperOf = (form: FormOf, key: string): Keeping => (sealed, told) => {
  const at = { params: { mechanism: form.mechanism, action: form.action }, query: form.matter === undefined ? {} : { matter: form.matter } };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: Readonly<Record<string, unknown>> | undefined;
  let sending: Promise<void> = Promise.resolve();
  let failures = 0;
  let isGone = false;

  async function send(): Promise<void> {
    const typed = waiting;
    if (typed === undefined) return;
    waiting = undefined;
    try {
      const kept = await call('PUT /api/drafts/:mechanism/:action', { ...at, body: { typed } });
      failures = 0;
      // What was typed meanwhile has a turn of its own.
      if (waiting === undefined) forgetHere(key);
      told({ at: kept.at, where: 'server' });
    } catch (error) {
      const problem = asProblem(error);
      const isRefused = problem.status >= 400 && problem.status < 500 && problem.code !== 'signIn';
      // What must not be kept there must not lie here either.
      if (isRefused) forgetHere(key);
      else if (problem.status === 0 || problem.status >= 500) tryAgainLater(typed);
      told(isRefused ? { refused: problem } : { at: new Date().toISOString(), where: 'here' });
    }
  }

  /** Without a network it lies here and is sent once there is one again, whether somebody goes on typing or not. */
  function tryAgainLater(typed: Readonly<Record<string, unknown>>): void {
    if (isGone) return;
    waiting ??= typed;
    failures += 1;
    clearTimeout(timer);
    timer = setTimeout(sendNext, Math.min(60_000, settlesAfter * 2 ** failures));
  }

  /** One after the other, so that an older one never arrives last. */
  function sendNext(): void {
    clearTimeout(timer);
    sending = sending.then(send);
  }

  return {
    keep(typed) {
      isGone = false;
      waiting = typed;
      writeHere(key, { at: new Date().toISOString(), typed: withoutSealed(typed, sealed) });
      clearTimeout(timer);
      timer = setTimeout(sendNext, settlesAfter);
    },
    async find() {
      // A copy here is always newer than the server's; what is sealed is only there.
      const here = readHere(key);
      const there = await call('GET /api/drafts/:mechanism/:action', at).then(({ draft }) => draft ?? undefined, () => undefined);
      return here && there ? { at: there.at, typed: { ...there.typed, ...here.typed } } : (here ?? there);
    },
    async drop() {
      isGone = true;
      clearTimeout(timer);
      waiting = undefined;
      await sending;
      forgetHere(key);
      await letGoOf(key);
      await call('DELETE /api/drafts/:mechanism/:action', at).catch(() => undefined);
    },
    leave: sendNext,
    again: () => waiting !== undefined && sendNext(),
  };
};
