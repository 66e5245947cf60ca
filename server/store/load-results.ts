import { type Kysely, type Selectable, sql } from 'kysely';
import type { Result, ResultAttribution, TextUnit } from '../../analysis/article/index.js';
import { toHead } from '../../analysis/report/index.js';
import { toArticle } from './article-rows.js';
import { loadUnits } from './articles.js';
import { type Corrected, layCorrections, loadCorrected } from './lay-corrections.js';
import type { Store } from './open.js';
import { toArticleStance, toAttribution, toUnits } from './result-values.js';
import { groupRows } from './rows.js';
import type { Database, EvidenceTable, UnitStancesTable, VoiceStancesTable } from './schema.js';

/** A result as the library keeps it. */
export interface StoredResult {
  readonly result: Result;
  /** The run that `?run=` and the column run_id name. */
  readonly runId: string;
  /** How addresses name the target. */
  readonly target: string;
  readonly scoredAt: Date;
}

/** Which result of an article is meant: the newest towards `target`, or that of `run`. */
export interface ResultAddress {
  readonly articleId: string;
  readonly target: string;
  readonly run?: string | undefined;
}

/** The result at this address, or null. */
export async function loadResult(store: Store, address: ResultAddress): Promise<StoredResult | null> {
  const { articleId, target, run } = address;
  return await snapshot(store, async (tx) => {
    const found = await tx
      .selectFrom('article_stances as s')
      .innerJoin('articles as a', 'a.key', 's.article_key')
      .innerJoin('targets as t', 't.key', 's.target_key')
      .innerJoin('runs as r', 'r.key', 's.run_key')
      .where('a.id', '=', articleId)
      .where('a.deleted_at', 'is', null)
      .where('t.ref', '=', target)
      .where((eb) => (run === undefined ? eb('s.is_current', '=', true) : eb('r.id', '=', run)))
      .select('s.key')
      .executeTakeFirst();
    const [stored] = found ? await resultsOf(tx, [found.key]) : [];
    return stored ?? null;
  });
}

/** The results with these keys of article_stances that exist, in the order of the keys. */
export async function loadResultsByKey(store: Store, stanceKeys: readonly number[]): Promise<StoredResult[]> {
  return await snapshot(store, (tx) => resultsOf(tx, stanceKeys));
}

/** Several queries that see one state of the library, so that no result is torn by a deletion. */
async function snapshot<T>(store: Store, work: (tx: Kysely<Database>) => Promise<T>): Promise<T> {
  return await store.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(work);
}

/** The same within a transaction. */
export async function resultsOf(
  tx: Kysely<Database>,
  stanceKeys: readonly number[],
): Promise<StoredResult[]> {
  if (stanceKeys.length === 0) return [];
  const heads = await loadHeads(tx, stanceKeys);
  const articleKeys = heads.map((head) => head.article_key);
  const units = await loadUnits(tx, articleKeys);
  const corrections = await loadCorrected(tx, articleKeys);
  const parts = await loadParts(tx, stanceKeys);
  const attributions = await loadAttributions(
    tx,
    heads.map((head) => head.annotation_key),
  );
  const byKey = new Map(
    heads.map((head) => [
      head.key,
      toStored(head, {
        textUnits: units.get(head.article_key) ?? [],
        parts,
        attributions: attributions.get(head.annotation_key) ?? [],
        corrected: corrections.get(head.article_key) ?? null,
      }),
    ]),
  );
  return stanceKeys.flatMap((key) => byKey.get(key) ?? []);
}

type Head = Awaited<ReturnType<typeof loadHeads>>[number];

async function loadHeads(tx: Kysely<Database>, stanceKeys: readonly number[]) {
  return await tx
    .selectFrom('article_stances as s')
    .innerJoin('articles as a', 'a.key', 's.article_key')
    .innerJoin('runs as r', 'r.key', 's.run_key')
    .innerJoin('targets as t', 't.key', 's.target_key')
    .where('s.key', 'in', stanceKeys)
    .selectAll('s')
    .select(['a.id', 'a.text_hash', 'a.record_id', 'a.source_file', 'a.source_index', 'a.title'])
    .select(['a.title_basis', 'a.outlet', 'a.outlet_basis', 'a.published', 'a.published_basis'])
    .select(['a.published_candidates', 'a.dateline', 'a.byline', 'a.language', 'a.url', 'a.keywords'])
    .select(['a.text', 'a.dropped', 'r.id as run_id', 'r.provenance', 't.ref as target_ref'])
    .select([
      sql<string | null>`r.definition ->> 'slug'`.as('target_slug'),
      sql<string>`r.definition ->> 'name'`.as('target_name'),
    ])
    .execute();
}

interface Parts {
  readonly units: Map<number, Selectable<UnitStancesTable>[]>;
  readonly voices: Map<number, Selectable<VoiceStancesTable>[]>;
  readonly evidence: Map<number, Selectable<EvidenceTable>[]>;
}

async function loadParts(tx: Kysely<Database>, stanceKeys: readonly number[]): Promise<Parts> {
  const units = await tx
    .selectFrom('unit_stances')
    .where('stance_key', 'in', stanceKeys)
    .orderBy('stance_key')
    .orderBy('ordinal')
    .selectAll()
    .execute();
  const voices = await tx
    .selectFrom('voice_stances')
    .where('stance_key', 'in', stanceKeys)
    .orderBy('stance_key')
    .orderBy('ordinal')
    .orderBy('position')
    .selectAll()
    .execute();
  const evidence = await tx
    .selectFrom('evidence')
    .where('stance_key', 'in', stanceKeys)
    .orderBy('stance_key')
    .orderBy('ordinal')
    .orderBy('position')
    .selectAll()
    .execute();
  return {
    units: groupRows(units, (row) => row.stance_key),
    voices: groupRows(voices, (row) => row.stance_key),
    evidence: groupRows(evidence, (row) => row.stance_key),
  };
}

async function loadAttributions(
  tx: Kysely<Database>,
  annotationKeys: readonly number[],
): Promise<Map<number, ResultAttribution[]>> {
  if (annotationKeys.length === 0) return new Map();
  const rows = await tx
    .selectFrom('attributions')
    .where('annotation_key', 'in', annotationKeys)
    .orderBy('annotation_key')
    .orderBy('position')
    .selectAll()
    .execute();
  const groups = groupRows(rows, (row) => row.annotation_key);
  return new Map([...groups].map(([key, group]) => [key, group.map(toAttribution)]));
}

/** What belongs to the head of a result. */
interface Pieces {
  readonly textUnits: readonly TextUnit[];
  readonly parts: Parts;
  readonly attributions: readonly ResultAttribution[];
  readonly corrected: Corrected | null;
}

/** Made as on the command line, so that both print the same. */
function toStored(head: Head, { textUnits, parts, attributions, corrected }: Pieces): StoredResult {
  const article = toArticle(head, textUnits);
  const { headline, paragraphs } = toUnits(article, {
    units: parts.units.get(head.key) ?? [],
    voices: parts.voices.get(head.key) ?? [],
    evidence: parts.evidence.get(head.key) ?? [],
  });
  const result: Result = {
    ...toHead(article),
    target: { slug: head.target_slug, name: head.target_name },
    headline,
    paragraphs,
    attributions,
    stance: toArticleStance(head),
    provenance: { ...head.provenance, corrections: null },
    notScored: head.not_scored,
  };
  return {
    result: corrected ? layCorrections(result, head.target_ref, article, corrected) : result,
    runId: head.run_id,
    target: head.target_ref,
    scoredAt: head.scored_at,
  };
}
