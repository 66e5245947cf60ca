import type { Reading } from '../article/index.js';

/** What a file may hold; `auto` decides by name and content. */
export type Format = 'text' | 'markdown' | 'html' | 'jsonl';

/** What a person states beside the file; it goes before anything found in it. */
export interface Hints {
  readonly title?: string;
  readonly outlet?: string;
  /** ISO date, `YYYY-MM-DD`. */
  readonly published?: string;
}

/** One file as it came in. `file` is a name for messages and records, never opened. */
export interface ReadInput {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly format?: 'auto' | Format;
  readonly hints?: Hints;
}

/** An input, or one line of it, that could not be read. */
export interface Refusal {
  readonly ok: false;
  readonly file: string;
  /** Position of the article within the file, from 0. */
  readonly index: number;
  /** Line of a JSONL file, from 1. */
  readonly line?: number;
  /** Stable, machine-readable, e.g. `empty-file`. */
  readonly code: string;
  /** What is wrong, in words. */
  readonly reason: string;
  /** The next step. */
  readonly hint: string;
}

export type ReadOutcome = { readonly ok: true; readonly reading: Reading } | Refusal;
