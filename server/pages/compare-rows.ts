import type { Comparison } from '../../analysis/compare/index.js';
import { type Card, formatCount, LABELS, type Report, type StanceView } from '../../analysis/report/index.js';
import { markSegments } from './marks.js';
import { type ScoreRange, scoreScale } from './score-scale.js';
import { shareBar } from './share-bar.js';
import { listInWords } from './words.js';

/** An article as the heading of a column. */
export interface Column {
  readonly letter: string;
  readonly href: string;
  readonly title: string | null;
  readonly file: string;
  readonly language: string;
  readonly outlet: string;
  readonly published: string;
  readonly isoDate: string | null;
  readonly isDateInferred: boolean;
  readonly notScored: string | null;
  /** What it has in common with articles before it, in words. */
  readonly overlaps: readonly string[];
  /** Addresses of the comparison with this article moved or left out. */
  readonly leftHref: string | null;
  readonly rightHref: string | null;
  readonly removeHref: string;
}

/** A row that stands out says so in a word; null where it does not. */
interface Flag {
  readonly name: string;
  readonly meaning: string;
}

/** Whole article, author, quoted voices; null where an article was not scored. */
export function summaryRows({ articles }: Comparison) {
  const row = (
    name: string,
    pick: (report: Report) => StanceView,
    range?: (report: Report) => ScoreRange | null,
  ) => ({
    name,
    cells: articles.map(({ report, isScored }) => (isScored ? stanceCell(report, pick, range) : null)),
  });
  return [
    row('The author’s own voice', ({ summary }) => summary.author),
    row('The voices it quotes', ({ summary }) => summary.quoted),
    row(
      'All voices together',
      ({ summary }) => summary.whole,
      ({ result }) => result.stance.interval ?? null,
    ),
  ];
}

function stanceCell(
  report: Report,
  pick: (report: Report) => StanceView,
  range?: (report: Report) => ScoreRange | null,
) {
  const { label, score, scoreText } = pick(report);
  const ends = range?.(report) ?? null;
  return {
    label,
    scoreText,
    scale: scoreScale(score, scoreText, ends),
    rangeText: ends === null ? '' : report.summary.intervalText,
  };
}

/** Shares of labels and how many paragraphs they are taken over. */
export function shareCells({ articles }: Comparison) {
  return articles.map(({ report: { summary }, isScored }) =>
    isScored
      ? { bar: shareBar(summary.shares), shares: summary.shares, relatedText: summary.relatedText }
      : null,
  );
}

/** Who speaks in which article, how much, and on which side. */
export function voiceRows({ voices, articles }: Comparison, columns: readonly Column[]) {
  return voices.map(({ key, name, kind, isRelated, onlyIn, isOpposed, cells }) => ({
    key,
    name,
    kind: kind === 'organization' ? 'organization' : '',
    isRelated,
    flag: flagOf({ onlyIn, isOpposed }, columns),
    cells: cells.map((cell, index) => {
      if (cell === null) return null;
      const { label, scoreText, wordShare, wordShareText, quotations, related, names, first } = cell;
      return {
        label,
        scoreText: related === 0 ? '' : scoreText,
        width: wordShare * 100,
        wordShareText,
        quotationsText: quotations === 0 ? '' : formatCount(quotations, 'quotation'),
        names: names.length > 1 ? listInWords(names) : '',
        namesText: formatCount(names.length, 'voice'),
        first: placeIn(articles[index]?.report, columns[index], first),
      };
    }),
  }));
}

/** Cues by issue, every article on the same scale. */
export function dimensionRows({ dimensions, articles }: Comparison, columns: readonly Column[]) {
  const counts = dimensions.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell ? [cell.supportive, cell.skeptical] : [])),
  );
  const most = Math.max(1, ...counts);
  return dimensions.map(({ slug, name, onlyIn, isOpposed, cells }) => ({
    slug,
    name,
    flag: flagOf({ onlyIn, isOpposed }, columns),
    cells: cells.map((cell, index) => {
      if (cell === null) return null;
      const { supportive, skeptical, voices, units } = cell;
      return {
        supportive,
        skeptical,
        bar: cueBar(supportive, skeptical, most),
        voices: listInWords(voices),
        places: units.map((ordinal) => placeIn(articles[index]?.report, columns[index], ordinal)),
      };
    }),
  }));
}

/** Half the width of the bar of cues. */
const HALF = 50;

/** Skeptical cues to the left of the middle, supportive ones to the right. */
function cueBar(supportive: number, skeptical: number, most: number) {
  const left = (skeptical / most) * HALF;
  return { left, leftX: HALF - left, right: (supportive / most) * HALF };
}

function flagOf(
  { onlyIn, isOpposed }: { readonly onlyIn: number | null; readonly isOpposed: boolean },
  columns: readonly Column[],
): Flag | null {
  if (onlyIn !== null) {
    const column = columns[onlyIn];
    return {
      name: `only in ${column?.letter ?? ''}`,
      meaning: `of these articles, only ${column?.outlet ?? ''} has it`,
    };
  }
  return isOpposed
    ? { name: 'changes sides', meaning: 'supportive in one article, skeptical in another' }
    : null;
}

function placeIn(report: Report | undefined, column: Column | undefined, ordinal: number) {
  const place = report?.reading.find((unit) => unit.ordinal === ordinal)?.place ?? String(ordinal);
  return { href: `${column?.href ?? ''}#unit-${ordinal}`, name: place };
}

/** Labels in the order in which their cards follow each other. */
const GROUPS = ['supportive', 'skeptical', 'mixed', 'neutral'] as const;

/** The cards of every article by label, each with an id that is unique on the page. */
export function cardGroups({ articles }: Comparison, columns: readonly Column[]) {
  return GROUPS.map((group) => ({
    label: LABELS.find(({ label }) => label === group),
    // What evaluates nothing is there to be looked up, not to be read through.
    isFolded: group === 'neutral',
    cells: articles.map(({ report }, index) => {
      const cards = cardsWith(report, group);
      const prefix = `${columns[index]?.letter ?? ''}-${group}`.toLowerCase();
      return {
        count: cards.length,
        countText: formatCount(cards.length, 'card'),
        cards: cards.map((card, place) => ({
          ...card,
          anchor: `${prefix}-${place + 1}`,
          segments: markSegments(card.segments),
          cuesText: formatCount(card.evidence.length, 'cue'),
        })),
      };
    }),
  }));
}

function cardsWith({ columns, mixed }: Report, group: (typeof GROUPS)[number]): readonly Card[] {
  if (group === 'mixed') return mixed;
  const column = columns.find(({ side }) => side === group);
  return column?.cards.filter(({ label }) => label.label === group) ?? [];
}
