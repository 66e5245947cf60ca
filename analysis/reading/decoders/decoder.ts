import type { Reading } from '../../article/index.js';
import type { Format, Refusal } from '../outcome.js';
import type { Page } from '../page.js';

/** A decoder whose files hold one article, to be found between the furniture of its page. */
export interface PageDecoder {
  readonly holds: 'page';
  readonly decode: (bytes: Uint8Array) => Promise<Page>;
}

/** A decoder whose files hold many finished articles. */
export interface RecordDecoder {
  readonly holds: 'records';
  readonly decode: (bytes: Uint8Array, file: string) => Promise<Iterable<Reading | Refusal>>;
}

/** One format: its name, the endings of its files, and its decoder, loaded at first use. */
export interface FormatEntry {
  readonly format: Format;
  readonly extensions: readonly string[];
  /** Bytes that a file may have. */
  readonly limit: number;
  readonly load: () => Promise<PageDecoder | RecordDecoder>;
}
