import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  deleteArticle,
  deleteArticles,
  deleteImport,
  findOriginal,
  listArticles,
  loadImport,
  loadResult,
  purgeDeleted,
} from '../../server/store/index.js';
import { ARTICLE, line, PARAGRAPHS } from './articles.js';
import { finished, openTestJobs, type TestJobs } from './open-test-jobs.js';

jest.setTimeout(120_000);

let test: TestJobs;
beforeAll(async () => {
  test = await openTestJobs();
});
afterAll(() => test.close());

const library = () => listArticles(test.store, { target: 'coalition' });

describe('an import', () => {
  it('keeps the good files, refuses the others with reason and next step, and names bad lines', async () => {
    const done = await test.importTexts({
      'report.txt': ARTICLE,
      'empty.txt': '',
      'picture.txt': '\u0000\u0001\u0002PNG\u0000\u0000'.repeat(50),
      'lines.jsonl': [
        line('a', 'One', PARAGRAPHS),
        '{"id": "b"',
        line('c', 'Two', ['Nothing of note.']),
      ].join('\n'),
    });
    expect(done.status).toBe('done');
    expect(done.files.map(({ file, status }) => [file, status])).toEqual([
      ['report.txt', 'done'],
      ['empty.txt', 'refused'],
      ['picture.txt', 'refused'],
      ['lines.jsonl', 'done'],
    ]);
    for (const { reason, hint } of done.files.filter(({ status }) => status === 'refused')) {
      expect([reason, hint].every((text) => text && text.length > 10)).toBe(true);
    }
    expect(done.files[3]?.articles).toHaveLength(2);
    expect(done.files[3]?.refusals).toEqual([expect.objectContaining({ line: 2 })]);
  });

  it('scores what it keeps towards the default target', async () => {
    const done = await test.importTexts({
      'report.txt': `${ARTICLE}\nA line more than before, for the record.\n`,
    });
    const [article] = done.files[0]?.articles ?? [];
    const stored = await loadResult(test.store, { articleId: article?.id ?? '', target: 'coalition' });
    expect(stored?.result.paragraphs.some(({ basis }) => basis === 'mentioned')).toBe(true);
    expect(stored?.result.attributions.length).toBeGreaterThan(0);
    const listed = (await library()).rows.find(({ id }) => id === article?.id);
    expect(listed).toMatchObject({ stance: stored?.result.stance, runId: stored?.runId });
    expect(await findOriginal(test.store, article?.id ?? '')).toMatchObject({ name: 'report.txt' });
  });

  it('keeps a file until the last of its articles is gone for good', async () => {
    const { files } = await test.importTexts({
      'pair.jsonl': [line('p', 'First', ['One text.']), line('q', 'Second', ['Another text.'])].join('\n'),
    });
    const ids = files[0]?.articles.map(({ id }) => id) ?? [];
    const { path } = (await findOriginal(test.store, ids[0] ?? '')) ?? { path: '' };
    for (const [at, id] of ids.entries()) {
      expect(existsSync(path)).toBe(true);
      const now = new Date(Date.UTC(2026, at * 2, 1));
      await deleteArticles(test.store, { target: 'coalition', ids: [id] }, { coder: null, now });
      await purgeDeleted(test.store, new Date(Date.UTC(2026, at * 2 + 1, 5)));
    }
    expect(existsSync(path)).toBe(false);
  });

  it('says of an article that the library has that it is a duplicate, and keeps it once', async () => {
    const paragraphs = ['A text that comes in twice.', 'It is the same each time.'];
    const first = await test.importTexts({ 'one.jsonl': line('x', 'Outlet', paragraphs) });
    const before = (await library()).total;
    const second = await test.importTexts({
      'two.jsonl': [line('y', 'Outlet', paragraphs), line('z', 'Outlet', paragraphs)].join('\n'),
    });
    const id = first.files[0]?.articles[0]?.id ?? '';
    expect(first.files[0]?.articles[0]?.duplicateOf).toBeNull();
    expect(second.files[0]?.articles.map(({ duplicateOf }) => duplicateOf)).toEqual([id, id]);
    expect((await library()).total).toBe(before);
  });

  it('keeps a wire report under two outlets as two articles', async () => {
    const paragraphs = ['A report of the wire.', 'Two outlets run it.'];
    const lines = [line('p', 'Morning Post', paragraphs), line('q', 'Evening Post', paragraphs)];
    const done = await test.importTexts({ 'wire.jsonl': lines.join('\n') });
    const articles = done.files[0]?.articles ?? [];
    expect(new Set(articles.map(({ id }) => id)).size).toBe(2);
    expect(articles.every(({ duplicateOf }) => duplicateOf === null)).toBe(true);
  });

  it('lists a file that was not taken at all among the others', async () => {
    const refusal = { code: 'file-too-large', reason: 'The file is too large.', hint: 'Split it.' };
    const id = await test.jobs.importFiles([{ name: 'huge.txt', refusal }]);
    const done = await finished(test.jobs, id);
    expect(done.status).toBe('failed');
    expect(done.files).toEqual([
      expect.objectContaining({ file: 'huge.txt', status: 'refused', ...refusal }),
    ]);
  });

  it('towards a target that there is not is refused before anything is kept', async () => {
    const files = [{ name: 'a.txt', text: ARTICLE }];
    for (const target of ['nowhere', '../../package.json', 'corpus/targets/coalition.yaml']) {
      await expect(test.jobs.importFiles(files, { targets: [target] })).rejects.toMatchObject({
        code: 'unknown-target',
        hint: expect.stringContaining('coalition'),
      });
    }
  });

  it('can be deleted with what it alone brought', async () => {
    const mine = line('m', 'Mine', ['Only this import has this text.']);
    const shared = line('s', 'Shared', ['Two imports have this text.']);
    const first = await test.importTexts({ 'both.jsonl': [mine, shared].join('\n') });
    await test.importTexts({ 'again.jsonl': shared });
    const ids = first.files[0]?.articles.map(({ id }) => id) ?? [];
    expect(await deleteImport(test.store, first.id)).toBe(true);
    expect(await loadImport(test.store, first.id)).toBeNull();
    const left = (await listArticles(test.store, { target: 'coalition', ids })).rows.map(({ id }) => id);
    expect(left).toEqual([ids[1]]);
    expect(await deleteArticle(test.store, ids[1] ?? '')).toBe(true);
  });
});
