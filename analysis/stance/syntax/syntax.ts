import type { Sentence, Token } from '../../article/index.js';
import { clausesOf } from './clauses.js';
import { type Links, linkVerbs } from './links.js';
import { findPhrases, type NounPhrase } from './phrases.js';
import { findVerbs, type VerbGroup } from './verbs.js';

/**
 * A light grammatical analysis of one sentence from parts of speech alone: noun phrases, verb
 * groups, who does what to whom, and clauses. Wrong now and then, but linear and explainable.
 */
export interface Syntax {
  readonly tokens: readonly Token[];
  readonly phrases: readonly NounPhrase[];
  /** Index of the phrase that holds a token, or -1. */
  readonly phraseAt: Int32Array;
  readonly verbs: readonly VerbGroup[];
  /** Subject, object and agent of each verb group, as indices of phrases (-1 for none). */
  readonly links: Links;
  /** Number of the clause that a token lies in. */
  readonly clauseAt: Int32Array;
}

/** Analyzes one sentence. */
export function parseSyntax(sentence: Sentence): Syntax {
  const { tokens } = sentence;
  const phrases = findPhrases(tokens);
  const phraseAt = new Int32Array(tokens.length).fill(-1);
  phrases.forEach((phrase, index) => {
    phraseAt.fill(index, phrase.first, phrase.last + 1);
  });
  const verbs = findVerbs(tokens, (at) => (phraseAt[at] ?? -1) >= 0);
  const clauseAt = clausesOf(tokens);
  return { tokens, phrases, phraseAt, verbs, links: linkVerbs(tokens, phrases, phraseAt, verbs), clauseAt };
}
