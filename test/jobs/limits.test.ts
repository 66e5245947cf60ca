import { describe, expect, it, jest } from '@jest/globals';
import type { JobLimits } from '../../server/jobs/index.js';
import type { Import } from '../../server/store/index.js';
import { ARTICLE, line } from './articles.js';
import { openTestJobs } from './open-test-jobs.js';

jest.setTimeout(120_000);

async function importWithin(
  limits: Partial<JobLimits>,
  texts: Readonly<Record<string, string>>,
): Promise<Import> {
  const test = await openTestJobs({ limits });
  try {
    return await test.importTexts(texts);
  } finally {
    await test.close();
  }
}

describe('a file that breaks a limit', () => {
  it('of time is ended and refused, and the next one is read by a new thread', async () => {
    // No thread can be started and answer within this time.
    const texts = { 'slow.txt': ARTICLE, 'slow-too.txt': `${ARTICLE} ` };
    const done = await importWithin({ parseMilliseconds: 1 }, texts);
    expect(done.status).toBe('failed');
    for (const file of done.files) {
      expect(file).toMatchObject({
        code: 'took-too-long',
        hint: expect.stringContaining('STANDPOINT_MAX_PARSE_SECONDS'),
      });
    }
  });

  it('of memory is ended and refused, and the server goes on', async () => {
    // Less than the reading room itself takes.
    const done = await importWithin({ parseBytes: 4 * 1024 * 1024 }, { 'large.txt': ARTICLE });
    expect(done.files).toEqual([
      expect.objectContaining({
        code: 'took-too-much-memory',
        hint: expect.stringContaining('STANDPOINT_MAX_PARSE_MB'),
      }),
    ]);
  });

  it('of length is refused article by article', async () => {
    const lines = [line('long', 'One', ['word '.repeat(500)]), line('short', 'One', ['A word.'])];
    const done = await importWithin({ textLength: 1000 }, { 'two.jsonl': lines.join('\n') });
    expect(done.files[0]).toMatchObject({ status: 'done', articles: [{ title: 'A title' }] });
    expect(done.files[0]?.refusals).toEqual([expect.objectContaining({ index: 0, code: 'text-too-long' })]);
  });
});
