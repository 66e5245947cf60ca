import type { Request, Response } from 'express';
import { storableText } from './store/index.js';

/** Name of the cookie that says who sits at this browser. */
const COOKIE = 'coder';
/** Characters of the longest name or initials. */
export const LONGEST_CODER = 60;
const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** The person at this browser, as they call themselves, or null: noted with every change made by hand. */
export function coderOf({ headers }: Request): string | null {
  const prefix = `${COOKIE}=`;
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  const value = cookies.find((cookie) => cookie.startsWith(prefix))?.slice(prefix.length);
  return value ? storableText(decoded(value).slice(0, LONGEST_CODER)).trim() || null : null;
}

/** A browser may send anything. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}

/** Has the browser remember who sits at it; an empty name is forgotten. */
export function rememberCoder(response: Response, name: string): void {
  const options = { httpOnly: true, sameSite: 'lax', path: '/' } as const;
  if (name === '') response.clearCookie(COOKIE, options);
  else response.cookie(COOKIE, name, { ...options, maxAge: YEAR_MS });
}
