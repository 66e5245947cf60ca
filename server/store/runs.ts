import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Provenance, Target } from '../../analysis/article/index.js';
import type { Store } from './open.js';
import type { Database } from './schema.js';
import { keepTarget } from './targets.js';

/** One way of coding that articles of the library were coded in. */
export interface Run {
  readonly id: string;
  /** How addresses name the target. */
  readonly target: string;
  readonly targetName: string;
  readonly definition: Target;
  readonly provenance: Provenance;
  readonly createdAt: Date;
  /** Articles coded in it. */
  readonly articles: number;
  /** Of these, how many have no newer result towards the target. */
  readonly newest: number;
}

/** The runs of the library, newest first; of one target where `target` names it. */
export async function listRuns(store: Store, target?: string): Promise<Run[]> {
  return await runs(store)
    .$if(target !== undefined, (query) => query.where('t.ref', '=', target ?? ''))
    .orderBy('r.key', 'desc')
    .execute();
}

/** The run of this id, or null. */
export async function loadRun(store: Store, id: string): Promise<Run | null> {
  return (await runs(store).where('r.id', '=', id).executeTakeFirst()) ?? null;
}

/** What a run was made with, or null. */
export async function loadCoding(
  store: Store,
  id: string,
): Promise<{ definition: Target; provenance: Provenance } | null> {
  const row = await store.db
    .selectFrom('runs')
    .where('id', '=', id)
    .select(['definition', 'provenance'])
    .executeTakeFirst();
  return row ?? null;
}

function runs(store: Store) {
  return store.db
    .selectFrom('runs as r')
    .innerJoin('targets as t', 't.key', 'r.target_key')
    .select(['r.id', 't.ref as target', 't.name as targetName', 'r.created_at as createdAt'])
    .select(['r.definition', 'r.provenance'])
    .select([counted(sql`true`).as('articles'), counted(sql`s.is_current`).as('newest')]);
}

/** Articles of a run that are in the library and fulfill a condition. */
function counted(condition: RawBuilder<unknown>) {
  return sql<number>`(
    select count(*) from article_stances s join articles a on a.key = s.article_key and a.deleted_at is null
    where s.run_key = r.key and ${condition}
  )`;
}

/** What the runs of a target were made with, oldest first, with their keys. */
export async function runsOfTarget(
  store: Store,
  target: string,
): Promise<{ key: number; id: string; definition: Target; provenance: Provenance }[]> {
  return await store.db
    .selectFrom('runs as r')
    .innerJoin('targets as t', 't.key', 'r.target_key')
    .where('t.ref', '=', target)
    .orderBy('r.key')
    .select(['r.key', 'r.id', 'r.definition', 'r.provenance'])
    .execute();
}

/** The run that each of these articles was coded in last towards a target, by key of the article. */
export async function currentRunKeys(
  store: Store,
  articleKeys: readonly number[],
  target: string,
): Promise<Map<number, number>> {
  const rows = await store.db
    .selectFrom('article_stances as s')
    .innerJoin('targets as t', 't.key', 's.target_key')
    .where('t.ref', '=', target)
    .where('s.is_current', '=', true)
    .where('s.article_key', 'in', articleKeys)
    .select(['s.article_key', 's.run_key'])
    .execute();
  return new Map(rows.map((row) => [row.article_key, row.run_key]));
}

/** The rows of a run and its target, made where they are new. */
export async function keepRun(
  db: Kysely<Database>,
  run: { id: string; target: Target; provenance: Provenance },
): Promise<{ runKey: number; targetKey: number }> {
  const targetKey = await keepTarget(db, run.target);
  // One run codes corrected and uncorrected articles alike: what was corrected is no part of it.
  const { corrections: _, ...provenance } = run.provenance;
  const made = await db
    .insertInto('runs')
    .values({
      id: run.id,
      target_key: targetKey,
      definition: JSON.stringify(run.target),
      provenance: JSON.stringify(provenance),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('key')
    .executeTakeFirst();
  if (made) return { runKey: made.key, targetKey };
  const known = await db.selectFrom('runs').where('id', '=', run.id).select('key').executeTakeFirstOrThrow();
  return { runKey: known.key, targetKey };
}
