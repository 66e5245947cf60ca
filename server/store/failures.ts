import { types } from 'node:util';
import { errorCode } from './error-code.js';

const { isNativeError } = types;

/** The database cannot be used just now; nothing that was stored is lost. Becomes HTTP 503. */
export class StoreUnavailable extends Error {
  readonly code: string;
  /** The next step, in words a researcher can act on. */
  readonly hint: string;

  constructor(code: StoreFailure, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreUnavailable';
    this.code = code;
    this.hint = hint;
  }
}

type StoreFailure = 'store-unavailable' | 'store-timeout' | 'store-full';

/** PostgreSQL's error classes that mean "no connection" or "not now" (appendix A of its manual). */
const UNAVAILABLE_STATES = ['08', '53', '57P', '58'];
const STATEMENT_TIMEOUT = '57014';
const DISK_FULL = '53100';

/** Errors of the operating system on the way to the server. */
const UNAVAILABLE_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** The driver has no codes for these. */
const UNAVAILABLE_MESSAGES = [
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error',
  'Client was closed and is not queryable',
];

/** Fields of a database error that repeat values of the failing row, and so article text. */
const TELLING_FIELDS = ['detail', 'where', 'internalQuery', 'query', 'parameters'] as const;

/**
 * What a failure of the driver means: StoreUnavailable where waiting helps, else the same error
 * without the fields that may hold article text.
 */
export function toStoreError(error: unknown): unknown {
  if (!isNativeError(error) || error instanceof StoreUnavailable) return error;
  const code = errorCode(error);
  if (code === STATEMENT_TIMEOUT) return timeout(error);
  if (code === DISK_FULL) return full(error);
  return isUnavailable(error, code) ? unavailable(error) : withoutText(error);
}

function isUnavailable(error: Error, code: string): boolean {
  return (
    UNAVAILABLE_CODES.has(code) ||
    UNAVAILABLE_STATES.some((state) => code.length === 5 && code.startsWith(state)) ||
    UNAVAILABLE_MESSAGES.some((message) => error.message.includes(message))
  );
}

function unavailable(error: Error): StoreUnavailable {
  return new StoreUnavailable(
    'store-unavailable',
    'The database does not answer.',
    'Try again in a few seconds. If it stays so, see that PostgreSQL runs and restart Standpoint; nothing stored is lost.',
    { cause: withoutText(error) },
  );
}

function timeout(error: Error): StoreUnavailable {
  return new StoreUnavailable(
    'store-timeout',
    'The database took too long over this question.',
    'Narrow the search or the dates, or try again when no large import is running.',
    { cause: withoutText(error) },
  );
}

function full(error: Error): StoreUnavailable {
  return new StoreUnavailable(
    'store-full',
    'The disk of the database is full.',
    'Make room on the disk that holds the data directory, then try again; nothing stored is lost.',
    { cause: withoutText(error) },
  );
}

function withoutText(error: Error): Error {
  for (const field of TELLING_FIELDS) {
    if (field in error) Reflect.deleteProperty(error, field);
  }
  return error;
}
