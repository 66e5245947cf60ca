import { type Kysely, type Migration, sql } from 'kysely';

const LABEL = `text check (corrected_label in ('supportive', 'skeptical', 'mixed', 'neutral', 'unrelated'))`;

const STATEMENTS: readonly string[] = [
  `alter table articles add column revision integer not null default 0`,

  `alter table corrections
    add column id text,
    add column reason text not null default '',
    add column coder text,
    add column machine json not null default 'null',
    add column made_revision integer not null default 0,
    add column reverted_revision integer,
    add column reverted_by text`,
  // Every making and every taking back was one change of its article, in that order.
  `update corrections c
    set id = 'c' || c.key, made_revision = steps.made,
      reverted_revision = case when c.reverted_at is null then null else steps.total + steps.reverted end
    from (
      select key,
        row_number() over (partition by article_key order by key) as made,
        count(*) over (partition by article_key) as total,
        row_number() over (partition by article_key order by reverted_at nulls last, key) as reverted
      from corrections
    ) steps
    where steps.key = c.key`,
  `update articles a set revision = counts.made + counts.reverted
    from (select article_key, count(*) as made, count(reverted_at) as reverted from corrections group by article_key) counts
    where counts.article_key = a.key`,
  `alter table corrections
    alter column id set not null,
    alter column made_revision drop default,
    add constraint corrections_id unique (id)`,
  `create index corrections_active on corrections (article_key) where reverted_at is null`,

  `alter table article_stances
    add column corrected_label ${LABEL},
    add column corrected_score double precision,
    add column corrected json`,
];

/** Who corrected what and why, in which change of an article, and what stands of a stance after it. */
export const corrections: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
