import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Result, Target } from '../../analysis/article/index.js';
import { loadResources, resolveTarget } from '../../analysis/resources/index.js';
import { listCorrections, listRuns, loadArticle, loadResult, targetRef } from '../../server/store/index.js';
import { ARTICLE } from './articles.js';
import { openTestJobs, type TestJobs } from './open-test-jobs.js';

jest.setTimeout(120_000);

let test: TestJobs;
let id: string;
const opposition: Target = resolveTarget({ name: 'Piet Maas' }, loadResources());

beforeAll(async () => {
  test = await openTestJobs();
  const done = await test.importTexts({ 'report.txt': ARTICLE });
  id = done.files[0]?.articles[0]?.id ?? '';
});
afterAll(() => test.close());

async function result(): Promise<Result> {
  const stored = await loadResult(test.store, { articleId: id, target: 'coalition' });
  if (!stored) throw new Error('not scored');
  return stored.result;
}

describe('scoring on demand', () => {
  it('scores an article towards another target once, and leaves the first score alone', async () => {
    const before = await result();
    const made = await test.jobs.scoreArticle(id, opposition);
    expect(made.target).toBe(targetRef(opposition));
    expect(made.result.target).toEqual({ slug: null, name: 'Piet Maas' });
    const again = await test.jobs.scoreArticle(id, opposition);
    expect(again).toEqual(made);
    expect(await listRuns(test.store, made.target)).toEqual([expect.objectContaining({ articles: 1 })]);
    expect(await result()).toEqual(before);
  });

  it('queues the articles of the library that were not scored towards a target', async () => {
    const target = resolveTarget({ name: 'Anna Lind' }, loadResources());
    expect(await test.jobs.scoreMissing(target)).toBe(1);
    const address = { articleId: id, target: targetRef(target) };
    while (!(await loadResult(test.store, address))) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await test.jobs.scoreMissing(target)).toBe(0);
  });

  it('says so where there is no such article', async () => {
    await expect(test.jobs.scoreArticle('nothing', opposition)).rejects.toMatchObject({
      code: 'unknown-article',
    });
  });
});

const note = { reason: '', coder: 'Anna', seen: 0 };

async function passageLeftOut(): Promise<{ index: number; text: string }> {
  const { dropped } = (await loadArticle(test.store, id))?.article ?? { dropped: [] };
  const index = dropped.findIndex(({ text, position }) => position !== undefined && text.length > 10);
  return { index, text: dropped[index]?.text ?? '' };
}

describe('a passage that was left out', () => {
  it('is put back with new scores towards every target, and left out again without a trace in the result', async () => {
    const before = await result();
    const { index, text } = await passageLeftOut();
    expect(text).not.toBe('');
    const { dropped } = (await loadArticle(test.store, id))?.asRead ?? { dropped: [] };

    const made = await test.jobs.correct(id, { kind: 'restore-dropped', index }, note);
    expect(made).toMatchObject({ status: 'done', revision: 1, made: [expect.any(String)] });
    const again = await test.jobs.correct(id, { kind: 'restore-dropped', index }, note);
    expect(again).toMatchObject({ status: 'done', revision: 1, made: [] });
    const restored = await result();
    expect(restored.articleId).toBe(id);
    expect(restored.paragraphs.map((unit) => unit.text)).toContain(text);
    expect(restored.paragraphs).toHaveLength(before.paragraphs.length + 1);
    expect(restored.provenance.settings).toBe(before.provenance.settings);
    expect(restored.provenance.corrections).not.toBe(before.provenance.corrections);
    for (const unit of restored.paragraphs) expect(restored.text.slice(unit.start, unit.end)).toBe(unit.text);
    const towards = await loadResult(test.store, { articleId: id, target: targetRef(opposition) });
    expect(towards?.result.text).toBe(restored.text);
    expect((await loadArticle(test.store, id))?.asRead.dropped).toEqual(dropped);

    const [correction] = await listCorrections(test.store, id);
    await test.jobs.revertCorrection(id, correction?.id ?? '', { coder: 'Ben' });
    expect(JSON.stringify(await result())).toBe(JSON.stringify(before));
    expect(await listCorrections(test.store, id)).toEqual([
      expect.objectContaining({ coder: 'Anna', madeRevision: 1, revertedBy: 'Ben', revertedRevision: 2 }),
    ]);
  });

  it('survives that the article is uploaded again', async () => {
    const { index } = await passageLeftOut();
    await test.jobs.correct(id, { kind: 'restore-dropped', index }, { ...note, seen: 9 });
    const restored = await result();
    const again = await test.importTexts({ 'again.txt': ARTICLE });
    expect(again.files[0]?.articles[0]?.duplicateOf).toBe(id);
    expect(await result()).toEqual(restored);
  });

  it('has to be one that there is', async () => {
    const wish = { kind: 'restore-dropped', index: 999 } as const;
    await expect(test.jobs.correct(id, wish, note)).rejects.toMatchObject({ code: 'unknown-passage' });
    await expect(test.jobs.revertCorrection(id, 'none', note)).rejects.toMatchObject({
      code: 'unknown-correction',
    });
  });
});
