import type { Insertable, Selectable } from 'kysely';
import type { Article, Reading, TextUnit } from '../../analysis/article/index.js';
import type { ArticlesTable, UnitsTable } from './schema.js';

/** The file and position that an article came from. */
export interface Origin {
  readonly fileKey: number;
  readonly position: number;
}

/** The row of an article that comes in. */
export function articleRow(
  { article, targets, mentions }: Reading,
  origin: Origin | null,
): Insertable<ArticlesTable> {
  return {
    id: article.id,
    ...textRow(article),
    given_targets: JSON.stringify(targets),
    given_mentions: mentions && JSON.stringify(mentions),
    origin_file_key: origin?.fileKey ?? null,
    origin_position: origin?.position ?? null,
  };
}

/** Everything of an article but its id, which names it in the library through all corrections. */
export function textRow(article: Article) {
  return {
    text_hash: article.textHash,
    record_id: article.recordId,
    source_file: article.source.file,
    source_index: article.source.index,
    title: article.title,
    title_basis: article.titleBasis,
    outlet: article.outlet,
    outlet_basis: article.outletBasis,
    published: article.published,
    published_basis: article.publishedBasis,
    published_candidates: [...article.publishedCandidates],
    dateline: article.dateline && JSON.stringify(article.dateline),
    byline: article.byline,
    language: article.language,
    url: article.url,
    keywords: [...article.keywords],
    text: article.text,
    dropped: JSON.stringify(article.dropped),
  };
}

/** The rows of an article's units. */
export function unitRows(articleKey: number, units: readonly TextUnit[]): Insertable<UnitsTable>[] {
  return units.map(({ ordinal, role, start, end }) => ({
    article_key: articleKey,
    ordinal,
    role,
    start_offset: start,
    end_offset: end,
  }));
}

/** A unit from its row. */
export function toUnit(row: Selectable<UnitsTable>): TextUnit {
  return { ordinal: row.ordinal, role: row.role, start: row.start_offset, end: row.end_offset };
}

/** Columns of an article's row that make the article. */
export type ArticleColumns = Omit<
  Selectable<ArticlesTable>,
  | 'key'
  | 'as_read'
  | 'given_targets'
  | 'given_mentions'
  | 'origin_file_key'
  | 'origin_position'
  | 'created_at'
  | 'revision'
  | 'sort_date'
  | 'search'
  | 'deleted_at'
  | 'deleted_change'
>;

/** An article from its row and units. */
export function toArticle(row: ArticleColumns, units: readonly TextUnit[]): Article {
  return {
    id: row.id,
    textHash: row.text_hash,
    recordId: row.record_id,
    source: { file: row.source_file, index: row.source_index },
    title: row.title,
    titleBasis: row.title_basis,
    outlet: row.outlet,
    outletBasis: row.outlet_basis,
    published: row.published,
    publishedBasis: row.published_basis,
    publishedCandidates: row.published_candidates,
    dateline: row.dateline,
    byline: row.byline,
    language: row.language,
    url: row.url,
    keywords: row.keywords,
    text: row.text,
    units,
    dropped: row.dropped,
  };
}
