import type {
  Annotated,
  Article,
  Attribution,
  Provenance,
  Result,
  ResultAttribution,
  ResultHead,
  Scoring,
  Span,
  UnitRole,
} from '../article/index.js';
import { unitText } from '../article/index.js';

/** A unit as read, before any score. */
interface ParsedUnit {
  readonly ordinal: number;
  readonly role: UnitRole;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The line that `parse` prints: the head of a result, its units, and what it is a copy of. */
export interface Parsed extends ResultHead {
  readonly paragraphs: readonly ParsedUnit[];
  /** The `articleId` of the first article with the same text, or null. */
  readonly duplicateOf: string | null;
}

/** What was read, without any score, with the keys in the order of the contract. */
export function toHead(article: Article): ResultHead {
  return {
    id: article.recordId,
    articleId: article.id,
    textHash: article.textHash,
    source: { file: article.source.file, index: article.source.index },
    title: article.title,
    titleBasis: article.titleBasis,
    outlet: article.outlet,
    outletBasis: article.outletBasis,
    published: article.published,
    publishedBasis: article.publishedBasis,
    publishedCandidates: article.publishedCandidates,
    dateline: article.dateline,
    byline: article.byline,
    language: article.language,
    url: article.url,
    keywords: article.keywords,
    text: article.text,
    dropped: article.dropped.map(({ text, reason }) => ({ text, reason })),
  };
}

/** The head of an article with its units. */
export function toParsed(article: Article, duplicateOf: string | null): Parsed {
  const paragraphs = article.units.map((unit) => ({
    ordinal: unit.ordinal,
    role: unit.role,
    start: unit.start,
    end: unit.end,
    text: unitText(article, unit),
  }));
  return { ...toHead(article), paragraphs, duplicateOf };
}

/**
 * One article scored toward one target, with the keys in the order of the contract.
 * `notScored` is the reason why nothing was scored, null when it was.
 */
export function toResult(
  annotated: Annotated,
  scoring: Scoring,
  provenance: Provenance,
  notScored: string | null = null,
): Result {
  return {
    ...toHead(annotated.article),
    target: { slug: scoring.target.slug, name: scoring.target.name },
    headline: scoring.headline,
    paragraphs: scoring.paragraphs,
    attributions: annotated.body.attributions.map(toResultAttribution),
    stance: scoring.stance,
    provenance,
    notScored,
  };
}

function toResultAttribution(attribution: Attribution): ResultAttribution {
  const { speaker } = attribution;
  return {
    id: attribution.id,
    parent: attribution.parent,
    source: pairs(attribution.source),
    cue: pairs(attribution.cue),
    content: pairs(attribution.content),
    speaker: speaker && { id: speaker.id, name: speaker.name, kind: speaker.kind },
    kind: attribution.kind,
    cueKind: attribution.cueKind,
  };
}

function pairs(spans: readonly Span[]): [number, number][] {
  return spans.map(({ start, end }) => [start, end]);
}
