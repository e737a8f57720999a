import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { superuser } from './cluster.ts';
import type { Connection } from './supervisor.ts';

/**
 * The connection to the server that another process of ours keeps running on this folder, if it answers: commands that only read, or
 * write a row, need not wait until the platform is stopped. Where it listens stands in postmaster.pid (PostgreSQL, miscadmin.h: the
 * fourth line is the port, the fifth the folder of the socket, empty where there is none).
 */
export async function findRunning(folder: string): Promise<Connection | undefined> {
  const lines = read(join(folder, 'cluster', 'postmaster.pid'))?.split('\n');
  const password = read(join(folder, 'password'))?.trim();
  if (!lines || !password) return undefined;
  const connection = { host: lines[4]?.trim() || '127.0.0.1', port: Number(lines[3]), user: superuser, password };
  return (await answers(connection)) ? connection : undefined;
}

async function answers(connection: Connection): Promise<boolean> {
  const client = new pg.Client({ ...connection, database: 'postgres', connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // it may be stopping; then it is not running
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
