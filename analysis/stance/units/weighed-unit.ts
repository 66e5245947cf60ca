import type { Evidence, ReferenceBasis, Stance, Target, TextUnit, Unit } from '../../article/index.js';
import type { Observed } from '../evidence/observe.js';
import type { Mention } from '../mentions/mention.js';
import type { Blend } from '../scoring/blend.js';
import type { ConfidenceModel } from '../scoring/confidence.js';
import { stanceOf, statedAs, unrelated, type Verdict } from '../scoring/labels.js';
import { type Probabilities, probabilitiesOf } from '../scoring/link.js';
import { sumWeights, type Weight } from '../scoring/weight.js';
import { AUTHOR } from '../voices/voice.js';
import type { WeighingContext } from './context.js';
import { dimensionTerms } from './dimensions.js';
import type { Opinion } from './opinions.js';
import type { Piece } from './piece.js';
import { weighWords } from './pieces.js';
import { type Remainders, remainderOfUnit, remainderOfVoice } from './remainder.js';
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

/** A unit whose words are weighed, before labels are given. */
export interface Weighing extends UnitReading {
  readonly textUnit: TextUnit;
  readonly basis: ReferenceBasis;
  readonly pieces: readonly Piece[];
  readonly remainders: Remainders;
  /** What its words and the remainder come to. */
  readonly sum: Weight;
}

/** What adaptation to somebody's own codes makes of a unit; the voices in it keep their own words. */
export interface AdaptedReading {
  /** Null where the unit is unrelated, which no adaptation changes. */
  readonly verdict: Verdict | null;
  readonly confidence: ConfidenceModel;
}

/** Weighs the words of one unit. */
export function weighUnit(context: WeighingContext, textUnit: TextUnit, reading: UnitReading): Weighing {
  const { pieces, remainders } = weighWords(context, reading.observed, reading.opinions);
  const weights = [...pieces.map(({ weight }) => weight), remainderOfUnit(remainders)];
  return {
    ...reading,
    textUnit,
    basis: basisOf(reading.mentions, evidenceOf(pieces).length),
    pieces,
    remainders,
    sum: sumWeights(weights),
  };
}

/** States what a weighing comes to: evidence by voice, stances, dimensions. */
export function stateUnit(
  context: WeighingContext,
  weighing: Weighing,
  adapted: AdaptedReading | null = null,
): WeighedUnit {
  const { textUnit, basis, pieces, remainders, observed, mentions, sentences } = weighing;
  const { blend } = context.model;
  const evidence = evidenceOf(pieces);
  const shared = {
    ordinal: textUnit.ordinal,
    role: textUnit.role,
    start: textUnit.start,
    end: textUnit.end,
    text: context.text.text.slice(textUnit.start, textUnit.end),
    basis,
  };
  if (basis === 'none') {
    const none = unrelated(adapted?.confidence ?? blend.confidence, sentences);
    return {
      unit: { ...shared, stance: none, authorStance: none, voices: [], dimensions: [], evidence: [] },
      probabilities: null,
    };
  }
  const author = pieces.filter((piece) => piece.voice === AUTHOR.id);
  const unit: Unit = {
    ...shared,
    stance: stanceOfUnit(weighing, blend, adapted),
    authorStance: stanceOf(author, remainderOfVoice(remainders, AUTHOR.id), blend, sentences),
    voices: voicesOf(context, textUnit, mentions, pieces, remainders),
    dimensions: dimensionsOf(context.target, observed, evidence),
    evidence,
  };
  return { unit, probabilities: adapted?.verdict?.probabilities ?? probabilitiesOf(weighing.sum) };
}

function stanceOfUnit(
  { pieces, remainders, sentences }: Weighing,
  blend: Blend,
  adapted: AdaptedReading | null,
): Stance {
  if (!adapted?.verdict) return stanceOf(pieces, remainderOfUnit(remainders), blend, sentences);
  const words = pieces.reduce((sum, { weight }) => sum + weight.logit, 0);
  return statedAs(adapted.verdict, adapted.verdict.logit - words, adapted.confidence, sentences);
}

function evidenceOf(pieces: readonly Piece[]): Evidence[] {
  return pieces.flatMap((piece) => (piece.evidence ? [piece.evidence] : []));
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
