import { InputError } from '../../article/index.js';
import type { Resources } from '../../resources/index.js';
import { type ConfidenceModel, isConfidenceModel } from './confidence.js';

/** File name in `corpus/models/`. */
export const BLEND_FILE = 'stance-blend.json';

/** How the two models are put together, where labels begin, and how far a label can be trusted. */
export interface Blend {
  readonly version: number;
  /**
   * What the cue model's weights count beside the mention model's, in a unit in which the mention
   * model has something to say; elsewhere they count in full.
   */
  readonly cueShare: number;
  readonly thresholds: Thresholds;
  /** How often a label with a given raw confidence was right. */
  readonly confidence: ConfidenceModel;
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

const THRESHOLDS = ['evaluative', 'leastScore', 'mixedLogit', 'mixedShare', 'opposedShare'] as const;

const loaded = new WeakMap<Resources, Blend>();

/**
 * The blend of a corpus, read and checked once.
 * @throws InputError `damaged-model` where the file is missing or not what it should be.
 */
export function blendOf(resources: Resources): Blend {
  let blend = loaded.get(resources);
  if (!blend) {
    blend = readBlend(resources.models(BLEND_FILE));
    loaded.set(resources, blend);
  }
  return blend;
}

function readBlend(bytes: Buffer | null): Blend {
  if (!bytes) throw damagedModel(BLEND_FILE, 'it is missing');
  let parsed: unknown;
  try {
    parsed = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw damagedModel(BLEND_FILE, 'it is not JSON');
  }
  const problem = problemOf(parsed);
  if (problem) throw damagedModel(BLEND_FILE, problem);
  return parsed as Blend;
}

function problemOf(parsed: unknown): string | null {
  const blend = parsed as Partial<Blend> | null;
  if (typeof blend !== 'object' || blend === null || !Number.isFinite(blend.cueShare))
    return 'it has no cueShare';
  const { thresholds } = blend;
  if (!THRESHOLDS.every((name) => Number.isFinite(thresholds?.[name]))) return 'it has not all thresholds';
  return isConfidenceModel(blend.confidence) ? null : 'its confidence model is not complete';
}

/** Says which weights cannot be used, why, and what mends them. */
export function damagedModel(file: string, problem: string): InputError {
  return new InputError(
    'damaged-model',
    `The model corpus/models/${file} cannot be used: ${problem}`,
    'Restore it with `git checkout -- corpus/models`, or train it again with `standpoint train stance`.',
  );
}
