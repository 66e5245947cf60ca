import { Command, Option } from 'commander';
import type { EvaluateOptions } from './evaluate-options.js';
import { corpusOption, EVALUATE_FIELDS, EVALUATE_FORMATS, EVALUATE_TASKS, targetOption } from './options.js';
import type { ValidateOptions } from './run-validate.js';

const EXAMPLES = `
Examples:
  The gold paragraphs that come with the program:
    standpoint evaluate corpus/gold/coalition.jsonl
  Your own labels, with a target of your own:
    standpoint evaluate my-labels.jsonl --target my-target.yaml
  Which register is hard, from lines with a key "register":
    standpoint evaluate my-labels.jsonl --by register
  The author's own voice, as JSON:
    standpoint evaluate corpus/gold/coalition.jsonl --field author --format json
  Who says what, against attributions that people marked:
    standpoint evaluate my-attributions.jsonl --task attribution --by outlet
  Whom "he" and "she" mean:
    standpoint evaluate corpus/gold/pronouns/development.jsonl --task attribution

  Coding sheets of \`standpoint sample\` that two people filled in:
    standpoint evaluate sheet-anna.csv sheet-ben.csv --key sheet.key.csv

GOLD holds one article a line, as for analyze, with "gold": { "paragraphs": [label, ...] }.
In place of a label may stand { "label", "accepted", "author" }; docs/codebook.md says what the
labels mean, docs/method.md what the measures are. With --key the files are coding sheets: agreement
among coders, the program against each of them and their majority, and which labels to distrust.

For --task attribution, "gold" holds "attributions": [{ "source", "cue", "content" }], each a list of
[start, end] in UTF-16 offsets of the text (of paragraphs joined by one line break), and perhaps
"pronouns": [{ "start", "end", "means" }] with a name, several of which any is right, or null.`;

/** \`standpoint evaluate\`: how well scores agree with human labels. */
export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('compare scores or attributions with what people coded')
    .argument(
      '<GOLD...>',
      'files of labeled articles (JSONL), or with --key coding sheets; - is standard input',
    )
    .option('--key <FILE>', 'key of the sample whose coding sheets are given')
    .addOption(
      new Option('--task <TASK>', 'what is measured: labels of paragraphs, or who says what')
        .choices(EVALUATE_TASKS)
        .default('stance'),
    )
    .addOption(targetOption('target by its slug or as a YAML file (default: "coalition")'))
    .addOption(corpusOption())
    .addOption(
      new Option(
        '--field <FIELD>',
        'what is compared: the paragraph as a whole or its author’s own voice (default: "unit")',
      ).choices(EVALUATE_FIELDS),
    )
    .option('--by <KEY>', 'also figures for each value of this key of the lines')
    .addOption(new Option('--format <FORMAT>', 'what is written').choices(EVALUATE_FORMATS).default('text'))
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: EvaluateOptions & { readonly key?: string }) => {
      const { key } = options;
      process.exitCode =
        key === undefined ? await againstGold(paths, options) : await bySheets(paths, { ...options, key });
    });
}

async function againstGold(paths: readonly string[], options: EvaluateOptions): Promise<number> {
  const { runEvaluate } = await import('./run-evaluate.js');
  return await runEvaluate(paths, options);
}

async function bySheets(paths: readonly string[], options: ValidateOptions): Promise<number> {
  const { runValidate } = await import('./run-validate.js');
  return await runValidate(paths, options);
}
