import type { ComparedArticle, Comparison, VoiceCell } from '../../analysis/compare/index.js';
import type { Card, DimensionRow, Report } from '../../analysis/report/index.js';

/** A comparison as JSON: articles and rows name each other by the ids of articles. */
export function compareJson(
  { articles, voices, dimensions }: Comparison,
  runIds: readonly string[],
  target: { readonly slug: string; readonly name: string },
) {
  const ids = articles.map(({ report }) => report.result.articleId);
  const idOf = (index: number | null) => (index === null ? null : (ids[index] ?? null));
  return {
    target,
    articles: articles.map((article, index) => toArticle(article, runIds[index] ?? '', ids)),
    voices: voices.map(({ key, name, kind, onlyIn, isOpposed, cells }) => ({
      key,
      name,
      kind,
      onlyIn: idOf(onlyIn),
      opposed: isOpposed,
      cells: cells.map((cell, index) => (cell === null ? null : voiceCell(cell, ids[index] ?? ''))),
    })),
    dimensions: dimensions.map(({ slug, name, onlyIn, isOpposed, cells }) => ({
      slug,
      name,
      onlyIn: idOf(onlyIn),
      opposed: isOpposed,
      cells: cells.map((cell, index) => (cell === null ? null : dimensionCell(cell, ids[index] ?? ''))),
    })),
  };
}

function toArticle({ report, overlaps }: ComparedArticle, runId: string, ids: readonly string[]) {
  const { articleId, title, outlet, published, publishedBasis, language, textHash, notScored, stance } =
    report.result;
  return {
    id: articleId,
    url: `/articles/${encodeURIComponent(articleId)}`,
    title,
    outlet,
    published,
    publishedBasis,
    language,
    textHash,
    runId,
    notScored,
    stance,
    overlaps: overlaps.map((overlap) => ({
      articleId: ids[overlap.with] ?? null,
      sameText: overlap.isSameText,
      sharedParagraphs: overlap.shared,
      ofParagraphs: overlap.of,
    })),
    viewpoints: cardsOf(report).map(toViewpoint),
  };
}

/** Every card once, by paragraph. */
function cardsOf({ columns, mixed }: Report): Card[] {
  const plain = columns.flatMap(({ cards }) => cards.filter(({ label }) => label.label !== 'mixed'));
  return [...plain, ...mixed].sort((a, b) => a.ordinal - b.ordinal);
}

function toViewpoint({ ordinal, role, voice, label, score, confidence, dimensions, segments }: Card) {
  return {
    paragraph: ordinal,
    role,
    voice,
    label: label.label,
    score,
    confidence,
    dimensions,
    text: segments.map(({ text }) => text).join(''),
  };
}

function voiceCell(
  { names, words, wordShare, quotations, related, label, score, first }: VoiceCell,
  articleId: string,
) {
  return { articleId, names, words, wordShare, quotations, related, label: label.label, score, first };
}

function dimensionCell({ supportive, skeptical, voices, units }: DimensionRow, articleId: string) {
  return { articleId, supportive, skeptical, voices, paragraphs: units };
}
