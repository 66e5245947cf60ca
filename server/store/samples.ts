import { type Kysely, type Selectable, sql } from 'kysely';
import { InputError } from '../../analysis/article/index.js';
import { coderId, type KeyedItem, type SheetItem } from '../../analysis/validation/index.js';
import { type Change, type Doer, noteChange } from './changes.js';
import type { Store } from './open.js';
import type { Database, SampleItemsTable } from './schema.js';

/** A sample of paragraphs that people code. */
export interface Sample {
  readonly id: string;
  readonly target: { readonly ref: string; readonly name: string };
  /** The study that it was drawn from, as it was called then; null for the whole library. */
  readonly study: { readonly id: string; readonly name: string } | null;
  /** How many paragraphs were asked for, and how many there are. */
  readonly wanted: number;
  readonly items: number;
  readonly stratify: readonly string[];
  readonly isBlind: boolean;
  readonly seed: number;
  /** Who is to code it; empty where nobody was named. */
  readonly coders: readonly string[];
  /** Who drew it, and when. */
  readonly drawnBy: string | null;
  readonly drawnAt: Date;
  /** Who has coded how many of its paragraphs. */
  readonly coded: readonly { readonly coder: string; readonly items: number }[];
}

/** Every sample, the newest first. */
export async function listSamples(store: Store): Promise<Sample[]> {
  const rows = await sampleQuery(store.db).orderBy('s.created_at', 'desc').orderBy('s.key', 'desc').execute();
  const coded = await codedBySample(store.db);
  return rows.map((row) => toSample(row, coded.get(row.key) ?? []));
}

/** The sample of this id, or null. */
export async function loadSample(store: Store, id: string): Promise<Sample | null> {
  const row = await sampleQuery(store.db).where('s.id', '=', id).executeTakeFirst();
  if (!row) return null;
  return toSample(row, (await codedBySample(store.db, row.key)).get(row.key) ?? []);
}

function sampleQuery(db: Kysely<Database>) {
  return db
    .selectFrom('samples as s')
    .where('s.deleted_at', 'is', null)
    .selectAll('s')
    .select(({ selectFrom, fn }) =>
      selectFrom('sample_items as i')
        .whereRef('i.sample_key', '=', 's.key')
        .select(fn.countAll<number>().as('items'))
        .as('items'),
    );
}

type Coded = Sample['coded'][number];

async function codedBySample(db: Kysely<Database>, sampleKey?: number): Promise<Map<number, Coded[]>> {
  const rows = await db
    .selectFrom('sample_codings as c')
    .innerJoin('sample_sheets as h', 'h.key', 'c.sheet_key')
    .where('h.deleted_at', 'is', null)
    .where(({ or, eb }) => or([eb('c.label', 'is not', null), eb('c.author_label', 'is not', null)]))
    .$if(sampleKey !== undefined, (query) => query.where('h.sample_key', '=', sampleKey ?? 0))
    .groupBy(['h.sample_key', 'c.coder'])
    .orderBy(sql`min(c.sheet_key)`)
    .select(['h.sample_key', 'c.coder'])
    .select(({ fn }) => fn.count<number>('c.item_id').distinct().as('items'))
    .execute();
  const samples = new Map<number, Coded[]>();
  for (const { sample_key, coder, items } of rows) {
    const known = samples.get(sample_key) ?? [];
    // One coder may be written in several ways; most give one sheet, so that the larger count is theirs.
    const same = known.findIndex((one) => coderId(one.coder) === coderId(coder));
    if (same < 0) known.push({ coder, items });
    else
      known[same] = { coder: known[same]?.coder ?? coder, items: Math.max(items, known[same]?.items ?? 0) };
    samples.set(sample_key, known);
  }
  return samples;
}

type SampleRow = Awaited<ReturnType<ReturnType<typeof sampleQuery>['execute']>>[number];

function toSample(row: SampleRow, coded: readonly Coded[]): Sample {
  return {
    id: row.id,
    target: { ref: row.target_ref, name: row.target_name },
    study: row.study_id === null ? null : { id: row.study_id, name: row.study_name ?? '' },
    wanted: row.wanted,
    items: row.items ?? 0,
    stratify: row.stratify,
    isBlind: row.blind,
    seed: row.seed,
    coders: row.coders,
    drawnBy: row.coder,
    drawnAt: row.created_at,
    coded,
  };
}

/** The key of a sample, in the order of its sheet. */
export async function loadSampleKey(store: Store, { id, target }: Sample): Promise<KeyedItem[]> {
  const rows = await store.db
    .selectFrom('sample_items as i')
    .innerJoin('samples as s', 's.key', 'i.sample_key')
    .where('s.id', '=', id)
    .orderBy('i.position')
    .selectAll('i')
    .execute();
  return rows.map((row) => toKeyedItem(row, target.name));
}

function toKeyedItem(row: Selectable<SampleItemsTable>, target: string): KeyedItem {
  return {
    itemId: row.item_id,
    articleId: row.article_id,
    runId: row.run_id,
    ordinal: row.ordinal,
    target,
    stratum: row.stratum,
    population: row.population,
    sampled: row.sampled,
    textHash: row.text_hash,
    machine: {
      label: row.machine_label,
      score: row.machine_score,
      confidence: row.machine_confidence,
      authorLabel: row.machine_author_label,
      authorScore: row.machine_author_score,
    },
  };
}

/** What coders read of a sample, in order; paragraphs of articles that were deleted since are left out. */
export async function loadSampleTexts(store: Store, { id, target }: Sample): Promise<SheetItem[]> {
  const rows = await store.db
    .selectFrom('sample_texts as x')
    .innerJoin('samples as s', 's.key', 'x.sample_key')
    .innerJoin('sample_items as i', (join) =>
      join.onRef('i.sample_key', '=', 'x.sample_key').onRef('i.position', '=', 'x.position'),
    )
    .innerJoin('articles as a', 'a.key', 'x.article_key')
    .where('s.id', '=', id)
    .where('a.deleted_at', 'is', null)
    .orderBy('x.position')
    .select(['i.item_id as itemId', 'x.title', 'x.outlet', 'x.published', 'x.before', 'x.text', 'x.after'])
    .execute();
  return rows.map((row) => ({ ...row, target: target.name }));
}

/** How a sample is called in changes. */
export function sampleName({ items, target }: Sample): string {
  return `sample of ${items} paragraphs toward ${target.name}`;
}

/** Deletes a sample with its sheets; can be undone. @throws InputError `unknown-sample` where it is gone */
export async function deleteSample(store: Store, sample: Sample, doer: Doer): Promise<Change> {
  return await store.db.transaction().execute(async (tx) => {
    const detail = { sample: { id: sample.id, name: capitalized(sampleName(sample)) } };
    const { key, change } = await noteChange(tx, { kind: 'delete-sample', detail }, doer);
    const { numUpdatedRows } = await tx
      .updateTable('samples')
      .set({ deleted_at: doer.now, deleted_change: key })
      .where('id', '=', sample.id)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw unknownSample();
    return change;
  });
}

/** There is no sample of an id. */
export function unknownSample(): InputError {
  return new InputError(
    'unknown-sample',
    'There is no sample of this id.',
    'See /validation for those there are.',
  );
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
