import type { Label, Result } from '../article/index.js';
import { runId } from '../report/index.js';
import { itemId } from './text-hash.js';

/** What the program says of a paragraph. */
export interface MachineCoding {
  readonly label: Label;
  /** In [-1, 1]; null where unrelated. */
  readonly score: number | null;
  /** Probability of the label, in [0, 1]. */
  readonly confidence: number;
  /** What the author says in the author's own voice. */
  readonly authorLabel: Label;
  readonly authorScore: number | null;
}

/** A paragraph as far as a draw looks at it. */
export interface Drawable {
  readonly itemId: string;
  readonly outlet: string | null;
  readonly machine: Pick<MachineCoding, 'label'>;
}

/** A paragraph that may be drawn, with what a coder needs to read and what the program says of it. */
export interface Candidate extends Drawable {
  readonly articleId: string;
  readonly runId: string;
  readonly ordinal: number;
  /** Name of the target, for the coder. */
  readonly target: string;
  readonly title: string | null;
  readonly published: string | null;
  /** Text of the paragraph before; empty for the first. */
  readonly before: string;
  readonly text: string;
  /** Text of the paragraph after; empty for the last. */
  readonly after: string;
  readonly machine: MachineCoding;
}

/** The paragraphs of a scored article, as the program labeled them; its headline is no paragraph. */
export function candidatesOf(result: Result, run = runId(result.provenance)): Candidate[] {
  const { articleId, paragraphs, target, title, outlet, published } = result;
  return paragraphs.map((unit, index) => ({
    itemId: itemId({ articleId, runId: run, ordinal: unit.ordinal }),
    articleId,
    runId: run,
    ordinal: unit.ordinal,
    target: target.name,
    title,
    outlet,
    published,
    before: paragraphs[index - 1]?.text ?? '',
    text: unit.text,
    after: paragraphs[index + 1]?.text ?? '',
    machine: {
      label: unit.stance.label,
      score: unit.stance.score,
      confidence: unit.stance.confidence,
      authorLabel: unit.authorStance.label,
      authorScore: unit.authorStance.score,
    },
  }));
}
