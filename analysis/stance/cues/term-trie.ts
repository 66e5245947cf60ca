import type { Token } from '../../article/index.js';

interface Node<Entry> {
  readonly next: Map<string, Node<Entry>>;
  readonly entries: Entry[];
}

export interface TermMatch<Entry> {
  readonly first: number;
  readonly last: number;
  readonly entries: readonly Entry[];
}

/** Small words that may stand inside a set phrase ("throw its weight behind"). */
const FILLERS = new Set(['a', 'an', 'the', 'its', 'their', 'his', 'her', 'our', 'my', 'your']);

/** Lexicon terms compiled for one pass over the tokens of a sentence; matched on form or lemma. */
export class TermTrie<Entry> {
  readonly #root: Node<Entry> = { next: new Map(), entries: [] };

  add(term: string, entry: Entry): void {
    let node = this.#root;
    for (const word of termWords(term)) {
      let next = node.next.get(word);
      if (!next) {
        next = { next: new Map(), entries: [] };
        node.next.set(word, next);
      }
      node = next;
    }
    node.entries.push(entry);
  }

  /** Every match that begins at `first`, shortest first. */
  matchesAt(tokens: readonly Token[], first: number): TermMatch<Entry>[] {
    const found: TermMatch<Entry>[] = [];
    let nodes: Node<Entry>[] = [this.#root];
    for (let at = first; at < tokens.length; at++) {
      const token = tokens[at];
      if (!token) break;
      const next = stepsOf(nodes, token);
      if (next.length > 0) {
        const entries = next.length === 1 ? (next[0]?.entries ?? []) : next.flatMap((node) => node.entries);
        if (entries.length > 0) found.push({ first, last: at, entries });
      }
      if (at > first && FILLERS.has(token.norm)) next.push(...nodes);
      if (next.length === 0) break;
      nodes = next;
    }
    return found;
  }
}

function stepsOf<Entry>(nodes: readonly Node<Entry>[], { norm, lemma }: Token): Node<Entry>[] {
  const next: Node<Entry>[] = [];
  for (const node of nodes) {
    const byForm = node.next.get(norm);
    if (byForm) next.push(byForm);
    const byLemma = lemma === norm ? undefined : node.next.get(lemma);
    if (byLemma) next.push(byLemma);
  }
  return next;
}

/** The words of a term as the tokenizer would part them. */
export function termWords(term: string): string[] {
  return term
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/'s?(?=\s|$)/gu, ' $&')
    .split(/\s+/u)
    .filter((word) => word !== '');
}
