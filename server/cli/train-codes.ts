import { Command, Option } from 'commander';
import { corpusOption, targetOption } from './options.js';
import type { TrainCodesOptions } from './run-train-codes.js';

const EXAMPLES = `
Examples:
  Adapt the scorer to your codes, and score with it:
    standpoint train codes my-codes.jsonl --target my-target.yaml --out my-corpus
    standpoint analyze articles/ --target my-target.yaml --corpus my-corpus

CODED is what evaluate reads: one article a line with "gold": { "paragraphs": [label, ...] }, null for
a paragraph that nobody coded. Whole articles teach more than single paragraphs. At least 30 coded
paragraphs of 5 articles are needed. Cross-validation by article says whether it helps; what is
written is models/stance-adaptation.json of the folder. The same codes give the same bytes.`;

/** Folds of a cross-validation unless the command line says otherwise. */
const FOLDS = 10;

/** `standpoint train codes`: adapts the scorer to a researcher's own codes. */
export function trainCodesCommand(): Command {
  return new Command('codes')
    .description('adapt the scorer to paragraphs that you coded')
    .argument('<CODED...>', 'files of coded articles (JSONL)')
    .requiredOption('--out <DIR>', 'corpus folder to write models/ to')
    .addOption(targetOption('target by its slug or as a YAML file (default: "coalition")'))
    .addOption(corpusOption())
    .addOption(new Option('--folds <N>', 'parts of the cross-validation').argParser(Number).default(FOLDS))
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: TrainCodesOptions) => {
      const { runTrainCodes } = await import('./run-train-codes.js');
      process.exitCode = await runTrainCodes(paths, options);
    });
}
