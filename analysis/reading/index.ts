export { MAX_ARTICLE_BYTES } from './limits.js';
export type { Format, Hints, ReadInput, ReadOutcome, Refusal } from './outcome.js';
export { readBytes } from './read-bytes.js';
export { restoreDropped } from './restore.js';
