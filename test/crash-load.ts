import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Acted, Session } from '#contract/shapes.ts';

/** A matter as a client knows it from the answers it got: what it said in each action that was acknowledged, the first first. */
export interface Told {
  readonly id: string;
  readonly said: string[];
}

/** Clients that act without pause, and send again under the same key whatever was not acknowledged. */
export interface Clients {
  readonly matters: readonly Told[];
  /** How often a connection was cut or the database was away. */
  failures(): number;
  /** Ends when so many more actions have been acknowledged. */
  acknowledged(more: number): Promise<void>;
  /** Ends at the next answer that says the database is away, or connection that is cut. */
  failed(): Promise<void>;
  /** Lets each finish what it has begun. */
  stop(): Promise<void>;
}

/** How many actions a client does on one item before it lists the next. */
const actionsEach = 8;
const post = 'guide-office';

/** Lets clients loose on whatever server is up. */
export async function startClients(count: number, port: () => Promise<number>): Promise<Clients> {
  const matters: Told[] = [];
  const waiting = new Set<{ left: number; go: () => void }>();
  let [failures, isStopping] = [0, false];
  const onFailure: (() => void)[] = [];
  const headers = await signIn(await port());

  /** Sends until it is acknowledged; an answer that is neither yes nor “come back later” is a fault. */
  async function send(path: string, input: object): Promise<Acted> {
    const key = randomUUID();
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${await port()}${path}`, { method: 'POST', headers: { ...headers, 'idempotency-key': key }, body: JSON.stringify({ input }) }).catch(() => undefined);
      const body = await answer?.text().catch(() => undefined);
      if (answer?.status === 200 && body !== undefined) {
        for (const each of waiting) if ((each.left -= 1) <= 0) each.go();
        return JSON.parse(body) as Acted;
      }
      if (answer && answer.status !== 200 && answer.status !== 503) throw new Error(`${path}: ${answer.status} ${body}`);
      failures += 1;
      for (const go of onFailure.splice(0)) go();
      await pause(20);
    }
  }

  async function client(name: number): Promise<void> {
    for (let round = 0; !isStopping; round += 1) {
      const first = `${name}-${round}`;
      const { id } = await send('/api/matters/serviceItem/actions/list', { itemName: `示例事项${first}`, itemCode: first, deptName: '示例部门', taskTypeCode: '1', seq: first });
      const told: Told = { id, said: [first] };
      matters.push(told);
      for (let turn = 1; turn < actionsEach && !isStopping; turn += 1) {
        const seq = `${first}-${turn}`;
        await send(`/api/matters/serviceItem/${id}/actions/amend`, { seq });
        told.said.push(seq);
      }
    }
  }

  const running = Promise.all(Array.from({ length: count }, (_each, name) => client(name)));
  running.catch(() => {}); // told by whoever waits for it
  const orFault = (wanted: Promise<void>) => Promise.race([wanted, running.then(() => {})]);
  return {
    matters,
    failures: () => failures,
    acknowledged: (more) => orFault(new Promise<void>((resolve) => {
      const each = { left: more, go: () => (waiting.delete(each), resolve()) };
      waiting.add(each);
    })),
    failed: () => orFault(new Promise<void>((resolve) => void onFailure.push(resolve))),
    async stop() {
      isStopping = true;
      await running;
    },
  };
}

/** Sessions outlive the server: one sign-in serves for the whole run. */
async function signIn(port: number): Promise<Record<string, string>> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/session/demonstration`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ postId: post }) });
  if (!answer.ok) throw new Error(await answer.text());
  const { csrf } = (await answer.json()) as Session;
  return { 'content-type': 'application/json', 'x-csrf-token': csrf, cookie: (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}
