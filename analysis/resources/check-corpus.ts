import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { type Dimension, InputError, type Target } from '../article/index.js';
import { checkLexicon, checkTarget, dimensionSlugs } from './check-file.js';
import { checkGold } from './check-gold.js';
import { checkSamples } from './check-samples.js';
import { filesIn, isYaml, textAt } from './corpus-files.js';
import { parseDimensions } from './dimension-file.js';
import { Findings } from './findings.js';
import { type Columns, FAMILIES } from './lexicon.js';
import { packagedCorpus } from './package-root.js';
import { type CorpusProblem, shown } from './problem.js';
import type { Row } from './table.js';

/** What a check found: the number of files looked at, and the problems in the order of the checks. */
interface CorpusCheck {
  readonly files: number;
  readonly problems: readonly CorpusProblem[];
}

/** The file that makes a folder a whole corpus rather than one to lay over it. */
const DIMENSIONS = 'dimensions.yaml';

/**
 * Checks every file of a corpus, or of a folder to be laid over one: dimensions, targets, lexicons,
 * gold, the manifest of the samples, model cards. A folder with `dimensions.yaml` is a whole corpus
 * and must have every lexicon; one without takes its dimensions from the corpus of the program.
 * @throws InputError `missing-corpus` where the folder does not exist.
 */
export function checkCorpus(dir: string): CorpusCheck {
  const folder = resolve(dir);
  if (!existsSync(folder)) {
    throw new InputError(
      'missing-corpus',
      `There is no folder ${folder}`,
      'Give the path of a corpus folder.',
    );
  }
  const findings = new Findings(folder);
  const defaults = checkDimensions(findings);
  const targets = checkTargets(findings, defaults);
  checkLexicons(findings, dimensionSlugs(defaults, targets.values()));
  checkGold(findings, targets, defaults);
  checkSamples(findings);
  checkModels(findings);
  if (findings.files === 0) {
    findings.report(
      '.',
      null,
      'no file here belongs to a corpus',
      `targets/*.yaml, lexicons/*.tsv, ${DIMENSIONS}`,
    );
  }
  return { files: findings.files, problems: findings.problems };
}

function checkDimensions(findings: Findings): readonly Dimension[] {
  const own = findings.read(DIMENSIONS);
  const text = own ?? textAt(packagedCorpus(), DIMENSIONS) ?? '[]';
  const { dimensions, problems } = parseDimensions(text, DIMENSIONS);
  if (own !== null) findings.add(problems);
  return dimensions;
}

/** The sound targets by slug; a slug may stand in one file only, and the file is named after it. */
function checkTargets(findings: Findings, defaults: readonly Dimension[]): ReadonlyMap<string, Target> {
  const targets = new Map<string, Target>();
  for (const file of filesIn(findings.folder, 'targets')) {
    if (!isYaml(file)) {
      if (!isNote(file)) findings.report(file, null, 'the file is not read', 'files that end in .yaml');
      continue;
    }
    const { target, problems } = checkTarget(file, findings.read(file) ?? '', defaults);
    findings.add(problems);
    if (!target?.slug) continue;
    if (targets.has(target.slug)) {
      findings.report(file, 1, `another file describes the target ${target.slug}`, 'one file for each slug');
    }
    targets.set(target.slug, target);
  }
  return targets;
}

function checkLexicons(findings: Findings, dimensions: readonly string[]): void {
  const isWhole = textAt(findings.folder, DIMENSIONS) !== null;
  for (const [name, columns] of Object.entries(FAMILIES) as [string, Columns<Row>][]) {
    const file = `lexicons/${name}.tsv`;
    const text = findings.read(file);
    if (text !== null) findings.add(checkLexicon(file, text, columns, dimensions).problems);
    else if (isWhole) findings.report(file, null, 'the file is missing', 'every lexicon of a whole corpus');
  }
  const known = Object.keys(FAMILIES).map((name) => `${name}.tsv`);
  for (const file of filesIn(findings.folder, 'lexicons')) {
    if (known.includes(basename(file)) || isNote(file)) continue;
    findings.report(file, null, 'there is no lexicon of this name', known.join(', '));
  }
}

/** Weights say what they were trained on, in a model card with the same name. */
function checkModels(findings: Findings): void {
  const files = filesIn(findings.folder, 'models');
  for (const file of files.filter((name) => !isNote(name))) {
    findings.read(file);
    const card = `${file.replace(/\.[^./]+$/, '')}.md`;
    if (files.includes(card)) findings.read(card);
    else findings.report(file, null, 'the weights have no model card', `a file ${shown(card)} beside them`);
  }
}

function isNote(file: string): boolean {
  return file.endsWith('.md');
}
