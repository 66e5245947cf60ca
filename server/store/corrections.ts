import { type Kysely, type Selectable, sql } from 'kysely';
import type { Correction, RecordedCorrection } from '../../analysis/article/index.js';
import type { Store } from './open.js';
import { groupRows } from './rows.js';
import type { CorrectionsTable, Database } from './schema.js';

/** A correction with its history, and the changes of its article that made it and took it back, from 1. */
export interface KeptCorrection extends RecordedCorrection {
  readonly madeRevision: number;
  /** Null while it holds. */
  readonly revertedRevision: number | null;
}

/** All corrections of an article, those that were taken back too, in the order in which they were made. */
export async function listCorrections(store: Store, articleId: string): Promise<KeptCorrection[]> {
  const rows = await store.db
    .selectFrom('corrections as c')
    .innerJoin('articles as a', 'a.key', 'c.article_key')
    .where('a.id', '=', articleId)
    .orderBy('c.key')
    .selectAll('c')
    .execute();
  return rows.map(toKept);
}

/** The corrections that hold, of several articles, by article, in the order in which they were made. */
export async function activeCorrections(
  db: Kysely<Database>,
  articleKeys: readonly number[],
): Promise<Map<number, KeptCorrection[]>> {
  if (articleKeys.length === 0) return new Map();
  const rows = await db
    .selectFrom('corrections')
    .where(sql<boolean>`article_key = any(${[...articleKeys]}::integer[])`)
    .where('reverted_at', 'is', null)
    .orderBy('key')
    .selectAll()
    .execute();
  const groups = groupRows(rows, (row) => row.article_key);
  return new Map([...groups].map(([key, group]) => [key, group.map(toKept)]));
}

/** A correction from its row. */
export function toKept(row: Selectable<CorrectionsTable>): KeptCorrection {
  return {
    id: row.id,
    // What was written as a correction comes back as one.
    correction: { kind: row.kind, ...row.detail } as Correction,
    machine: row.machine,
    reason: row.reason,
    coder: row.coder,
    at: row.created_at.toISOString(),
    revertedAt: row.reverted_at?.toISOString() ?? null,
    revertedBy: row.reverted_by,
    madeRevision: row.made_revision,
    revertedRevision: row.reverted_revision,
  };
}
