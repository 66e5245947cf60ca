import type { Result, Unit } from '../article/index.js';

/** Headline (when there is one) and paragraphs, in order. */
export function unitsOf(result: Result): Unit[] {
  return result.headline ? [result.headline, ...result.paragraphs] : [...result.paragraphs];
}

const ROLE_NAMES: Readonly<Record<Unit['role'], string>> = {
  headline: 'Headline',
  deck: 'Deck',
  body: 'Paragraph',
  subheading: 'Subheading',
};

/** Where a unit stands, in words; headline and deck need no number. */
export function placeOf({ role, ordinal }: Pick<Unit, 'role' | 'ordinal'>): string {
  const name = ROLE_NAMES[role];
  return role === 'headline' || role === 'deck' ? name : `${name} ${ordinal}`;
}

const BASIS_NAMES: Readonly<Record<Unit['basis'], string>> = {
  mentioned: 'names the target',
  anaphoric: 'refers back to the target',
  implied: 'is about the target by implication',
  none: 'does not refer to the target',
};

/** How a unit refers to the target, in words. */
export function basisOf({ basis }: Unit): string {
  return BASIS_NAMES[basis];
}
