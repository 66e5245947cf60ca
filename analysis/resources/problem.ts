import { join } from 'node:path';
import { InputError } from '../article/index.js';

/** What is wrong with a file of the corpus, in words a researcher can act on. */
export interface CorpusProblem {
  /** Path below the corpus folder, with forward slashes. */
  readonly file: string;
  /** Line counted from 1; null where the file as a whole is at fault. */
  readonly line: number | null;
  /** What was found. */
  readonly problem: string;
  /** What may stand there instead. */
  readonly allowed: string;
}

/** One line about a problem: "lexicons/verbs.tsv, line 7: ... Allowed: ...". */
export function describeProblem(problem: CorpusProblem): string {
  const place = problem.line === null ? problem.file : `${problem.file}, line ${problem.line}`;
  return `${place}: ${problem.problem}. Allowed: ${problem.allowed}.`;
}

/** The error that stops loading at the first problem; `folder` is where the file lies. */
export function damagedCorpus(folder: string, problem: CorpusProblem): InputError {
  return new InputError(
    'damaged-corpus',
    `Damaged corpus: ${describeProblem({ ...problem, file: join(folder, problem.file) })}`,
    'Correct that line. The command "standpoint check-corpus" lists every problem of the corpus at once.',
  );
}

/** A value as shown in a message: quoted, cut where it is long. */
export function shown(value: string): string {
  const longest = 60;
  return JSON.stringify(value.length > longest ? `${value.slice(0, longest)}…` : value);
}
