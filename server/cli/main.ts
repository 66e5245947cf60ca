#!/usr/bin/env node
import { CommanderError } from 'commander';
import { buildProgram } from './program.js';

/** A reader that has seen enough (`| head`) closes the pipe: that is no fault. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

try {
  await buildProgram().parseAsync();
} catch (thrown) {
  await fail(thrown);
}

async function fail(thrown: unknown): Promise<void> {
  if (thrown instanceof CommanderError && thrown.exitCode === 0) return;
  const { toFailure } = await import('../errors.js');
  const { exitCode, message } = toFailure(thrown);
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}
