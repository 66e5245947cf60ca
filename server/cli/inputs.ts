import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { InputError } from '../../analysis/article/index.js';

/** Standard input as a path on the command line. */
const STANDARD_INPUT = '-';

/** One file to read. */
export interface InputFile {
  /** As a person would name it: the path given, or the one found below it. */
  readonly file: string;
  /** Bytes; 0 for standard input, whose size is not known. */
  readonly size: number;
  readonly open: () => Readable;
}

/** What the paths of a command line came to. */
export interface Inputs {
  readonly files: readonly InputFile[];
  /** Symbolic links below a folder, which are not followed. */
  readonly skipped: readonly string[];
  /** Files and folders that cannot be read, with their reasons. */
  readonly refused: readonly { readonly file: string; readonly reason: string }[];
}

/** The same while it is gathered. */
interface Gathered {
  readonly files: InputFile[];
  readonly skipped: string[];
  readonly refused: { file: string; reason: string }[];
}

/**
 * The files behind the paths of a command line: folders recursively in byte order of path, links
 * below them skipped. Without paths standard input is read, unless a person sits there.
 * @throws InputError `usage` without anything to read.
 */
export async function collectInputs(paths: readonly string[]): Promise<Inputs> {
  const gathered: Gathered = { files: [], skipped: [], refused: [] };
  for (const path of paths.length > 0 ? paths : standardInput()) {
    await orRefused(path, gathered, () => collect(path, gathered));
  }
  return gathered;
}

function standardInput(): readonly string[] {
  if (!process.stdin.isTTY) return [STANDARD_INPUT];
  throw new InputError('usage', 'No files were given', 'Name files or folders, or - for standard input.');
}

async function orRefused(file: string, { refused }: Gathered, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    refused.push({ file, reason: reasonOf(error) });
  }
}

async function collect(path: string, gathered: Gathered): Promise<void> {
  if (path === STANDARD_INPUT) {
    gathered.files.push({ file: STANDARD_INPUT, size: 0, open: () => process.stdin });
    return;
  }
  const found = await stat(path);
  if (!found.isDirectory()) {
    gathered.files.push(toInputFile(path, found.size));
    return;
  }
  const below: Gathered = { files: [], skipped: gathered.skipped, refused: gathered.refused };
  await walk(path, below);
  gathered.files.push(
    ...below.files.sort((a, b) => Buffer.compare(Buffer.from(a.file), Buffer.from(b.file))),
  );
}

/** Gathers all files below a folder; a folder inside it that is closed is refused by itself. */
async function walk(folder: string, gathered: Gathered): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    await orRefused(path, gathered, async () => {
      if (entry.isSymbolicLink()) gathered.skipped.push(path);
      else if (entry.isDirectory()) await walk(path, gathered);
      else if (entry.isFile()) gathered.files.push(toInputFile(path, (await stat(path)).size));
    });
  }
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
