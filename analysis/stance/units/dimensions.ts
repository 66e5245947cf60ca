import type { Dimension, Target } from '../../article/index.js';
import { TermTrie } from '../cues/term-trie.js';
import type { Finding } from '../evidence/observation.js';
import type { SentenceView } from '../evidence/view.js';

/** How far from judging words a term still tells what they are about, in tokens. */
const TERM_REACH = 8;

const compiled = new WeakMap<Target, TermTrie<string>>();

interface TermHit {
  readonly at: number;
  readonly dimension: string;
}

/** Terms of the target's dimensions in a sentence, with their positions. */
export function dimensionTerms(view: SentenceView, target: Target): TermHit[] {
  const trie = trieOf(target);
  return view.syntax.tokens.flatMap((_, at) =>
    trie
      .matchesAt(view.syntax.tokens, at)
      .flatMap((match) => match.entries.map((dimension) => ({ at, dimension }))),
  );
}

function trieOf(target: Target): TermTrie<string> {
  let trie = compiled.get(target);
  if (!trie) {
    trie = new TermTrie<string>();
    for (const { slug, terms } of target.dimensions) for (const term of terms) trie.add(term, slug);
    compiled.set(target, trie);
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
