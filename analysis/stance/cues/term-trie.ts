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
    let nodes = [this.#root];
    for (let at = first; at < tokens.length; at++) {
      const token = tokens[at];
      if (!token) break;
      const next = nodes.flatMap((node) => stepsOf(node, token));
      const entries = next.flatMap((node) => node.entries);
      if (entries.length > 0) found.push({ first, last: at, entries });
      nodes = at > first && FILLERS.has(token.norm) ? [...next, ...nodes] : next;
      if (nodes.length === 0) break;
    }
    return found;
  }
}

function stepsOf<Entry>(node: Node<Entry>, token: Token): Node<Entry>[] {
  const byForm = node.next.get(token.norm);
  const byLemma = token.lemma === token.norm ? undefined : node.next.get(token.lemma);
  return [byForm, byLemma].filter((next) => next !== undefined);
}

/** The words of a term as the tokenizer would part them. */
export function termWords(term: string): string[] {
  return term
    .toLowerCase()
    .replaceAll('’', "'")
    .replaceAll('-', ' - ')
    .replace(/'s?(?=\s|$)/gu, ' $&')
    .split(/\s+/u)
    .filter((word) => word !== '');
}
