import { sql } from 'kysely';
import { type Change, type Doer, noteChange } from './changes.js';
import type { Store } from './open.js';
import type { OutletBasis } from './schema.js';

/** An outlet with its country, as the library has it. */
export interface Outlet {
  readonly name: string;
  readonly country: string | null;
  /** Where the country comes from; null where there is none. */
  readonly basis: OutletBasis | null;
  /** Counts the states of the country, from 0 for one that nobody stated. */
  readonly revision: number;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
  readonly articles: number;
}

/** A country that the corpus states for an outlet. */
export interface KnownOutlet {
  readonly name: string;
  readonly country: string;
  readonly basis: Exclude<OutletBasis, 'hand'>;
}

/** Outlets on one page of the list. */
const PAGE_SIZE = 200;

/** The outlets of articles in the library, by name, from the one after `after` on. */
export async function listOutletsWithCountry(
  store: Store,
  {
    search,
    after,
    limit = PAGE_SIZE,
  }: { search?: string | undefined; after?: string | undefined; limit?: number },
): Promise<{ outlets: Outlet[]; next: string | null }> {
  const { rows } = await sql<Outlet>`
    select n.name, o.country, o.basis, coalesce(o.revision, 0) as revision, o.coder as "changedBy",
      o.updated_at as "changedAt", n.articles
    from (
      select outlet as name, count(*) as articles from articles
      where outlet is not null and deleted_at is null
        and (${search ?? null}::text is null or position(lower(${search ?? ''}) in lower(outlet)) > 0)
        and (${after ?? null}::text is null or outlet > ${after ?? ''})
      group by outlet
    ) n left join outlets o on o.name = n.name
    order by n.name limit ${limit + 1}
  `.execute(store.db);
  const outlets = rows.slice(0, limit);
  return { outlets, next: rows.length > limit ? (outlets.at(-1)?.name ?? null) : null };
}

/** Outcome of setting a country: done, or what somebody else set meanwhile. */
export type CountryOutcome =
  | { readonly kind: 'saved'; readonly change: Change | null }
  | {
      readonly kind: 'conflict';
      readonly theirs: Pick<Outlet, 'country' | 'revision' | 'changedBy' | 'changedAt'>;
    };

/** Sets the country of an outlet by hand, for all its articles; `seen` is the revision it was made from. */
export async function setCountry(
  store: Store,
  edit: { readonly outlet: string; readonly country: string | null; readonly seen: number },
  doer: Doer,
): Promise<CountryOutcome> {
  const { outlet, country, seen } = edit;
  return await store.db.transaction().execute(async (tx) => {
    // Two who are the first to name the country of an outlet must wait for each other.
    await tx
      .insertInto('outlets')
      .values({ name: outlet, country: null, basis: 'hand', revision: 0, coder: null, updated_at: doer.now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await tx
      .selectFrom('outlets')
      .where('name', '=', outlet)
      .selectAll()
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.country === country) return { kind: 'saved', change: null };
    if (row.revision !== seen) {
      const theirs = { changedBy: row.coder, changedAt: row.updated_at };
      return { kind: 'conflict', theirs: { country: row.country, revision: row.revision, ...theirs } };
    }
    await tx
      .updateTable('outlets')
      .set({
        country,
        basis: 'hand',
        revision: row.revision + 1,
        coder: doer.coder,
        updated_at: doer.now,
      })
      .where('name', '=', outlet)
      .execute();
    const detail = { outlet, from: row.country, to: country, fromBasis: row.basis };
    const { change } = await noteChange(tx, { kind: 'set-country', detail }, doer);
    return { kind: 'saved', change };
  });
}

/** Brings the countries that the corpus states up to date; those set by hand stay. */
export async function keepKnownOutlets(
  store: Store,
  known: readonly KnownOutlet[],
  now: Date,
): Promise<void> {
  const column = (name: keyof KnownOutlet) => known.map((outlet) => outlet[name]);
  await sql`
    insert into outlets (name, country, basis, revision, updated_at)
    select name, country, basis, 1, ${now}::timestamptz
    from unnest(${column('name')}::text[], ${column('country')}::text[], ${column('basis')}::text[])
      as given (name, country, basis)
    on conflict (name) do update
      set country = excluded.country, basis = excluded.basis, revision = outlets.revision + 1,
        updated_at = excluded.updated_at
      where outlets.basis <> 'hand' and outlets.country is distinct from excluded.country
  `.execute(store.db);
}
