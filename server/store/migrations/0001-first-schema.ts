import { type Kysely, type Migration, sql } from 'kysely';

/**
 * A tsvector holds at most 1 MB. Of a text this long, even one of four-byte letters fits; words
 * further on are not found by the search.
 */
const SEARCHED_CHARACTERS = 200_000;

const LABEL = `text not null check (value in ('supportive', 'skeptical', 'mixed', 'neutral', 'unrelated'))`;

const STATEMENTS: readonly string[] = [
  `create domain stance_label as ${LABEL}`,

  `create table originals (
    key integer generated always as identity primary key,
    sha256 text not null unique,
    name text not null,
    media_type text,
    bytes bigint not null,
    stored_as text not null unique,
    created_at timestamptz not null default now()
  )`,

  `create table imports (
    key integer generated always as identity primary key,
    id text not null unique,
    kind text not null check (kind in ('upload', 'samples')),
    targets text[] not null,
    created_at timestamptz not null default now(),
    finished_at timestamptz
  )`,

  `create table import_files (
    key integer generated always as identity primary key,
    import_key integer not null references imports on delete cascade,
    position integer not null,
    file text not null,
    original_key integer references originals on delete set null,
    hints json not null,
    status text not null check (status in ('running', 'done', 'refused')),
    code text,
    reason text,
    hint text,
    refusals json not null,
    unique (import_key, position)
  )`,
  `create index import_files_original on import_files (original_key)`,

  `create table articles (
    key integer generated always as identity primary key,
    id text not null unique,
    text_hash text not null,
    record_id text not null,
    source_file text not null,
    source_index integer not null,
    title text,
    title_basis text not null,
    outlet text,
    outlet_basis text not null,
    published date,
    published_basis text not null,
    published_candidates text[] not null,
    dateline json,
    byline text,
    language text not null,
    url text,
    keywords text[] not null,
    text text not null,
    dropped json not null,
    as_read json,
    given_targets json not null,
    given_mentions json,
    origin_file_key integer references import_files on delete set null,
    origin_position integer,
    created_at timestamptz not null default now(),
    sort_date date not null generated always as (coalesce(published, date '0001-01-01')) stored,
    search tsvector not null generated always as (
      setweight(to_tsvector('english', left(coalesce(title, ''), 1000)), 'A') ||
      to_tsvector('english', left(text, ${SEARCHED_CHARACTERS}))
    ) stored
  )`,
  `create index articles_newest on articles (sort_date desc, key desc)`,
  `create index articles_outlet on articles (outlet)`,
  `create index articles_text_hash on articles (text_hash)`,
  `create index articles_origin on articles (origin_file_key)`,
  `create index articles_search on articles using gin (search)`,

  `create table import_articles (
    file_key integer not null references import_files on delete cascade,
    position integer not null,
    article_key integer not null references articles on delete cascade,
    duplicate boolean not null,
    primary key (file_key, position)
  )`,
  `create index import_articles_article on import_articles (article_key)`,

  `create table units (
    article_key integer not null references articles on delete cascade,
    ordinal integer not null,
    role text not null,
    start_offset integer not null,
    end_offset integer not null,
    primary key (article_key, ordinal)
  )`,

  `create table targets (
    key integer generated always as identity primary key,
    ref text not null unique,
    slug text,
    name text not null
  )`,

  `create table runs (
    key integer generated always as identity primary key,
    id text not null unique,
    target_key integer not null references targets on delete cascade,
    definition json not null,
    provenance json not null,
    created_at timestamptz not null default now()
  )`,
  `create index runs_target on runs (target_key, key desc)`,

  `create table annotations (
    key integer generated always as identity primary key,
    article_key integer not null references articles on delete cascade,
    hash text not null,
    unique (article_key, hash)
  )`,

  `create table attributions (
    annotation_key integer not null references annotations on delete cascade,
    position integer not null,
    id text not null,
    parent text,
    source json not null,
    cue json not null,
    content json not null,
    speaker_id text,
    speaker_name text,
    speaker_kind text,
    kind text not null,
    cue_kind text not null,
    primary key (annotation_key, position)
  )`,
  `create index attributions_speaker on attributions (speaker_id)`,

  `create table article_stances (
    key integer generated always as identity primary key,
    article_key integer not null references articles on delete cascade,
    run_key integer not null references runs on delete cascade,
    target_key integer not null references targets on delete cascade,
    annotation_key integer not null references annotations on delete cascade,
    is_current boolean not null,
    label stance_label,
    score double precision,
    confidence double precision not null,
    author_label stance_label,
    author_score double precision,
    quoted_label stance_label,
    quoted_score double precision,
    related integer not null,
    unrelated integer not null,
    share_supportive double precision not null,
    share_skeptical double precision not null,
    share_mixed double precision not null,
    share_neutral double precision not null,
    interval_low double precision,
    interval_high double precision,
    not_scored text,
    scored_at timestamptz not null default now(),
    unique (article_key, run_key)
  )`,
  `create unique index article_stances_current on article_stances (target_key, article_key) where is_current`,
  `create index article_stances_run on article_stances (run_key)`,
  `create index article_stances_annotation on article_stances (annotation_key)`,

  `create table unit_stances (
    stance_key integer not null references article_stances on delete cascade,
    ordinal integer not null,
    basis text not null,
    label stance_label,
    score double precision,
    confidence double precision not null,
    logit double precision,
    remainder double precision,
    author_label stance_label,
    author_score double precision,
    author_confidence double precision not null,
    author_logit double precision,
    author_remainder double precision,
    dimensions text[] not null,
    primary key (stance_key, ordinal)
  )`,

  `create table voice_stances (
    stance_key integer not null references article_stances on delete cascade,
    ordinal integer not null,
    position integer not null,
    voice_id text not null,
    name text not null,
    kind text not null,
    label stance_label,
    score double precision,
    primary key (stance_key, ordinal, position)
  )`,
  `create index voice_stances_voice on voice_stances (voice_id)`,

  `create table evidence (
    stance_key integer not null references article_stances on delete cascade,
    ordinal integer not null,
    position integer not null,
    start_offset integer not null,
    end_offset integer not null,
    direction text not null,
    weight double precision not null,
    voice_id text not null,
    dimension text,
    modifiers text[] not null,
    reason text not null,
    primary key (stance_key, ordinal, position)
  )`,

  `create table corrections (
    key integer generated always as identity primary key,
    article_key integer not null references articles on delete cascade,
    kind text not null,
    detail json not null,
    created_at timestamptz not null default now(),
    reverted_at timestamptz
  )`,
  `create index corrections_article on corrections (article_key)`,

  `create table notes (name text primary key, value json not null)`,

  `create table claims (job_id text primary key, queue text not null, worker_lock integer not null)`,
];

/** Originals, imports, articles, runs and everything that a run says of an article. */
export const firstSchema: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
