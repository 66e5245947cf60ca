import { type FileHandle, open } from 'node:fs/promises';
import { InputError } from '../../analysis/article/index.js';
import { decodeSheet, isSheet, sheetText, type TableFile } from '../../analysis/validation/index.js';
import { collectInputs, type InputFile, reasonOf } from './inputs.js';

/** Bytes of a sheet: ten thousand paragraphs with their neighbors, many times over. */
const MAX_SHEET_BYTES = 128_000_000;

/** Bytes within which the header of a sheet ends. */
const HEADER_BYTES = 4096;

/** Whether a file begins as a coding sheet does; false for what cannot be read, which is told later. */
export async function looksLikeSheet(path: string): Promise<boolean> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path);
    if (!(await handle.stat()).isFile()) return false;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return isSheet(decodeSheet(buffer.subarray(0, bytesRead), 'beginning'));
  } catch {
    return false;
  } finally {
    await handle?.close();
  }
}

/**
 * The sheets behind the paths of a command line.
 * @throws InputError `unreadable` for the first that cannot be read, `too-large` beyond 128 MB.
 */
export async function readSheetFiles(paths: readonly string[]): Promise<TableFile[]> {
  const { files, refused } = await collectInputs(paths);
  for (const { file, reason } of refused) throw unreadable(file, reason);
  const read: TableFile[] = [];
  for (const file of files) read.push(await readSheetFile(file));
  return read;
}

async function readSheetFile({ file, open: openFile }: InputFile): Promise<TableFile> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of openFile() as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_SHEET_BYTES) throw tooLarge(file);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof InputError ? error : unreadable(file, reasonOf(error));
  }
  return { file, text: sheetText(file, Buffer.concat(chunks)) };
}

function unreadable(file: string, reason: string): InputError {
  return new InputError('unreadable', `${file}: ${reason}`, 'Name coding sheets and their key.');
}

function tooLarge(file: string): InputError {
  return new InputError(
    'too-large',
    `${file} is larger than ${MAX_SHEET_BYTES / 1_000_000} MB`,
    'Name a coding sheet; was it merged from many samples, give each by itself.',
  );
}
