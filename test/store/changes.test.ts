import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import {
  addSheets,
  addToStudy,
  type Change,
  countArticles,
  countOwnArticles,
  createSample,
  createStudy,
  deleteArticles,
  deleteSample,
  deleteStudy,
  editStudy,
  findCopies,
  listArticles,
  listChanges,
  listOutlets,
  listSpeakers,
  listStudies,
  loadArticle,
  loadResult,
  loadSample,
  loadSampleKey,
  loadStudy,
  purgeDeleted,
  removeFromStudy,
  saveAnalyses,
  setCountry,
  undoChange,
} from '../../server/store/index.js';
import { target } from './arbitrary-analysis.js';
import { openTestStore, type TestStore } from './open-test-store.js';
import { sampleAnalysis, saveOne } from './sample-analysis.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = new Date('2026-03-01T10:00:00Z');
const ann = { coder: 'Ann', now: NOW };
const TEXTS = { name: 'Two winters', notes: '', methods: '', targets: ['coalition'] };

function later(days: number): { coder: string; now: Date } {
  return { coder: 'Ben', now: new Date(NOW.getTime() + days * DAY_MS) };
}

let test: TestStore;
let ids: string[];

beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.close());

beforeEach(async () => {
  await sql`truncate changes, studies, samples, articles, outlets restart identity cascade`.execute(
    test.store.db,
  );
  ids = [];
  for (let seed = 1; seed <= 4; seed++) ids.push((await saveOne(test.store, seed)).articleId);
});

const all = { target: 'coalition' };
const those = (...indexes: number[]) => ({ ...all, ids: indexes.map((index) => ids[index] ?? '') });

async function visible(filter: object = {}): Promise<string[]> {
  const { rows, total } = await listArticles(test.store, { ...all, ...filter });
  expect(total).toBe(rows.length);
  return ids.filter((id) => rows.some((row) => row.id === id));
}

describe('deleted articles', () => {
  it('are invisible everywhere until the deletion is undone', async () => {
    const { reading, result } = sampleAnalysis(1);
    const copy = { ...reading, article: { ...reading.article, id: 'copy' } };
    await saveAnalyses(test.store, [
      { reading: copy, scored: [{ target, result: { ...result, articleId: 'copy' } }], origin: null },
    ]);
    const [first = ''] = ids;
    const address = { articleId: first, target: 'coalition' };
    const before = {
      outlets: await listOutlets(test.store),
      speakers: await listSpeakers(test.store, 'coalition'),
      result: await loadResult(test.store, address),
    };
    const change = await deleteArticles(test.store, those(0, 1, 2, 3), ann);
    expect(change).toMatchObject({ kind: 'delete-articles', detail: { articles: 4 }, coder: 'Ann' });
    expect(await countArticles(test.store, all)).toBe(1);
    expect(await loadArticle(test.store, first)).toBeNull();
    expect(await loadResult(test.store, address)).toBeNull();
    expect(await findCopies(test.store, 'copy')).toEqual([]);
    expect((await listOutlets(test.store)).length).toBeLessThanOrEqual(1);
    expect((await undoChange(test.store, change.id, later(29)))?.kind).toBe('undone');
    expect(await visible()).toEqual(ids);
    expect(await listOutlets(test.store)).toEqual(before.outlets);
    expect(await listSpeakers(test.store, 'coalition')).toEqual(before.speakers);
    expect(await loadResult(test.store, address)).toEqual(before.result);
  });

  it('come back when they are imported again, and then stay, whatever is undone or purged', async () => {
    const change = await deleteArticles(test.store, those(0, 1), ann);
    await saveOne(test.store, 1);
    expect(await visible()).toEqual([ids[0], ids[2], ids[3]]);
    expect(await purgeDeleted(test.store, later(31).now)).toEqual({ articles: 1, studies: 0 });
    expect(await visible()).toEqual([ids[0], ids[2], ids[3]]);
    expect((await undoChange(test.store, change.id, later(31)))?.kind).toBe('expired');
  });

  it('go for good after 30 days, with everything said of them, and no day earlier', async () => {
    await deleteArticles(test.store, those(0, 3), ann);
    expect(await purgeDeleted(test.store, later(29).now)).toEqual({ articles: 0, studies: 0 });
    expect(await purgeDeleted(test.store, later(30.5).now)).toEqual({ articles: 2, studies: 0 });
    const { rows } = await sql<{ left: number }>`
      select (select count(*) from articles) + (select count(*) from article_stances) as left
    `.execute(test.store.db);
    expect(rows[0]?.left).toBe(4);
  });

  it('are refused where nothing was chosen', async () => {
    await expect(deleteArticles(test.store, those(), ann)).rejects.toMatchObject({
      code: 'nothing-selected',
    });
    expect(await listChanges(test.store, NOW)).toEqual([]);
  });
});

describe('a deleted sample', () => {
  it('goes for good after 30 days with all its rows; its paragraphs go with their articles before', async () => {
    const wish = {
      target: { ref: 'coalition', name: 'the coalition' },
      study: null,
      count: 1000,
      stratify: [],
      isBlind: true,
      seed: 1,
      coders: [],
    };
    const sample = await loadSample(test.store, await createSample(test.store, wish, ann));
    if (!sample) throw new Error('the sample was not kept');
    const key = await loadSampleKey(test.store, sample);
    const place = { itemId: key[0]?.itemId ?? '', coder: 'Ann', row: 2 };
    const codings = [{ ...place, label: 'mixed', authorLabel: null, note: '' }] as const;
    await addSheets(test.store, sample, [{ file: 'a.csv', items: 1, codings }], () => undefined, ann);
    const tables = sql<{ items: number; texts: number; sheets: number; codings: number }>`
      select (select count(*) from sample_items) as items, (select count(*) from sample_texts) as texts,
        (select count(*) from sample_sheets) as sheets, (select count(*) from sample_codings) as codings
    `;
    const counts = async () => (await tables.execute(test.store.db)).rows[0];
    expect(await counts()).toEqual({ items: key.length, texts: key.length, sheets: 1, codings: 1 });
    await deleteArticles(test.store, all, ann);
    await deleteSample(test.store, sample, later(10));
    await purgeDeleted(test.store, later(31).now);
    expect(await counts()).toEqual({ items: key.length, texts: 0, sheets: 1, codings: 1 });
    await purgeDeleted(test.store, later(41).now);
    expect(await counts()).toEqual({ items: 0, texts: 0, sheets: 0, codings: 0 });
  });
});

describe('a change', () => {
  it('is undone once; who comes later is told by whom and when', async () => {
    const change = await deleteArticles(test.store, those(0), ann);
    await undoChange(test.store, change.id, later(1));
    const second = await undoChange(test.store, change.id, later(2));
    expect(second).toMatchObject({
      kind: 'undone-before',
      change: { undoneBy: 'Ben', undoneAt: later(1).now },
    });
    expect(await undoChange(test.store, 'none', ann)).toBeNull();
  });

  it('is undone by one of two who ask at the same moment', async () => {
    const change = await deleteArticles(test.store, those(0, 1), ann);
    const outcomes = await Promise.all([1, 2].map(() => undoChange(test.store, change.id, later(1))));
    expect(outcomes.map((outcome) => outcome?.kind).sort()).toEqual(['undone', 'undone-before']);
  });

  it('cannot be undone after its days, also before anything was purged', async () => {
    const change = await deleteArticles(test.store, those(0), ann);
    expect((await undoChange(test.store, change.id, later(31)))?.kind).toBe('expired');
    expect(await visible()).toEqual(ids.slice(1));
  });

  it('is listed for its days, newest first', async () => {
    const first = await deleteArticles(test.store, those(0), ann);
    const second = await deleteArticles(test.store, those(1), later(3));
    const listed = async (now: Date) => (await listChanges(test.store, now)).map(({ id }) => id);
    expect(await listed(later(4).now)).toEqual([second.id, first.id]);
    expect(await listed(later(31).now)).toEqual([second.id]);
  });
});

describe('studies', () => {
  async function study(name = TEXTS.name): Promise<string> {
    return (await createStudy(test.store, { ...TEXTS, name }, ann)).id;
  }

  it('hold articles once, however often they are added; undoing takes out what that step added', async () => {
    const id = await study();
    await addToStudy(test.store, those(0, 1), { id }, ann);
    const second = await addToStudy(test.store, those(1, 2), { id }, ann);
    expect(second.detail.articles).toBe(1);
    expect(await visible({ study: id })).toEqual(ids.slice(0, 3));
    await undoChange(test.store, second.id, ann);
    expect(await visible({ study: id })).toEqual(ids.slice(0, 2));
  });

  it('give back what was taken out, in whatever order steps are undone', async () => {
    const id = await study();
    await addToStudy(test.store, those(0, 1), { id }, ann);
    const out = await removeFromStudy(test.store, those(0, 3), id, ann);
    const again = await addToStudy(test.store, those(0), { id }, ann);
    await undoChange(test.store, again.id, ann);
    expect(await visible({ study: id })).toEqual([ids[1]]);
    await undoChange(test.store, out.id, ann);
    expect(await visible({ study: id })).toEqual([ids[0], ids[1]]);
  });

  it('that one step made go with it, unless somebody has worked on them', async () => {
    const make = { make: TEXTS };
    const made = await addToStudy(test.store, those(0), make, ann);
    await undoChange(test.store, made.id, ann);
    expect(await listStudies(test.store)).toEqual([]);
    const kept = await addToStudy(test.store, those(0), make, ann);
    const id = kept.detail.study?.id ?? '';
    await editStudy(test.store, id, { texts: { ...TEXTS, notes: 'Mine' }, seen: 1 }, ann);
    await undoChange(test.store, kept.id, ann);
    expect(await listStudies(test.store)).toMatchObject([{ id, notes: 'Mine', articles: 0 }]);
  });

  it('are deleted without their articles, or with those in no other study, and come back whole', async () => {
    const [one, other] = [await study('One'), await study('Other')];
    await addToStudy(test.store, those(0, 1), { id: one }, ann);
    await addToStudy(test.store, those(1, 2), { id: other }, ann);
    expect(await countOwnArticles(test.store, one)).toBe(1);
    const plain = await deleteStudy(test.store, one, false, ann);
    expect(await visible()).toEqual(ids);
    expect(await loadStudy(test.store, one)).toBeNull();
    await undoChange(test.store, plain.id, ann);
    const whole = await deleteStudy(test.store, one, true, ann);
    expect(await visible()).toEqual(ids.slice(1));
    await undoChange(test.store, whole.id, ann);
    expect(await visible({ study: one })).toEqual(ids.slice(0, 2));
  });

  it('have ids that addresses can carry, also where the name has no such letter', async () => {
    const names = ['Ä study: Élan & Co.', 'Ä study: Élan & Co.', 'التحالف', '<b>x</b>', 'y'.repeat(500)];
    const made: string[] = [];
    for (const name of names) made.push(await study(name));
    expect(made[0]).toBe('a-study-elan-co');
    expect(new Set(made).size).toBe(names.length);
    for (const id of made) expect(id).toMatch(/^[a-z0-9-]{1,70}$/);
  });

  it('keep what two people write in different fields, and ask where it is the same field', async () => {
    const id = await study();
    const edit = (texts: Partial<typeof TEXTS>, seen: number, who = ann) =>
      editStudy(test.store, id, { texts: { ...TEXTS, ...texts }, seen }, who);
    await edit({ notes: 'by Ann' }, 1);
    expect(await edit({ methods: 'by Ben' }, 1, later(1))).toEqual({ kind: 'saved', revision: 3 });
    expect(await loadStudy(test.store, id)).toMatchObject({ notes: 'by Ann', methods: 'by Ben' });
    expect(await edit({ notes: 'by Cleo', name: 'Winters' }, 1, later(2))).toMatchObject({
      kind: 'conflict',
      fields: ['notes'],
      theirs: { notes: 'by Ann', coder: 'Ben' },
      merged: { notes: 'by Cleo', name: 'Winters', methods: 'by Ben' },
    });
    expect(await loadStudy(test.store, id)).toMatchObject({ notes: 'by Ann', name: TEXTS.name, revision: 3 });
    expect(await edit({ notes: 'by Ann' }, 1)).toEqual({ kind: 'saved', revision: 3 });
  });
});

describe('the country of an outlet', () => {
  const set = (country: string | null, seen: number, who = ann) =>
    setCountry(test.store, { outlet: 'Post', country, seen }, who);
  const changeOf = (outcome: Awaited<ReturnType<typeof set>>): Change => {
    if (outcome.kind !== 'saved' || !outcome.change) throw new Error('nothing was set');
    return outcome.change;
  };

  it('is set once, asked where two set it, and put back', async () => {
    const first = changeOf(await set('Norway', 0));
    expect(await set('Sweden', 0, later(1))).toMatchObject({
      kind: 'conflict',
      theirs: { country: 'Norway', changedBy: 'Ann' },
    });
    const second = changeOf(await set('Sweden', 1, later(1)));
    expect((await undoChange(test.store, first.id, ann))?.kind).toBe('changed-since');
    expect((await undoChange(test.store, second.id, ann))?.kind).toBe('undone');
    expect((await undoChange(test.store, first.id, ann))?.kind).toBe('undone');
  });
});
