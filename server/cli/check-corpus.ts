import { Command } from 'commander';

const EXAMPLES = `
Examples:
  standpoint check-corpus                        the corpus of this installation
  standpoint check-corpus my-corpus/             targets and lexicons of your own`;

/** \`standpoint check-corpus\`: names file, line and problem of damaged targets and lexicons. */
export function checkCorpusCommand(): Command {
  return new Command('check-corpus')
    .description('check targets, lexicons and gold; names file, line, problem and what is allowed')
    .argument('[DIR]', 'folder of a corpus (default: that of the package)')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string | undefined) => {
      const { runCheckCorpus } = await import('./run-check-corpus.js');
      process.exitCode = runCheckCorpus(folder);
    });
}
