import type { TokenRange } from '../syntax/roles.js';
import type { Draft, Finding, Relation } from './observation.js';
import { isInside, type SentenceView } from './view.js';
import type { WordTerms } from './wording.js';

/** Values nearer to 0 than this say nothing. */
const LEAST_VALUE = 0.02;

/** A word that reports speech counts only in these relations ("criticized", "voiced doubts about"). */
const JUDGES_WHILE_REPORTING: ReadonlySet<Relation> = new Set([
  'judged',
  'regarded',
  'attitude',
  'verb.said',
]);

/** The tokens of a sentence, each open to one finding. */
export class Board {
  readonly drafts: Draft[] = [];
  readonly #view: SentenceView;
  readonly #closed: Uint8Array;

  constructor(view: SentenceView) {
    this.#view = view;
    this.#closed = new Uint8Array(view.syntax.tokens.length);
  }

  /** Takes those findings whose tokens are still open, and closes them. */
  addAll(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      if (Math.abs(draft.value) < LEAST_VALUE || !this.#isOpen(draft)) continue;
      if (!JUDGES_WHILE_REPORTING.has(draft.relation) && isInside(draft, this.#view.reporting)) continue;
      this.close(draft);
      this.drafts.push(draft);
    }
  }

  close({ first, last }: TokenRange): void {
    this.#closed.fill(1, first, last + 1);
  }

  /**
   * The findings, left to right, each with the terms of its own words; words that are still open
   * become findings of their own.
   */
  withWords(words: readonly WordTerms[]): Finding[] {
    const owner = new Map<number, number>();
    this.drafts.forEach(({ first, last }, index) => {
      for (let at = first; at <= last; at++) owner.set(at, index);
    });
    const own = this.drafts.map((): string[] => []);
    const alone: Finding[] = [];
    for (const { at, terms } of words) {
      const index = owner.get(at);
      if (index !== undefined) own[index]?.push(...terms);
      else if (this.#isFree({ first: at, last: at })) alone.push(wording(at, terms));
    }
    const findings = this.drafts.map((draft, index) => ({
      ...draft,
      terms: isTurned(draft) ? [] : (own[index] ?? []),
    }));
    return [...findings, ...alone].sort((a, b) => a.first - b.first);
  }

  #isOpen({ first, last }: TokenRange): boolean {
    return !this.#closed.subarray(first, last + 1).includes(1);
  }

  /** Open, and no word that only reports who speaks. */
  #isFree(range: TokenRange): boolean {
    return this.#isOpen(range) && !isInside(range, this.#view.reporting);
  }
}

function wording(at: number, terms: readonly string[]): Finding {
  return { first: at, last: at, relation: 'wording', value: 0, modifiers: [], dimension: null, terms };
}

/** Changes that turn words round in a way that the word weights cannot see. */
const TURNING = new Set([
  'rejected',
  'doubted',
  'reduced',
  'counterfactual',
  'compared',
  'excessive',
  'asked',
  'unreal',
]);

function isTurned({ modifiers }: Draft): boolean {
  return modifiers.some((modifier) => TURNING.has(modifier));
}
