import { spawn } from 'node:child_process';
import type { Identity } from './identity.js';

export interface CommandOutcome {
  /** Exit code, or null where the program could not be run at all. */
  readonly code: number | null;
  /** Everything it printed, or why it could not be run. */
  readonly output: string;
}

/** Runs a program to its end as `identity`, from `cwd` (which that user must be able to reach). */
export function runCommand(
  program: string,
  args: readonly string[],
  options: { cwd: string; identity: Identity | null },
): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...options.identity,
      cwd: options.cwd,
      env: databaseEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}

/** The environment for PostgreSQL's programs: without PG… variables, which would change what they do. */
export function databaseEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(entries), LC_ALL: 'C' };
}
