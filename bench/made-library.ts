import { sql } from 'kysely';
import type { Store } from '../server/store/index.js';

/** Units of each article, and those of them that refer to the target. */
const UNITS = 15;
const RELATED = 9;
const OUTLETS = 300;
const SPEAKERS = 2_000;
const DAYS = 3_000;

/** Makes a library of scored articles in the database itself: as large as one of years, in seconds. */
export async function makeLibrary(store: Store, articles: number): Promise<void> {
  for (const statement of STATEMENTS)
    await sql.raw(statement.replaceAll(':articles', String(articles))).execute(store.db);
  await sql`analyze`.execute(store.db);
}

/** A number that looks thrown, and is the same each time: n, spread over 0 to 1. */
const thrown = (n: string, salt: number) => `((hashint4(${n} + ${salt})::bigint & 1048575) / 1048575.0)`;
const label = (n: string, salt: number) =>
  `(array['supportive','skeptical','mixed','neutral','unrelated'])[1 + floor(${thrown(n, salt)} * 4.99)::int]`;

const STATEMENTS: readonly string[] = [
  `insert into outlets (name, country, basis, revision, updated_at)
    select 'Outlet ' || n, 'Country ' || n % 40, 'lexicon', 1, now() from generate_series(1, ${OUTLETS}) n`,
  `insert into speakers (id, name)
    select 'speaker-' || n, 'Speaker ' || md5(n::text) from generate_series(1, ${SPEAKERS}) n`,
  `insert into targets (ref, slug, name) values ('coalition', 'coalition', 'Coalition')`,
  `insert into runs (id, target_key, definition, provenance)
    values ('made', 1, '{"slug":"coalition","name":"Coalition","dimensions":[]}',
      '{"version":"0.1.0","models":{},"lexicons":"x","settings":"x"}')`,
  `insert into articles (id, text_hash, record_id, source_file, source_index, title, title_basis, outlet,
      outlet_basis, published, published_basis, published_candidates, language, keywords, text, dropped, given_targets)
    select 'made-' || n, md5(n::text), n::text, 'made.jsonl', n,
      'Report ' || md5((n % 9000)::text) || ' from the valley', 'stated',
      case when n % 50 > 0 then 'Outlet ' || 1 + floor(power(${thrown('n', 1)}, 2) * ${OUTLETS - 1})::int end,
      'stated',
      case when n % 20 > 0 then date '2010-01-01' + floor(${thrown('n', 2)} * ${DAYS})::int end, 'stated', '{}', 'en', '{}',
      (select string_agg('Paragraph ' || u || ' of ' || n || ': the coalition and its partners met on day ' || (n + u) % 977
        || ' and spoke of ' || md5((n * u % 5000)::text) || ' while traders in the market said that prices rose again.', E'\\n')
       from generate_series(1, ${UNITS}) u),
      '[]', '[]'
    from generate_series(1, :articles) n`,
  `insert into units (article_key, ordinal, role, start_offset, end_offset)
    select a.key, u, 'body', u * 100, u * 100 + 99 from articles a, generate_series(1, ${UNITS}) u`,
  `insert into annotations (article_key, hash) select key, 'made' from articles`,
  `insert into article_stances (article_key, run_key, target_key, annotation_key, is_current, label, score, confidence,
      author_label, author_score, quoted_label, quoted_score, related, unrelated, share_supportive, share_skeptical,
      share_mixed, share_neutral, dimensions, speakers)
    select a.key, 1, 1, n.key, true, ${label('a.key', 3)}, ${thrown('a.key', 4)} * 2 - 1, ${thrown('a.key', 5)},
      ${label('a.key', 6)}, 0, ${label('a.key', 7)}, 0, ${RELATED}, ${UNITS - RELATED}, 0.25, 0.25, 0.25, 0.25,
      (array['legality', 'unity', 'cost'])[1 : a.key % 4],
      array(select 'speaker-' || 1 + floor(power(${thrown('a.key + s', 8)}, 2) * ${SPEAKERS - 1})::int from generate_series(1, 5) s)
    from articles a join annotations n on n.article_key = a.key`,
  `insert into unit_stances (stance_key, ordinal, basis, label, score, confidence, author_label, author_score,
      author_confidence, dimensions)
    select s.key, u, 'mentioned', ${label('s.key + u', 9)}, 0, 0.5, ${label('s.key + u', 10)}, 0, 0.5, '{}'
    from article_stances s, generate_series(1, ${UNITS}) u`,
  `insert into voice_stances (stance_key, ordinal, position, voice_id, name, kind, label, score)
    select s.key, u, v, case v when 0 then 'author' else s.speakers[1 + (u + v) % 5] end, 'Somebody',
      case v when 0 then 'author' else 'named' end, ${label('s.key + u + v', 11)}, 0
    from article_stances s, generate_series(1, ${UNITS}) u, generate_series(0, 1) v`,
  `insert into studies (id, name, notes, methods, targets, revision, created_at)
    select 'study-' || n, 'Study ' || n, '', '', '{coalition}', 1, now() from generate_series(1, 20) n`,
  `insert into study_revisions (study_key, revision, name, notes, methods, targets, created_at)
    select key, 1, name, '', '', '{coalition}', now() from studies`,
  `insert into study_articles (study_key, article_key)
    select st.key, a.key from studies st, articles a where a.key % (st.key + 1) = 0`,
];
