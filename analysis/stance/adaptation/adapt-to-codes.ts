import { InputError } from '../../article/index.js';
import type { Resources } from '../../resources/index.js';
import { blendOf } from '../scoring/blend.js';
import { ADAPTATION_VERSION, type Adaptation } from './adaptation.js';
import type { Coded } from './coded-article.js';
import { confidenceAfter, crossValidate, type Validated } from './cross-validate.js';
import { ADAPTED_GROUPS } from './features.js';
import { fitAdaptation } from './fit.js';

/** With fewer the figures would be chance. */
const LEAST_PARAGRAPHS = 30;
const LEAST_ARTICLES = 5;

/** An adaptation with the cross-validation that says what it is worth. */
export interface AdaptationToCodes {
  readonly adaptation: Adaptation;
  readonly validated: readonly Validated[];
  readonly folds: number;
}

/**
 * Fits an adaptation to coded paragraphs and validates it over at most `folds` folds. The same input
 * gives the same result.
 * @throws InputError `too-few-codes` or `one-label`.
 */
export function adaptToCodes(
  coded: readonly Coded[],
  folds: number,
  resources: Resources,
): AdaptationToCodes {
  const articles = new Set(coded.map(({ article }) => article)).size;
  requireCodes(coded, articles);
  const parts = Math.min(folds, articles);
  const validated = crossValidate(coded, ADAPTED_GROUPS, parts, resources);
  const { l2, ...fitted } = fitAdaptation(coded, ADAPTED_GROUPS);
  const adaptation: Adaptation = {
    version: ADAPTATION_VERSION,
    about: { articles, paragraphs: coded.length, l2 },
    ...fitted,
    confidence: confidenceAfter(validated, blendOf(resources).confidence),
  };
  return { adaptation, validated, folds: parts };
}

function requireCodes(coded: readonly Coded[], articles: number): void {
  if (coded.length < LEAST_PARAGRAPHS || articles < LEAST_ARTICLES) {
    throw new InputError(
      'too-few-codes',
      `There are ${coded.length} coded paragraphs of ${articles} articles`,
      `At least ${LEAST_PARAGRAPHS} of ${LEAST_ARTICLES} articles are needed, and some hundreds to gain from it: code more, whole articles best.`,
    );
  }
  const sides = new Set(coded.flatMap(({ side, features }) => (side && features ? [side] : [])));
  if (sides.size < 2) {
    const [only = 'none'] = sides;
    throw new InputError(
      'one-label',
      `The coded paragraphs that refer to the target have only one label (${only})`,
      'Code paragraphs of other labels too, and check that --target is what was coded.',
    );
  }
}
