export { articleId, type Identity, textHash } from './article-id.js';
export { MAX_ARTICLE_BYTES, MAX_JSONL_BYTES } from './limits.js';
export type { Format, Hints, ReadInput, ReadOutcome, Refusal } from './outcome.js';
export { readBytes } from './read-bytes.js';
export { restoreDropped } from './restore.js';
