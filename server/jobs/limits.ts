/** What the reading of one file and the analysis of its articles may cost. */
export interface JobLimits {
  /** Milliseconds for the next articles out of a file. */
  readonly parseMilliseconds: number;
  /** Bytes of memory for reading one file. */
  readonly parseBytes: number;
  /** UTF-16 code units of one article's text. */
  readonly textLength: number;
}

const MEGABYTE = 1024 * 1024;

/** The defaults of the settings table. */
export const DEFAULT_LIMITS: JobLimits = {
  parseMilliseconds: 60_000,
  parseBytes: 1024 * MEGABYTE,
  textLength: 2_000_000,
};

/** Articles that a thread gets at a time, and the length of their texts. */
export const BATCH_ARTICLES = 50;
export const BATCH_TEXT = 500_000;

/** Threads end after this time without work: an idle server holds no model in memory. */
export const IDLE_THREAD_MS = 20_000;

export const toMegabytes = (bytes: number): number => Math.ceil(bytes / MEGABYTE);
