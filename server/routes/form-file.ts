import { readFile, rm, stat } from 'node:fs/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import { storableText } from '../store/index.js';
import { receiveUpload, type UploadedFile } from '../uploads.js';
import { parse } from './page.js';

/** Bytes of the largest file of a target or a lexicon: ours have some hundred thousand at most. */
const LARGEST_FILE = 2 * 1024 * 1024;

/** The field that takes a text instead of a file. */
export const PASTED_TEXT = z.string().max(LARGEST_FILE).default('');

const FIELDS = z.object({ text: PASTED_TEXT });

/**
 * The text that a form with a file brings, pasted or as a file, beside its other fields. Nothing of
 * it stays on disk.
 * @throws HttpError 400 where there is neither; 413 where it is too large
 */
export async function receiveText(
  { store, settings }: Context,
  request: Request,
  response: Response,
): Promise<{ text: string; fields: Readonly<Record<string, unknown>> }> {
  const { files, fields } = await receiveUpload(request, response, store.staging, settings);
  try {
    const pasted = parse(FIELDS, fields).text;
    return { text: storableText(pasted.trim() === '' ? await textOf(files) : pasted), fields };
  } finally {
    for (const { path } of files) if (path !== null) await rm(path, { force: true });
  }
}

async function textOf([file]: readonly UploadedFile[]): Promise<string> {
  if (!file) {
    throw new HttpError(400, 'no-files', 'Nothing was given to import.', 'Choose a file, or paste its text.');
  }
  if (file.path === null) throw new HttpError(413, file.refusal.code, file.refusal.reason, file.refusal.hint);
  if ((await stat(file.path)).size <= LARGEST_FILE) return await readFile(file.path, 'utf8');
  const message = 'The file is larger than any target or lexicon could be.';
  throw new HttpError(413, 'too-large', message, 'Choose the file of one target or lexicon.');
}
