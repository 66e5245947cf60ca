import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  `create table corpus_files (
    key integer generated always as identity primary key,
    path text not null check (path ~ '^(targets/[a-z][a-z0-9-]{0,63}[.]yaml|lexicons/[a-z]+[.]tsv)$'),
    version integer not null,
    content text,
    coder text,
    note text not null,
    created_at timestamptz not null default now(),
    unique (path, version)
  )`,
  `create index corpus_files_newest on corpus_files (path, key desc)`,

  `create table rescorings (
    key integer generated always as identity primary key,
    id text not null unique,
    target_ref text not null,
    definition json not null,
    edition integer not null,
    scope text not null,
    coder text,
    created_at timestamptz not null default now(),
    finished_at timestamptz,
    cancelled_at timestamptz,
    cancelled_by text,
    failure text
  )`,
  `create index rescorings_running on rescorings (key) where finished_at is null`,

  `create table rescoring_articles (
    rescoring_key integer not null references rescorings on delete cascade,
    article_key integer not null references articles on delete cascade,
    outcome text check (outcome in ('scored', 'current', 'failed')),
    reason text,
    hint text,
    primary key (rescoring_key, article_key)
  )`,
  `create index rescoring_articles_waiting on rescoring_articles (rescoring_key, article_key) where outcome is null`,
  `create index rescoring_articles_article on rescoring_articles (article_key)`,
];

/** Targets and lexicons edited in the browser, and the scoring of the library anew. */
export const corpusAndRuns: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
