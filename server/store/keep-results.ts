import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Result, Target } from '../../analysis/article/index.js';
import { runId } from '../../analysis/report/index.js';
import { refreshCorrected } from './refresh-corrected.js';
import {
  attributionRow,
  evidenceRows,
  speakersOf,
  stanceRow,
  unitRow,
  unitsOf,
  voiceRows,
} from './result-rows.js';
import { insertRows } from './rows.js';
import { keepRun } from './runs.js';
import type { Database } from './schema.js';

/** A result and the article that it belongs to, whose row is locked. */
export interface ResultEntry {
  readonly articleKey: number;
  readonly target: Target;
  readonly result: Result;
}

interface KeyedEntry extends ResultEntry {
  readonly runKey: number;
  readonly targetKey: number;
}

/**
 * Keeps results, each as the current one of its article and target; where there are several for
 * one article and target, the last is. One statement a table, however many there are.
 */
export async function keepResults(tx: Kysely<Database>, entries: readonly ResultEntry[]): Promise<void> {
  const keyed = await withRuns(tx, entries);
  for (const round of roundsOf(keyed)) await keepRound(tx, round);
  await refreshCorrected(
    tx,
    entries.map(({ articleKey }) => articleKey),
  );
}

async function withRuns(tx: Kysely<Database>, entries: readonly ResultEntry[]): Promise<KeyedEntry[]> {
  const runs = new Map<string, { runKey: number; targetKey: number }>();
  const keyed: KeyedEntry[] = [];
  for (const entry of entries) {
    const { provenance } = entry.result;
    const id = runId(provenance);
    const run = runs.get(id) ?? (await keepRun(tx, { id, target: entry.target, provenance }));
    runs.set(id, run);
    keyed.push({ ...entry, ...run });
  }
  return keyed;
}

/** Entries in turns, so that no turn has two for the same article and target. */
function roundsOf(entries: readonly KeyedEntry[]): KeyedEntry[][] {
  const rounds: KeyedEntry[][] = [];
  const seen = new Map<string, number>();
  for (const entry of entries) {
    const key = `${entry.articleKey} ${entry.targetKey}`;
    const round = seen.get(key) ?? 0;
    seen.set(key, round + 1);
    const entriesOfRound = rounds[round];
    if (entriesOfRound) entriesOfRound.push(entry);
    else rounds.push([entry]);
  }
  return rounds;
}

async function keepRound(tx: Kysely<Database>, round: readonly KeyedEntry[]): Promise<void> {
  const known = await makeCurrent(tx, round);
  const fresh = round.filter((entry) => !known.has(keyOf(entry.articleKey, entry.runKey)));
  if (fresh.length === 0) return;
  const annotations = await keepAnnotations(tx, fresh);
  const made = await tx
    .insertInto('article_stances')
    .values(
      fresh.map((entry, index) => ({
        article_key: entry.articleKey,
        run_key: entry.runKey,
        target_key: entry.targetKey,
        annotation_key: annotations[index] ?? 0,
        is_current: true,
        ...stanceRow(entry.result),
      })),
    )
    .returning(['key', 'article_key', 'run_key'])
    .execute();
  const stances = new Map(made.map((row) => [keyOf(row.article_key, row.run_key), row.key]));
  await keepUnits(
    tx,
    fresh.map(({ articleKey, runKey, result }) => ({
      stanceKey: stances.get(keyOf(articleKey, runKey)) ?? 0,
      units: unitsOf(result),
    })),
  );
  await keepSpeakers(tx, fresh);
}

/** In one order for everybody, so that imports wait for each other and never in a circle. */
async function keepSpeakers(tx: Kysely<Database>, entries: readonly KeyedEntry[]): Promise<void> {
  const rows = speakersOf(entries.flatMap(({ result }) => unitsOf(result)));
  if (rows.length === 0) return;
  await sql`
    insert into speakers (id, name)
    select * from unnest(${rows.map(({ id }) => id)}::text[], ${rows.map(({ name }) => name)}::text[])
    on conflict do nothing
  `.execute(tx);
}

const keyOf = (articleKey: number, runKey: number): string => `${articleKey} ${runKey}`;

/** Takes the mark of the current result from the earlier ones; gives it to those kept before, and returns them. */
async function makeCurrent(tx: Kysely<Database>, round: readonly KeyedEntry[]): Promise<Set<string>> {
  const articles = round.map(({ articleKey }) => articleKey);
  const targets = round.map(({ targetKey }) => targetKey);
  const runs = round.map(({ runKey }) => runKey);
  await sql`
    update article_stances s set is_current = false
    from unnest(${articles}::integer[], ${targets}::integer[]) as given (article_key, target_key)
    where s.article_key = given.article_key and s.target_key = given.target_key and s.is_current
  `.execute(tx);
  const { rows } = await sql<{ article_key: number; run_key: number }>`
    update article_stances s set is_current = true
    from unnest(${articles}::integer[], ${runs}::integer[]) as given (article_key, run_key)
    where s.article_key = given.article_key and s.run_key = given.run_key
    returning s.article_key, s.run_key
  `.execute(tx);
  return new Set(rows.map((row) => keyOf(row.article_key, row.run_key)));
}

/** Attributions do not depend on the target: equal ones of an article are kept once for all of them. */
async function keepAnnotations(tx: Kysely<Database>, entries: readonly KeyedEntry[]): Promise<number[]> {
  const hashed = entries.map(({ articleKey, result: { attributions } }) => {
    const hash = createHash('sha256').update(JSON.stringify(attributions)).digest('base64url');
    return { articleKey, hash, attributions, name: `${articleKey} ${hash}` };
  });
  const distinct = [...new Map(hashed.map((entry) => [entry.name, entry])).values()];
  const made = await tx
    .insertInto('annotations')
    .values(distinct.map(({ articleKey, hash }) => ({ article_key: articleKey, hash })))
    .onConflict((conflict) => conflict.columns(['article_key', 'hash']).doNothing())
    .returning(['key', 'article_key', 'hash'])
    .execute();
  const isNew = new Map(made.map((row) => [`${row.article_key} ${row.hash}`, row.key]));
  const rows = distinct.flatMap(({ name, attributions }) => {
    const key = isNew.get(name);
    if (key === undefined) return [];
    return attributions.map((one, position) => ({ annotation_key: key, position, ...attributionRow(one) }));
  });
  await insertRows(tx, 'attributions', rows);
  const keys = made.length === distinct.length ? isNew : await annotationKeys(tx, entries);
  return hashed.map(({ name }) => keys.get(name) ?? 0);
}

async function annotationKeys(
  tx: Kysely<Database>,
  entries: readonly KeyedEntry[],
): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('annotations')
    .where(
      'article_key',
      'in',
      entries.map(({ articleKey }) => articleKey),
    )
    .selectAll()
    .execute();
  return new Map(rows.map((row) => [`${row.article_key} ${row.hash}`, row.key]));
}

async function keepUnits(
  tx: Kysely<Database>,
  stances: readonly { stanceKey: number; units: readonly Result['paragraphs'][number][] }[],
): Promise<void> {
  const units = stances.flatMap(({ stanceKey, units }) => units.map((unit) => ({ stanceKey, unit })));
  await insertRows(
    tx,
    'unit_stances',
    units.map(({ stanceKey, unit }) => unitRow(stanceKey, unit)),
  );
  await insertRows(
    tx,
    'voice_stances',
    units.flatMap(({ stanceKey, unit }) => voiceRows(stanceKey, unit)),
  );
  await insertRows(
    tx,
    'evidence',
    units.flatMap(({ stanceKey, unit }) => evidenceRows(stanceKey, unit)),
  );
}
