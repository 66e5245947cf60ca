import { Command } from 'commander';

const EXAMPLES = `
Example:
  DATABASE_URL=postgres://user@db/standpoint standpoint worker

\`serve\` analyzes what is uploaded by itself; a worker beside it shares the load.`;

/** \`standpoint worker\`: analyzes what is uploaded, without a web server. */
export function workerCommand(): Command {
  return new Command('worker')
    .description('analyze what is uploaded to the library, without a web server')
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const { runWorker } = await import('./run-worker.js');
      await runWorker();
    });
}
