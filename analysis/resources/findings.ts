import { textAt } from './corpus-files.js';
import type { CorpusProblem } from './problem.js';

/** Collects what a check of one corpus folder looks at and finds. */
export class Findings {
  private readonly found: CorpusProblem[] = [];
  private readonly seen = new Set<string>();

  constructor(readonly folder: string) {}

  /** Number of different files looked at. */
  get files(): number {
    return this.seen.size;
  }

  get problems(): readonly CorpusProblem[] {
    return this.found;
  }

  /** The text of a file, which counts as looked at; null where it does not exist. */
  read(file: string): string | null {
    const text = textAt(this.folder, file);
    if (text !== null) this.seen.add(file);
    return text;
  }

  report(file: string, line: number | null, problem: string, allowed: string): void {
    this.found.push({ file, line, problem, allowed });
  }

  add(problems: readonly CorpusProblem[]): void {
    this.found.push(...problems);
  }
}
