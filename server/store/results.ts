import { createHash } from 'node:crypto';
import type { Insertable, Kysely } from 'kysely';
import type { Reading, Result, ResultAttribution, Target, Unit } from '../../analysis/article/index.js';
import { runId } from '../../analysis/report/index.js';
import { keepArticle, type Origin } from './articles.js';
import type { Store } from './open.js';
import { insertRows } from './rows.js';
import { keepRun } from './runs.js';
import type {
  ArticleStancesTable,
  Database,
  EvidenceTable,
  UnitStancesTable,
  VoiceStancesTable,
} from './schema.js';

/** A result with the definition of the target that it was scored towards. */
export interface ScoredResult {
  readonly target: Target;
  readonly result: Result;
}

/** An article with its results, as one piece of work leaves it. */
export interface Analysis {
  readonly reading: Reading;
  readonly scored: readonly ScoredResult[];
  /** Where the article came from; null for one that no import brought. */
  readonly origin: Origin | null;
}

/**
 * Keeps an article and its results, all or nothing. An article that the library has is not kept
 * twice (`duplicate`), results of a run that it has are not replaced.
 */
export async function saveAnalysis(
  store: Store,
  { reading, scored, origin }: Analysis,
): Promise<{ articleKey: number; duplicate: boolean }> {
  return await store.db.transaction().execute(async (tx) => {
    const { key, duplicate, sameText } = await keepArticle(tx, reading, origin);
    if (sameText) for (const one of scored) await keepResult(tx, key, one);
    return { articleKey: key, duplicate };
  });
}

/** Keeps results of an article that the library has; false where it was deleted meanwhile. */
export async function saveResults(
  store: Store,
  articleId: string,
  scored: readonly ScoredResult[],
): Promise<boolean> {
  return await store.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('articles')
      .where('id', '=', articleId)
      .select('key')
      .forUpdate()
      .executeTakeFirst();
    if (!row) return false;
    for (const one of scored) await keepResult(tx, row.key, one);
    return true;
  });
}

/** Keeps one result and makes it the current one of its article and target. The article's row is locked. */
export async function keepResult(
  tx: Kysely<Database>,
  articleKey: number,
  { target, result }: ScoredResult,
): Promise<void> {
  const { provenance } = result;
  const { runKey, targetKey } = await keepRun(tx, { id: runId(provenance), target, provenance });
  await tx
    .updateTable('article_stances')
    .set({ is_current: false })
    .where('article_key', '=', articleKey)
    .where('target_key', '=', targetKey)
    .where('is_current', '=', true)
    .execute();
  const known = await tx
    .updateTable('article_stances')
    .set({ is_current: true })
    .where('article_key', '=', articleKey)
    .where('run_key', '=', runKey)
    .returning('key')
    .executeTakeFirst();
  if (known) return;
  const annotationKey = await keepAnnotation(tx, articleKey, result.attributions);
  const { key } = await tx
    .insertInto('article_stances')
    .values({
      article_key: articleKey,
      run_key: runKey,
      target_key: targetKey,
      annotation_key: annotationKey,
      is_current: true,
      ...stanceRow(result),
    })
    .returning('key')
    .executeTakeFirstOrThrow();
  await keepUnits(tx, key, result.headline ? [result.headline, ...result.paragraphs] : result.paragraphs);
}

type Keys = 'article_key' | 'run_key' | 'target_key' | 'annotation_key' | 'is_current';

function stanceRow({ stance, notScored }: Result): Omit<Insertable<ArticleStancesTable>, Keys> {
  const { author, quoted, shares } = stance;
  const [low = null, high = null] = stance.interval ?? [];
  return {
    label: stance.label,
    score: stance.score,
    confidence: stance.confidence,
    author_label: author.label,
    author_score: author.score,
    quoted_label: quoted.label,
    quoted_score: quoted.score,
    related: stance.related,
    unrelated: stance.unrelated,
    share_supportive: shares.supportive,
    share_skeptical: shares.skeptical,
    share_mixed: shares.mixed,
    share_neutral: shares.neutral,
    interval_low: low,
    interval_high: high,
    not_scored: notScored,
  };
}

async function keepUnits(tx: Kysely<Database>, stanceKey: number, units: readonly Unit[]): Promise<void> {
  await insertRows(
    tx,
    'unit_stances',
    units.map((unit) => unitRow(stanceKey, unit)),
  );
  await insertRows(
    tx,
    'voice_stances',
    units.flatMap((unit) => voiceRows(stanceKey, unit)),
  );
  await insertRows(
    tx,
    'evidence',
    units.flatMap((unit) => evidenceRows(stanceKey, unit)),
  );
}

function unitRow(stanceKey: number, unit: Unit): Insertable<UnitStancesTable> {
  const { stance, authorStance } = unit;
  return {
    stance_key: stanceKey,
    ordinal: unit.ordinal,
    basis: unit.basis,
    label: stance.label,
    score: stance.score,
    confidence: stance.confidence,
    logit: stance.logit,
    remainder: stance.remainder,
    author_label: authorStance.label,
    author_score: authorStance.score,
    author_confidence: authorStance.confidence,
    author_logit: authorStance.logit,
    author_remainder: authorStance.remainder,
    dimensions: [...unit.dimensions],
  };
}

function voiceRows(stanceKey: number, { ordinal, voices }: Unit): Insertable<VoiceStancesTable>[] {
  return voices.map(({ id, name, kind, label, score }, position) => ({
    stance_key: stanceKey,
    ordinal,
    position,
    voice_id: id,
    name,
    kind,
    label,
    score,
  }));
}

function evidenceRows(stanceKey: number, { ordinal, evidence }: Unit): Insertable<EvidenceTable>[] {
  return evidence.map((piece, position) => ({
    stance_key: stanceKey,
    ordinal,
    position,
    start_offset: piece.start,
    end_offset: piece.end,
    direction: piece.direction,
    weight: piece.weight,
    voice_id: piece.voice,
    dimension: piece.dimension,
    modifiers: [...piece.modifiers],
    reason: piece.reason,
  }));
}

/** Attributions do not depend on the target: equal ones of an article are kept once for all of them. */
async function keepAnnotation(
  tx: Kysely<Database>,
  articleKey: number,
  attributions: readonly ResultAttribution[],
): Promise<number> {
  const hash = createHash('sha256').update(JSON.stringify(attributions)).digest('base64url');
  const known = await tx
    .selectFrom('annotations')
    .where('article_key', '=', articleKey)
    .where('hash', '=', hash)
    .select('key')
    .executeTakeFirst();
  if (known) return known.key;
  const { key } = await tx
    .insertInto('annotations')
    .values({ article_key: articleKey, hash })
    .returning('key')
    .executeTakeFirstOrThrow();
  await insertRows(
    tx,
    'attributions',
    attributions.map((attribution, position) => ({
      annotation_key: key,
      position,
      ...attributionRow(attribution),
    })),
  );
  return key;
}

function attributionRow({ id, parent, source, cue, content, speaker, kind, cueKind }: ResultAttribution) {
  return {
    id,
    parent,
    source: JSON.stringify(source),
    cue: JSON.stringify(cue),
    content: JSON.stringify(content),
    speaker_id: speaker?.id ?? null,
    speaker_name: speaker?.name ?? null,
    speaker_kind: speaker?.kind ?? null,
    kind,
    cue_kind: cueKind,
  };
}
