import type { BodyOf, OutOf, ParamsOf, QueryOf, RouteKey } from '#contract/routes.ts';
import type { Problem as ProblemBody, StoredFile } from '#contract/shapes.ts';
import type { Text } from '#kernel/words.ts';
import { currentLanguage } from '#web/language.ts';

/** A refusal or a failure as the browser meets it: words for people, fields for forms. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly words: Text;
  readonly fields: Readonly<Record<string, Text>>;
  readonly incident: string | undefined;

  constructor(status: number, code: string, words: Text, fields: Readonly<Record<string, Text>> = {}, incident?: string) {
    super(`${code}: ${words.en}`);
    this.status = status;
    this.code = code;
    this.words = words;
    this.fields = fields;
    this.incident = incident;
  }
}

type Given<K extends RouteKey> = (keyof ParamsOf<K> extends never ? { readonly params?: undefined } : { readonly params: ParamsOf<K> }) &
  (undefined extends QueryOf<K> ? { readonly query?: undefined } : { readonly query?: QueryOf<K> }) &
  (undefined extends BodyOf<K> ? { readonly body?: undefined } : { readonly body: BodyOf<K> }) & {
    /** Given again when the same thing is sent again after a broken connection. */
    readonly idempotencyKey?: string;
    readonly signal?: AbortSignal;
  };

/** What a call takes; may be left out where nothing is needed. */
export type Options<K extends RouteKey> = {} extends Given<K> ? [Given<K>?] : [Given<K>];

type Parts = { readonly params?: Readonly<Record<string, string>> | undefined; readonly query?: unknown; readonly body?: unknown; readonly idempotencyKey?: string; readonly signal?: AbortSignal };

let askAgain: (() => Promise<boolean>) | undefined;

/** What to do when the session has ended in the middle of something: once it says yes, what was refused is asked once more. */
export function whenSessionEnds(ask: (() => Promise<boolean>) | undefined): void {
  askAgain = ask;
}

/** Calls a route of the table. Throws a `Problem` for everything that is not an answer. */
export async function call<K extends RouteKey>(route: K, ...given: Options<K>): Promise<OutOf<K>> {
  try {
    return await callOnce(route, ...given);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'signIn' || route.includes('/api/session') || !(await askAgain?.())) throw error;
    return callOnce(route, ...given);
  }
}

async function callOnce<K extends RouteKey>(route: K, ...[options]: Options<K>): Promise<OutOf<K>> {
  const parts: Parts = options ?? {};
  const method = route.slice(0, route.indexOf(' '));
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage() };
  if (method !== 'GET') Object.assign(headers, await changeHeaders(route, parts.idempotencyKey));
  if (parts.body !== undefined) headers['content-type'] = 'application/json';
  const response = await fetch(address(route, parts.params, parts.query), {
    method,
    headers,
    ...(parts.body === undefined ? {} : { body: JSON.stringify(parts.body) }),
    ...(parts.signal ? { signal: parts.signal } : {}),
  }).catch((error: unknown) => {
    if (parts.signal?.aborted) throw error;
    throw unreachable();
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, answer);
  if (isSession(answer)) csrf = answer.csrf;
  // The server checks what it sends against the same table.
  return answer as OutOf<K>;
}

/** The address of a route, for links, downloads and pictures. */
export function address(route: RouteKey, params: Readonly<Record<string, string>> = {}, query?: unknown): string {
  const path = route.slice(route.indexOf(' ') + 1).replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined && each !== '') search.append(name, String(each));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}

/** Sends files and tells how far it is, from 0 to 1. fetch cannot tell how much has gone up. */
export async function upload<T = readonly StoredFile[]>(path: string, files: readonly File[], onProgress: (share: number) => void): Promise<T> {
  const headers = await changeHeaders(path);
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('accept-language', currentLanguage());
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => (request.status < 300 ? resolve(request.response as T) : reject(problemOf(request.status, request.response)));
    request.onerror = () => reject(unreachable());
    const form = new FormData();
    for (const file of files) form.append('file', file, file.name);
    request.send(form);
  });
}

/** Sends one piece of a file as a form, with its progress; may be broken off. */
export async function uploadPiece<T>(path: string, bytes: Uint8Array<ArrayBuffer>, onProgress: (share: number) => void, signal: AbortSignal): Promise<T> {
  const headers = await changeHeaders(path);
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    signal.addEventListener('abort', () => request.abort());
    request.open('PUT', path);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader('accept-language', currentLanguage());
    request.responseType = 'json';
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () => (request.status < 300 ? resolve(request.response as T) : reject(problemOf(request.status, request.response)));
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(unreachable());
    const form = new FormData();
    form.append('file', new Blob([bytes]), 'piece');
    request.send(form);
  });
}

/** A key by which the server knows the same request again. Plain http has no crypto.randomUUID. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Any failure as a problem with words. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(0, 'defect', { zh: '页面出了差错，请刷新后再试。', en: 'Something went wrong on this page. Please reload it.' });
}

let csrf: string | undefined;

async function changeHeaders(route: string, key = newKey()): Promise<Record<string, string>> {
  if (csrf === undefined) await call('GET /api/session');
  return { 'x-csrf-token': csrf ?? '', ...(route.startsWith('DELETE') ? {} : { 'idempotency-key': key }) };
}

function problemOf(status: number, body: unknown): Problem {
  const given = body as Partial<ProblemBody> | undefined | null;
  if (given?.words) return new Problem(status, given.code ?? String(status), given.words, given.fields, given.incident);
  if (status >= 502 && status <= 504) return new Problem(status, 'unavailable', { zh: '平台正在启动或维护，请稍候再试。', en: 'The platform is starting or being maintained. Please try again shortly.' });
  return new Problem(status, String(status), { zh: `平台没有办成这件事（${status}）。`, en: `The platform could not do this (${status}).` });
}

function unreachable(): Problem {
  return new Problem(0, 'offline', { zh: '连不上平台，请检查网络后再试。', en: 'The platform cannot be reached. Please check the network and try again.' });
}

function isSession(answer: unknown): answer is { csrf: string } {
  return typeof answer === 'object' && answer !== null && typeof (answer as { csrf?: unknown }).csrf === 'string';
}
