import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Target } from '../../analysis/article/index.js';
import type { Store } from './open.js';
import type { Database } from './schema.js';

/** Of the hash that names a target without a slug: 48 bits, enough for those of one library. */
const HASH_LENGTH = 12;

/** How addresses and filters name a target: its slug, or `custom-` with a hash of what defines it. */
export function targetRef(target: Target): string {
  if (target.slug !== null) return target.slug;
  const hash = createHash('sha256').update(JSON.stringify([target.name, target.aliases, target.shortForms]));
  return `custom-${hash.digest('hex').slice(0, HASH_LENGTH)}`;
}

/** A target that something in the library was scored towards. */
export interface StoredTarget {
  readonly ref: string;
  readonly slug: string | null;
  readonly name: string;
  /** Articles with a score. */
  readonly articles: number;
}

/** Every target of the library, the most used first. */
export async function listStoredTargets(store: Store): Promise<StoredTarget[]> {
  return await store.db
    .selectFrom('targets as t')
    .leftJoin('article_stances as s', (join) =>
      join
        .onRef('s.target_key', '=', 't.key')
        .on('s.is_current', '=', true)
        .on(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('articles as a')
                .whereRef('a.key', '=', 's.article_key')
                .where('a.deleted_at', 'is not', null),
            ),
          ),
        ),
    )
    .groupBy(['t.key', 't.ref', 't.slug', 't.name'])
    .select((eb) => ['t.ref', 't.slug', 't.name', eb.fn.count<number>('s.key').as('articles')])
    .orderBy('articles', 'desc')
    .orderBy('t.ref')
    .execute();
}

/** The targets that an article was scored towards, as addresses name them. */
export async function listTargetsOf(store: Store, articleId: string): Promise<string[]> {
  const rows = await store.db
    .selectFrom('article_stances as s')
    .innerJoin('articles as a', 'a.key', 's.article_key')
    .innerJoin('targets as t', 't.key', 's.target_key')
    .where('a.id', '=', articleId)
    .where('s.is_current', '=', true)
    .orderBy('t.ref')
    .select('t.ref')
    .execute();
  return rows.map(({ ref }) => ref);
}

/** The definition of a target as it was in its newest run, or null where nothing was scored towards it. */
export async function storedDefinition(store: Store, ref: string): Promise<Target | null> {
  const row = await store.db
    .selectFrom('runs as r')
    .innerJoin('targets as t', 't.key', 'r.target_key')
    .where('t.ref', '=', ref)
    .orderBy('r.key', 'desc')
    .limit(1)
    .select('r.definition')
    .executeTakeFirst();
  return row?.definition ?? null;
}

/** The row of a target, made where it is new. */
export async function keepTarget(db: Kysely<Database>, target: Target): Promise<number> {
  const { key } = await db
    .insertInto('targets')
    .values({ ref: targetRef(target), slug: target.slug, name: target.name })
    .onConflict((conflict) => conflict.column('ref').doUpdateSet({ name: target.name }))
    .returning('key')
    .executeTakeFirstOrThrow();
  return key;
}
