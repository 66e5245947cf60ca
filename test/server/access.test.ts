import { describe, expect, it } from '@jest/globals';
import type { Request, Response } from 'express';
import { passwordGuard } from '../../server/access.js';
import { HttpError } from '../../server/errors.js';

const PASSWORD = 'correct horse';
const MINUTE = 60_000;

/** A guard on a clock that is moved by hand; gives the status of each attempt. */
function guarded() {
  const clock = { now: 0 };
  const guard = passwordGuard(PASSWORD, () => clock.now);
  const attempt = (password: string | null, ip = '192.0.2.1'): number => {
    const authorization =
      password === null ? undefined : `Basic ${Buffer.from(`a:${password}`).toString('base64')}`;
    let status = 0;
    guard(
      { ip, headers: { authorization } } as Request,
      { set: () => undefined } as unknown as Response,
      (error) => {
        status = error instanceof HttpError ? error.status : 200;
      },
    );
    return status;
  };
  return { clock, attempt };
}

describe('passwordGuard', () => {
  it('lets the right password in, with any user name', () => {
    expect(guarded().attempt(PASSWORD)).toBe(200);
  });

  it('asks where none is given, without counting it as an attempt', () => {
    const { attempt } = guarded();
    for (let count = 0; count < 20; count++) expect(attempt(null)).toBe(401);
    expect(attempt(PASSWORD)).toBe(200);
  });

  it('turns an address away after ten wrong ones, until the window is over', () => {
    const { clock, attempt } = guarded();
    for (let count = 0; count < 10; count++) expect(attempt('wrong')).toBe(401);
    expect(attempt(PASSWORD)).toBe(429);
    expect(attempt(PASSWORD, '192.0.2.2')).toBe(200);
    clock.now += 16 * MINUTE;
    expect(attempt(PASSWORD)).toBe(200);
  });

  it('forgets wrong attempts after a right one', () => {
    const { attempt } = guarded();
    for (let round = 0; round < 3; round++) {
      for (let count = 0; count < 9; count++) expect(attempt('wrong')).toBe(401);
      expect(attempt(PASSWORD)).toBe(200);
    }
  });
});
