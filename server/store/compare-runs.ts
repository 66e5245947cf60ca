import { type RawBuilder, sql } from 'kysely';
import { InputError, type Label } from '../../analysis/article/index.js';
import type { Store } from './open.js';

/** How often a label of one run became which label of the other. */
export interface Transition {
  readonly from: Label;
  readonly to: Label;
  readonly units: number;
}

/** Two runs over the articles that both coded, and the units that both have; headlines included. */
export interface RunComparison {
  readonly articles: number;
  /** Articles whose label as a whole differs. */
  readonly changedArticles: number;
  readonly units: number;
  readonly transitions: readonly Transition[];
  /** Over the units with a score in both: mean of second minus first, and of its size; null without any. */
  readonly scored: number;
  readonly meanChange: number | null;
  readonly meanSize: number | null;
}

/** A unit that the two runs code differently. */
export interface ChangedUnit {
  readonly articleKey: number;
  readonly articleId: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly language: string;
  readonly ordinal: number;
  readonly text: string;
  readonly labels: readonly [Label, Label];
  readonly scores: readonly [number | null, number | null];
  /** Words that count in the second run only, and in the first only. */
  readonly gained: readonly ChangedEvidence[];
  readonly lost: readonly ChangedEvidence[];
}

export interface ChangedEvidence {
  readonly text: string;
  readonly direction: 'supportive' | 'skeptical';
  readonly weight: number;
}

/** Which changes are meant. */
export interface ChangeFilter {
  readonly from?: Label | undefined;
  readonly to?: Label | undefined;
  /** Id of one article. */
  readonly article?: string | undefined;
  /** Whether to leave out those whose score alone changed. */
  readonly labelsOnly?: boolean | undefined;
}

/** Scores are shown with two digits: a smaller change is none to a reader. */
const VISIBLE_CHANGE = 0.005;

/** Pairs of results of the same article, without articles that were deleted. */
function pairs(a: string, b: string): RawBuilder<unknown> {
  return sql`
    select x.key as a, y.key as b, x.article_key, x.label as label_a, y.label as label_b
    from article_stances x
    join article_stances y on y.article_key = x.article_key
    join articles on articles.key = x.article_key and articles.deleted_at is null
    where x.run_key = (select key from runs where id = ${a}) and y.run_key = (select key from runs where id = ${b})
  `;
}

/** The comparison of two runs of one target, by their ids. */
export async function compareRuns(store: Store, a: string, b: string): Promise<RunComparison> {
  const { rows } = await sql<{
    from: Label;
    to: Label;
    units: number;
    scored: number;
    sum: number | null;
    size: number | null;
  }>`
    with pair as materialized (${pairs(a, b)})
    select u.label as from, v.label as to, count(*) as units, count(v.score - u.score) as scored,
      sum(v.score - u.score) as sum, sum(abs(v.score - u.score)) as size
    from pair
    join unit_stances u on u.stance_key = pair.a
    join unit_stances v on v.stance_key = pair.b and v.ordinal = u.ordinal
    group by u.label, v.label
  `.execute(store.db);
  const counted = await sql<{ articles: number; changed: number }>`
    select count(*) as articles, count(*) filter (where label_a <> label_b) as changed from (${pairs(a, b)}) as pair
  `.execute(store.db);
  const total = (read: (row: (typeof rows)[number]) => number | null) =>
    rows.reduce((sum, row) => sum + (read(row) ?? 0), 0);
  const scored = total((row) => row.scored);
  return {
    articles: counted.rows[0]?.articles ?? 0,
    changedArticles: counted.rows[0]?.changed ?? 0,
    units: total((row) => row.units),
    transitions: rows.map(({ from, to, units }) => ({ from, to, units })),
    scored,
    meanChange: scored === 0 ? null : total((row) => row.sum) / scored,
    meanSize: scored === 0 ? null : total((row) => row.size) / scored,
  };
}

const DEFAULT_PAGE = 50;

/** Units that two runs code differently, article by article; `next` is null at the end. */
export async function listChangedUnits(
  store: Store,
  a: string,
  b: string,
  filter: ChangeFilter,
  page: { after?: string | undefined; limit?: number } = {},
): Promise<{ rows: ChangedUnit[]; next: string | null }> {
  const limit = page.limit ?? DEFAULT_PAGE;
  const after = page.after === undefined ? null : placeOf(page.after);
  const isChanged =
    filter.labelsOnly || filter.from || filter.to
      ? sql`u.label <> v.label`
      : sql`(u.label <> v.label or abs(v.score - u.score) >= ${VISIBLE_CHANGE})`;
  const { rows } = await sql<ChangedRow>`
    with pair as materialized (
      ${pairs(a, b)}
      ${after === null ? sql`` : sql`and x.article_key >= ${after.article}`}
      ${filter.article === undefined ? sql`` : sql`and articles.id = ${filter.article}`}
    )
    select pair.a, pair.b, r.key as article_key, r.id, r.title, r.outlet, r.language, u.ordinal, u.label as label_a, v.label as label_b,
      u.score as score_a, v.score as score_b, r.text, units.start_offset, units.end_offset
    from pair
    join unit_stances u on u.stance_key = pair.a
    join unit_stances v on v.stance_key = pair.b and v.ordinal = u.ordinal
    join articles r on r.key = pair.article_key
    left join units on units.article_key = r.key and units.ordinal = u.ordinal
    where ${isChanged}
      ${filter.from === undefined ? sql`` : sql`and u.label = ${filter.from}`}
      ${filter.to === undefined ? sql`` : sql`and v.label = ${filter.to}`}
      ${after === null ? sql`` : sql`and (pair.article_key, u.ordinal) > (${after.article}::integer, ${after.ordinal}::integer)`}
    order by pair.article_key, u.ordinal
    limit ${limit + 1}
  `.execute(store.db);
  const shown = rows.slice(0, limit);
  const evidence = await evidenceOf(store, shown);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => toChangedUnit(row, evidence)),
    next: last && rows.length > limit ? `${last.article_key}_${last.ordinal}` : null,
  };
}

interface ChangedRow {
  readonly a: number;
  readonly b: number;
  readonly article_key: number;
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly language: string;
  readonly ordinal: number;
  readonly label_a: Label;
  readonly label_b: Label;
  readonly score_a: number | null;
  readonly score_b: number | null;
  readonly text: string;
  readonly start_offset: number | null;
  readonly end_offset: number | null;
}

interface Cue extends ChangedEvidence {
  readonly start: number;
  readonly end: number;
  readonly voice: string;
}

type Cues = ReadonlyMap<string, readonly Omit<Cue, 'text'>[]>;

async function evidenceOf(store: Store, rows: readonly ChangedRow[]): Promise<Cues> {
  const keys = rows.flatMap(({ a, b, ordinal }) => [
    [a, ordinal],
    [b, ordinal],
  ]);
  const { rows: found } = await sql<{ stance_key: number; ordinal: number } & Omit<Cue, 'text'>>`
    select e.stance_key, e.ordinal, e.start_offset as start, e.end_offset as end, e.direction, e.weight, e.voice_id as voice
    from evidence e
    join unnest(${keys.map(([key]) => key)}::integer[], ${keys.map(([, ordinal]) => ordinal)}::integer[]) as wanted (stance_key, ordinal)
      on wanted.stance_key = e.stance_key and wanted.ordinal = e.ordinal
    order by e.stance_key, e.ordinal, e.position
  `.execute(store.db);
  const cues = new Map<string, Omit<Cue, 'text'>[]>();
  for (const { stance_key: key, ordinal, ...cue } of found) {
    const name = `${key} ${ordinal}`;
    cues.set(name, [...(cues.get(name) ?? []), cue]);
  }
  return cues;
}

function toChangedUnit(row: ChangedRow, cues: Cues): ChangedUnit {
  const isHeadline = row.ordinal === 0;
  const source = isHeadline ? (row.title ?? '') : row.text;
  const [start, end] = isHeadline ? [0, source.length] : [row.start_offset ?? 0, row.end_offset ?? 0];
  const before = cues.get(`${row.a} ${row.ordinal}`) ?? [];
  const now = cues.get(`${row.b} ${row.ordinal}`) ?? [];
  const without = (all: typeof before, others: typeof before) =>
    all
      .filter((cue) => !others.some((other) => nameOf(other) === nameOf(cue)))
      .map((cue) => ({
        text: source.slice(cue.start, cue.end),
        direction: cue.direction,
        weight: cue.weight,
      }));
  return {
    articleKey: row.article_key,
    articleId: row.id,
    title: row.title,
    outlet: row.outlet,
    language: row.language,
    ordinal: row.ordinal,
    text: source.slice(start, end),
    labels: [row.label_a, row.label_b],
    scores: [row.score_a, row.score_b],
    gained: without(now, before),
    lost: without(before, now),
  };
}

const nameOf = ({ start, end, direction, voice }: Omit<Cue, 'text'>): string =>
  `${start} ${end} ${direction} ${voice}`;

function placeOf(cursor: string): { article: number; ordinal: number } {
  const [, article, ordinal] = /^(\d{1,9})_(\d{1,6})$/.exec(cursor) ?? [];
  if (article !== undefined && ordinal !== undefined)
    return { article: Number(article), ordinal: Number(ordinal) };
  throw new InputError(
    'bad-cursor',
    'The address of this page of the list is damaged',
    'Start from the list of runs.',
  );
}
