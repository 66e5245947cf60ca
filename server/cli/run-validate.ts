import { InputError } from '../../analysis/article/index.js';
import { csvTable, formatCount, printable } from '../../analysis/report/index.js';
import {
  readCodings,
  VALIDATION_COLUMNS,
  type Validation,
  validate,
  validationRows,
  validationTable,
} from '../../analysis/validation/index.js';
import { EXIT } from '../errors.js';
import type { EvaluateOptions } from './evaluate-options.js';
import { readSheetFiles } from './sheet-files.js';

/** What the command line of `evaluate` says where coding sheets are given. */
export interface ValidateOptions extends EvaluateOptions {
  readonly key: string;
}

/**
 * Runs `evaluate` over filled-in coding sheets; resolves to its exit code. Throws InputError for a
 * sheet or key that cannot be used, before anything is written.
 */
export async function runValidate(paths: readonly string[], options: ValidateOptions): Promise<number> {
  requireFit(options);
  const [key] = await readSheetFiles([options.key]);
  if (!key) throw new InputError('usage', 'The key is an empty folder', 'Give --key the file of the key.');
  const field = options.field ?? 'unit';
  const validation = validate(readCodings(await readSheetFiles(paths), key, field), field);
  process.stdout.write(WRITERS[options.format](validation));
  process.stderr.write(`${formatCount(validation.sheets.length, 'sheet')} evaluated\n`);
  return EXIT.done;
}

/** What was drawn says what it is about: nothing of this is left to choose. */
function requireFit({ by, target, task }: ValidateOptions): void {
  const option = by !== undefined ? '--by' : target !== undefined ? '--target' : null;
  const unfit = task === 'stance' ? option : `--task ${task}`;
  if (unfit === null) return;
  throw new InputError('usage', `${unfit} does not go with coding sheets`, `Leave ${unfit} out.`);
}

function inWords(validation: Validation): string {
  return validationTable(validation).split('\n').map(printable).join('\n');
}

const WRITERS: Readonly<Record<ValidateOptions['format'], (validation: Validation) => string>> = {
  text: inWords,
  table: inWords,
  json: (validation) => `${JSON.stringify(validation, null, 2)}\n`,
  csv: (validation) => csvTable(VALIDATION_COLUMNS, validationRows(validation)),
};
