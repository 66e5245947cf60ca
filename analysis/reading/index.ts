export { checkCorrection } from './corrections/check-correction.js';
export { correctArticle } from './corrections/correct-article.js';
export { metadataValue } from './corrections/metadata.js';
export { moveSpans } from './corrections/move-spans.js';
export { passagesOf } from './corrections/passages.js';
export { MAX_ARTICLE_BYTES } from './limits.js';
export type { Format, Hints, ReadInput, ReadOutcome, Refusal } from './outcome.js';
export { readBytes } from './read-bytes.js';
