import { Command } from 'commander';
import { corpusOption, inputFormatOption, outOption } from './options.js';
import type { ParseOptions } from './run-parse.js';

const EXAMPLES = `
Examples:
  See what is taken for the article, and what was left out as page furniture:
    standpoint parse page.html
  Check a whole folder; copies name the first article with the same text in duplicateOf:
    standpoint parse articles/ --out parsed.jsonl`;

/** \`standpoint parse\`: reads articles and writes what was read, without any score. */
export function parseCommand(): Command {
  return new Command('parse')
    .description('read articles and write what was read, one JSON object a line, without scores')
    .argument('[PATH...]', 'files and folders; - is standard input')
    .addOption(inputFormatOption())
    .addOption(corpusOption())
    .addOption(outOption())
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: ParseOptions) => {
      const { runParse } = await import('./run-parse.js');
      process.exitCode = await runParse(paths, options);
    });
}
