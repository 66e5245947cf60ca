import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS: readonly string[] = [
  `create table samples (
    key integer generated always as identity primary key,
    id text not null unique,
    target_ref text not null,
    target_name text not null,
    study_id text,
    study_name text,
    wanted integer not null,
    stratify text[] not null,
    blind boolean not null,
    seed bigint not null,
    coders text[] not null,
    coder text,
    created_at timestamptz not null,
    deleted_at timestamptz,
    deleted_change integer references changes
  )`,
  `create index samples_deleted on samples (deleted_change) where deleted_change is not null`,

  `create table sample_items (
    sample_key integer not null references samples on delete cascade,
    position integer not null,
    item_id text not null,
    article_id text not null,
    run_id text not null,
    ordinal integer not null,
    stratum text not null,
    population integer not null,
    sampled integer not null,
    text_hash text not null,
    machine_label text not null,
    machine_score double precision,
    machine_confidence double precision not null,
    machine_author_label text not null,
    machine_author_score double precision,
    primary key (sample_key, position),
    unique (sample_key, item_id)
  )`,

  `create table sample_texts (
    sample_key integer not null references samples on delete cascade,
    position integer not null,
    article_key integer not null references articles on delete cascade,
    title text,
    outlet text,
    published text,
    before text not null,
    text text not null,
    after text not null,
    primary key (sample_key, position)
  )`,
  `create index sample_texts_article on sample_texts (article_key)`,

  `create table sample_sheets (
    key integer generated always as identity primary key,
    id text not null unique,
    sample_key integer not null references samples on delete cascade,
    file text not null,
    items integer not null,
    coder text,
    created_at timestamptz not null,
    deleted_at timestamptz,
    deleted_change integer references changes
  )`,
  `create index sample_sheets_sample on sample_sheets (sample_key)`,
  `create index sample_sheets_deleted on sample_sheets (deleted_change) where deleted_change is not null`,

  `create table sample_codings (
    sheet_key integer not null references sample_sheets on delete cascade,
    row integer not null,
    item_id text not null,
    coder text not null,
    label text,
    author_label text,
    note text not null,
    primary key (sheet_key, row)
  )`,
];

/** Samples that people code, and the coding sheets that came back. */
export const validation: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
