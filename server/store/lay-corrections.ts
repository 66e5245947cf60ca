import { type Kysely, sql } from 'kysely';
import type { Article, Result } from '../../analysis/article/index.js';
import { correctArticle } from '../../analysis/reading/index.js';
import { correctionsHash, withCorrections } from '../../analysis/report/index.js';
import { activeCorrections, type KeptCorrection } from './corrections.js';
import type { Database } from './schema.js';

/** What people changed in an article. */
export interface Corrected {
  /** The corrections that hold, in the order in which they were made. */
  readonly kept: readonly KeptCorrection[];
  /** The article as it was read; null where none of its data was corrected. */
  readonly asRead: Article | null;
}

/** What people changed in these articles, by key; articles without corrections are not in it. */
export async function loadCorrected(
  db: Kysely<Database>,
  articleKeys: readonly number[],
): Promise<Map<number, Corrected>> {
  const kept = await activeCorrections(db, articleKeys);
  if (kept.size === 0) return new Map();
  const rows = await db
    .selectFrom('articles')
    .where(sql<boolean>`key = any(${[...kept.keys()]}::integer[])`)
    .select(['key', 'as_read'])
    .execute();
  return new Map(rows.map(({ key, as_read }) => [key, { kept: kept.get(key) ?? [], asRead: as_read }]));
}

/** The result of an article towards a target, with what people changed beside what the machine says. */
export function layCorrections(
  result: Result,
  target: string,
  article: Article,
  { kept, asRead: read }: Corrected,
): Result {
  const asRead = read ?? article;
  const corrections = kept.map(({ correction }) => correction);
  const corrected = correctArticle(asRead, corrections);
  const provenance = { ...result.provenance, corrections: correctionsHash(corrections) };
  return withCorrections({ ...result, provenance }, { asRead, recorded: kept, corrected, target });
}
