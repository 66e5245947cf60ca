export { checkCorrection } from './corrections/check-correction.js';
export { type CorrectedArticle, correctArticle, LEFT_OUT_BY_HAND } from './corrections/correct-article.js';
export { MAX_ARTICLE_BYTES } from './limits.js';
export type { Format, Hints, ReadInput, ReadOutcome, Refusal } from './outcome.js';
export { readBytes } from './read-bytes.js';
