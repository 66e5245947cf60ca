import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  `create table changes (
    key integer generated always as identity primary key,
    id text not null unique,
    kind text not null,
    detail json not null,
    coder text,
    created_at timestamptz not null,
    undone_at timestamptz,
    undone_by text,
    expired_at timestamptz
  )`,
  `create index changes_newest on changes (created_at desc, key desc)`,

  `create table studies (
    key integer generated always as identity primary key,
    id text not null unique,
    name text not null,
    notes text not null,
    methods text not null,
    targets text[] not null,
    revision integer not null,
    created_at timestamptz not null,
    deleted_at timestamptz,
    deleted_change integer references changes
  )`,
  `create index studies_deleted on studies (deleted_change) where deleted_change is not null`,

  `create table study_revisions (
    study_key integer not null references studies on delete cascade,
    revision integer not null,
    name text not null,
    notes text not null,
    methods text not null,
    targets text[] not null,
    coder text,
    created_at timestamptz not null,
    primary key (study_key, revision)
  )`,

  `create table study_articles (
    study_key integer not null references studies on delete cascade,
    article_key integer not null references articles on delete cascade,
    primary key (study_key, article_key)
  )`,
  `create index study_articles_article on study_articles (article_key, study_key)`,

  `create table change_articles (
    change_key integer not null references changes on delete cascade,
    article_key integer not null references articles on delete cascade,
    primary key (change_key, article_key)
  )`,
  `create index change_articles_article on change_articles (article_key)`,

  `create table outlets (
    name text primary key,
    country text,
    basis text not null check (basis in ('lexicon', 'manifest', 'hand')),
    revision integer not null,
    coder text,
    updated_at timestamptz not null
  )`,
  `create index outlets_country on outlets (country)`,

  `create table speakers (id text primary key, name text not null)`,
  `insert into speakers (id, name)
    select voice_id, min(name) from voice_stances where voice_id <> 'author' group by voice_id`,

  `alter table articles
    add column deleted_at timestamptz,
    add column deleted_change integer references changes`,
  `create index articles_deleted on articles (deleted_change) where deleted_change is not null`,
  `create index articles_gone on articles (key) where deleted_at is not null`,
  `create index articles_listed on articles (published desc nulls last, key desc) where deleted_at is null`,
  `drop index articles_newest`,
  `create index articles_of_outlet on articles (outlet) where deleted_at is null`,
  `drop index articles_outlet`,

  `alter table import_articles add column restored boolean not null default false`,

  `alter table article_stances
    add column dimensions text[] not null default '{}',
    add column speakers text[] not null default '{}'`,
  `update article_stances s set
    dimensions = coalesce((
      select array_agg(distinct d order by d) from unit_stances u, unnest(u.dimensions) d
      where u.stance_key = s.key
    ), '{}'),
    speakers = coalesce((
      select array_agg(distinct v.voice_id order by v.voice_id) from voice_stances v
      where v.stance_key = s.key and v.voice_id <> 'author'
    ), '{}')`,
  `create index article_stances_dimensions on article_stances using gin (dimensions)`,
  `create index article_stances_speakers on article_stances using gin (speakers)`,
];

/** Studies, changes that can be undone, outlets with their countries, and what the library filters by. */
export const studiesAndChanges: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
