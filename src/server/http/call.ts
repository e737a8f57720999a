import type { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { OutOf, ParamsOf, RouteKey, routes } from '#contract/routes.ts';
import type { Actor } from '#kernel/actor.ts';
import type { Tx } from '#store/database.ts';
import type { Platform } from '../platform.ts';
import type { Limits } from './limits.ts';
import type { OpenSession, Sessions } from './sessions.ts';

export type PostActor = Extract<Actor, { kind: 'post' }>;

type Parsed<K extends RouteKey, P extends 'query' | 'body'> = (typeof routes)[K] extends { readonly [X in P]: infer Z extends z.ZodType } ? z.output<Z> : undefined;
type IsOpen<K extends RouteKey> = (typeof routes)[K]['access'] extends 'anybody' ? true : false;

/** One request to a route of the table: what was sent, parsed once, and who sent it. */
export interface Call<K extends RouteKey> {
  readonly platform: Platform;
  readonly limits: Limits;
  readonly sessions: Sessions;
  readonly params: ParamsOf<K>;
  readonly query: Parsed<K, 'query'>;
  readonly body: Parsed<K, 'body'>;
  readonly session: IsOpen<K> extends true ? OpenSession | undefined : OpenSession;
  /** The post of the session, held today. */
  readonly actor: IsOpen<K> extends true ? PostActor | undefined : PostActor;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Reads within the district. */
  reading<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction within the district. */
  writing<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** Bytes instead of JSON. */
export interface Raw {
  readonly type: string;
  readonly bytes: Readable | Buffer | string;
  /** Downloaded under this name; shown in the page when there is none. */
  readonly download?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a route answers: its declared shape, or bytes; nothing where it has written to the connection itself. */
export type Answer<K extends RouteKey> = (typeof routes)[K] extends { readonly raw: string } ? Raw | undefined : OutOf<K>;

export type Handler<K extends RouteKey> = (call: Call<K>) => Promise<Answer<K>>;
/** A handler for every route there is: a forgotten one does not compile. */
export type Handlers = { readonly [K in RouteKey]: Handler<K> };
