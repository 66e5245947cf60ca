import type { Evidence, ReferenceBasis, Target, TextUnit, Unit } from '../../article/index.js';
import type { Observed } from '../evidence/observe.js';
import type { Mention } from '../mentions/mention.js';
import { stanceOf, UNRELATED } from '../scoring/labels.js';
import { type Probabilities, probabilitiesOf } from '../scoring/link.js';
import { sumWeights } from '../scoring/scorer.js';
import { AUTHOR } from '../voices/voice.js';
import type { WeighingContext } from './context.js';
import { dimensionTerms } from './dimensions.js';
import { weighFindings } from './pieces.js';
import { voicesOf } from './unit-voices.js';

/** A unit with the probabilities that its score comes from; null where it is unrelated. */
export interface WeighedUnit {
  readonly unit: Unit;
  readonly probabilities: Probabilities | null;
}

/** Weighs one unit: evidence by voice, stances, dimensions. */
export function weighUnit(
  context: WeighingContext,
  textUnit: TextUnit,
  mentions: readonly Mention[],
  observed: readonly Observed[],
): WeighedUnit {
  const { pieces, remainder } = weighFindings(context, observed);
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
  if (basis === 'none')
    return {
      unit: {
        ...shared,
        stance: UNRELATED,
        authorStance: UNRELATED,
        voices: [],
        dimensions: [],
        evidence: [],
      },
      probabilities: null,
    };
  const author = pieces.filter((piece) => piece.voice === AUTHOR.id);
  const unit: Unit = {
    ...shared,
    stance: stanceOf(pieces, remainder, context.model),
    authorStance: stanceOf(author, remainder, context.model),
    voices: voicesOf(context, textUnit, mentions, pieces, remainder),
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
