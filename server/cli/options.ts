import { Option } from 'commander';

/** What a file may be declared to be; `auto` decides by name and content. */
export const INPUT_FORMATS = ['auto', 'text', 'markdown', 'html', 'jsonl'] as const;

/** What `analyze` writes. */
export const OUTPUT_FORMATS = ['text', 'json', 'jsonl', 'csv'] as const;

/** What a row of `--format csv` stands for. */
export const CSV_LEVELS = ['articles', 'paragraphs', 'voices', 'evidence'] as const;

/** What `evaluate` compares. */
export const EVALUATE_FIELDS = ['unit', 'author'] as const;

/** What `evaluate` measures. */
export const EVALUATE_TASKS = ['stance', 'attribution'] as const;

/** What `evaluate` writes; a table is text. */
export const EVALUATE_FORMATS = ['text', 'table', 'json', 'csv'] as const;

/** What `sample` may stratify by. */
export const SAMPLE_STRATIFIERS = ['label', 'outlet'] as const;

/** The target where the command line names none. */
export const DEFAULT_TARGET = 'coalition';

/** What stance is measured toward; each use adds one. */
export function targetOption(description: string): Option {
  return new Option('--target <SLUG|FILE>', description).argParser(
    (value: string, before: string[] | undefined) => [...(before ?? []), value],
  );
}

/** A folder of targets and lexicons laid over those of the package. */
export function corpusOption(): Option {
  return new Option('--corpus <DIR>', 'folder of targets and lexicons laid over those of the package').env(
    'STANDPOINT_CORPUS',
  );
}

/** How inputs are read. */
export function inputFormatOption(): Option {
  return new Option('--input-format <FORMAT>', 'what the inputs are').choices(INPUT_FORMATS).default('auto');
}

/** Where results go. */
export function outOption(): Option {
  return new Option('--out <FILE>', 'write there instead of standard output, at once when all is done');
}
