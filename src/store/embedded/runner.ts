import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { chownSync, lchownSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copiedBinaries, type Binaries } from './binaries.ts';
import { EmbeddedRefusal } from './embedded-refusal.ts';

export type How = 'same-user' | 'user-namespace' | 'postgres-account';

/** Under whose name the server runs: PostgreSQL refuses to run as root. */
export interface Runner {
  readonly how: How;
  readonly binaries: Binaries;
  spawn(command: string, args: readonly string[], options: SpawnOptions): ChildProcess;
  /** Gives what root has just made to the account the server runs under. */
  give(path: string): void;
}

interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

// Only the one mapping root → nobody is asked for, so whatever the server writes stays root's outside the namespace.
const namespace = ['--user', '--map-user=65534', '--map-group=65534', '--'];

export function chooseRunner(folder: string, cluster: string, binaries: Binaries): Runner {
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  const self = process.getuid?.();
  if (self === undefined) return sameUser(binaries);
  if (self !== 0) {
    if (owner !== undefined && owner !== self) throw belongsToAnother(cluster, owner);
    return sameUser(binaries);
  }
  if (owner !== undefined && owner !== 0) return asAccount(accountOf(owner, cluster), folder, binaries);
  if (namespaceWorks(folder, binaries)) return inNamespace(binaries);
  const account = accounts().find(({ name }) => name === 'postgres') ?? accounts().find(({ name }) => name === 'nobody');
  if (account === undefined) throw noAccount();
  const runner = asAccount(account, folder, binaries);
  if (owner === 0) giveAll(cluster, account); // made where namespaces were allowed, moved to where they are not
  return runner;
}

function sameUser(binaries: Binaries): Runner {
  return { how: 'same-user', binaries, spawn: (command, args, options) => spawn(command, args, { ...options, env: environment() }), give: () => {} };
}

function inNamespace(binaries: Binaries): Runner {
  return {
    how: 'user-namespace',
    binaries,
    // unshare replaces itself by the server, so the child's number is the postmaster's.
    spawn: (command, args, options) => spawn('unshare', [...namespace, command, ...args], { ...options, env: environment() }),
    give: () => {},
  };
}

/** In the namespace root keeps its files but not its power over those of others, so a folder inside another's home may be out of reach. */
function namespaceWorks(folder: string, { postgres }: Binaries): boolean {
  const probe = ['sh', '-c', 'test -w "$0" && exec "$1" --version', folder, postgres];
  return process.platform === 'linux' && spawnSync('unshare', [...namespace, ...probe], { stdio: 'ignore' }).status === 0;
}

function asAccount(account: Account, folder: string, installed: Binaries): Runner {
  const { uid, gid } = account;
  chownSync(folder, uid, gid);
  const may = (script: string, ...args: string[]) =>
    spawnSync('sh', ['-c', script, ...args], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;
  if (!may('test -w "$0"', folder)) throw outOfReach(folder, account);
  // Typically a node_modules under root's own home, which is closed to every other account.
  const reachable = may('exec "$0" --version', installed.postgres) && may('exec "$0" --version', installed.initdb);
  const binaries = reachable ? installed : copiedBinaries(installed, folder);
  // Whatever the umask of the copy or of the installation was, its new reader may enter.
  if (!reachable) giveAll(dirname(dirname(dirname(binaries.postgres))), account);
  return {
    how: 'postgres-account',
    binaries,
    spawn: (command, args, options) => spawn(command, args, { ...options, uid, gid, env: environment() }),
    give: (path) => chownSync(path, uid, gid),
  };
}

/** The caller's own PGPORT, PGDATA or PGOPTIONS must not reach the server. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));
}

function giveAll(path: string, account: Account): void {
  lchownSync(path, account.uid, account.gid);
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(path, entry), account.uid, account.gid);
  }
}

function accountOf(uid: number, cluster: string): Account {
  const account = accounts().find((candidate) => candidate.uid === uid);
  // PostgreSQL itself looks its user up by number and gives up when there is no such entry.
  if (account === undefined) throw belongsToAnother(cluster, uid);
  return account;
}

function accounts(): Account[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

function belongsToAnother(cluster: string, uid: number): EmbeddedRefusal {
  return new EmbeddedRefusal({
    zh: `数据目录 ${cluster} 属于另一个系统账户（编号 ${uid}）。请用该账户启动，或者由系统管理员把整个目录改为当前账户所有。`,
    en: `The data folder ${cluster} belongs to another system account (number ${uid}). Start as that account, or have the system administrator hand the whole folder over.`,
  });
}

function noAccount(): EmbeddedRefusal {
  return new EmbeddedRefusal({
    zh: '数据库不能以 root 身份运行，而本机既不允许用户命名空间，也没有 postgres 或 nobody 账户。请用普通账户启动，或者新建 postgres 账户。',
    en: 'The database may not run as root, and this machine has neither user namespaces nor an account postgres or nobody. Start as an ordinary account, or create the account postgres.',
  });
}

function outOfReach(folder: string, account: Account): EmbeddedRefusal {
  return new EmbeddedRefusal({
    zh: `数据库将以 ${account.name} 账户运行，但该账户进不了数据目录 ${folder}。请把数据目录放到它能到达的位置（如 /var/lib/zhanqiao），或者用普通账户启动。`,
    en: `The database would run as the account ${account.name}, which cannot reach the data folder ${folder}. Put the data where it can (such as /var/lib/zhanqiao), or start as an ordinary account.`,
  });
}
