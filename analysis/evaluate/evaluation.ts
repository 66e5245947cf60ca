import type { Label } from '../article/index.js';
import { BOOTSTRAP, type BootstrapOptions, bootstrapInterval, type Interval } from '../learning/index.js';
import { krippendorffAlpha } from './agreement.js';
import { readGold } from './gold.js';
import {
  accuracy,
  type ClassScore,
  classScore,
  confusion,
  FOLDED,
  type Folded,
  fold,
  LABELS,
  type Labelled,
  macroF1,
  type Pair,
} from './measures.js';

/** A line of gold: an input line with codings. */
export interface GoldLine {
  readonly id: string;
  readonly gold?: unknown;
}

/** Labels and scores for the paragraphs of one line, in their order. */
export type Predict<Line extends GoldLine> = (
  line: Line,
) => readonly Labelled[] | Promise<readonly Labelled[]>;

/** A number with the interval that resampling articles gives it. */
export interface Estimate {
  readonly value: number;
  readonly interval: Interval;
}

/** How well predictions agree with human codings. All shares lie in [0, 1]. */
export interface Evaluation {
  readonly articles: number;
  readonly paragraphs: number;
  /** Three classes: mixed by the sign of its score, unrelated as neutral. */
  readonly folded: {
    readonly macroF1: Estimate;
    readonly accuracy: Estimate;
    readonly classes: readonly ClassScore<Folded>[];
    readonly confusion: readonly (readonly number[])[];
  };
  /** All five labels. */
  readonly labels: {
    readonly accuracy: Estimate;
    /** Share whose label is among those that a careful coder could have given. */
    readonly accepted: Estimate;
    readonly classes: readonly ClassScore<Label>[];
    readonly confusion: readonly (readonly number[])[];
    /** Krippendorff's alpha (nominal) between human and machine; a test of the machine, not a reliability. */
    readonly alpha: Estimate;
  };
}

interface Coded {
  readonly folded: Pair<Folded>;
  readonly label: Pair<Label>;
  readonly accepted: boolean;
}

/**
 * Compares predictions with human codings, paragraph by paragraph. Intervals come from resampling
 * articles, because the paragraphs of one article resemble each other.
 * @throws InputError `bad-gold` for a line without usable codings.
 */
export async function evaluate<Line extends GoldLine>(
  lines: readonly Line[],
  predict: Predict<Line>,
  options: BootstrapOptions = BOOTSTRAP,
): Promise<Evaluation> {
  const articles: Coded[][] = [];
  for (const line of lines) {
    const gold = readGold(line);
    const predicted = await predict(line);
    articles.push(
      gold.paragraphs.flatMap((paragraph, index) => {
        const machine = predicted[index];
        return paragraph && machine ? [codedPair(paragraph, machine)] : [];
      }),
    );
  }
  return measure(articles, options);
}

function codedPair(gold: { label: Label; accepted: readonly Label[] }, machine: Labelled): Coded {
  // A human "mixed" comes without a score and counts as neutral.
  const expected = fold({ label: gold.label, score: null });
  return {
    folded: { expected, predicted: fold(machine) },
    label: { expected: gold.label, predicted: machine.label },
    accepted: gold.accepted.includes(machine.label),
  };
}

function measure(articles: readonly (readonly Coded[])[], options: BootstrapOptions): Evaluation {
  const estimate = (statistic: (coded: readonly Coded[]) => number): Estimate => ({
    value: statistic(articles.flat()),
    interval: bootstrapInterval(articles, (sample) => statistic(sample.flat()), options),
  });
  const folded = articles.flat().map((coded) => coded.folded);
  const labels = articles.flat().map((coded) => coded.label);
  return {
    articles: articles.length,
    paragraphs: folded.length,
    folded: {
      macroF1: estimate((coded) =>
        macroF1(
          coded.map((one) => one.folded),
          FOLDED,
        ),
      ),
      accuracy: estimate((coded) => accuracy(coded.map((one) => one.folded))),
      classes: FOLDED.map((value) => classScore(folded, value)),
      confusion: confusion(folded, FOLDED),
    },
    labels: {
      accuracy: estimate((coded) => accuracy(coded.map((one) => one.label))),
      accepted: estimate((coded) => coded.filter((one) => one.accepted).length / Math.max(coded.length, 1)),
      classes: LABELS.map((value) => classScore(labels, value)),
      confusion: confusion(labels, LABELS),
      alpha: estimate((coded) =>
        krippendorffAlpha(coded.map(({ label }) => [label.expected, label.predicted])),
      ),
    },
  };
}
