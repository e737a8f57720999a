import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Platform } from '../platform.ts';
import { refuseRequest } from './refusals.ts';
import { tokenDigest } from './token-digest.ts';

/** Refuses a change that another site's page asked for. A caller that is no browser names no origin and carries no cookie of ours by accident. */
export function refuseOtherOrigin(request: FastifyRequest, origins: readonly string[]): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') throw refuseRequest('crossSite');
  const { origin } = request.headers;
  if (origin === undefined || origins.includes(origin)) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.host) throw refuseRequest('crossSite');
}

/** The token a page of the session sends with every change; follows from the session's own secret, so nothing more is kept. */
export function csrfToken(platform: Pick<Platform, 'secrets'>, sessionToken: string): string {
  return tokenDigest(platform.secrets.codes, `csrf:${sessionToken}`, 'base64url');
}

/** Refuses a change of a signed-in browser that does not carry the token of its session. */
export function refuseWithoutToken(platform: Pick<Platform, 'secrets'>, request: FastifyRequest, sessionToken: string): void {
  const given = Buffer.from(String(request.headers['x-csrf-token'] ?? ''));
  const expected = Buffer.from(csrfToken(platform, sessionToken));
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw refuseRequest('badToken');
}

/**
 * Whether a request comes from this machine and was made for it. Not through a gateway, and not under another site's name: a page whose
 * name was made to lead here (DNS rebinding) may set any header but `host`.
 */
export function isFromHere(request: FastifyRequest): boolean {
  const isPassedOn = Object.keys(request.headers).some((name) => name === 'forwarded' || name.startsWith('x-forwarded-'));
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return !isPassedOn && isLoopback(request.socket.remoteAddress ?? '') && ['127.0.0.1', 'localhost', '[::1]'].includes(host);
}

function isLoopback(address: string): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address);
}
