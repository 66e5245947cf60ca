import { join } from 'node:path';
import { formatCount } from '../../analysis/report/index.js';
import { checkCorpus, describeProblem, packageRoot } from '../../analysis/resources/index.js';
import { EXIT } from '../errors.js';

/** Runs `check-corpus`; resolves to its exit code. Problems are its result, so they go to standard output. */
export function runCheckCorpus(folder: string = join(packageRoot(), 'corpus')): number {
  const { files, problems } = checkCorpus(folder);
  for (const problem of problems) process.stdout.write(`${describeProblem(problem)}\n`);
  process.stderr.write(`${formatCount(files, 'file')} checked, ${formatCount(problems.length, 'problem')}\n`);
  return problems.length === 0 ? EXIT.done : EXIT.refused;
}
