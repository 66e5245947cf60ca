import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Target } from '../../analysis/article/index.js';
import type { Store } from './open.js';
import { storableText } from './originals.js';
import type { RescoringOutcome } from './schema.js';

/** Articles that are or were scored again towards one target. */
export interface Rescoring {
  readonly id: string;
  /** How addresses name the target, and its name then. */
  readonly target: string;
  readonly targetName: string;
  /** Which articles were meant, in words. */
  readonly scope: string;
  readonly coder: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly cancelledAt: Date | null;
  readonly cancelledBy: string | null;
  /** Why it ended before its time, or null. */
  readonly failure: string | null;
  /** Articles, and how many of them have come to which outcome. */
  readonly total: number;
  readonly scored: number;
  readonly current: number;
  readonly failed: number;
}

/** An article that could not be scored. */
export interface FailedArticle {
  readonly id: string;
  readonly title: string | null;
  readonly reason: string;
  readonly hint: string;
}

/** What the job of a rescoring needs to know; null where there is nothing (more) to do. */
export interface RescoringWork {
  readonly target: Target;
  readonly edition: number;
}

/** Notes what is to be scored again; returns the key for the job and the id for addresses. */
export async function createRescoring(
  store: Store,
  given: {
    target: Target;
    ref: string;
    edition: number;
    scope: string;
    coder: string | null;
    articleIds: readonly string[];
  },
): Promise<{ id: string; key: number; articles: number }> {
  const id = randomBytes(12).toString('base64url');
  return await store.db.transaction().execute(async (tx) => {
    const { key } = await tx
      .insertInto('rescorings')
      .values({
        id,
        target_ref: given.ref,
        definition: JSON.stringify(given.target),
        edition: given.edition,
        scope: storableText(given.scope),
        coder: given.coder === null ? null : storableText(given.coder),
      })
      .returning('key')
      .executeTakeFirstOrThrow();
    const { numAffectedRows = 0n } = await sql`
      insert into rescoring_articles (rescoring_key, article_key)
      select ${key}, a.key from articles a where a.id = any(${[...given.articleIds]}::text[])
    `.execute(tx);
    return { id, key, articles: Number(numAffectedRows) };
  });
}

/** What is to be done; null where the rescoring is finished or gone. */
export async function rescoringWork(store: Store, key: number): Promise<RescoringWork | null> {
  const row = await store.db
    .selectFrom('rescorings')
    .where('key', '=', key)
    .where('finished_at', 'is', null)
    .select(['definition as target', 'edition'])
    .executeTakeFirst();
  return row ?? null;
}

/** The next articles that wait, in the order of their keys. */
export async function nextToRescore(
  store: Store,
  key: number,
  limit: number,
): Promise<{ key: number; id: string }[]> {
  return await store.db
    .selectFrom('rescoring_articles as w')
    .innerJoin('articles as a', 'a.key', 'w.article_key')
    .where('w.rescoring_key', '=', key)
    .where('w.outcome', 'is', null)
    .orderBy('w.article_key')
    .limit(limit)
    .select(['a.key', 'a.id'])
    .execute();
}

/** Notes what became of articles; one that was noted before keeps its first outcome. */
export async function noteRescored(
  store: Store,
  key: number,
  outcomes: readonly { articleKey: number; outcome: RescoringOutcome; reason?: string; hint?: string }[],
): Promise<void> {
  if (outcomes.length === 0) return;
  const column = <Value>(read: (one: (typeof outcomes)[number]) => Value) => outcomes.map(read);
  await sql`
    update rescoring_articles w set outcome = given.outcome, reason = given.reason, hint = given.hint
    from unnest(
      ${column(({ articleKey }) => articleKey)}::integer[],
      ${column(({ outcome }) => outcome)}::text[],
      ${column(({ reason }) => (reason === undefined ? null : storableText(reason)))}::text[],
      ${column(({ hint }) => (hint === undefined ? null : storableText(hint)))}::text[]
    ) as given (article_key, outcome, reason, hint)
    where w.rescoring_key = ${key} and w.article_key = given.article_key and w.outcome is null
  `.execute(store.db);
}

/** Notes the end of a rescoring, with the reason where it did not come to its own. */
export async function finishRescoring(
  store: Store,
  key: number,
  failure: string | null = null,
): Promise<void> {
  await store.db
    .updateTable('rescorings')
    .set({ finished_at: sql<Date>`now()`, failure })
    .where('key', '=', key)
    .where('finished_at', 'is', null)
    .execute();
}

/** Ends a rescoring: what was scored stays, the rest is left as it is. False where it was over. */
export async function cancelRescoring(store: Store, id: string, coder: string | null): Promise<boolean> {
  const { numUpdatedRows } = await store.db
    .updateTable('rescorings')
    .set({
      finished_at: sql<Date>`now()`,
      cancelled_at: sql<Date>`now()`,
      cancelled_by: coder === null ? null : storableText(coder),
    })
    .where('id', '=', id)
    .where('finished_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Keys of rescorings that no job may be working on although they are not finished. */
export async function listUnfinishedRescorings(store: Store): Promise<number[]> {
  const rows = await store.db
    .selectFrom('rescorings')
    .where('finished_at', 'is', null)
    .select('key')
    .execute();
  return rows.map(({ key }) => key);
}

const LISTED = 50;

/** The newest rescorings, newest first. */
export async function listRescorings(store: Store): Promise<Rescoring[]> {
  return await rescorings(store).orderBy('r.key', 'desc').limit(LISTED).execute();
}

/** Failed articles that are named; a fault of the program may fail thousands. */
const FAILED_LISTED = 200;

/** One rescoring with the articles that failed, or null. */
export async function loadRescoring(
  store: Store,
  id: string,
): Promise<(Rescoring & { readonly failures: readonly FailedArticle[] }) | null> {
  const row = await rescorings(store).where('r.id', '=', id).executeTakeFirst();
  if (!row) return null;
  const failures = await store.db
    .selectFrom('rescoring_articles as w')
    .innerJoin('rescorings as r', 'r.key', 'w.rescoring_key')
    .innerJoin('articles as a', 'a.key', 'w.article_key')
    .where('r.id', '=', id)
    .where('w.outcome', '=', 'failed')
    .orderBy('w.article_key')
    .limit(FAILED_LISTED)
    .select(['a.id', 'a.title', 'w.reason', 'w.hint'])
    .execute();
  const named = failures.map(({ reason, hint, ...one }) => ({
    ...one,
    reason: reason ?? '',
    hint: hint ?? '',
  }));
  return { ...row, failures: named };
}

function rescorings(store: Store) {
  const outcome = (name: RescoringOutcome) =>
    sql<number>`(select count(*) from rescoring_articles w where w.rescoring_key = r.key and w.outcome = ${name})`;
  return store.db
    .selectFrom('rescorings as r')
    .select(['r.id', 'r.target_ref as target', 'r.scope', 'r.coder', 'r.created_at as createdAt'])
    .select(['r.finished_at as finishedAt', 'r.cancelled_at as cancelledAt', 'r.cancelled_by as cancelledBy'])
    .select(['r.failure', sql<string>`r.definition ->> 'name'`.as('targetName')])
    .select([
      sql<number>`(select count(*) from rescoring_articles w where w.rescoring_key = r.key)`.as('total'),
      outcome('scored').as('scored'),
      outcome('current').as('current'),
      outcome('failed').as('failed'),
    ]);
}
