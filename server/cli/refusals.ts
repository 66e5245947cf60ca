import { formatCount } from '../../analysis/report/index.js';
import { EXIT } from '../errors.js';
import type { Inputs } from './inputs.js';
import type { Progress } from './progress.js';

/** An input, or one article of it, that was turned away. */
export interface RefusedInput {
  readonly file: string;
  /** Position of the article in its file, from 0. */
  readonly index?: number;
  /** Line of a JSONL file, from 1. */
  readonly line?: number;
  readonly reason: string;
  readonly hint?: string;
}

/** Names on standard error what is turned away, and counts it. */
export class Refusals {
  private count = 0;

  constructor(private readonly progress: Progress) {}

  add(input: RefusedInput): void {
    this.count++;
    const { reason, hint } = input;
    this.progress.say(`refused: ${placeOf(input)}: ${sentence(reason)}${hint ? ` ${hint}` : ''}`);
  }

  /** Paths that cannot be read and links that are not followed. */
  addInputs({ refused, skipped }: Inputs): void {
    for (const one of refused) this.add(one);
    for (const link of skipped) this.progress.say(`skipped: ${link}: symbolic links are not followed`);
  }

  /** Says how it ended. `done` counts the articles that went through. */
  conclude(done: number, verb: string): number {
    const refused = this.count === 0 ? '' : `, ${this.count} refused`;
    this.progress.say(`${formatCount(done, 'article')} ${verb}${refused}`);
    if (done === 0) return EXIT.refused;
    return this.count === 0 ? EXIT.done : EXIT.partly;
  }
}

function placeOf({ file, index = 0, line }: RefusedInput): string {
  if (line !== undefined) return `${file}, line ${line}`;
  return index === 0 ? file : `${file}, article ${index + 1}`;
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
