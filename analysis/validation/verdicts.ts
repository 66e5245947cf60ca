import type { Estimate } from '../evaluate/index.js';
import type { CoderAgreement } from './coder-agreement.js';
import type { ClassEstimate, ClassesEstimate, Comparison } from './comparison.js';

/** How far a label of the program can be relied on in this library. */
export type Trust = 'usable' | 'unsure' | 'distrust' | 'too-few';

/** A label with the reason, in words. */
export interface Verdict {
  readonly label: string;
  readonly trust: Trust;
  readonly reason: string;
}

/** Items of a label, coded or scored, below which its shares say next to nothing. */
const FEWEST_ITEMS = 10;

/**
 * Share of right labels, and of labels found, below which a label misleads more than it informs: two
 * in five are wrong or missed. A convention, like the thresholds for alpha.
 */
const LEAST_SHARE = 0.6;

/** Lowest alpha from which tentative conclusions may be drawn (Krippendorff 2018). */
const LEAST_ALPHA = 0.667;

/** Which of the five labels to distrust, by the comparison with the majority or the only coder. */
export function verdictsOf({ five }: Comparison): Verdict[] {
  return five.classes.map((one, place) => verdictOf(one, five, place));
}

function verdictOf(one: ClassEstimate, five: ClassesEstimate, place: number): Verdict {
  const { value: label, coded, scored, precision, recall } = one;
  if (Math.max(coded, scored) < FEWEST_ITEMS) {
    return {
      label,
      trust: 'too-few',
      reason: `only ${coded} coded and ${scored} scored so: too few to tell`,
    };
  }
  const trust = trustIn([precision, recall]);
  const reasons = [precisionFault(one), recallFault(one, five, place)].filter((reason) => reason !== null);
  const sound = `right in ${share(precision)}, found in ${share(recall)}`;
  return { label, trust, reason: reasons.length === 0 ? sound : reasons.join('; ') };
}

function precisionFault({ scored, precision }: ClassEstimate): string | null {
  if (scored === 0) return 'the program never says it';
  return isLow(precision) ? `where the program says it, people agree in ${share(precision)}` : null;
}

function recallFault({ coded, recall }: ClassEstimate, five: ClassesEstimate, place: number): string | null {
  if (coded === 0) return 'nobody called a paragraph so';
  if (!isLow(recall)) return null;
  return `of what people call so it finds ${share(recall)}${mostlyTakenFor(five, place)}`;
}

function trustIn(estimates: readonly Estimate[]): Trust {
  if (estimates.some(({ value }) => Number.isNaN(value) || value < LEAST_SHARE)) return 'distrust';
  return estimates.some(isLow) ? 'unsure' : 'usable';
}

/** Whether a share is too low, or may be by its interval. */
function isLow({ value, interval }: Estimate): boolean {
  return !(value >= LEAST_SHARE && interval.low >= LEAST_SHARE);
}

function share({ value, interval: { low, high } }: Estimate): string {
  const percent = (part: number) => (Number.isNaN(part) ? '?' : (100 * part).toFixed(0));
  return `${percent(value)}% (${percent(low)} to ${percent(high)})`;
}

/** What the program says most often in place of a label. */
function mostlyTakenFor({ confusion, values }: ClassesEstimate, place: number): string {
  const others = (confusion[place] ?? []).map((weight, at) => (at === place ? 0 : weight));
  const most = Math.max(...others);
  return most > 0 ? `, and mostly calls the rest ${values[others.indexOf(most)]}` : '';
}

/** What must be known before the comparison can judge the program; empty where nothing stands against it. */
export function cautionsOf(agreement: CoderAgreement | null): string[] {
  if (agreement === null) {
    return ['No paragraph was coded by two people: how reliable the codings are is not known.'];
  }
  const { value } = agreement.label;
  if (value >= LEAST_ALPHA) return [];
  const alpha = Number.isNaN(value) ? 'undefined' : value.toFixed(2);
  return [
    `Coders agree too little among themselves (alpha ${alpha}; at least ${LEAST_ALPHA} is customary): settle the rules before judging the program by these codings.`,
  ];
}
