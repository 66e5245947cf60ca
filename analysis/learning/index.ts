export {
  BOOTSTRAP,
  type BootstrapOptions,
  bootstrapInterval,
  bootstrapIntervals,
  type Interval,
  quantileInterval,
} from './bootstrap.js';
export { type CodingProbabilities, codeArticle } from './coding-uncertainty.js';
export { type Curve, curveAt, fitIsotonic } from './isotonic.js';
export {
  fitMultinomial,
  type MultinomialExample,
  type MultinomialModel,
  type MultinomialOptions,
  multinomialProbabilities,
  type SparseRow,
  softmax,
} from './multinomial.js';
export { type Random, randomIndex, seededRandom } from './random.js';
