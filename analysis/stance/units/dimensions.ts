import type { Dimension } from '../../article/index.js';
import { TermTrie } from '../cues/term-trie.js';
import type { Finding } from '../evidence/observation.js';
import type { SentenceView } from '../evidence/view.js';

/** How far from judging words a term still tells what they are about, in tokens. */
const TERM_REACH = 8;

const compiled = new WeakMap<readonly Dimension[], TermTrie<string>>();

export interface TermHit {
  readonly at: number;
  readonly dimension: string;
}

/** Terms of the dimensions in a sentence, with their positions. */
export function dimensionTerms(view: SentenceView, dimensions: readonly Dimension[]): TermHit[] {
  const trie = trieOf(dimensions);
  const { tokens } = view.syntax;
  const found: TermHit[] = [];
  for (let at = 0; at < tokens.length; at++) {
    for (const match of trie.matchesAt(tokens, at)) {
      for (const dimension of match.entries) found.push({ at, dimension });
    }
  }
  return found;
}

function trieOf(dimensions: readonly Dimension[]): TermTrie<string> {
  let trie = compiled.get(dimensions);
  if (!trie) {
    trie = new TermTrie<string>();
    for (const { slug, terms } of dimensions) for (const term of terms) trie.add(term, slug);
    compiled.set(dimensions, trie);
  }
  return trie;
}

/**
 * On which issue a finding judges the target: a term inside it, the one nearest to it, or what the
 * lexicon says of its words, as far as the target knows that dimension.
 */
export function dimensionOf(
  finding: Finding,
  terms: readonly TermHit[],
  dimensions: readonly Dimension[],
): string | null {
  const inside = terms.find(({ at }) => at >= finding.first && at <= finding.last);
  if (inside) return inside.dimension;
  const own = dimensions.find(({ slug }) => slug === finding.dimension)?.slug;
  if (own) return own;
  const near = terms
    .map(({ at, dimension }) => ({ distance: Math.max(finding.first - at, at - finding.last), dimension }))
    .filter(({ distance }) => distance <= TERM_REACH)
    .sort((a, b) => a.distance - b.distance)[0];
  return near?.dimension ?? null;
}
