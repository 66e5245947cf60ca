import { type Kysely, sql } from 'kysely';
import { resultsOf } from './load-results.js';
import type { Database } from './schema.js';

/**
 * Brings the columns `corrected…` of all results of these articles up to date with the labels that
 * people gave: what the library filters and sorts by. Articles without such labels cost one query.
 */
export async function refreshCorrected(tx: Kysely<Database>, articleKeys: readonly number[]): Promise<void> {
  const { rows } = await sql<{ key: number }>`
    select s.key from article_stances s
    join targets t on t.key = s.target_key
    where s.article_key = any(${[...new Set(articleKeys)]}::integer[])
      and (s.corrected is not null or exists (
        select from corrections c
        where c.article_key = s.article_key and c.reverted_at is null
          and c.kind = 'set-label' and c.detail ->> 'target' = t.ref
      ))
  `.execute(tx);
  for (const { key } of rows) {
    const [stored] = await resultsOf(tx, [key]);
    const stance = stored?.result.correctedStance ?? null;
    await tx
      .updateTable('article_stances')
      .set({
        corrected_label: stance?.label ?? null,
        corrected_score: stance?.score ?? null,
        corrected: stance && JSON.stringify(stance),
      })
      .where('key', '=', key)
      .execute();
  }
}
