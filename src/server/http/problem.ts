import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Problem } from '#contract/shapes.ts';
import { dayOf } from '#kernel/calendar.ts';
import { issueWords, requiredWords } from '#kernel/kind.ts';
import { refuse, Refusal } from '#kernel/refusal.ts';
import type { Language, Text } from '#kernel/words.ts';
import { TableRefusal } from '#reports/table-refusal.ts';
import { StoreUnavailable } from '#store/database.ts';
import type { Platform } from '../platform.ts';
import { refuseRequest } from './refusals.ts';

/** Seconds after which a database that went away is worth another try. */
const unavailableFor = 5;

/** The language a request asks for: the header of the page, then the browser's, Chinese otherwise. */
export function languageOf(request: Pick<FastifyRequest, 'headers'>): Language {
  const asked = request.headers['x-language'];
  if (asked === 'zh' || asked === 'en') return asked;
  const weighted = (request.headers['accept-language'] ?? '').split(',').flatMap((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = /^(zh|en)(-|$)/.exec(tag)?.[1];
    const quality = Number(parameters.find((each) => each.trim().startsWith('q='))?.split('=')[1] ?? 1);
    return language && quality > 0 ? [{ language: language as Language, quality }] : [];
  });
  return weighted.toSorted((a, b) => b.quality - a.quality)[0]?.language ?? 'zh';
}

/** Answers anything that was thrown: a refusal with its words, a defect with a number and nothing else. */
export async function answerProblem(platform: Platform, error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const refusal = asRefusal(error);
  const incident = refusal ? undefined : incidentNumber(platform);
  const said = refusal ?? refuseRequest('defect', { incident: incident ?? '' });
  if (!refusal) {
    platform.log.error({ incident, requestId: request.id, method: request.method, route: request.routeOptions.url, err: error }, 'a defect');
  } else if (said.status >= 500) {
    platform.log.warn({ requestId: request.id, code: said.code, err: error }, 'cannot answer');
  }
  const retryAfter = said.detail?.['retryAfter'] ?? (said.status === 503 ? unavailableFor : undefined);
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  await reply.code(said.status).headers(problemHeaders(request)).send(JSON.stringify(problemBody(said, languageOf(request), incident)));
}

/** The body of a refusal, RFC 9457. */
export function problemBody(refusal: Refusal, language: Language, incident?: string): Problem {
  return {
    type: `urn:zhanqiao:problem:${refusal.code}`,
    title: refusal.words[language],
    status: refusal.status,
    code: refusal.code,
    words: refusal.words,
    ...(refusal.fields ? { fields: refusal.fields } : {}),
    ...(incident ? { incident } : {}),
  };
}

/** What a schema at the edge found wrong, as a refusal that names each field. */
export function refuseIssues(error: z.ZodError): Refusal {
  const fields: Record<string, Text> = {};
  for (const issue of error.issues) {
    const name = [...issue.path, ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [])].join('.') || 'body';
    const isMissing = issue.code === 'invalid_type' && issue.input === undefined && issue.path.length > 0 && /received undefined/.test(issue.message);
    fields[name] ??= isMissing ? requiredWords : issueWords(issue, { kind: 'text', name: { zh: name, en: name } });
  }
  return refuse('badInput', { count: Object.keys(fields).length }, { fields });
}

function problemHeaders(request: FastifyRequest): Record<string, string> {
  return { 'content-type': 'application/problem+json; charset=utf-8', 'content-language': languageOf(request) === 'zh' ? 'zh-CN' : 'en', 'cache-control': 'no-store' };
}

/** Fastify's own errors by their code. */
const frameworkRefusals: Readonly<Record<string, (error: { readonly message: string }) => Refusal>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => refuseRequest('tooLarge', { limit: '1 MB' }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () => refuseRequest('wrongType', { expected: 'application/json' }),
  FST_ERR_CTP_EMPTY_JSON_BODY: () => refuseRequest('malformed'),
  FST_ERR_CTP_INVALID_JSON_BODY: () => refuseRequest('malformed'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () => refuseRequest('malformed'),
  FST_ERR_BAD_URL: () => refuseRequest('unknownRoute'),
  FST_STATIC_FORBIDDEN_PATH: () => refuseRequest('unknownRoute'),
  FST_ERR_MAX_PARAM_LENGTH: () => refuseRequest('unknownRoute'),
  FST_MP_PREMATURE_CLOSE: () => refuseRequest('brokenUpload'),
  FST_PARTS_LIMIT: () => refuseRequest('brokenUpload'),
  FST_FIELDS_LIMIT: () => refuseRequest('brokenUpload'),
  FST_FILES_LIMIT: () => refuseRequest('tooManyFiles', { limit: 10 }),
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => refuseRequest('wrongType', { expected: 'multipart/form-data' }),
  FST_PROTO_VIOLATION: () => refuseRequest('brokenUpload'),
};

/** PostgreSQL's: statement timeout, disk full, too many connections, serialization, deadlock, a lock too long held, the same row twice. */
const databaseRefusals: Readonly<Record<string, () => Refusal>> = {
  '57014': () => refuseRequest('busy'),
  '53100': () => refuseRequest('diskFull'),
  '53300': () => refuseRequest('busy'),
  '40001': () => refuseRequest('busy'),
  '40P01': () => refuseRequest('busy'),
  '55P03': () => refuseRequest('busy'),
  '23505': () => refuseRequest('conflict'),
};

function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof z.ZodError) return refuseIssues(error);
  if (error instanceof StoreUnavailable) return refuseRequest('unavailable');
  if (error instanceof TableRefusal) return new Refusal(error.code, { ...error.words, status: 422 });
  if (!(error instanceof Error)) return undefined;
  const { code = '', statusCode } = error as Error & { readonly code?: string; readonly statusCode?: number };
  if (code === 'ENOSPC' || code === 'EDQUOT') return refuseRequest('diskFull');
  if (Object.hasOwn(databaseRefusals, code)) return databaseRefusals[code]?.();
  if (Object.hasOwn(frameworkRefusals, code)) return frameworkRefusals[code]?.(error);
  // The parsers of bodies say only that the client was wrong.
  if (statusCode === 400) return refuseRequest('malformed');
  return undefined;
}

function incidentNumber(platform: Platform): string {
  return `${dayOf(platform.now()).replaceAll('-', '')}-${randomBytes(4).toString('hex').toUpperCase()}`;
}
