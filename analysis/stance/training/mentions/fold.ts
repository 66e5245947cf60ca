import { createHash } from 'node:crypto';

/** Share of our own sentences that is held back, as one in five. */
const HELD_BACK = { of: 5, fold: 0 };

/**
 * Whether a text belongs to the frozen validation part: by a hash of its words, so that the same text
 * with another target stays on the same side.
 */
export function isHeldBack(text: string): boolean {
  return foldOf(text, HELD_BACK.of) === HELD_BACK.fold;
}

/** One of `folds` parts, by SHA-256 of the text without regard to spacing and case. */
export function foldOf(text: string, folds: number): number {
  const words = text.toLowerCase().replace(/\s+/gu, ' ').trim();
  return createHash('sha256').update(words).digest().readUInt32BE(0) % folds;
}
