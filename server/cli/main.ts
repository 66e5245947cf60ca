#!/usr/bin/env node
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
  const { toFailure } = await import('../errors.js');
  const { exitCode, message } = toFailure(thrown);
  process.stderr.write(`${message}\n`);
  process.exitCode = exitCode;
}
