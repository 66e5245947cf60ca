import type { ArticleStance, Label } from '../../analysis/article/index.js';
import { formatPercent, formatScore, isUnsure, labelView } from '../../analysis/report/index.js';
import type { LabelCounts, LibraryFilter, LibraryRow } from '../store/index.js';
import { shareBar } from './share-bar.js';
import { shortDate } from './words.js';

/** A row of the list of articles. */
export function toRow(row: LibraryRow, { target, run, study }: LibraryFilter) {
  const query = new URLSearchParams({ target, ...(run === undefined ? {} : { run }) });
  return {
    id: row.id,
    href: `/articles/${encodeURIComponent(row.id)}?${query}`,
    title: row.title,
    name: row.title ?? `the untitled article in ${row.file}`,
    file: row.file,
    language: row.language,
    outlet: row.outlet,
    country: row.country,
    published: row.published === null ? null : shortDate(row.published),
    isoDate: row.published,
    isDateInferred: row.publishedBasis === 'inferred',
    notScored: row.notScored,
    stance: row.stance && row.notScored === null ? stanceOf(row, row.stance) : null,
    studies: row.studies
      .filter(({ id }) => id !== study)
      .map(({ id, name }) => ({ name, href: `/articles?${new URLSearchParams({ study: id })}` })),
  };
}

/** What stands after correction; the bars count the machine's labels, and are left out beside others. */
function stanceOf({ correctedStance, speech }: LibraryRow, stance: ArticleStance) {
  const isCorrected = correctedStance !== null;
  return { ...toStance(correctedStance ?? stance, isCorrected ? null : speech), isCorrected };
}

function toStance(stance: ArticleStance, speech: LibraryRow['speech']) {
  const { label, score, author, quoted, related, unrelated, confidence } = stance;
  return {
    whole: labelView(label),
    scoreText: formatScore(score),
    author: { label: labelView(author.label), bar: speech && countBar(speech.author) },
    quoted: { label: labelView(quoted.label), bar: speech && countBar(speech.quoted) },
    relatedText: `${related} of ${related + unrelated}`,
    isUnsure: isUnsure(stance),
    confidenceText: formatPercent(confidence),
  };
}

const BAR_ORDER: readonly Exclude<Label, 'unrelated'>[] = ['supportive', 'neutral', 'skeptical', 'mixed'];

/** The bar of a voice; null where it says nothing of the target. */
function countBar(counts: LabelCounts) {
  const total = BAR_ORDER.reduce((sum, label) => sum + counts[label], 0);
  if (total === 0) return null;
  return shareBar(
    BAR_ORDER.map((label) => ({
      label: labelView(label),
      share: counts[label] / total,
      shareText: `${counts[label]} of ${total}`,
    })),
  );
}
