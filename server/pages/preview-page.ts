import type { Span, Unit } from '../../analysis/article/index.js';
import { formatCount, formatScore, labelView } from '../../analysis/report/index.js';
import type { Preview, PreviewSide } from '../jobs/index.js';

/** A stretch of text: plain, or words that refer to the target: as now, newly, or no longer. */
interface Stretch {
  readonly text: string;
  readonly kind: 'plain' | 'same' | 'new' | 'gone';
}

const HEADLINE = 0;

/** The values of the partial that shows what a draft does to an article. */
export function previewView({ now, draft }: Preview) {
  const before = now && unitsOf(now);
  const rows = [...unitsOf(draft)].map(([ordinal, unit]) => {
    const earlier = before?.get(ordinal) ?? null;
    const stretches = stretchesOf(
      unit,
      mentionsIn(draft, unit),
      earlier && now ? mentionsIn(now, unit) : null,
    );
    return {
      place: ordinal === HEADLINE ? 'Headline' : `¶ ${ordinal}`,
      stretches,
      before: earlier && sideOf(earlier),
      after: sideOf(unit),
      isChanged:
        earlier !== null &&
        (earlier.stance.label !== unit.stance.label || earlier.stance.score !== unit.stance.score),
      isRelated:
        unit.stance.label !== 'unrelated' || (earlier !== null && earlier.stance.label !== 'unrelated'),
      hasMentions: stretches.some(({ kind }) => kind !== 'plain'),
    };
  });
  const shown = rows.filter(({ isChanged, isRelated, hasMentions }) => isChanged || isRelated || hasMentions);
  const changed = rows.filter(({ isChanged }) => isChanged).length;
  const { title, notScored, stance, articleId, language } = draft.result;
  return {
    title: title ?? 'Untitled article',
    href: `/articles/${encodeURIComponent(articleId)}`,
    language,
    notScored,
    rows: shown,
    hidden: rows.length - shown.length,
    hasBefore: before !== null,
    changedText:
      before === null
        ? ''
        : changed === 0
          ? 'No paragraph changes.'
          : `${formatCount(changed, 'paragraph')} ${changed === 1 ? 'changes' : 'change'}.`,
    whole: { before: now && wholeOf(now), after: wholeOf(draft) },
    related: stance.related,
  };
}

function unitsOf({ result }: PreviewSide): Map<number, Unit> {
  const units = result.headline ? [result.headline, ...result.paragraphs] : result.paragraphs;
  return new Map(units.map((unit) => [unit.ordinal, unit]));
}

function mentionsIn({ mentions }: PreviewSide, { ordinal, start, end }: Unit): Span[] {
  const spans = ordinal === HEADLINE ? mentions.headline : mentions.body;
  return spans.filter((span) => span.start >= start && span.end <= end);
}

function sideOf({ stance }: Unit) {
  return { label: labelView(stance.label), scoreText: formatScore(stance.score) };
}

function wholeOf({ result: { stance } }: PreviewSide) {
  return {
    label: labelView(stance.label),
    scoreText: formatScore(stance.score),
    relatedText: `${stance.related} of ${stance.related + stance.unrelated}`,
  };
}

/** A unit cut at the words that refer to the target; without `earlier` nothing is new. */
function stretchesOf(unit: Unit, found: readonly Span[], earlier: readonly Span[] | null): Stretch[] {
  const isSame = (a: Span) => (b: Span) => a.start === b.start && a.end === b.end;
  const marks = found.map((span) => ({
    ...span,
    kind: earlier && !earlier.some(isSame(span)) ? ('new' as const) : ('same' as const),
  }));
  const gone = (earlier ?? [])
    .filter((span) => !found.some(({ start, end }) => start < span.end && span.start < end))
    .map((span) => ({ ...span, kind: 'gone' as const }));
  const stretches: Stretch[] = [];
  let at = unit.start;
  for (const { start, end, kind } of [...marks, ...gone].sort((a, b) => a.start - b.start || b.end - a.end)) {
    // Mentions may lie inside one another: the outer one is shown.
    if (start < at) continue;
    if (start > at) stretches.push({ text: textIn(unit, at, start), kind: 'plain' });
    stretches.push({ text: textIn(unit, start, end), kind });
    at = end;
  }
  if (at < unit.end) stretches.push({ text: textIn(unit, at, unit.end), kind: 'plain' });
  return stretches;
}

function textIn(unit: Unit, start: number, end: number): string {
  return unit.text.slice(start - unit.start, end - unit.start);
}
