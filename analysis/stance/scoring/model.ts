import { InputError } from '../../article/index.js';
import type { Curve } from '../../learning/index.js';
import type { Resources } from '../../resources/index.js';
import { type Finding, RELATIONS, type Relation } from '../evidence/observation.js';
import type { Scorer, Weight } from './scorer.js';

/** File name of the weights in `corpus/models/`. */
export const MODEL_FILE = 'stance-cues.json';

/** Weights of a relation per unit of value, for words that favor the target and words that disfavor it. */
export interface RelationWeights {
  readonly supportive: Weight;
  readonly skeptical: Weight;
}

/** The named parameters of the scorer; the model card beside the file explains each. */
export interface CueModel {
  readonly version: number;
  readonly relations: Readonly<Record<Relation, RelationWeights>>;
  readonly baseline: Weight;
  /** Weights of words and pairs of words, [logit, evaluation], by their terms; see `wordTerms`. */
  readonly words: Readonly<Record<string, readonly [number, number]>>;
  readonly thresholds: Thresholds;
  /** How often a label with a given raw confidence was right. */
  readonly confidence: { readonly evaluative: Curve; readonly neutral: Curve };
}

/** Where labels begin. */
export interface Thresholds {
  /** A passage is neutral unless P(supportive) or P(skeptical) reaches this multiple of P(neutral). */
  readonly evaluative: number;
  /** |score| below which a passage that evaluates is mixed, if it has words for and against. */
  readonly leastScore: number;
  /** Log-odds that each direction must reach for mixed. */
  readonly mixedLogit: number;
  /** Within one voice the weaker direction must reach this share of the stronger for mixed. */
  readonly mixedShare: number;
  /** The same between voices that take opposite sides. */
  readonly opposedShare: number;
}

const loaded = new WeakMap<Resources, CueModel>();

/**
 * The weights of a corpus, read and checked once.
 * @throws InputError `damaged-model` where the file is missing or not what it should be.
 */
export function cueModel(resources: Resources): CueModel {
  let model = loaded.get(resources);
  if (!model) {
    model = readModel(resources.models(MODEL_FILE));
    loaded.set(resources, model);
  }
  return model;
}

function readModel(bytes: Buffer | null): CueModel {
  if (!bytes) throw damaged('it is missing');
  let parsed: unknown;
  try {
    parsed = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw damaged('it is not JSON');
  }
  const problem = problemOf(parsed);
  if (problem) throw damaged(problem);
  return parsed as CueModel;
}

function damaged(problem: string): InputError {
  return new InputError(
    'damaged-model',
    `The model corpus/models/${MODEL_FILE} cannot be used: ${problem}`,
    'Restore the file from the repository, or train it again with analysis/stance/training.',
  );
}

function problemOf(parsed: unknown): string | null {
  const model = parsed as Partial<CueModel> | null;
  if (typeof model !== 'object' || model === null || typeof model.relations !== 'object')
    return 'it has no relations';
  for (const relation of RELATIONS) {
    const weights = model.relations[relation];
    if (!isWeight(weights?.supportive) || !isWeight(weights?.skeptical))
      return `relation ${relation} has no weights`;
  }
  if (!isWeight(model.baseline)) return 'it has no baseline';
  if (typeof model.words !== 'object' || model.words === null) return 'it has no words';
  if (!model.thresholds || !Object.values(model.thresholds).every(Number.isFinite))
    return 'it has no thresholds';
  const curves = [model.confidence?.evaluative, model.confidence?.neutral];
  return curves.every((curve) => curve && curve.x.length > 0 && curve.x.length === curve.y.length)
    ? null
    : 'it has no confidence curves';
}

function isWeight(weight: Partial<Weight> | undefined): boolean {
  return Number.isFinite(weight?.logit) && Number.isFinite(weight?.evaluation);
}

/** The additive scorer: each finding weighs its value times the weights of its relation. */
export function cueScorer(model: CueModel): Scorer {
  return {
    name: MODEL_FILE,
    judge: (findings) => ({
      weights: findings.map((finding) => weigh(model, finding)),
      remainder: model.baseline,
    }),
  };
}

/** Words that move the logit less than this are left out: they would only clutter the page. */
const LEAST_LOGIT = 0.05;
/** The same for words that only the word weights speak for. */
const LEAST_WORDING = 0.2;

function weigh(model: CueModel, finding: Finding): Weight {
  const relation = model.relations[finding.relation];
  const size = Math.abs(finding.value);
  const weight = finding.value > 0 ? relation.supportive : relation.skeptical;
  let logit = weight.logit * size;
  let evaluation = weight.evaluation * size;
  for (const term of finding.terms) {
    const word = Object.hasOwn(model.words, term) ? model.words[term] : undefined;
    logit += word?.[0] ?? 0;
    evaluation += word?.[1] ?? 0;
  }
  const least = finding.relation === 'wording' ? LEAST_WORDING : LEAST_LOGIT;
  return { logit: Math.abs(logit) < least ? 0 : logit, evaluation };
}
