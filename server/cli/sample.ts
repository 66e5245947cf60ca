import { Command, InvalidArgumentError, Option } from 'commander';
import { corpusOption, inputFormatOption, SAMPLE_STRATIFIERS, targetOption } from './options.js';
import type { SampleCommandOptions } from './run-sample.js';

/** Paragraphs of a sample unless the command line says otherwise: a day of coding for one person. */
const USUAL_SIZE = 200;

/** A larger sample is a census; its sheet would be too long for a spreadsheet. */
const MOST_ITEMS = 100_000;

const USUAL_SEED = 1;

const EXAMPLES = `
Examples:
  200 paragraphs of a library for two people to code:
    standpoint sample articles/ --out sheet.csv
  More of them, alike in label only, with outlet and date shown to the coder:
    standpoint sample articles/ --n 400 --stratify label --no-blind --out sheet.csv
  When the coders are done:
    standpoint evaluate sheet-anna.csv sheet-ben.csv --key sheet.key.csv

Three files are written: the sheet; sheet.instructions.md for the coders; sheet.key.csv, which says
what the program made of each paragraph and how many it stands for. Keep the key from the coders.
A fifth of the sample are paragraphs that the program calls unrelated; the rest is drawn in proportion
from each stratum, at least two. The same articles and seed give the same sample.`;

/** \`standpoint sample\`: draws paragraphs for people to code, to judge the program by. */
export function sampleCommand(): Command {
  return new Command('sample')
    .description('draw paragraphs for people to code, to judge the program by')
    .argument('[PATH...]', 'files and folders; - is standard input')
    .requiredOption('--out <FILE>', 'coding sheet to write (CSV); the key and instructions stand beside it')
    .addOption(new Option('--n <N>', 'paragraphs to draw').argParser(toSize).default(USUAL_SIZE))
    .addOption(
      new Option('--stratify <LIST>', 'what the strata are made of, with commas: label, outlet; or none')
        .argParser(toStratifiers)
        .default([...SAMPLE_STRATIFIERS], SAMPLE_STRATIFIERS.join(',')),
    )
    .addOption(new Option('--seed <N>', 'start of the random numbers').argParser(toSeed).default(USUAL_SEED))
    .option('--blind', 'leave outlet and date out of the sheet (default)', true)
    .option('--no-blind', 'show outlet and date to the coder')
    .addOption(targetOption('target by its slug or as a YAML file; may be repeated (default: "coalition")'))
    .addOption(corpusOption())
    .addOption(inputFormatOption())
    .addHelpText('after', EXAMPLES)
    .action(async (paths: string[], options: SampleCommandOptions) => {
      const { runSample } = await import('./run-sample.js');
      process.exitCode = await runSample(paths, options);
    });
}

function toSize(value: string): number {
  return wholeNumber(value, 1, MOST_ITEMS);
}

/** Seeds are 32 bits wide. */
const LARGEST_SEED = 2 ** 32 - 1;

function toSeed(value: string): number {
  return wholeNumber(value, 0, LARGEST_SEED);
}

function wholeNumber(value: string, least: number, most: number): number {
  const number = Number(value);
  if (/^\d{1,10}$/.test(value) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`Allowed: a whole number from ${least} to ${most}.`);
}

function toStratifiers(value: string): (typeof SAMPLE_STRATIFIERS)[number][] {
  if (value === 'none') return [];
  return value.split(',').map((name) => {
    const known = SAMPLE_STRATIFIERS.find((stratifier) => stratifier === name.trim());
    if (known) return known;
    throw new InvalidArgumentError(`Allowed: ${SAMPLE_STRATIFIERS.join(', ')}, both with a comma, or none.`);
  });
}
