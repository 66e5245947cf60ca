import { createHash, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { HttpError } from './errors.js';

/** Wrong passwords allowed per address within the window, before it is turned away. */
const MAX_FAILURES = 10;
const WINDOW_MS = 15 * 60_000;
/** Addresses remembered at most; the oldest is forgotten first, so memory stays bounded. */
const MAX_ADDRESSES = 10_000;

/**
 * Asks for the password by HTTP Basic authentication (any user name); failures are counted per
 * address. `now` gives milliseconds. Throws HttpError 401 or 429.
 */
export function passwordGuard(password: string, now: () => number = Date.now): RequestHandler {
  const expected = digest(password);
  const failures = new Map<string, { count: number; since: number }>();

  const blocked = (address: string): boolean => {
    const record = failures.get(address);
    if (record && now() - record.since > WINDOW_MS) failures.delete(address);
    return (failures.get(address)?.count ?? 0) >= MAX_FAILURES;
  };
  const countFailure = (address: string): void => {
    const record = failures.get(address) ?? { count: 0, since: now() };
    failures.set(address, { ...record, count: record.count + 1 });
    const [oldest] = failures.keys();
    if (failures.size > MAX_ADDRESSES && oldest !== undefined) failures.delete(oldest);
  };

  return (request, response, next) => {
    const address = request.ip ?? 'unknown';
    if (blocked(address)) {
      response.set('Retry-After', String(WINDOW_MS / 1000));
      return next(
        new HttpError(
          429,
          'too-many-attempts',
          'Too many wrong passwords from this address.',
          'Wait fifteen minutes and try again.',
        ),
      );
    }
    const given = passwordOf(request.headers.authorization);
    if (given !== null && timingSafeEqual(digest(given), expected)) {
      failures.delete(address);
      return next();
    }
    if (given !== null) countFailure(address);
    response.set('WWW-Authenticate', 'Basic realm="Standpoint", charset="UTF-8"');
    return next(
      new HttpError(
        401,
        'password-needed',
        'This Standpoint asks for a password.',
        'Enter the password that its owner set in STANDPOINT_PASSWORD; the user name does not matter.',
      ),
    );
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function passwordOf(header: string | undefined): string | null {
  const [scheme, credentials] = (header ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic' || !credentials) return null;
  const decoded = Buffer.from(credentials, 'base64').toString('utf8');
  return decoded.includes(':') ? decoded.slice(decoded.indexOf(':') + 1) : null;
}
