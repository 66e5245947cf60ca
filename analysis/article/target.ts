/** An aspect under which a target is judged ("effectiveness"), with the words that speak of it. */
export interface Dimension {
  readonly slug: string;
  readonly name: string;
  readonly definition: string;
  /** Words and phrases, lower case, matched on lemma or form. */
  readonly terms: readonly string[];
}

/**
 * What stance is measured towards. All strings are literal, never patterns; they match whole
 * words, without regard to case unless a string of capitals only (an acronym such as "IS").
 */
export interface Target {
  /** Null for a target given by name in an input line. */
  readonly slug: string | null;
  readonly name: string;
  readonly description: string;
  /** Names that always mean the target. */
  readonly aliases: readonly string[];
  /** Words that mean the target once it was named in the article ("the alliance", "the campaign"). */
  readonly shortForms: readonly string[];
  /** What the target does ("airstrikes", "air campaign"): judging the deed judges the target. */
  readonly activities: readonly string[];
  /** Phrases that contain an alias or short form but mean something else ("ruling coalition"). */
  readonly lookalikes: readonly string[];
  /** Members and speakers in whose mouth "we" and "our" mean the target. */
  readonly proponents: readonly string[];
  /** Speakers known to oppose the target; documents the case, never sets a score by itself. */
  readonly critics: readonly string[];
  /** Whom the target fights: harm done to them is not blame of the target. */
  readonly opponents: readonly string[];
  readonly dimensions: readonly Dimension[];
}
