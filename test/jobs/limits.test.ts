import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ARTICLE } from './articles.js';
import { openTestJobs, type TestJobs } from './open-test-jobs.js';

jest.setTimeout(120_000);

let test: TestJobs;
beforeAll(async () => {
  // No thread can be started and answer within this time.
  test = await openTestJobs({ limits: { parseMilliseconds: 1 } });
});
afterAll(() => test.close());

describe('a file that takes longer than allowed', () => {
  it('is ended and refused, and the next one is read by a new thread', async () => {
    const done = await test.importTexts({ 'slow.txt': ARTICLE, 'slow-too.txt': `${ARTICLE} ` });
    expect(done.status).toBe('failed');
    for (const file of done.files) {
      expect(file).toMatchObject({
        code: 'took-too-long',
        hint: expect.stringContaining('MAX_PARSE_SECONDS'),
      });
    }
  });
});
