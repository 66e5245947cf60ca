import { Command } from 'commander';

const EXAMPLES = `
Examples:
  standpoint serve                               http://127.0.0.1:3000
  PORT=0 standpoint serve                        a free port, which is printed
  STANDPOINT_DATA=~/study standpoint serve       a library in a folder of its own

All settings are environment variables: docs/reference/settings.md lists them.`;

/** \`standpoint serve\`: the library in the browser. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('start the library in the browser; Ctrl+C ends it')
    .addHelpText('after', EXAMPLES)
    .action(async () => {
      const { runServe } = await import('./run-serve.js');
      await runServe();
    });
}
