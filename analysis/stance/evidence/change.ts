import type { CueHit } from '../cues/hits.js';
import type { SentenceView } from './view.js';

/** A change to the weight of a hit, with the tokens that bring it about (positions inclusive). */
export interface Change {
  /** Multiplies the value; below 0 it turns the direction. */
  readonly factor: number;
  /** As evidence lists it: 'negated', 'hedged', 'conceded', ... */
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

/** Finds what changes a hit whose own value is `value` (before any change). */
export type ChangeRule = (view: SentenceView, hit: CueHit, value: number) => Change[];

/** Turned round but weaker: "not good" is less bad than "bad". */
export const REVERSED = -0.8;
