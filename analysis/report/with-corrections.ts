import {
  type AppliedCorrection,
  type Article,
  type CorrectedArticle,
  type Correction,
  placeLabels,
  type RecordedCorrection,
  type Result,
  type Unit,
} from '../article/index.js';
import { correctResult } from './correct-result.js';
import { describeCorrection } from './describe-correction.js';
import { AUTHOR, UNIDENTIFIED } from './speech.js';
import { unitsOf } from './units.js';

/** What a library knows of the corrections of an article. */
export interface CorrectionsOfArticle {
  readonly asRead: Article;
  /** Those that hold, in the order in which they were made. */
  readonly recorded: readonly RecordedCorrection[];
  /** What reading makes of `recorded`, in the same order. */
  readonly corrected: Pick<CorrectedArticle, 'places' | 'applied' | 'ordinals'>;
  /** How addresses name the target of the result. */
  readonly target: string;
}

/**
 * A machine's result on a corrected article, with the labels given by hand and the list of what was
 * corrected. Labels toward other targets take no part; without corrections the result comes back as
 * it is.
 */
export function withCorrections(result: Result, given: CorrectionsOfArticle): Result {
  const { asRead, corrected } = given;
  const listed = given.recorded
    .map((recorded, at) => ({ recorded, at }))
    .filter(({ recorded }) => concerns(recorded.correction, given.target));
  if (listed.length === 0) return result;
  const labels = placeLabels(
    listed.map(({ recorded }) => recorded.correction),
    corrected.places,
    given.target,
  );
  const { title, outlet, published, byline } = asRead;
  const marked = correctResult(result, labels);
  return {
    ...marked,
    machine: { title, outlet, published, byline },
    corrections: listed.map(({ recorded, at }) =>
      toApplied(recorded, result, {
        asRead,
        ordinal: corrected.ordinals[at] ?? null,
        applied: corrected.applied[at] ?? false,
      }),
    ),
    correctedStance: marked.correctedStance ?? null,
  };
}

function concerns(correction: Correction, target: string): boolean {
  return correction.kind !== 'set-label' || correction.target === target;
}

interface Standing {
  readonly asRead: Article;
  readonly ordinal: number | null;
  readonly applied: boolean;
}

function toApplied(recorded: RecordedCorrection, result: Result, standing: Standing): AppliedCorrection {
  const { id, correction, reason, coder, at } = recorded;
  const { asRead, ordinal, applied } = standing;
  const { what, machine, corrected } = describeCorrection(correction, { asRead, ordinal, result });
  return {
    id,
    kind: correction.kind,
    what,
    // Who spoke before the correction may be heard nowhere else in the article.
    machine: correction.kind === 'set-voice' ? (recorded.machine ?? machine) : machine,
    corrected,
    reason,
    coder,
    at,
    applied: applied && isHeard(correction, result, ordinal),
    ordinal,
    correction,
  };
}

/** Whether the voice that a correction is about is heard in its unit. */
function isHeard(correction: Correction, result: Result, ordinal: number | null): boolean {
  const unit = unitsOf(result).find((candidate) => candidate.ordinal === ordinal);
  if (!unit) return true;
  if (correction.kind === 'set-label') {
    const { voice } = correction;
    return voice === null || voice === AUTHOR.id || unit.voices.some(({ id }) => id === voice);
  }
  // The attributions of a result are those of its text.
  if (correction.kind !== 'set-voice' || unit.role === 'headline') return true;
  return voicesIn(unit, result).has(correction.to.id);
}

/** Everyone who speaks in a unit. */
function voicesIn(unit: Unit, { attributions }: Result): Set<string> {
  const listed = unit.voices.map(({ id }) => id);
  const quoted = attributions
    .filter(({ content }) => content.some(([start, end]) => start < unit.end && unit.start < end))
    .map(({ speaker }) => speaker?.id ?? UNIDENTIFIED.id);
  return new Set([AUTHOR.id, ...listed, ...quoted]);
}
