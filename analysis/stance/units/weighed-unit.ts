import type { Evidence, ReferenceBasis, Target, TextUnit, Unit } from '../../article/index.js';
import type { Observed } from '../evidence/observe.js';
import type { Mention } from '../mentions/mention.js';
import { stanceOf, unrelated } from '../scoring/labels.js';
import { type Probabilities, probabilitiesOf } from '../scoring/link.js';
import { sumWeights } from '../scoring/weight.js';
import { AUTHOR } from '../voices/voice.js';
import type { WeighingContext } from './context.js';
import { dimensionTerms } from './dimensions.js';
import type { Opinion } from './opinions.js';
import { weighWords } from './pieces.js';
import { remainderOfUnit, remainderOfVoice } from './remainder.js';
import { voicesOf } from './unit-voices.js';

/** A unit with the probabilities that its score comes from; null where it is unrelated. */
export interface WeighedUnit {
  readonly unit: Unit;
  readonly probabilities: Probabilities | null;
}

/** What was read of a unit, before anything is weighed. */
export interface UnitReading {
  readonly mentions: readonly Mention[];
  readonly observed: readonly Observed[];
  readonly opinions: readonly Opinion[];
  /** How many sentences it has. */
  readonly sentences: number;
}

/** Weighs one unit: evidence by voice, stances, dimensions. */
export function weighUnit(
  context: WeighingContext,
  textUnit: TextUnit,
  { mentions, observed, opinions, sentences }: UnitReading,
): WeighedUnit {
  const { pieces, remainders } = weighWords(context, observed, opinions);
  const { blend } = context.model;
  const evidence = pieces.flatMap((piece) => (piece.evidence ? [piece.evidence] : []));
  const basis = basisOf(mentions, evidence.length);
  const shared = {
    ordinal: textUnit.ordinal,
    role: textUnit.role,
    start: textUnit.start,
    end: textUnit.end,
    text: context.text.text.slice(textUnit.start, textUnit.end),
    basis,
  };
  if (basis === 'none') {
    const none = unrelated(blend, sentences);
    return {
      unit: { ...shared, stance: none, authorStance: none, voices: [], dimensions: [], evidence: [] },
      probabilities: null,
    };
  }
  const author = pieces.filter((piece) => piece.voice === AUTHOR.id);
  const remainder = remainderOfUnit(remainders);
  const unit: Unit = {
    ...shared,
    stance: stanceOf(pieces, remainder, blend, sentences),
    authorStance: stanceOf(author, remainderOfVoice(remainders, AUTHOR.id), blend, sentences),
    voices: voicesOf(context, textUnit, mentions, pieces, remainders),
    dimensions: dimensionsOf(context.target, observed, evidence),
    evidence,
  };
  return {
    unit,
    probabilities: probabilitiesOf(sumWeights([...pieces.map(({ weight }) => weight), remainder])),
  };
}

function basisOf(mentions: readonly Mention[], pieces: number): ReferenceBasis {
  const bases = new Set(mentions.map(({ basis }) => basis));
  for (const basis of ['mentioned', 'anaphoric', 'implied'] as const) if (bases.has(basis)) return basis;
  return pieces > 0 ? 'implied' : 'none';
}

/** Dimensions of the evidence; without evidence those whose terms stand beside a mention. */
function dimensionsOf(
  target: Target,
  observed: readonly Observed[],
  evidence: readonly Evidence[],
): string[] {
  const found = new Set(
    evidence.length > 0
      ? evidence.map(({ dimension }) => dimension)
      : observed.flatMap(({ view }) =>
          dimensionTerms(view, target.dimensions).map(({ dimension }) => dimension),
        ),
  );
  return target.dimensions.map(({ slug }) => slug).filter((slug) => found.has(slug));
}
