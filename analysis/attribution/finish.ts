import type { Attribution, Span, Speaker } from '../article/index.js';
import { contains, mergeSpans } from '../article/index.js';
import { type Discourse, OUTSIDE, placeAt, posAt, type Range, spanOf } from './discourse.js';
import type { Draft } from './draft.js';

/** Share of the words of a content that must be quoted to call it direct. */
const DIRECT_SHARE = 0.9;

/** Drafts as attributions: spans in characters, numbered in order of place, each with the one that encloses it. */
export function finish(
  discourse: Discourse,
  drafts: readonly Draft[],
  speakers: readonly (Speaker | null)[],
): Attribution[] {
  const bare = drafts.map((draft, index) => {
    const cue = spansOf(discourse, draft.cue);
    const source = draft.source ? [spanOf(discourse, draft.source)] : [];
    const content = without(spansOf(discourse, draft.content), [...cue, ...source]);
    return { draft, cue, source, content, speaker: speakers[index] ?? null };
  });
  const kept = bare.filter(({ content }) => content.length > 0);
  const parents = parentsOf(kept);
  return kept.map(({ draft, cue, source, content, speaker }, index) => ({
    id: `a${index + 1}`,
    parent: parents[index] === undefined || parents[index] === -1 ? null : `a${(parents[index] ?? 0) + 1}`,
    source,
    cue,
    content,
    speaker,
    kind: kindOf(discourse, draft.content),
    cueKind: draft.cueKind,
  }));
}

function spansOf(discourse: Discourse, ranges: readonly Range[]): Span[] {
  return mergeSpans(ranges.filter((range) => range.from < range.to).map((range) => spanOf(discourse, range)));
}

/** The parts of spans that none of the holes covers, trimmed of nothing. */
function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  let parts = [...spans];
  for (const hole of holes) {
    parts = parts.flatMap((part) => {
      if (hole.end <= part.start || part.end <= hole.start) return [part];
      return [
        { start: part.start, end: Math.min(part.end, hole.start) },
        { start: Math.max(part.start, hole.end), end: part.end },
      ].filter((rest) => rest.start < rest.end);
    });
  }
  return parts;
}

interface Bare {
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly content: readonly Span[];
}

/** How many attributions before and after are looked at for the enclosing one. */
const NEIGHBORS = 12;

/** For each attribution the index of the smallest one whose content holds all its spans, or -1. */
function parentsOf(all: readonly Bare[]): number[] {
  return all.map((inner, index) => {
    let best = -1;
    let bestSize = Number.POSITIVE_INFINITY;
    for (let k = Math.max(0, index - NEIGHBORS); k < Math.min(all.length, index + NEIGHBORS); k++) {
      const outer = all[k];
      if (!outer || k === index || !encloses(outer, inner)) continue;
      const size = sizeOf(outer.content);
      if (size < bestSize) [best, bestSize] = [k, size];
    }
    return best;
  });
}

function encloses(outer: Bare, inner: Bare): boolean {
  const parts = [...inner.cue, ...inner.source, ...inner.content];
  return (
    parts.every((part) => outer.content.some((span) => contains(span, part))) &&
    sizeOf(outer.content) > sizeOf(inner.content)
  );
}

function sizeOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}

function kindOf(discourse: Discourse, content: readonly Range[]): Attribution['kind'] {
  let quoted = 0;
  let words = 0;
  for (const range of content) {
    for (let i = range.from; i < range.to; i++) {
      if (posAt(discourse, i) === 'PUNCT' || posAt(discourse, i) === 'SYM') continue;
      words++;
      if (placeAt(discourse, i) !== OUTSIDE) quoted++;
    }
  }
  if (quoted === 0) return 'indirect';
  return quoted / words >= DIRECT_SHARE ? 'direct' : 'mixed';
}
