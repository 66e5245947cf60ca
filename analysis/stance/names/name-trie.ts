import type { Span } from '../../article/index.js';
import { scanWords, type Word } from './words.js';

/** A name found in a text: positions in the word list and offsets in the text. */
export interface NameMatch<Kind> extends Span {
  readonly firstWord: number;
  readonly lastWord: number;
  readonly kind: Kind;
}

interface Node<Kind> {
  readonly next: Map<string, Node<Kind>>;
  /** What a name that ends here stands for; `exact` holds the printed words of an acronym. */
  readonly ends: { readonly kind: Kind; readonly exact: string | null }[];
}

/** Capitals that are also everyday words say nothing in a line printed in capitals throughout. */
const EVERYDAY = new Set(
  'act aid all am an and are as at be can for he her his i in is it may no not of on or our pact so the this to un us we who will'.split(
    ' ',
  ),
);

/**
 * Literal names compiled for matching whole words in one pass. A name of capitals only is an
 * acronym and matches as printed ("IS" is not "is"); every other name matches in any case.
 */
export class NameTrie<Kind> {
  readonly #root: Node<Kind> = { next: new Map(), ends: [] };

  add(name: string, kind: Kind): this {
    const words = scanWords(name);
    if (words.length === 0) return this;
    let node = this.#root;
    for (const word of words) {
      let next = node.next.get(word.norm);
      if (!next) {
        next = { next: new Map(), ends: [] };
        node.next.set(word.norm, next);
      }
      node = next;
    }
    node.ends.push({ kind, exact: isAcronym(name) ? printedOf(words) : null });
    return this;
  }

  /** The longest name at each place, left to right, without overlap. */
  find(words: readonly Word[]): NameMatch<Kind>[] {
    const found: NameMatch<Kind>[] = [];
    const shouted = inCapitals(words);
    for (let at = 0; at < words.length; ) {
      const match = this.#longestAt(words, at, shouted);
      if (match) found.push(match);
      at = match ? match.lastWord + 1 : at + 1;
    }
    return found;
  }

  #longestAt(words: readonly Word[], at: number, shouted: boolean): NameMatch<Kind> | null {
    let node: Node<Kind> | undefined = this.#root;
    let best: NameMatch<Kind> | null = null;
    for (let k = at; k < words.length; k++) {
      node = node.next.get(words[k]?.norm ?? '');
      if (!node) break;
      const covered = words.slice(at, k + 1);
      const end = node.ends.find(({ exact }) => exact === null || isPrinted(exact, covered, shouted));
      const [first, last] = [words[at], words[k]];
      if (end && first && last)
        best = { start: first.start, end: last.end, firstWord: at, lastWord: k, kind: end.kind };
    }
    return best;
  }
}

function isPrinted(exact: string, covered: readonly Word[], shouted: boolean): boolean {
  if (printedOf(covered) !== exact) return false;
  return !(shouted && covered.every((word) => EVERYDAY.has(word.norm)));
}

function printedOf(words: readonly Word[]): string {
  return words.map((word) => word.printed).join(' ');
}

/** Capitals only: no small letter, at least one capital. */
function isAcronym(name: string): boolean {
  return !/\p{Ll}/u.test(name) && /\p{Lu}/u.test(name);
}

/** A text without any small letter, three words or longer. */
function inCapitals(words: readonly Word[]): boolean {
  return words.length > 2 && !words.some((word) => /\p{Ll}/u.test(word.printed));
}
