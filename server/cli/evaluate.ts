import { Command } from 'commander';

const EXAMPLES = `
Example:
  standpoint evaluate corpus/gold/paragraphs.jsonl

GOLD holds one article a line with human labels: docs/codebook.md says what they mean.`;

/** \`standpoint evaluate\`: how well scores agree with human labels. */
export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('compare scores with human labels')
    .argument('<GOLD>', 'file of labelled paragraphs (JSONL)')
    .addHelpText('after', EXAMPLES)
    .action(async (gold: string) => {
      const { runEvaluate } = await import('./run-evaluate.js');
      await runEvaluate(gold);
    });
}
