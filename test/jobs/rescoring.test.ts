import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { loadResources, type TargetContent, writeTarget } from '../../analysis/resources/index.js';
import { startJobs } from '../../server/jobs/index.js';
import {
  cancelRescoring,
  listRescorings,
  listRuns,
  loadRescoring,
  loadResult,
  saveCorpusFile,
} from '../../server/store/index.js';
import { ARTICLE, line, PARAGRAPHS } from './articles.js';
import { openTestJobs, type TestJobs } from './open-test-jobs.js';

jest.setTimeout(120_000);

const resources = loadResources();
const coalition = resources.targets.get('coalition') as TargetContent;

let test: TestJobs;
let ids: string[];

beforeAll(async () => {
  test = await openTestJobs();
  const done = await test.importTexts({
    'report.txt': ARTICLE,
    'more.jsonl': ['a', 'b', 'c'].map((id) => line(id, id, [...PARAGRAPHS, id])).join('\n'),
  });
  ids = done.files.flatMap(({ articles }) => articles.map(({ id }) => id));
});
afterAll(() => test.close());

async function edit(slug: string, content: string | null, seen: number) {
  return await saveCorpusFile(test.store, {
    path: `targets/${slug}.yaml`,
    content,
    coder: null,
    note: '',
    seen,
  });
}

async function rescore(articleIds: readonly string[]) {
  const { id } = await test.jobs.rescore({
    target: (await test.jobs.editions.refresh()).resources.targets.get('coalition') ?? coalition,
    scope: 'some articles',
    articleIds,
    coder: 'Ida',
  });
  return await finished(id);
}

async function finished(id: string) {
  for (;;) {
    const found = await loadRescoring(test.store, id);
    if (!found) throw new Error('no such rescoring');
    if (found.finishedAt !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('scoring again', () => {
  it('makes nothing new where nothing has changed', async () => {
    const before = await loadResult(test.store, { articleId: ids[0] ?? '', target: 'coalition' });
    const done = await rescore(ids);
    expect(done).toMatchObject({ total: 4, scored: 0, current: 4, failed: 0, coder: 'Ida', failure: null });
    expect(await loadResult(test.store, { articleId: ids[0] ?? '', target: 'coalition' })).toEqual(before);
    expect(await listRuns(test.store, 'coalition')).toHaveLength(1);
  });

  it('makes a new run with the target as it was edited, for the articles asked for only', async () => {
    const { text } = writeTarget(
      { ...coalition, aliases: [], shortForms: [], lookalikes: [] },
      resources.defaultDimensions,
    );
    expect(await edit('coalition', text, 0)).toMatchObject({ kept: { version: 1 } });
    const done = await rescore(ids.slice(0, 2));
    expect(done).toMatchObject({ total: 2, scored: 2, current: 0, failed: 0 });
    const [newest, first] = await listRuns(test.store, 'coalition');
    expect([newest?.articles, newest?.newest, first?.articles, first?.newest]).toEqual([2, 2, 4, 2]);
    expect(newest?.definition.aliases).toEqual([]);
    const earlier = await loadResult(test.store, {
      articleId: ids[0] ?? '',
      target: 'coalition',
      run: first?.id,
    });
    expect(earlier?.runId).toBe(first?.id);
  });

  it('goes back to the first run when the edit is taken back', async () => {
    await edit('coalition', null, 1);
    expect(await rescore(ids)).toMatchObject({ scored: 2, current: 2 });
    const [newest, first] = await listRuns(test.store, 'coalition');
    expect([newest?.newest, first?.newest]).toEqual([0, 4]);
  });

  it('can be cancelled, once', async () => {
    const { id } = await test.jobs.rescore({ target: coalition, scope: 'x', articleIds: ids, coder: null });
    const cancelled = await cancelRescoring(test.store, id, 'Ida');
    const found = await finished(id);
    expect(found.cancelledBy).toBe(cancelled ? 'Ida' : null);
    expect(await cancelRescoring(test.store, id, 'Bo')).toBe(false);
    expect((await listRescorings(test.store))[0]?.id).toBe(id);
  });

  it('is taken up by the next process when nobody finished it', async () => {
    await test.jobs.stop();
    const idle = await startJobs(test.store, { work: false });
    const { id } = await idle.rescore({ target: coalition, scope: 'x', articleIds: ids, coder: null });
    await idle.stop();
    expect((await loadRescoring(test.store, id))?.finishedAt).toBeNull();
    const jobs = await startJobs(test.store);
    expect(await finished(id)).toMatchObject({ total: 4, current: 4, failed: 0 });
    await jobs.stop();
  });
});

describe('an edition', () => {
  it('that is damaged is left out with the reason, and the rest is used', async () => {
    await edit('zzz', 'slug: zzz\nname: Sound\n', 0);
    await edit('yyy', 'slug: other\nname: Misnamed\n', 0);
    await edit('xxx', 'slug: xxx\nname: [', 0);
    const jobs = await startJobs(test.store, { work: false });
    const { resources, leftOut } = jobs.editions.current;
    expect([...resources.targets.keys()]).toEqual(['coalition', 'nato', 'un-security-council', 'zzz']);
    expect(leftOut.map(({ path }) => path)).toEqual(['targets/xxx.yaml', 'targets/yyy.yaml']);
    expect(leftOut[1]?.reason).toContain('Allowed: the name other.yaml');
    await jobs.stop();
  });

  it('made in another process is seen, and its folder is made again when it is gone', async () => {
    const [one, two] = [
      await startJobs(test.store, { work: false }),
      await startJobs(test.store, { work: false }),
    ];
    await edit('zzz', 'slug: zzz\nname: Renamed\n', 1);
    expect((await one.editions.refresh()).resources.targets.get('zzz')?.name).toBe('Renamed');
    for (const folder of one.editions.current.overlays) rmSync(folder, { recursive: true });
    expect((await two.editions.refresh()).resources.targets.get('zzz')?.name).toBe('Renamed');
    await Promise.all([one.stop(), two.stop()]);
  });

  it('refuses a change that was made from an older version, and says which is newer', async () => {
    expect(await edit('zzz', null, 1)).toMatchObject({
      newer: { version: 2, content: 'slug: zzz\nname: Renamed\n' },
    });
    const outcomes = await Promise.all([
      edit('www', 'slug: www\nname: A\n', 0),
      edit('www', 'slug: www\nname: B\n', 0),
    ]);
    expect(outcomes.filter((outcome) => 'kept' in outcome)).toHaveLength(1);
  });
});
