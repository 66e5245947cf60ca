import type { Evidence, Span } from '../../article/index.js';
import { overlaps } from '../../article/index.js';
import type { Finding, Relation } from '../evidence/observation.js';
import type { Observed } from '../evidence/observe.js';
import type { SentenceView } from '../evidence/view.js';
import type { Contribution } from '../mention-model/index.js';
import { weighByCues } from '../scoring/cue-model.js';
import { scaled, type Weight } from '../scoring/weight.js';
import { judgeOf } from '../voices/judges.js';
import { AUTHOR, type SpeakingVoice, voiceOf } from '../voices/voice.js';
import type { WeighingContext } from './context.js';
import { dimensionOf, dimensionTerms } from './dimensions.js';
import type { Piece } from './piece.js';
import { reasonOf } from './reasons.js';

/** A finding of the cue model with its place in the text and its weight. */
export interface WeighedFinding {
  readonly view: SentenceView;
  readonly finding: Finding;
  readonly span: Span;
  weight: Weight;
}

/** The findings of a unit's sentences, each weighing a share of what the cue model gives it. */
export function weighFindings(
  { target, model }: WeighingContext,
  observed: readonly Observed[],
  share: number,
): WeighedFinding[] {
  return observed.flatMap(({ view, findings }) => {
    const terms = dimensionTerms(view, target.dimensions);
    const weights = weighByCues(model.cues, findings);
    return findings.flatMap((finding, at) => {
      const span = spanOf(view, finding);
      const weight = weights[at];
      if (!span || !weight) return [];
      const dimension = dimensionOf(finding, terms, target.dimensions);
      const counts = knowsBetter(finding) || finding.relation === 'judged' ? 1 : share;
      return [{ view, finding: { ...finding, dimension }, span, weight: scaled(weight, counts) }];
    });
  });
}

function spanOf({ syntax }: SentenceView, { first, last }: Finding): Span | null {
  const from = syntax.tokens[first];
  const to = syntax.tokens[last];
  return from && to ? { start: from.start, end: to.end } : null;
}

/** Relations that hardly occur in the mention model's training data. */
const RULES_ONLY: ReadonlySet<Relation> = new Set([
  'opponent.harmed',
  'opponent.state',
  'people.harmed',
  'ease',
  'demand',
]);

/** Turns of phrase that reach farther than the mention model sees. */
const TURNED_BY_RULE: ReadonlySet<string> = new Set([
  'rejected',
  'reduced',
  'doubted',
  'counterfactual',
  'compared',
  'asked',
  'unreal',
]);

/** Whether the grammar says how words bear on the target where the mention model can only guess. */
function knowsBetter({ relation, modifiers }: Finding): boolean {
  return RULES_ONLY.has(relation) || modifiers.some((modifier) => TURNED_BY_RULE.has(modifier));
}

/** Findings lighter than this do not speak against the mention model. */
const LEAST_OVERRULING = 0.3;

/** Whether a rule knows better what a sentence says of the target than the mention model. */
export function isOverruled(found: readonly WeighedFinding[], sentence: Span): boolean {
  return found.some(
    ({ finding, span, weight }) =>
      Math.abs(weight.logit) >= LEAST_OVERRULING && overlaps(span, sentence) && knowsBetter(finding),
  );
}

/** Verdicts lighter than this may be no more than a word that also reports. */
const LEAST_VERDICT = 1;

/** Whether a sentence says outright that somebody judges the target ("condemned its raids"). */
export function hasVerdict(found: readonly WeighedFinding[], sentence: Span): boolean {
  return found.some(
    ({ finding, span, weight }) =>
      finding.relation === 'judged' && Math.abs(weight.logit) >= LEAST_VERDICT && overlaps(span, sentence),
  );
}

/** What becomes of the mention model's weight for a phrase. */
export type Fate = 'joined' | 'overruled' | 'alone';

/**
 * Joins what the mention model says of a phrase to the strongest finding in the same words; where a
 * rule knows better how they bear on the target, what the model says is left out.
 */
export function joinToFinding(found: readonly WeighedFinding[], contribution: Contribution): Fate {
  const same = found.filter(({ weight, span }) => weight.logit !== 0 && overlaps(span, contribution));
  if (same.length === 0) return 'alone';
  if (same.some(({ finding }) => knowsBetter(finding))) return 'overruled';
  const strongest = same.reduce((a, b) => (Math.abs(b.weight.logit) > Math.abs(a.weight.logit) ? b : a));
  const { logit, evaluation } = strongest.weight;
  strongest.weight = { logit: logit + contribution.weight, evaluation };
  return 'joined';
}

/** A finding as a piece: with its voice, and as evidence where it moves the logit. */
export function pieceOfFinding(
  context: WeighingContext,
  { view, finding, span, weight }: WeighedFinding,
): Piece {
  const speaker = speakerOf(context, view, finding, span);
  const evidence = weight.logit === 0 ? null : evidenceOf(context, finding, weight, speaker, span);
  return {
    evidence,
    speaker,
    weight,
    voice: speaker.id,
    firm: isFirm(finding),
    relation: finding.relation,
  };
}

/** Relations that only put words near the target. */
const LOOSE: ReadonlySet<Relation> = new Set([
  'verb.near',
  'verb.far',
  'word.far',
  'tone.near',
  'tone.far',
  'wording',
]);

function isFirm({ relation, modifiers }: Finding): boolean {
  return !LOOSE.has(relation) && !modifiers.includes('conceded');
}

function evidenceOf(
  context: WeighingContext,
  finding: Finding,
  { logit }: Weight,
  speaker: SpeakingVoice,
  span: Span,
): Evidence {
  const { target, text } = context;
  return {
    ...span,
    direction: logit > 0 ? 'supportive' : 'skeptical',
    weight: logit,
    voice: speaker.id,
    dimension: finding.dimension,
    modifiers: finding.modifiers,
    reason: reasonOf(finding, logit > 0, text.text.slice(span.start, span.end), target.name),
  };
}

function speakerOf(
  context: WeighingContext,
  view: SentenceView,
  finding: Finding,
  span: Span,
): SpeakingVoice {
  const cue = context.voices.byCue(span);
  if (cue && finding.relation !== 'verb.said') return voiceOf(cue.speaker);
  const judge = correctedJudge(context, view, judgeOf(view, finding, context.annotated.speakers));
  return judge.id === AUTHOR.id ? context.voices.speakerAt(span) : judge;
}

/** Who judges by the grammar alone, or who does so according to a person. */
function correctedJudge(
  { annotated }: WeighingContext,
  view: SentenceView,
  judge: SpeakingVoice,
): SpeakingVoice {
  const corrected = annotated.correctedVoices?.find(
    ({ ordinal, from }) => ordinal === view.sentence.unit && from === judge.id && from !== AUTHOR.id,
  );
  if (!corrected) return judge;
  const speaker = annotated.speakers.find(({ id }) => id === corrected.to.id);
  return speaker ? voiceOf(speaker) : AUTHOR;
}
