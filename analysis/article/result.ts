import type { Basis, Dateline, Dropped, UnitRole } from './article.js';
import type { AppliedCorrection, MetadataField } from './correction.js';
import type { Label } from './label.js';

export type Direction = 'supportive' | 'skeptical';

/** How a unit refers to the target. */
export type ReferenceBasis = 'mentioned' | 'anaphoric' | 'implied' | 'none';

/**
 * `score` = P(supportive) - P(skeptical), in [-1, 1], null where unrelated; `confidence` = calibrated
 * probability of the label; `logit` = log-odds of supportive against skeptical = the evidence
 * weights plus `remainder`.
 */
export interface Stance {
  readonly label: Label;
  readonly score: number | null;
  readonly confidence: number;
  readonly logit: number | null;
  readonly remainder: number | null;
}

/** Words that move a score. `weight` is in log-odds, positive towards supportive. */
export interface Evidence {
  readonly start: number;
  readonly end: number;
  readonly direction: Direction;
  readonly weight: number;
  /** 'author' or a speaker id. */
  readonly voice: string;
  /** Slug of a dimension of the target. */
  readonly dimension: string | null;
  /** What changed the weight: 'negated', 'hedged', 'doubted', 'conceded', ... */
  readonly modifiers: readonly string[];
  /** A sentence for the reader: what the words say of the target. */
  readonly reason: string;
}

export type VoiceKind = 'author' | 'named' | 'unnamed' | 'organization';

export interface Voice {
  readonly id: string;
  readonly name: string;
  readonly kind: VoiceKind;
  readonly label: Label;
  readonly score: number | null;
}

/** A paragraph, deck, subheading or headline with everything said in it about the target. */
export interface Unit {
  readonly ordinal: number;
  readonly role: UnitRole;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly basis: ReferenceBasis;
  /** The unit as a whole, whoever speaks. */
  readonly stance: Stance;
  /** What the author says in the author's own voice. */
  readonly authorStance: Stance;
  readonly voices: readonly Voice[];
  readonly dimensions: readonly string[];
  readonly evidence: readonly Evidence[];
  /** What stands after corrections by hand; absent where nobody corrected a label in the unit. */
  readonly corrected?: CorrectedUnit;
}

export interface LabelAndScore {
  readonly label: Label;
  readonly score: number | null;
}

/** A unit as a person coded it, beside the machine's values: what was not corrected is the machine's. */
export interface CorrectedUnit {
  readonly stance: LabelAndScore;
  readonly authorStance: LabelAndScore;
  readonly voices: readonly Voice[];
}

/** The article as a whole; never one verdict alone, who speaks is beside it. */
export interface ArticleStance extends LabelAndScore {
  readonly confidence: number;
  readonly author: LabelAndScore;
  readonly quoted: LabelAndScore;
  /** Number of units that refer to the target, and that do not. */
  readonly related: number;
  readonly unrelated: number;
  /** Shares of the related units, summing to 1 (all 0 without related units). */
  readonly shares: {
    readonly supportive: number;
    readonly skeptical: number;
    readonly mixed: number;
    readonly neutral: number;
  };
  /**
   * Coding uncertainty: 95% of the article scores that would come out had each unit been coded anew
   * from its probabilities, [low, high]; null without related units.
   */
  readonly interval?: readonly [number, number] | null;
}

/** Stance of one article towards one target: what the scorer returns. */
export interface Scoring {
  readonly target: { readonly slug: string | null; readonly name: string };
  readonly headline: Unit | null;
  readonly paragraphs: readonly Unit[];
  readonly stance: ArticleStance;
}

/** An attribution as written out: spans as pairs. */
export interface ResultAttribution {
  readonly id: string;
  readonly parent: string | null;
  readonly source: readonly (readonly [number, number])[];
  readonly cue: readonly (readonly [number, number])[];
  readonly content: readonly (readonly [number, number])[];
  readonly speaker: {
    readonly id: string;
    readonly name: string;
    readonly kind: 'named' | 'unnamed' | 'organization';
  } | null;
  readonly kind: 'direct' | 'indirect' | 'mixed';
  readonly cueKind: 'speech' | 'thought';
}

/** What the numbers were made with. `lexicons` and `settings` are hashes. */
export interface Provenance {
  readonly version: string;
  readonly models: Readonly<Record<string, string>>;
  readonly lexicons: string;
  readonly settings: string;
  /**
   * Hash of what a person changed in the article before it was scored, null for nothing. It is no
   * part of a run's identity: one run codes corrected and uncorrected articles alike.
   */
  readonly corrections?: string | null;
}

/** The head of a result: what was read, without any score. */
export interface ResultHead {
  readonly id: string;
  readonly articleId: string;
  readonly textHash: string;
  readonly source: { readonly file: string; readonly index: number };
  readonly title: string | null;
  readonly titleBasis: 'stated' | 'missing';
  readonly outlet: string | null;
  readonly outletBasis: Basis;
  readonly published: string | null;
  readonly publishedBasis: Basis;
  readonly publishedCandidates: readonly string[];
  readonly dateline: Dateline | null;
  readonly byline: string | null;
  readonly language: string;
  readonly url: string | null;
  readonly keywords: readonly string[];
  readonly text: string;
  readonly dropped: readonly Dropped[];
}

/** One article scored towards one target: the line that `analyze --format jsonl` prints. */
export interface Result extends ResultHead {
  readonly target: { readonly slug: string | null; readonly name: string };
  readonly headline: Unit | null;
  readonly paragraphs: readonly Unit[];
  readonly attributions: readonly ResultAttribution[];
  readonly stance: ArticleStance;
  readonly provenance: Provenance;
  /** Why nothing was scored ("the article is in German ..."), null when it was. */
  readonly notScored: string | null;
  /** Metadata as read; absent where nobody corrected the article. */
  readonly machine?: Readonly<Record<MetadataField, string | null>>;
  /** The corrections that hold, in the order in which they were made; absent where there are none. */
  readonly corrections?: readonly AppliedCorrection[];
  /** The article with the labels given by hand; null where no paragraph has one, absent as above. */
  readonly correctedStance?: ArticleStance | null;
}
