import { InputError } from '../../analysis/article/index.js';
import { printable } from '../../analysis/report/index.js';
import { loadResources } from '../../analysis/resources/index.js';
import { evaluateAttributions } from './evaluate-attributions.js';
import type { EvaluateOptions, Grouping } from './evaluate-options.js';
import { evaluateStance } from './evaluate-stance.js';
import { type GoldReading, readGoldFile } from './gold-readings.js';
import { collectInputs } from './inputs.js';
import { startProgress } from './progress.js';
import { Refusals } from './refusals.js';
import { looksLikeSheet } from './sheet-files.js';

/**
 * Runs `evaluate`; resolves to its exit code. Throws InputError `bad-gold` for unusable labels,
 * `bad-group` for a key that no line has, and `usage` for options that do not fit the
 * task or a coding sheet without its key.
 */
export async function runEvaluate(paths: readonly string[], options: EvaluateOptions): Promise<number> {
  requireFit(options);
  await requireGold(paths);
  const resources = loadResources(options.corpus ? { overlay: options.corpus } : {});
  const evaluate =
    options.task === 'attribution'
      ? evaluateAttributions(options, resources)
      : evaluateStance(options, resources);
  const inputs = await collectInputs(paths);
  const refusals = new Refusals(await startProgress(0));
  refusals.addInputs(inputs);
  const lines: GoldReading[] = [];
  for (const input of inputs.files) lines.push(...(await readGoldFile(input, resources, refusals)));
  if (lines.length > 0) {
    const by = options.by === undefined ? null : groupingBy(options.by, lines);
    process.stdout.write(await evaluate(lines, by));
  }
  return refusals.conclude(lines.length, 'evaluated');
}

function requireFit({ task, target, field }: EvaluateOptions): void {
  if (task === 'stance' || (target === undefined && field === undefined)) return;
  const option = target === undefined ? '--field' : '--target';
  throw new InputError(
    'usage',
    `${option} does not go with --task ${task}`,
    `Leave ${option} out: attributions have no target and no field.`,
  );
}

async function requireGold(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (!(await looksLikeSheet(path))) continue;
    throw new InputError(
      'usage',
      `${path} is a coding sheet and needs its key`,
      'Add --key with the file that `standpoint sample` wrote beside it; its name ends in .key.csv.',
    );
  }
}

function groupingBy(key: string, lines: readonly GoldReading[]): Grouping {
  if (!lines.some(({ texts }) => texts.has(key))) {
    const known = [...new Set(lines.flatMap(({ texts }) => [...texts.keys()]))].slice(0, MOST_KEYS_NAMED);
    throw new InputError(
      'bad-group',
      `No line has a text under ${JSON.stringify(key)}`,
      `Keys of these lines that hold a text: ${known.map(printable).join(', ') || 'none'}.`,
    );
  }
  return { key, groupOf: ({ texts }: GoldReading) => texts.get(key) ?? null };
}

/** Keys that an error names: enough to find the right one. */
const MOST_KEYS_NAMED = 20;
