import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../analysis/article/index.js';
import { HttpError, toFailure, toHttpError } from '../../server/errors.js';
import { StoreUnavailable } from '../../server/store/failures.js';

const gone = new StoreUnavailable('store-unavailable', 'The database does not answer.', 'Wait.');

describe('errors as answers', () => {
  it.each([
    [
      new InputError('unknown-target', 'There is no target "x"', 'Give one of: coalition'),
      404,
      'unknown-target',
    ],
    [new InputError('bad-date', 'No date', 'Write it as YYYY-MM-DD'), 400, 'bad-date'],
    [new HttpError(403, 'foreign-origin', 'Refused', 'Open Standpoint itself'), 403, 'foreign-origin'],
    [gone, 503, 'store-unavailable'],
    [Object.assign(new Error('File too large'), { code: 'LIMIT_FILE_SIZE' }), 413, 'too-large'],
    [Object.assign(new Error('request aborted'), { status: 400 }), 400, 'damaged-request'],
    [new TypeError('x is not a function'), 500, 'bug'],
    ['thrown text', 500, 'bug'],
    [null, 500, 'bug'],
  ])('%s', (thrown, status, code) => {
    expect(toHttpError(thrown)).toMatchObject({ status, code });
  });

  it('give away nothing of a bug', () => {
    const answer = toHttpError(new Error('secret path /home/ann'));
    expect(`${answer.message} ${answer.hint}`).not.toContain('ann');
  });
});

describe('errors as exit codes', () => {
  it('tell the fault of a person in two lines', () => {
    const failure = toFailure(new InputError('usage', 'No files were given', 'Name files.'));
    expect(failure).toEqual({ exitCode: 2, message: 'error: No files were given\nName files.' });
  });

  it('tell how to mend a fault of the machine', () => {
    const taken = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' });
    expect(toFailure(taken)).toMatchObject({ exitCode: 2, message: expect.stringContaining('set PORT') });
    expect(toFailure(gone)).toMatchObject({ exitCode: 2, message: expect.stringContaining('Wait.') });
  });

  it('show the stack of a bug', () => {
    expect(toFailure(new TypeError('broken'))).toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/TypeError: broken[\s\S]*at /),
    });
  });
});
