import { randomBytes } from 'node:crypto';
import { existsSync, realpathSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../../analysis/article/index.js';

/** Where results go. Exactly one of `finish` and `abandon` ends it. */
export interface Output {
  /** Resolves when there is room for more. */
  write(text: string): Promise<void>;
  finish(): Promise<void>;
  /** Leaves nothing half-written behind. */
  abandon(): Promise<void>;
}

/**
 * Standard output, or a file that appears at its path only when all is written.
 * @throws InputError `unwritable` where the file cannot be made.
 */
export async function openOutput(file: string | undefined): Promise<Output> {
  if (file === undefined) return standardOutput();
  const found = existsSync(file) ? statSync(file) : null;
  if (found?.isDirectory()) {
    throw new InputError('unwritable', `${file} is a folder`, 'Name a file with --out.');
  }
  const folder = dirname(file);
  if (!existsSync(folder)) {
    throw new InputError(
      'unwritable',
      `There is no folder ${folder}`,
      'Make it first, or name another file.',
    );
  }
  // A device or a pipe must be written to, never replaced.
  if (found && !found.isFile()) return plainFile(await open(file, 'w'));
  return wholeFile(found ? realpathSync(file) : file);
}

function standardOutput(): Output {
  const write = (text: string) =>
    new Promise<void>((resolve, reject) => {
      process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
    });
  return { write, finish: async () => undefined, abandon: async () => undefined };
}

function plainFile(handle: FileHandle): Output {
  const close = () => handle.close();
  return { write: (text) => handle.appendFile(text), finish: close, abandon: close };
}

/** A file beside its final name until it is whole; removed when the program is interrupted. */
async function wholeFile(file: string): Promise<Output> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.part`;
  const handle = await open(temporary, 'wx');
  const onInterrupt = () => {
    rmSync(temporary, { force: true });
    process.exit(INTERRUPTED);
  };
  for (const signal of SIGNALS) process.once(signal, onInterrupt);
  const close = async () => {
    await handle.close();
    for (const signal of SIGNALS) process.removeListener(signal, onInterrupt);
  };
  return {
    write: (text) => handle.appendFile(text),
    finish: async () => {
      await close();
      await rename(temporary, file);
    },
    abandon: async () => {
      await close();
      await rm(temporary, { force: true });
    },
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What shells report for a program that was interrupted. */
const INTERRUPTED = 130;
