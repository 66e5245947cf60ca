import { InputError } from '../analysis/article/index.js';
import { StoreUnavailable } from './store/failures.js';

/** What the command line answers with. */
export const EXIT = {
  done: 0,
  /** A fault of the program. */
  bug: 1,
  /** Input or usage at fault; nothing was done. */
  refused: 2,
  /** Done, but some inputs were refused. */
  partly: 3,
} as const;

/** An answer of the server that is not a success, with the next step for the reader. */
export class HttpError extends Error {
  readonly status: number;
  /** Stable, machine-readable, e.g. `not-found`. */
  readonly code: string;
  readonly hint: string;
  /** The change that would have to be undone for the request to succeed; null where none. */
  readonly change: string | null;

  constructor(status: number, code: string, message: string, hint: string, change: string | null = null) {
    super(message);
    this.change = change;
    this.name = 'HttpError';
    this.status = status;
    this.code = code;
    this.hint = hint;
  }
}

/** A fault outside the program, told in words: what it is, and what to do. */
interface KnownFault {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** Nothing is wrong with the request: it will work later. */
const UNAVAILABLE = 503;

/** Status of an answer to a fault of the user, where it is not 400. */
const INPUT_STATUS: Readonly<Record<string, number>> = {
  'not-found': 404,
  'unknown-target': 404,
  'unknown-article': 404,
  'unknown-import': 404,
  'unknown-run': 404,
  'unknown-speaker': 404,
  'unknown-study': 404,
  'unknown-sample': 404,
  'unknown-sheet': 404,
  'too-large': 413,
  'too-many-files': 413,
  'damaged-corpus': 500,
};

const UPLOAD_TOO_LARGE: KnownFault = {
  status: 413,
  code: 'too-large',
  message: 'The upload is larger than this server accepts.',
  hint: 'Send fewer or smaller files at a time, or raise STANDPOINT_MAX_FILE_MB and STANDPOINT_MAX_UPLOAD_MB.',
};

const DAMAGED_REQUEST: KnownFault = {
  status: 400,
  code: 'damaged-request',
  message: 'The request cannot be read.',
  hint: 'Send the upload form again, or see /api/v1/openapi.json for what is expected.',
};

const TOO_MANY_FILES: KnownFault = {
  status: 413,
  code: 'too-many-files',
  message: 'The upload has more files than this server accepts at a time.',
  hint: 'Send them in several uploads, or raise STANDPOINT_MAX_FILES.',
};

const DISK_FULL: KnownFault = {
  status: 507,
  code: 'disk-full',
  message: 'There is no space left on the disk.',
  hint: 'Make room where STANDPOINT_DATA lies and try again; nothing stored is lost.',
};

/** Faults by the `code` that Node or the upload parser gives to them. */
const FAULTS_BY_CODE: Readonly<Record<string, KnownFault>> = {
  ENOSPC: DISK_FULL,
  LIMIT_FILE_SIZE: UPLOAD_TOO_LARGE,
  LIMIT_FIELD_VALUE: UPLOAD_TOO_LARGE,
  LIMIT_FILE_COUNT: TOO_MANY_FILES,
  LIMIT_PART_COUNT: TOO_MANY_FILES,
  LIMIT_UNEXPECTED_FILE: DAMAGED_REQUEST,
  LIMIT_FIELD_COUNT: DAMAGED_REQUEST,
  LIMIT_FIELD_KEY: DAMAGED_REQUEST,
};

/** Whatever was thrown, as an answer; a bug becomes a 500 that gives nothing of it away. */
export function toHttpError(thrown: unknown): HttpError {
  if (thrown instanceof HttpError) return thrown;
  if (thrown instanceof InputError) {
    const { code, message, hint } = thrown;
    return new HttpError(INPUT_STATUS[code] ?? 400, code, message, hint);
  }
  if (thrown instanceof StoreUnavailable) {
    return new HttpError(UNAVAILABLE, thrown.code, thrown.message, thrown.hint);
  }
  const { status, code, message, hint } = faultOf(thrown);
  return new HttpError(status, code, message, hint);
}

function faultOf(thrown: unknown): KnownFault {
  const code = propertyOf(thrown, 'code');
  const known = typeof code === 'string' ? FAULTS_BY_CODE[code] : undefined;
  return known ?? requestFault(propertyOf(thrown, 'status')) ?? BUG;
}

/** Faults that express finds in a request carry a status of their own. */
function requestFault(status: unknown): KnownFault | null {
  if (status === 413) return UPLOAD_TOO_LARGE;
  return typeof status === 'number' && status >= 400 && status < 500 ? { ...DAMAGED_REQUEST, status } : null;
}

const BUG: KnownFault = {
  status: 500,
  code: 'bug',
  message: 'Something went wrong inside Standpoint.',
  hint: 'This is a fault of the program. Please report it with the request number.',
};

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** How a command ends that threw, and what it says on standard error. */
export interface Failure {
  readonly exitCode: number;
  readonly message: string;
}

/** Whatever a command threw: the user's fault in two lines, a bug with its stack. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof InputError || thrown instanceof StoreUnavailable) {
    return { exitCode: EXIT.refused, message: `error: ${thrown.message}\n${thrown.hint}` };
  }
  const system = systemFault(thrown);
  if (system) return { exitCode: EXIT.refused, message: system };
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { exitCode: EXIT.bug, message: `This is a fault of Standpoint; please report it.\n${stack}` };
}

/** Faults of the machine that a person can mend. */
const SYSTEM_HINTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'The port is taken: set PORT to another one, or to 0 to have one picked.',
  EADDRNOTAVAIL: 'HOST is no address of this machine.',
  EACCES: 'Permission is missing: check the owner and the mode of that path or the port number.',
  EPERM: 'Permission is missing: check the owner and the mode of that path.',
  EROFS: 'The disk is read-only: choose another place with --out or STANDPOINT_DATA.',
  ENOSPC: 'The disk is full: make room and try again.',
  ECONNREFUSED: 'Nothing answers there: check that the database of DATABASE_URL runs.',
  ENOTFOUND: 'There is no such host: check DATABASE_URL.',
  '28P01': 'The database refused the password in DATABASE_URL.',
  '3D000': 'The database named in DATABASE_URL does not exist: create it first.',
};

function systemFault(thrown: unknown): string | null {
  const code = propertyOf(thrown, 'code');
  const hint = typeof code === 'string' ? SYSTEM_HINTS[code] : undefined;
  return hint && thrown instanceof Error ? `error: ${thrown.message}\n${hint}` : null;
}
