import type { Result, Unit } from '../article/index.js';
import { labelCorrections } from './by-hand.js';

/** Below one half, another label is more likely right than the one that is shown. */
export const LOW_CONFIDENCE = 0.5;

/** Whether a label is too unsure to be used before a person has looked at it. */
export function isUnsure({
  label,
  confidence,
}: {
  readonly label: string;
  readonly confidence: number;
}): boolean {
  return label !== 'unrelated' && confidence < LOW_CONFIDENCE;
}

/** Whether a person should check the unit by hand: its label is unsure, and nobody gave one yet. */
export function needsReview(unit: Unit, result: Result): boolean {
  return isUnsure(unit.stance) && labelCorrections(unit, result).length === 0;
}
