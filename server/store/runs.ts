import type { Kysely } from 'kysely';
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
  readonly provenance: Provenance;
  readonly createdAt: Date;
  readonly articles: number;
}

/** The runs of the library, newest first; of one target where `target` names it. */
export async function listRuns(store: Store, target?: string): Promise<Run[]> {
  const rows = await store.db
    .selectFrom('runs as r')
    .innerJoin('targets as t', 't.key', 'r.target_key')
    .leftJoin('article_stances as s', 's.run_key', 'r.key')
    .leftJoin('articles as a', (join) =>
      join.onRef('a.key', '=', 's.article_key').on('a.deleted_at', 'is', null),
    )
    .$if(target !== undefined, (query) => query.where('t.ref', '=', target ?? ''))
    .groupBy(['r.key', 't.key'])
    .select((eb) => [
      'r.id',
      't.ref as target',
      't.name as targetName',
      eb.ref('r.key').as('key'),
      'r.created_at as createdAt',
      eb.fn.count<number>('a.key').as('articles'),
    ])
    .orderBy('r.key', 'desc')
    .execute();
  const provenances = await store.db.selectFrom('runs').select(['key', 'provenance']).execute();
  const byKey = new Map(provenances.map((row) => [row.key, row.provenance]));
  return rows.flatMap(({ key, ...run }) => {
    const provenance = byKey.get(key);
    return provenance ? [{ ...run, provenance }] : [];
  });
}

/** The rows of a run and its target, made where they are new. */
export async function keepRun(
  db: Kysely<Database>,
  run: { id: string; target: Target; provenance: Provenance },
): Promise<{ runKey: number; targetKey: number }> {
  const targetKey = await keepTarget(db, run.target);
  const made = await db
    .insertInto('runs')
    .values({
      id: run.id,
      target_key: targetKey,
      definition: JSON.stringify(run.target),
      provenance: JSON.stringify(run.provenance),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('key')
    .executeTakeFirst();
  if (made) return { runKey: made.key, targetKey };
  const known = await db.selectFrom('runs').where('id', '=', run.id).select('key').executeTakeFirstOrThrow();
  return { runKey: known.key, targetKey };
}
