import { randomBytes } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import {
  type Candidate,
  candidatesOf,
  type Drawable,
  type Drawn,
  drawSample,
  itemId,
  keyed,
  type Stratifier,
} from '../../analysis/validation/index.js';
import type { Doer } from './changes.js';
import { libraryQuery } from './library-filter.js';
import { resultsOf } from './load-results.js';
import type { Store } from './open.js';
import { insertRows } from './rows.js';
import type { Database, SampleItemsTable, SampleTextsTable } from './schema.js';

/** What somebody asks for who wants paragraphs to be coded. */
export interface SampleWish {
  readonly target: { readonly ref: string; readonly name: string };
  /** Null for the whole library. */
  readonly study: { readonly id: string; readonly name: string } | null;
  readonly count: number;
  readonly stratify: readonly Stratifier[];
  readonly isBlind: boolean;
  readonly seed: number;
  /** Names of those who are to code; empty where nobody is named. */
  readonly coders: readonly string[];
}

/**
 * Draws a sample and keeps it with its key; returns its id. It is drawn from the newest results of all
 * articles that were scored toward the target, as the program labeled them.
 * @throws InputError as drawSample does
 */
export async function createSample(store: Store, wish: SampleWish, doer: Doer): Promise<string> {
  return await store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const { count, stratify: by, seed } = wish;
      const drawn = drawSample(await populationOf(tx, wish), { count, by, seed });
      const { key, id } = await insertSample(tx, wish, doer);
      const items = await withTexts(tx, drawn);
      await insertRows(
        tx,
        'sample_items',
        items.map((item, position) => itemRow(key, position, item)),
      );
      await insertRows(
        tx,
        'sample_texts',
        items.map((item, position) => textRow(key, position, item)),
      );
      return id;
    });
}

/** A paragraph of the library as far as the draw looks at it, and where to read it. */
interface Place extends Drawable {
  readonly stanceKey: number;
  readonly articleKey: number;
}

async function populationOf(tx: Kysely<Database>, { target, study }: SampleWish): Promise<Place[]> {
  const rows = await libraryQuery(tx, { target: target.ref, study: study?.id })
    .innerJoin('unit_stances as u', 'u.stance_key', 's.key')
    .where('s.not_scored', 'is', null)
    // The headline is no paragraph.
    .where('u.ordinal', '>', 0)
    .select([
      'a.key as article',
      'a.id',
      'a.outlet',
      's.key as stance',
      'r.id as run',
      'u.ordinal',
      'u.label',
    ])
    .execute();
  return rows.flatMap(({ article, id, outlet, stance, run, ordinal, label }) => {
    if (stance === null || run === null) return [];
    const item = itemId({ articleId: id, runId: run, ordinal });
    return [{ itemId: item, outlet, machine: { label }, stanceKey: stance, articleKey: article }];
  });
}

/** Results loaded at once: everything that is said of an article comes with them. */
const BATCH = 50;

type SampledText = Candidate & Drawn & { readonly articleKey: number };

async function withTexts(tx: Kysely<Database>, drawn: readonly (Place & Drawn)[]): Promise<SampledText[]> {
  const keys = [...new Set(drawn.map(({ stanceKey }) => stanceKey))];
  const wanted = new Set(drawn.map((item) => item.itemId));
  const candidates = new Map<string, Candidate>();
  for (let start = 0; start < keys.length; start += BATCH) {
    for (const { result, runId } of await resultsOf(tx, keys.slice(start, start + BATCH))) {
      for (const candidate of candidatesOf(result, runId)) {
        if (wanted.has(candidate.itemId)) candidates.set(candidate.itemId, candidate);
      }
    }
  }
  return drawn.map(({ stanceKey, ...item }) => {
    const candidate = candidates.get(item.itemId);
    if (!candidate) throw new Error(`paragraph ${item.itemId} has a stance and no text`);
    return { ...item, ...candidate };
  });
}

async function insertSample(tx: Kysely<Database>, wish: SampleWish, { coder, now }: Doer) {
  const { target, study, count, stratify, isBlind, seed, coders } = wish;
  return await tx
    .insertInto('samples')
    .values({
      id: randomBytes(6).toString('hex'),
      target_ref: target.ref,
      target_name: target.name,
      study_id: study?.id ?? null,
      study_name: study?.name ?? null,
      wanted: count,
      stratify: [...stratify],
      blind: isBlind,
      seed,
      coders: [...coders],
      coder,
      created_at: now,
    })
    .returning(['key', 'id'])
    .executeTakeFirstOrThrow();
}

function itemRow(sampleKey: number, position: number, item: SampledText): Insertable<SampleItemsTable> {
  const {
    itemId: id,
    articleId,
    runId,
    ordinal,
    stratum,
    population,
    sampled,
    textHash,
    machine,
  } = keyed(item);
  return {
    sample_key: sampleKey,
    position,
    item_id: id,
    article_id: articleId,
    run_id: runId,
    ordinal,
    stratum,
    population,
    sampled,
    text_hash: textHash,
    machine_label: machine.label,
    machine_score: machine.score,
    machine_confidence: machine.confidence,
    machine_author_label: machine.authorLabel,
    machine_author_score: machine.authorScore,
  };
}

function textRow(sampleKey: number, position: number, item: SampledText): Insertable<SampleTextsTable> {
  const { articleKey, title, outlet, published, before, text, after } = item;
  const place = { sample_key: sampleKey, position, article_key: articleKey };
  return { ...place, title, outlet, published, before, text, after };
}
