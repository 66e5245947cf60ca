import { sql } from 'kysely';
import type { Label } from '../../analysis/article/index.js';
import { STANDING_LABEL } from './library-filter.js';
import type { Store } from './open.js';

/** How many articles of a study carry each label toward one target. */
export interface StudyLabels {
  /** The target, as addresses name it. */
  readonly target: string;
  readonly name: string;
  /** Articles that were scored toward it. */
  readonly scored: number;
  readonly author: Readonly<Partial<Record<Label, number>>>;
  readonly quoted: Readonly<Partial<Record<Label, number>>>;
  /** The article as a whole, whoever speaks. */
  readonly whole: Readonly<Partial<Record<Label, number>>>;
}

interface LabelRow {
  readonly ref: string;
  readonly name: string;
  readonly author: Label;
  readonly quoted: Label;
  readonly whole: Label;
  readonly articles: number;
}

/** The labels of the articles of a study, for each target that some of them were scored toward. */
export async function studyLabels(store: Store, studyId: string): Promise<StudyLabels[]> {
  const { rows } = await sql<LabelRow>`
    select t.ref, t.name,
      coalesce(s.corrected -> 'author' ->> 'label', s.author_label) as author,
      coalesce(s.corrected -> 'quoted' ->> 'label', s.quoted_label) as quoted, ${STANDING_LABEL} as whole,
      count(*) as articles
    from studies st
    join study_articles sa on sa.study_key = st.key
    join articles a on a.key = sa.article_key and a.deleted_at is null
    join article_stances s on s.article_key = a.key and s.is_current and s.not_scored is null
    join targets t on t.key = s.target_key
    where st.id = ${studyId} and st.deleted_at is null
    group by 1, 2, 3, 4, 5
  `.execute(store.db);
  return [...new Set(rows.map(({ ref }) => ref))].map((ref) => {
    const own = rows.filter((row) => row.ref === ref);
    return {
      target: ref,
      name: own[0]?.name ?? ref,
      scored: own.reduce((sum, { articles }) => sum + articles, 0),
      author: countBy(own, 'author'),
      quoted: countBy(own, 'quoted'),
      whole: countBy(own, 'whole'),
    };
  });
}

function countBy(rows: readonly LabelRow[], voice: 'author' | 'quoted' | 'whole') {
  const counts: Partial<Record<Label, number>> = {};
  for (const row of rows) counts[row[voice]] = (counts[row[voice]] ?? 0) + row.articles;
  return counts;
}

/** Where the articles of a study come from, and from when they are. */
export interface StudySources {
  readonly outlets: readonly { readonly name: string | null; readonly articles: number }[];
  /** First and last day of publication; null where no article has one. */
  readonly from: string | null;
  readonly to: string | null;
  readonly undated: number;
}

/** The outlets, most articles first, and the days of the articles of a study. */
export async function studySources(store: Store, studyId: string): Promise<StudySources> {
  const { rows } = await sql<{
    name: string | null;
    articles: number;
    from: string | null;
    to: string | null;
    undated: number;
  }>`
    select a.outlet as name, count(*) as articles, min(a.published) as from, max(a.published) as to,
      count(*) filter (where a.published is null) as undated
    from studies st
    join study_articles sa on sa.study_key = st.key
    join articles a on a.key = sa.article_key and a.deleted_at is null
    where st.id = ${studyId} and st.deleted_at is null
    group by a.outlet order by articles desc, a.outlet nulls last
  `.execute(store.db);
  const days = (end: 'from' | 'to') => rows.flatMap((row) => row[end] ?? []).sort();
  return {
    outlets: rows.map(({ name, articles }) => ({ name, articles })),
    from: days('from')[0] ?? null,
    to: days('to').at(-1) ?? null,
    undated: rows.reduce((sum, { undated }) => sum + undated, 0),
  };
}
