import { MAX_ARTICLE_BYTES, MAX_JSONL_BYTES } from '../limits.js';
import type { FormatEntry } from './decoder.js';

export { refuseBinary } from './encoding.js';

/** Every format that is read. A new one is a file beside this one and an entry here. */
export const formats: readonly FormatEntry[] = [
  {
    format: 'html',
    extensions: ['html', 'htm', 'xhtml'],
    limit: MAX_ARTICLE_BYTES,
    load: async () => (await import('./html.js')).html,
  },
  {
    format: 'markdown',
    extensions: ['md', 'markdown', 'mdown'],
    limit: MAX_ARTICLE_BYTES,
    load: async () => (await import('./markdown.js')).markdown,
  },
  {
    format: 'jsonl',
    extensions: ['jsonl', 'ndjson', 'json'],
    limit: MAX_JSONL_BYTES,
    load: async () => (await import('./jsonl.js')).jsonl,
  },
  {
    format: 'text',
    extensions: ['txt', 'text', ''],
    limit: MAX_ARTICLE_BYTES,
    load: async () => (await import('./text.js')).text,
  },
];
