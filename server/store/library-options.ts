import { sql } from 'kysely';
import type { Store } from './open.js';

/** A name that a filter offers, with the number of articles behind it. */
export interface FilterOption {
  readonly name: string;
  readonly articles: number;
}

/** Names that a filter lists at most: the rest is found by typing. */
const MOST_OPTIONS = 200;

/** The outlets with the most articles. */
export async function listOutlets(store: Store, limit = MOST_OPTIONS): Promise<FilterOption[]> {
  const { rows } = await sql<FilterOption>`
    select outlet as name, count(*) as articles from articles
    where outlet is not null and deleted_at is null
    group by outlet order by articles desc, outlet limit ${limit}
  `.execute(store.db);
  return rows;
}

/** The countries of outlets in the library, by name. */
export async function listCountries(store: Store): Promise<FilterOption[]> {
  const { rows } = await sql<FilterOption>`
    select o.country as name, sum(a.articles)::integer as articles
    from outlets o join (
      select outlet, count(*) as articles from articles
      where deleted_at is null and outlet is not null group by outlet
    ) a on a.outlet = o.name
    where o.country is not null
    group by o.country order by o.country
  `.execute(store.db);
  return rows;
}

/** Somebody who is quoted, with the number of articles. */
export interface SpeakerOption extends FilterOption {
  readonly id: string;
}

/** Articles that are asked for the speakers that a filter offers: as many as a page can wait for. */
const ASKED_ARTICLES = 2_000;

/** Those whom the newest articles quote most that were scored toward the target. */
export async function listSpeakers(
  store: Store,
  target: string,
  limit = MOST_OPTIONS,
): Promise<SpeakerOption[]> {
  const { rows } = await sql<SpeakerOption>`
    select p.id, p.name, n.articles from (
      select speaker, count(*) as articles
      from (
        select s.speakers from article_stances s join targets t on t.key = s.target_key
        where t.ref = ${target} and s.is_current
          and not exists (select from articles a where a.key = s.article_key and a.deleted_at is not null)
        order by s.key desc limit ${ASKED_ARTICLES}
      ) newest cross join unnest(newest.speakers) as speaker
      group by speaker order by articles desc, speaker limit ${limit}
    ) n join speakers p on p.id = n.speaker
    order by n.articles desc, p.id
  `.execute(store.db);
  return rows;
}

/** Studies that a filter lists at most. */
const MOST_STUDIES = 500;

/** The names of the studies. */
export async function listStudyNames(store: Store): Promise<{ id: string; name: string }[]> {
  return await store.db
    .selectFrom('studies')
    .where('deleted_at', 'is', null)
    .orderBy(sql`lower(name)`)
    .limit(MOST_STUDIES)
    .select(['id', 'name'])
    .execute();
}

/** The name of the speaker of this id, or null. */
export async function speakerName(store: Store, id: string): Promise<string | null> {
  const row = await store.db.selectFrom('speakers').where('id', '=', id).select('name').executeTakeFirst();
  return row?.name ?? null;
}

/** Runs toward a target that the filter offers. */
const MOST_RUNS = 20;

/** The newest runs toward a target, newest first. */
export async function listRunOptions(
  store: Store,
  target: string,
): Promise<{ id: string; createdAt: Date }[]> {
  return await store.db
    .selectFrom('runs as r')
    .innerJoin('targets as t', 't.key', 'r.target_key')
    .where('t.ref', '=', target)
    .orderBy('r.key', 'desc')
    .limit(MOST_RUNS)
    .select(['r.id', 'r.created_at as createdAt'])
    .execute();
}
