import { createReadStream } from 'node:fs';
import { lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { InputError } from '../../analysis/article/index.js';

/** Standard input as a path on the command line. */
export const STANDARD_INPUT = '-';

/** One file to read. */
export interface InputFile {
  /** As a person would name it: the path given, or the one found below it. */
  readonly file: string;
  /** Bytes; 0 for standard input, whose size is not known. */
  readonly size: number;
  readonly open: () => Readable;
}

/** What a path of the command line came to. */
export interface Inputs {
  readonly files: readonly InputFile[];
  /** Symbolic links below a folder, which are not followed. */
  readonly skipped: readonly string[];
  /** Paths given that cannot be read, with their reasons. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * The files behind the paths of a command line: folders recursively in byte order of path, links
 * below them skipped. Without paths standard input is read, unless a person sits there.
 * @throws InputError `usage` without anything to read.
 */
export async function collectInputs(paths: readonly string[]): Promise<Inputs> {
  const given = paths.length > 0 ? paths : standardInput();
  const files: InputFile[] = [];
  const skipped: string[] = [];
  const refused: { file: string; reason: string }[] = [];
  for (const path of given) {
    try {
      await collect(path, files, skipped);
    } catch (error) {
      refused.push({ file: path, reason: reasonOf(error) });
    }
  }
  return { files, skipped, refused };
}

function standardInput(): readonly string[] {
  if (!process.stdin.isTTY) return [STANDARD_INPUT];
  throw new InputError('usage', 'No files were given', 'Name files or folders, or - for standard input.');
}

async function collect(path: string, files: InputFile[], skipped: string[]): Promise<void> {
  if (path === STANDARD_INPUT) {
    files.push({ file: STANDARD_INPUT, size: 0, open: () => process.stdin });
    return;
  }
  const found = await stat(path);
  if (!found.isDirectory()) {
    files.push(toInputFile(path, found.size));
    return;
  }
  const below = await walk(path, skipped);
  files.push(...below.sort((a, b) => Buffer.compare(Buffer.from(a.file), Buffer.from(b.file))));
}

async function walk(folder: string, skipped: string[]): Promise<InputFile[]> {
  const files: InputFile[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) skipped.push(path);
    else if (entry.isDirectory()) files.push(...(await walk(path, skipped)));
    else if (entry.isFile()) files.push(toInputFile(path, (await lstat(path)).size));
  }
  return files;
}

function toInputFile(file: string, size: number): InputFile {
  return { file, size, open: () => createReadStream(file) };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'you have no permission to read it',
  EISDIR: 'it is a folder',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'the name is too long',
};

/** Why a path cannot be read, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
}
