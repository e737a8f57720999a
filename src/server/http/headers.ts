import { randomBytes } from 'node:crypto';
import type { Platform } from '../platform.ts';

/** A fresh value for the one place that may write styles into the page: antd's, which carries it. */
export function drawNonce(): string {
  return randomBytes(18).toString('base64');
}

/** What a page may load: its own and nothing else. Nothing is ever asked of another host. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    // Documents shown in the page: a link inside one leads to no other host.
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}

/** Answers that are no page load nothing. */
export const answerPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** A PDF by itself or in a frame of our own pages; see docs/decisions/pdf-preview.md. */
export const documentHeaders = { 'content-security-policy': "frame-ancestors 'self'; base-uri 'none'; form-action 'none'", 'x-frame-options': 'SAMEORIGIN' };

/** The headers of every answer. */
export function commonHeaders(platform: Pick<Platform, 'tls'>): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    ...(platform.tls ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
