import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import multer from 'multer';
import { HttpError } from './errors.js';
import type { Settings } from './settings.js';

const MEGABYTE = 1024 * 1024;

/** Endings that the file picker offers; the reader goes by content, so others can be sent too. */
export const ACCEPTED_FILES = '.txt,.text,.md,.markdown,.html,.htm,.xhtml,.jsonl,.ndjson';

/** Bytes of one form field, a pasted article above all; it is held in memory. */
const FIELD_BYTES = 10 * MEGABYTE;

/** Characters of a file name that are kept, the longest that common file systems allow. */
const NAME_LENGTH = 255;

/** Limit of a file that is not taken at all: even an empty one is larger. */
const NOTHING = -1;

/** A file as it arrived: where it lies on disk, or why it was not taken. */
export type UploadedFile =
  | { readonly file: string; readonly path: string; readonly refusal: null }
  | { readonly file: string; readonly path: null; readonly refusal: Refusal };

/** Why a file was not taken, and the next step. */
export interface Refusal {
  readonly code: string;
  readonly reason: string;
  readonly hint: string;
}

/** The limits that the settings put on an upload. */
export type UploadLimits = Pick<Settings, 'fileBytes' | 'uploadBytes' | 'files'>;

export interface Upload {
  readonly files: readonly UploadedFile[];
  /** Form fields, as sent. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Reads a multipart request; files are streamed to `directory` under generated names. A file that
 * is too large, or one too many, is refused by itself and leaves nothing on disk; the others go on.
 * Rejects with HttpError 400 for a malformed body and 413 for one that is too large as a whole.
 */
export async function receiveUpload(
  request: Request,
  response: Response,
  directory: string,
  limits: UploadLimits,
): Promise<Upload> {
  if (Number(request.headers['content-length'] ?? 0) > limits.uploadBytes) throw tooLarge(limits);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const intake = new Intake(directory, limits);
  const receive = multer({
    storage: intake,
    defParamCharset: 'utf8',
    limits: {
      fieldSize: FIELD_BYTES,
      fields: 20,
      fieldNameSize: 100,
      headerPairs: 100,
      fieldNestingDepth: 0,
    },
  }).array('files');
  try {
    await new Promise<void>((resolve, reject) => {
      receive(request, response, (error: unknown) => (error ? reject(error) : resolve()));
    });
  } catch (error) {
    await intake.discard();
    throw toRefusal(error);
  }
  return { files: intake.files, fields: { ...(request.body as Record<string, unknown> | undefined) } };
}

/** Takes the files of one request, in their order. */
class Intake implements multer.StorageEngine {
  readonly files: UploadedFile[] = [];
  private readonly writing: { stream: Readable; path: string; stored: Promise<void> }[] = [];
  private total = 0;

  constructor(
    private readonly directory: string,
    private readonly limits: UploadLimits,
  ) {}

  _handleFile(
    _request: Request,
    sent: Express.Multer.File,
    done: (error?: unknown, info?: object) => void,
  ): void {
    const path = join(this.directory, randomUUID());
    const file = displayName(sent.originalname);
    const place = this.files.push({ file, path, refusal: null }) - 1;
    const stored = this.store(sent.stream, path, place);
    this.writing.push({ stream: sent.stream, path, stored });
    stored.then(() => done(null, { path }), done);
  }

  /** What is removed after a failure is removed by `discard`, all at once. */
  _removeFile(_request: Request, _sent: Express.Multer.File, done: (error: Error | null) => void): void {
    done(null);
  }

  /** Stops what is being written and removes every file of the request. */
  async discard(): Promise<void> {
    for (const { stream } of this.writing) stream.destroy();
    await Promise.allSettled(this.writing.map(({ stored }) => stored));
    await Promise.all(this.writing.map(({ path }) => rm(path, { force: true })));
  }

  private async store(stream: Readable, path: string, place: number): Promise<void> {
    const limit = place < this.limits.files ? this.limits.fileBytes : NOTHING;
    const bytes = await this.writeUpTo(limit, stream, path);
    if (bytes <= limit) return;
    await rm(path, { force: true });
    const file = this.files[place]?.file ?? '';
    const refusal = limit === NOTHING ? oneTooMany(this.limits) : fileTooLarge(this.limits);
    this.files[place] = { file, path: null, refusal };
  }

  /** Writes the stream to disk as long as it stays within the limit, reads it to its end, and counts. */
  private async writeUpTo(limit: number, stream: Readable, path: string): Promise<number> {
    let bytes = 0;
    const count = (chunk: Buffer): void => {
      bytes += chunk.length;
      this.total += chunk.length;
      if (this.total > this.limits.uploadBytes) throw tooLarge(this.limits);
    };
    async function* withinLimit(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
      for await (const chunk of source) {
        count(chunk);
        if (bytes <= limit) yield chunk;
      }
    }
    await pipeline(stream, withinLimit, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
    return bytes;
  }
}

/** A client's file name as it is shown and stored: never a path, no control characters. */
export function displayName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.slice(0, NAME_LENGTH).replace(/[\p{Cc}\p{Cs}]/gu, '\uFFFD') || 'unnamed file';
}

function fileTooLarge({ fileBytes }: UploadLimits): Refusal {
  return {
    code: 'file-too-large',
    reason: `The file is larger than ${megabytes(fileBytes)}.`,
    hint: 'Split it and upload the parts, or raise STANDPOINT_MAX_FILE_MB.',
  };
}

function oneTooMany({ files }: UploadLimits): Refusal {
  return {
    code: 'too-many-files',
    reason: `One upload takes ${files} files.`,
    hint: 'Upload this file in a second round, or raise STANDPOINT_MAX_FILES.',
  };
}

function tooLarge({ uploadBytes }: UploadLimits): HttpError {
  return new HttpError(
    413,
    'too-large',
    `The upload is larger than ${megabytes(uploadBytes)}.`,
    'Upload the files in several rounds, or raise STANDPOINT_MAX_UPLOAD_MB.',
  );
}

function megabytes(bytes: number): string {
  return `${bytes / MEGABYTE} MB`;
}

/** What the multipart parser throws without a code: the body broke off or is no multipart. */
const MALFORMED = /^(Unexpected end of form|Malformed|Multipart: |Request (aborted|closed))/;

function toRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof HttpError) return error;
  if (error instanceof multer.MulterError && error.code === 'LIMIT_FIELD_VALUE') {
    const message = `The text is larger than ${megabytes(FIELD_BYTES)}.`;
    return new HttpError(413, 'text-too-large', message, 'Save it as a file and upload that.');
  }
  if (!(error instanceof multer.MulterError) && !MALFORMED.test(error.message)) return error;
  return new HttpError(
    400,
    'malformed-upload',
    'The upload was cut short or is no form that Standpoint knows.',
    'Send files in the field "files", or one text in the field "text", as multipart/form-data.',
  );
}
