import { Command, InvalidArgumentError, Option } from 'commander';
import {
  CSV_LEVELS,
  corpusOption,
  inputFormatOption,
  OUTPUT_FORMATS,
  outOption,
  targetOption,
} from './options.js';
import type { AnalyzeOptions } from './run-analyze.js';

/** More threads than any machine of today has cores. */
const MOST_THREADS = 256;

const EXAMPLES = `
Examples:
  Read a framing report in the terminal:
    standpoint analyze article.txt
  All articles of a folder and what lies below it, one row a paragraph, for R or Excel:
    standpoint analyze articles/ --format csv --out paragraphs.csv
  One row for each voice in each paragraph:
    standpoint analyze articles/ --format csv --level voices --out voices.csv
  Toward two targets, one of them described in a file of your own:
    standpoint analyze articles/ --target coalition --target my-target.yaml --format jsonl
  From another program, one article a line:
    cat articles.jsonl | standpoint analyze - --input-format jsonl --format jsonl

Results go to standard output or --out, words and progress to standard error.
Symbolic links are skipped and named. docs/reference/formats.md says what each format holds.`;

/** \`standpoint analyze\`: scores articles and writes what came out. */
export function analyzeCommand(): Command {
  return new Command('analyze')
    .description('score articles toward a target and write a report, JSON or CSV')
    .argument('[PATH...]', 'files and folders; - is standard input')
    .addOption(targetOption('target by its slug or as a YAML file; may be repeated (default: "coalition")'))
    .addOption(corpusOption())
    .addOption(inputFormatOption())
    .addOption(new Option('--format <FORMAT>', 'what to write').choices(OUTPUT_FORMATS).default('text'))
    .addOption(
      new Option('--level <LEVEL>', 'what a row of --format csv stands for (default: "paragraphs")').choices(
        CSV_LEVELS,
      ),
    )
    .addOption(new Option('--excel', 'with --format csv: byte order mark and formula-safe text'))
    .addOption(outOption())
    .addOption(
      new Option('--threads <N>', 'articles analyzed at a time (default: by the amount of input)').argParser(
        toThreads,
      ),
    )
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: AnalyzeOptions) => {
      const { runAnalyze } = await import('./run-analyze.js');
      process.exitCode = await runAnalyze(paths, options);
    });
}

function toThreads(value: string): number {
  const threads = Number(value);
  if (/^\d{1,3}$/.test(value) && threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new InvalidArgumentError(`Allowed: a whole number from 1 to ${MOST_THREADS}.`);
}
