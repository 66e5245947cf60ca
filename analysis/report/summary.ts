import type { ArticleStance, Label, LabelAndScore, Result } from '../article/index.js';
import { stanceInWords } from './describe-correction.js';
import { formatCount, formatPercent, formatScore } from './format.js';
import { type LabelView, labelView } from './labels.js';

/** A label and a mean score with their words. */
export interface StanceView {
  readonly label: LabelView;
  readonly score: number | null;
  readonly scoreText: string;
}

/** How many of the related units carry a label. */
export interface ShareView {
  readonly label: LabelView;
  readonly share: number;
  readonly shareText: string;
  readonly count: number;
}

/** What the machine made of an article some of whose labels a person corrected. */
export interface MachineSummary {
  readonly whole: StanceView & { readonly confidenceText: string };
  readonly author: StanceView;
  readonly quoted: StanceView;
  readonly intervalText: string;
  readonly shares: readonly ShareView[];
  /** `by hand; machine: neutral +0.10`, of the article as a whole. */
  readonly note: string;
}

/** The head of a report: never one verdict alone, who speaks stands beside it. */
export interface Summary {
  readonly targetName: string;
  readonly whole: StanceView & { readonly confidenceText: string };
  readonly author: StanceView;
  readonly quoted: StanceView;
  /** The machine's values, where labels were corrected by hand and the above are what stands. */
  readonly machine: MachineSummary | null;
  /** Coding uncertainty, 95%: `−0.10 to +0.52`; empty when nothing refers to the target. */
  readonly intervalText: string;
  readonly related: number;
  readonly unrelated: number;
  /** `6 paragraphs about the target, 2 not`. */
  readonly relatedText: string;
  /** Of the related units, in the order supportive, neutral, skeptical, mixed. */
  readonly shares: readonly ShareView[];
  /** Why nothing was scored, or null. */
  readonly notScored: string | null;
}

const SHARED: readonly Exclude<Label, 'unrelated'>[] = ['supportive', 'neutral', 'skeptical', 'mixed'];

/** The summary of a result as it stands after corrections. */
export function summaryOf({ target, stance: coded, correctedStance, notScored }: Result): Summary {
  const stance = correctedStance ?? coded;
  return {
    targetName: target.name,
    ...stanceViews(stance),
    machine: correctedStance
      ? { ...stanceViews(coded), note: `by hand; machine: ${stanceInWords(coded)}` }
      : null,
    related: stance.related,
    unrelated: stance.unrelated,
    relatedText: `${formatCount(stance.related, 'paragraph')} about the target, ${stance.unrelated} not`,
    notScored,
  };
}

function stanceViews(stance: ArticleStance): Omit<MachineSummary, 'note'> {
  const { interval } = stance;
  return {
    whole: { ...toStanceView(stance), confidenceText: formatPercent(stance.confidence) },
    author: toStanceView(stance.author),
    quoted: toStanceView(stance.quoted),
    intervalText: interval ? `${formatScore(interval[0])} to ${formatScore(interval[1])}` : '',
    shares: SHARED.map((label) => toShareView(label, stance)),
  };
}

function toStanceView({ label, score }: LabelAndScore): StanceView {
  return { label: labelView(label), score, scoreText: formatScore(score) };
}

function toShareView(label: Exclude<Label, 'unrelated'>, { shares, related }: ArticleStance): ShareView {
  const share = shares[label];
  return {
    label: labelView(label),
    share,
    shareText: formatPercent(share),
    count: Math.round(share * related),
  };
}
