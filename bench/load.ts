import { connect, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';

/** What clients do all at once until the time is over: read one address after another, or act on their own matters in turn. */
export interface Load {
  readonly port: number;
  readonly cookie: string;
  readonly csrf: string;
  readonly clients: number;
  readonly seconds: number;
  readonly gets?: readonly string[];
  readonly acts?: { readonly path: string; readonly input: string; readonly matters: readonly string[]; readonly versions: Record<string, number> };
}

/** What came of it. */
export interface Loaded {
  readonly done: number;
  readonly seconds: number;
  /** Milliseconds of each request. */
  readonly times: readonly number[];
  readonly versions: Record<string, number>;
}

// A worker of its own, and requests written by hand: what the clients need of the processor is taken from what is measured.
if (parentPort) parentPort.postMessage(await run(workerData as Load));

async function run(load: Load): Promise<Loaded> {
  const times: number[] = [];
  const versions = { ...load.acts?.versions };
  const began = performance.now();
  const end = began + load.seconds * 1000;
  await Promise.all(Array.from({ length: load.clients }, (_each, client) => runClient(load, client, end, times, versions)));
  return { done: times.length, seconds: (performance.now() - began) / 1000, times, versions };
}

async function runClient(load: Load, client: number, end: number, times: number[], versions: Record<string, number>): Promise<void> {
  const line = await openLine(load.port);
  const { gets = [], acts } = load;
  const own = acts?.matters.filter((_id, place) => place % load.clients === client) ?? [];
  for (let turn = 0; performance.now() < end; turn += 1) {
    const id = own[turn % own.length] ?? '';
    const began = performance.now();
    const answer = await line.ask(acts ? actRequest(load, acts, id, versions[id]) : getRequest(load, gets[(client + turn) % gets.length] ?? '/'));
    times.push(performance.now() - began);
    if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.body}`);
    if (acts) versions[id] = Number(/"version":(\d+)/.exec(answer.body)?.[1]);
  }
  line.close();
}

function getRequest({ port, cookie }: Load, path: string): string {
  return `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\n\r\n`;
}

function actRequest({ port, cookie, csrf }: Load, acts: NonNullable<Load['acts']>, id: string, version: number | undefined): string {
  const body = `{"version":${version},"input":${acts.input}}`;
  return `POST ${acts.path.replace(':id', id)} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncookie: ${cookie}\r\nx-csrf-token: ${csrf}\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

interface Line {
  ask(request: string): Promise<{ readonly status: number; readonly body: string }>;
  close(): void;
}

/** One connection that is kept open, one request at a time. */
function openLine(port: number): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let held: Buffer = Buffer.alloc(0);
    let waiting: { take: (answer: { status: number; body: string }) => void; fail: (failure: Error) => void } | undefined;
    socket.on('error', (failure) => (waiting ? waiting.fail(failure) : reject(failure)));
    socket.on('close', () => waiting?.fail(new Error('the connection was closed')));
    socket.on('data', (chunk) => {
      held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
      const head = held.indexOf('\r\n\r\n');
      if (head < 0) return;
      const headers = held.toString('latin1', 0, head);
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(headers)?.[1] ?? 0);
      if (held.length < head + 4 + length) return;
      const answer = { status: Number(headers.slice(9, 12)), body: held.toString('utf8', head + 4, head + 4 + length) };
      held = held.subarray(head + 4 + length);
      const taken = waiting;
      waiting = undefined;
      taken?.take(answer);
    });
    socket.on('connect', () =>
      resolve({
        ask: (request) =>
          new Promise((take, fail) => {
            waiting = { take, fail };
            socket.write(request);
          }),
        close: () => socket.destroy(),
      }),
    );
  });
}
