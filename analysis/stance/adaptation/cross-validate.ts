import type { Label } from '../../article/index.js';
import type { Resources } from '../../resources/index.js';
import { blendOf } from '../scoring/blend.js';
import type { ConfidenceModel } from '../scoring/confidence.js';
import type { Verdict } from '../scoring/labels.js';
import { fitConfidence } from '../training/blend/calibrate.js';
import { adaptedVerdict } from './adapt.js';
import { type Coded, type GivenLabel, labelOf, rawOf } from './coded-article.js';
import type { FeatureGroup } from './features.js';
import { fitAdaptation } from './fit.js';
import { foldsOf } from './folds.js';

/** A coded paragraph with the labels of the program before and after adaptation. */
export interface Validated {
  readonly coded: Coded;
  readonly unadapted: GivenLabel;
  /** By an adaptation fitted without the articles of its fold. */
  readonly adapted: GivenLabel;
  readonly verdict: Verdict | null;
}

/** Cross-validation by article: each paragraph labeled by an adaptation that has not seen its article. */
export function crossValidate(
  coded: readonly Coded[],
  groups: readonly FeatureGroup[],
  folds: number,
  resources: Resources,
): Validated[] {
  const foldOf = foldsOf(coded, folds);
  const blend = blendOf(resources);
  const fitted = Array.from({ length: folds }, (_, held) =>
    fitAdaptation(
      coded.filter((__, at) => foldOf[at] !== held),
      groups,
    ),
  );
  return coded.map((one, at) => {
    const adaptation = fitted[foldOf[at] ?? 0];
    const verdict = adaptation ? adaptedVerdict(one.weighing, one.features, adaptation, blend) : null;
    return { coded: one, unadapted: labelOf(one.verdict), adapted: labelOf(verdict), verdict };
  });
}

/** How far labels of the adapted scorer can be trusted: what was right where its fold was held back. */
export function confidenceAfter(validated: readonly Validated[], prior: ConfidenceModel): ConfidenceModel {
  const used = new Set(validated.map(({ coded }) => coded.label));
  const outcomes = validated.map(({ coded, adapted, verdict }) => ({
    label: adapted.label,
    sentences: coded.weighing.sentences,
    raw: rawOf(verdict),
    right: shownAs(adapted, used) === coded.label,
    weight: 1,
  }));
  return fitConfidence(outcomes, prior);
}

/** Coders who never say unrelated mean neutral by it. */
function shownAs({ label }: GivenLabel, used: ReadonlySet<Label>): Label {
  return label === 'unrelated' && !used.has(label) ? 'neutral' : label;
}
