/**
 * What kind of relation ties words to the target; the model has a pair of weights for each.
 * Kept apart by grammar, because "the coalition attacked", "attacked the coalition" and "an attack
 * somewhere in the sentence" weigh very differently.
 */
export const RELATIONS = [
  'verb.agent',
  'verb.agentPart',
  'judged',
  'regarded',
  'treated',
  'treatedPart',
  'verb.said',
  'verb.near',
  'verb.far',
  'attitude',
  'word.modifier',
  'word.possessed',
  'word.of',
  'word.about',
  'word.copula',
  'word.manner',
  'word.object',
  'word.complement',
  'word.apposition',
  'word.adjunct',
  'word.near',
  'word.far',
  'opponent.harmed',
  'opponent.state',
  'people.harmed',
  'ease',
  'demand',
  'tone.near',
  'tone.far',
  'wording',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** A finding as a rule makes it: its terms are added when all findings of the sentence are known. */
export type Draft = Omit<Finding, 'terms'>;

/** Judging words tied to the target, before they are weighed. Positions are token positions, inclusive. */
export interface Finding {
  readonly first: number;
  readonly last: number;
  readonly relation: Relation;
  /** Signed strength in about [-1, 1]: above 0 speaks for the target; modifiers are in it. */
  readonly value: number;
  readonly modifiers: readonly string[];
  /** Names under which the trained word weights know the words; see `wordTerms`. */
  readonly terms: readonly string[];
  /** Dimension that the lexicon gives the words, or null. */
  readonly dimension: string | null;
}
