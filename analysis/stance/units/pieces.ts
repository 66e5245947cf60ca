import type { Evidence, Span } from '../../article/index.js';
import type { Finding, Relation } from '../evidence/observation.js';
import type { Observed } from '../evidence/observe.js';
import type { SentenceView } from '../evidence/view.js';
import type { Weight } from '../scoring/scorer.js';
import { judgeOf } from '../voices/judges.js';
import { AUTHOR, type SpeakingVoice, voiceOf } from '../voices/voice.js';
import { announcements } from './announcement.js';
import type { WeighingContext } from './context.js';
import { dimensionOf, dimensionTerms } from './dimensions.js';
import type { Piece } from './piece.js';
import { reasonOf } from './reasons.js';

/** The findings of a unit's sentences, weighed, and what no words account for. */
export function weighFindings(
  context: WeighingContext,
  observed: readonly Observed[],
): { pieces: Piece[]; remainder: Weight } {
  const { dimensions } = context.target;
  const findings = observed.flatMap(({ view, findings: found }) => {
    const terms = dimensionTerms(view, dimensions);
    return found.map((finding) => ({
      view,
      finding: { ...finding, dimension: dimensionOf(finding, terms, dimensions) },
    }));
  });
  const { weights, remainder } = context.scorer.judge(findings.map(({ finding }) => finding));
  const said = findings.flatMap(({ view, finding }, at) => pieceOf(context, view, finding, weights[at]));
  const pieces = [...said, ...announcements(said, observed[0]?.view.sentence)].sort(byPlace);
  return { pieces, remainder };
}

function byPlace(a: Piece, b: Piece): number {
  return (a.evidence?.start ?? 0) - (b.evidence?.start ?? 0);
}

/** A finding with its weight and voice; evidence where it moves the logit. */
function pieceOf(
  context: WeighingContext,
  view: SentenceView,
  finding: Finding,
  weight: Weight | undefined,
): Piece[] {
  const first = view.syntax.tokens[finding.first];
  const last = view.syntax.tokens[finding.last];
  if (!weight || !first || !last) return [];
  const span = { start: first.start, end: last.end };
  const speaker = speakerOf(context, view, finding, span);
  const evidence = weight.logit === 0 ? null : evidenceOf(context, finding, weight, speaker, span);
  return [
    { evidence, speaker, weight, voice: speaker.id, firm: isFirm(finding), relation: finding.relation },
  ];
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
