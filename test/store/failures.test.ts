import { describe, expect, it } from '@jest/globals';
import { StoreUnavailable, toStoreError } from '../../server/store/failures.js';

const failure = (message: string, fields: object) => Object.assign(new Error(message), fields);

describe('a failure of the driver', () => {
  it('means unavailable where the server is away, starting, stopping or full of connections', () => {
    const away = [
      failure('connect ECONNREFUSED', { code: 'ECONNREFUSED' }),
      failure('the database system is starting up', { code: '57P03' }),
      failure('terminating connection', { code: '57P01' }),
      failure('too many clients', { code: '53300' }),
      failure('broken', { code: '08006' }),
      failure('Connection terminated unexpectedly', {}),
      failure('timeout exceeded when trying to connect', {}),
    ];
    for (const error of away) expect(toStoreError(error)).toMatchObject({ code: 'store-unavailable' });
  });

  it('is told apart where a question took too long and where the disk is full', () => {
    expect(toStoreError(failure('canceling', { code: '57014' }))).toMatchObject({ code: 'store-timeout' });
    expect(toStoreError(failure('no space', { code: '53100' }))).toMatchObject({ code: 'store-full' });
  });

  it('stays what it is where it is a fault of the program, without the text of the failing row', () => {
    const secret = 'Failing row contains (the whole article)';
    const error = failure('violates a constraint', { code: '23502', detail: secret, where: secret });
    const known = toStoreError(error);
    expect(known).toBe(error);
    expect(known).not.toBeInstanceOf(StoreUnavailable);
    expect(JSON.stringify({ ...error })).not.toContain(secret);
  });

  it('passes through what is no error, and what is known already', () => {
    const known = new StoreUnavailable('store-full', 'm', 'h');
    expect(toStoreError(known)).toBe(known);
    expect(toStoreError('text')).toBe('text');
  });
});
