import type { Resources } from '../../resources/index.js';
import { type Finding, RELATIONS, type Relation } from '../evidence/observation.js';
import { damagedModel } from './blend.js';
import type { Weight } from './weight.js';

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
}

const loaded = new WeakMap<Resources, CueModel>();

/**
 * The weights of a corpus, read and checked once.
 * @throws InputError `damaged-model` where the file is missing or not what it should be.
 */
export function cueModel(resources: Resources): CueModel {
  let model = loaded.get(resources);
  if (!model) {
    model = readCueModel(resources.models(MODEL_FILE));
    loaded.set(resources, model);
  }
  return model;
}

/** Reads and checks a file of weights. */
export function readCueModel(bytes: Buffer | null): CueModel {
  if (!bytes) throw damagedModel(MODEL_FILE, 'it is missing');
  let parsed: unknown;
  try {
    parsed = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw damagedModel(MODEL_FILE, 'it is not JSON');
  }
  const problem = problemOf(parsed);
  if (problem) throw damagedModel(MODEL_FILE, problem);
  return parsed as CueModel;
}

function problemOf(parsed: unknown): string | null {
  const model = parsed as Partial<CueModel> | null;
  if (typeof model !== 'object' || model === null || typeof model.relations !== 'object' || !model.relations)
    return 'it has no relations';
  for (const relation of RELATIONS) {
    const weights = model.relations[relation];
    if (!isWeight(weights?.supportive) || !isWeight(weights?.skeptical))
      return `relation ${relation} has no weights`;
  }
  if (!isWeight(model.baseline)) return 'it has no baseline';
  if (typeof model.words !== 'object' || model.words === null) return 'it has no words';
  const broken = Object.entries(model.words).find(([, pair]) => !isPair(pair));
  return broken ? `word ${broken[0]} has no pair of weights` : null;
}

function isPair(pair: unknown): boolean {
  return Array.isArray(pair) && pair.length === 2 && pair.every(Number.isFinite);
}

function isWeight(weight: Partial<Weight> | undefined): boolean {
  return Number.isFinite(weight?.logit) && Number.isFinite(weight?.evaluation);
}

/** The weights of findings, one each in order: the value of each times the weights of its relation. */
export function weighByCues(model: CueModel, findings: readonly Finding[]): Weight[] {
  return findings.map((finding) => weigh(model, finding));
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
