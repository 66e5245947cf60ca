import { InputError, type Label } from '../article/index.js';
import type { Judgement } from './confidence.js';
import { type Field, type GoldArticle, type GoldParagraph, readGold } from './gold.js';
import { type Folded, fold, type Labelled, type Pair } from './measures.js';

/** A label of the program, with how sure it is where that is known. */
export interface Predicted extends Labelled {
  /** Probability of the label, in [0, 1]. */
  readonly confidence?: number;
}

/** A paragraph that a person coded, beside what the program says of it. */
export interface Coded {
  readonly folded: Pair<Folded>;
  readonly label: Pair<Label>;
  /** Whether a careful coder could have given the program's label. */
  readonly accepted: boolean;
  /** Right or wrong over three classes; null where the program does not say how sure it is. */
  readonly judgement: Judgement | null;
}

/** The coded paragraphs of one article, which resampling keeps together. */
export interface CodedArticle {
  /** What the article is grouped by; null where its line does not say. */
  readonly group: string | null;
  readonly coded: readonly Coded[];
}

/**
 * Codings and predictions of one article, paragraph by paragraph.
 * @throws InputError `bad-gold` where they are not as many as the article has paragraphs.
 */
export function pairUp(
  line: { readonly id: string; readonly gold?: unknown },
  predicted: readonly Predicted[],
  field: Field,
): Coded[] {
  const gold = readGold(line, field);
  requireSameLength(gold, predicted.length);
  return gold.paragraphs.flatMap((paragraph, index) => {
    const machine = predicted[index];
    return paragraph && machine ? [codedPair(paragraph, machine)] : [];
  });
}

function requireSameLength({ id, paragraphs }: GoldArticle, count: number): void {
  if (paragraphs.length === count) return;
  throw new InputError(
    'bad-gold',
    `Article ${id} has ${count} paragraphs, but ${paragraphs.length} codings`,
    'Give one label per paragraph under gold.paragraphs, null for one that nobody coded.',
  );
}

function codedPair(gold: GoldParagraph, machine: Predicted): Coded {
  // A human "mixed" comes without a score and counts as neutral.
  const folded = { expected: fold({ label: gold.label, score: null }), predicted: fold(machine) };
  const { confidence } = machine;
  return {
    folded,
    label: { expected: gold.label, predicted: machine.label },
    accepted: gold.accepted.includes(machine.label),
    judgement:
      confidence === undefined ? null : { confidence, isRight: folded.expected === folded.predicted },
  };
}
