import { fitMultinomial, type SparseRow } from '../../../learning/index.js';
import { RELATIONS, type Relation } from '../../evidence/observation.js';
import { DIRECTIONLESS } from '../../evidence/wording.js';
import type { RelationWeights } from '../../scoring/cue-model.js';
import type { Weight } from '../../scoring/weight.js';
import { CLASSES, COLUMNS, type CueExample } from './examples.js';
import { PRIORS } from './priors.js';

export interface FitOptions {
  /** Penalty on relation weights, which are few and have priors. */
  readonly l2: number;
  /** Penalty on word weights, which are many. */
  readonly wordL2: number;
  /** Terms in fewer examples than this get no weight. */
  readonly leastCount: number;
  readonly iterations: number;
}

export interface Fitted {
  readonly relations: Record<Relation, RelationWeights>;
  readonly words: Record<string, readonly [number, number]>;
  readonly baseline: Weight;
}

/** Supportive, neutral and skeptical in the order of CLASSES. */
const [SUPPORTIVE, NEUTRAL, SKEPTICAL] = [0, 1, 2];

/** Word weights smaller than this in both parts are not worth their place in the file. */
const LEAST_WORD_WEIGHT = 0.02;

/**
 * Fits all weights together: multinomial logistic regression, kept within what can be explained.
 * Lexicon words that favor the target never lower the logit, those that disfavor it never raise it,
 * and without words the logit is 0.
 */
export function fitWeights(examples: readonly CueExample[], options: FitOptions): Fitted {
  const vocabulary = vocabularyOf(examples, options.leastCount);
  const features = COLUMNS + vocabulary.size;
  const directionless = new Set([features, ...columnsWithoutDirection(vocabulary)]);
  const model = fitMultinomial(
    balanced(examples).map((example) => ({
      row: rowOf(example, vocabulary),
      label: example.label,
      weight: example.weight,
    })),
    {
      classes: CLASSES.length,
      features,
      l2: options.l2,
      penalties: Float64Array.from({ length: features }, (_, at) =>
        at < COLUMNS ? options.l2 : options.wordL2,
      ),
      iterations: options.iterations,
      priors: priorWeights(features),
      project: (feature, weights) => project(feature, weights, directionless),
    },
  );
  const at = (feature: number) =>
    weightOf(model.weights.subarray(feature * CLASSES.length, (feature + 1) * CLASSES.length));
  const relations = Object.fromEntries(
    RELATIONS.map((relation, index) => [
      relation,
      { supportive: at(index * 2), skeptical: at(index * 2 + 1) },
    ]),
  ) as Record<Relation, RelationWeights>;
  return { relations, words: wordWeights(vocabulary, at), baseline: weightOf(model.bias) };
}

/**
 * Gives supportive and skeptical examples the same total weight. News blames more than it praises;
 * without a bias to take that up, common words would be given the blame.
 */
function balanced(examples: readonly CueExample[]): CueExample[] {
  const total = (label: number) =>
    examples.reduce((sum, one) => sum + (one.label === label ? one.weight : 0), 0);
  const [favor, disfavor] = [total(SUPPORTIVE), total(SKEPTICAL)];
  const factors = [(favor + disfavor) / (2 * favor), 1, (favor + disfavor) / (2 * disfavor)];
  return examples.map((one) => ({ ...one, weight: one.weight * (factors[one.label] ?? 1) }));
}

/** Terms with their columns, in the order of their bytes. */
function vocabularyOf(examples: readonly CueExample[], leastCount: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of examples)
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= leastCount).map(([term]) => term);
  return new Map(kept.sort((a, b) => (a < b ? -1 : 1)).map((term, index) => [term, COLUMNS + index]));
}

function columnsWithoutDirection(vocabulary: ReadonlyMap<string, number>): number[] {
  return [...vocabulary].filter(([term]) => term.startsWith(DIRECTIONLESS)).map(([, column]) => column);
}

function rowOf(example: CueExample, vocabulary: ReadonlyMap<string, number>): SparseRow {
  const indices = [...example.indices];
  const values = [...example.values];
  for (const [term, count] of example.terms) {
    const column = vocabulary.get(term);
    if (column === undefined) continue;
    indices.push(column);
    values.push(count);
  }
  return { indices, values };
}

function wordWeights(
  vocabulary: ReadonlyMap<string, number>,
  at: (feature: number) => Weight,
): Fitted['words'] {
  const words: Record<string, readonly [number, number]> = {};
  for (const [term, column] of vocabulary) {
    const { logit, evaluation } = at(column);
    if (Math.max(Math.abs(logit), Math.abs(evaluation)) >= LEAST_WORD_WEIGHT)
      words[term] = [logit, evaluation];
  }
  return words;
}

/** The priors as class weights: supportive and skeptical half the logit apart from the middle, neutral below it. */
function priorWeights(features: number): Float64Array {
  const weights = new Float64Array((features + 1) * CLASSES.length);
  RELATIONS.forEach((relation, index) => {
    const { logit, evaluation } = PRIORS[relation];
    [1, -1].forEach((sign, column) => {
      const at = (index * 2 + column) * CLASSES.length;
      weights[at + SUPPORTIVE] = (sign * logit) / 2;
      weights[at + NEUTRAL] = -evaluation;
      weights[at + SKEPTICAL] = (-sign * logit) / 2;
    });
  });
  return weights;
}

/** From three class weights to logit and evaluation (only differences of class weights matter). */
function weightOf(weights: Float64Array): Weight {
  const [supportive, neutral, skeptical] = [
    weights[SUPPORTIVE] ?? 0,
    weights[NEUTRAL] ?? 0,
    weights[SKEPTICAL] ?? 0,
  ];
  return {
    logit: rounded(supportive - skeptical),
    evaluation: rounded((supportive + skeptical) / 2 - neutral),
  };
}

/** Three decimals: finer ones would only differ between machines. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 || 0;
}

/** Bias and function words: no direction. Relations: a direction of their own. Other words: free. */
function project(feature: number, weights: Float64Array, directionless: ReadonlySet<number>): void {
  if (feature >= COLUMNS && !directionless.has(feature)) return;
  const difference = (weights[SUPPORTIVE] ?? 0) - (weights[SKEPTICAL] ?? 0);
  const favors = feature % 2 === 0;
  if (feature < COLUMNS && (favors ? difference >= 0 : difference <= 0)) return;
  const mean = ((weights[SUPPORTIVE] ?? 0) + (weights[SKEPTICAL] ?? 0)) / 2;
  weights[SUPPORTIVE] = mean;
  weights[SKEPTICAL] = mean;
}
