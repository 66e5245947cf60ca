import { InputError } from '../../article/index.js';
import type { Resources } from '../../resources/index.js';
import { type ConfidenceModel, isConfidenceModel } from '../scoring/confidence.js';
import { FEATURES, type Feature } from './features.js';

/** File name in `models/` of a corpus folder; the corpus that comes with the program has none. */
export const ADAPTATION_FILE = 'stance-adaptation.json';

/** Version of the file: raised when features change what they mean. */
export const ADAPTATION_VERSION = 1;

/** What a feature, or the constant, adds to [logit, evaluation] per unit of its value. */
export type FeatureWeight = readonly [number, number];

/** How a researcher's own codes change labels and scores of paragraphs. */
export interface Adaptation {
  readonly version: number;
  /** What it was fitted on. */
  readonly about: { readonly articles: number; readonly paragraphs: number; readonly l2: number };
  readonly constant: FeatureWeight;
  /** The weight of `logit` scales the evidence; all others, like the constant, go to the remainder. */
  readonly features: Readonly<Partial<Record<Feature, FeatureWeight>>>;
  /** Whether coders used the label: where nobody did, none is given. */
  readonly mixed: boolean;
  /** How often a label of the adapted scorer was right in cross-validation. */
  readonly confidence: ConfidenceModel;
}

/** What the evidence counts after adaptation. */
export function scaleOf({ features }: Pick<Adaptation, 'features'>): number {
  return features.logit?.[0] ?? 0;
}

const loaded = new WeakMap<Resources, Adaptation | null>();

/**
 * The adaptation of a corpus, read and checked once; null where it has none.
 * @throws InputError `damaged-model` where the file is not what it should be.
 */
export function adaptationOf(resources: Resources): Adaptation | null {
  let adaptation = loaded.get(resources);
  if (adaptation === undefined) {
    const bytes = resources.models(ADAPTATION_FILE);
    adaptation = bytes === null ? null : readAdaptation(bytes);
    loaded.set(resources, adaptation);
  }
  return adaptation;
}

function readAdaptation(bytes: Buffer): Adaptation {
  let parsed: unknown;
  try {
    parsed = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw damaged('it is not JSON');
  }
  const problem = problemOf(parsed);
  if (problem) throw damaged(problem);
  return parsed as Adaptation;
}

function problemOf(parsed: unknown): string | null {
  const file = parsed as Partial<Adaptation> | null;
  if (typeof file !== 'object' || file === null) return 'it is not an object';
  if (file.version !== ADAPTATION_VERSION) return `it is not of version ${ADAPTATION_VERSION}`;
  if (!isFeatureWeight(file.constant)) return 'it has no constant';
  const { features } = file;
  if (typeof features !== 'object' || features === null) return 'it has no features';
  const known: ReadonlySet<string> = new Set(FEATURES.map(({ name }) => name));
  for (const [name, weight] of Object.entries(features)) {
    if (!known.has(name)) return `${JSON.stringify(name)} is no feature`;
    if (!isFeatureWeight(weight)) return `feature ${name} has no weights`;
  }
  if (!(scaleOf({ features }) > 0)) return 'what it makes the evidence count is not above 0';
  if (typeof file.mixed !== 'boolean') return 'it does not say whether coders used mixed';
  return isConfidenceModel(file.confidence) ? null : 'its confidence model is not complete';
}

function isFeatureWeight(weight: unknown): weight is FeatureWeight {
  return Array.isArray(weight) && weight.length === 2 && weight.every(Number.isFinite);
}

function damaged(problem: string): InputError {
  return new InputError(
    'damaged-model',
    `The adaptation models/${ADAPTATION_FILE} cannot be used: ${problem}`,
    'Make it again with `standpoint train codes`, or remove the file to score without it.',
  );
}
