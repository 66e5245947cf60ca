import { Command } from 'commander';
import { corpusOption, targetOption } from './options.js';
import type { EvaluateOptions } from './run-evaluate.js';

const EXAMPLES = `
Examples:
  The gold paragraphs that come with the program:
    standpoint evaluate corpus/gold/coalition.jsonl
  Your own labels, with a target of your own:
    standpoint evaluate my-labels.jsonl --target my-target.yaml

GOLD holds one article a line, as for analyze, with "gold": { "paragraphs": [label, ...] }.
docs/codebook.md says what the labels mean.`;

/** \`standpoint evaluate\`: how well scores agree with human labels. */
export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('compare scores with human labels')
    .argument('<GOLD>', 'file of labeled articles (JSONL); - is standard input')
    .addOption(targetOption('target by its slug or as a YAML file (default: "coalition")'))
    .addOption(corpusOption())
    .addHelpText('after', EXAMPLES)
    .action(async (gold: string, options: EvaluateOptions) => {
      const { runEvaluate } = await import('./run-evaluate.js');
      process.exitCode = await runEvaluate(gold, options);
    });
}
