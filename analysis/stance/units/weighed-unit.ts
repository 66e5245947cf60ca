import type {
  Annotated,
  Attribution,
  Evidence,
  Layers,
  ReferenceBasis,
  Span,
  Target,
  TextUnit,
  Unit,
  Voice,
} from '../../article/index.js';
import { contains, overlaps } from '../../article/index.js';
import type { Finding, Relation } from '../evidence/observation.js';
import type { Observed } from '../evidence/observe.js';
import type { SentenceView } from '../evidence/view.js';
import type { Mention } from '../mentions/mention.js';
import { stanceOf, UNRELATED, type Weighed } from '../scoring/labels.js';
import { type Probabilities, probabilitiesOf } from '../scoring/link.js';
import type { CueModel } from '../scoring/model.js';
import { type Scorer, sumWeights, type Weight } from '../scoring/scorer.js';
import type { VoiceMap } from '../voices/find-voice.js';
import { judgeOf } from '../voices/judges.js';
import { AUTHOR, type SpeakingVoice, voiceOf } from '../voices/voice.js';
import { dimensionOf, dimensionTerms } from './dimensions.js';
import { reasonOf } from './reasons.js';

/** All that a unit is weighed with. */
export interface WeighingContext {
  readonly annotated: Annotated;
  readonly text: Layers;
  readonly voices: VoiceMap;
  readonly target: Target;
  readonly model: CueModel;
  readonly scorer: Scorer;
}

/** A unit with the probabilities that its score comes from; null where it is unrelated. */
export interface WeighedUnit {
  readonly unit: Unit;
  readonly probabilities: Probabilities | null;
}

interface Piece extends Weighed {
  /** Null for words that only tell evaluation from plain report and move no direction. */
  readonly evidence: Evidence | null;
  readonly speaker: SpeakingVoice;
}

/** Weighs one unit: evidence by voice, stances, dimensions. */
export function weighUnit(
  context: WeighingContext,
  textUnit: TextUnit,
  mentions: readonly Mention[],
  observed: readonly Observed[],
): WeighedUnit {
  const findings = observed.flatMap(({ view, findings: found }) =>
    found.map((finding) => ({ view, finding })),
  );
  const judgement = context.scorer.judge(findings.map(({ finding }) => finding));
  const pieces = findings.flatMap(({ view, finding }, at) =>
    pieceOf(context, view, finding, judgement.weights[at]),
  );
  const evidence = pieces.flatMap((piece) => (piece.evidence ? [piece.evidence] : []));
  const basis = basisOf(mentions, evidence.length);
  const shared = {
    ordinal: textUnit.ordinal,
    role: textUnit.role,
    start: textUnit.start,
    end: textUnit.end,
    text: context.text.text.slice(textUnit.start, textUnit.end),
    basis,
  };
  if (basis === 'none')
    return {
      unit: {
        ...shared,
        stance: UNRELATED,
        authorStance: UNRELATED,
        voices: [],
        dimensions: [],
        evidence: [],
      },
      probabilities: null,
    };
  const { remainder } = judgement;
  const author = pieces.filter((piece) => piece.voice === AUTHOR.id);
  const unit: Unit = {
    ...shared,
    stance: stanceOf(pieces, remainder, context.model),
    authorStance: stanceOf(author, remainder, context.model),
    voices: voicesOf(context, textUnit, mentions, pieces, remainder),
    dimensions: dimensionsOf(context.target, observed, evidence),
    evidence,
  };
  return {
    unit,
    probabilities: probabilitiesOf(sumWeights([...pieces.map(({ weight }) => weight), remainder])),
  };
}

function basisOf(mentions: readonly Mention[], pieces: number): ReferenceBasis {
  const bases = new Set(mentions.map(({ basis }) => basis));
  for (const basis of ['mentioned', 'anaphoric', 'implied'] as const) if (bases.has(basis)) return basis;
  return pieces > 0 ? 'implied' : 'none';
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
  const evidence = weight.logit === 0 ? null : evidenceOf(context, view, finding, weight, speaker, span);
  return [{ evidence, speaker, weight, voice: speaker.id, firm: isFirm(finding) }];
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
  view: SentenceView,
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
    dimension: dimensionOf(finding, dimensionTerms(view, target), target.dimensions),
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
  const judge = judgeOf(view, finding, context.annotated.speakers);
  return judge.id === AUTHOR.id ? context.voices.speakerAt(span) : judge;
}

/** The author and everyone who speaks in the unit or holds an opinion in it, in order of appearance. */
function voicesOf(
  context: WeighingContext,
  unit: TextUnit,
  mentions: readonly Mention[],
  pieces: readonly Piece[],
  remainder: Weight,
): Voice[] {
  const speaking = new Map<string, { voice: SpeakingVoice; start: number; related: boolean }>();
  const add = (voice: SpeakingVoice, start: number, related: boolean) => {
    const known = speaking.get(voice.id);
    speaking.set(voice.id, {
      voice,
      start: Math.min(start, known?.start ?? start),
      related: related || (known?.related ?? false),
    });
  };
  for (const attribution of context.text.attributions) {
    const content = attribution.content.filter((part) => overlaps(part, unit));
    const first = content[0];
    if (first) add(voiceOf(attribution.speaker), first.start, speaksOf(attribution, mentions));
  }
  for (const { speaker, evidence } of pieces) {
    if (evidence && speaker.id !== AUTHOR.id) add(speaker, evidence.start, true);
  }
  const sources = [...speaking.values()].sort(
    (a, b) => a.start - b.start || (a.voice.id < b.voice.id ? -1 : 1),
  );
  const all = [{ voice: AUTHOR, start: unit.start, related: true }, ...sources];
  return all.map(({ voice, related }): Voice => {
    const own = pieces.filter((piece) => piece.voice === voice.id);
    const stance = related ? stanceOf(own, remainder, context.model) : UNRELATED;
    return { id: voice.id, name: voice.name, kind: voice.kind, label: stance.label, score: stance.score };
  });
}

function speaksOf(attribution: Attribution, mentions: readonly Mention[]): boolean {
  return attribution.content.some((content) => mentions.some((mention) => contains(content, mention)));
}

/** Dimensions of the evidence; without evidence those whose terms stand beside a mention. */
function dimensionsOf(
  target: Target,
  observed: readonly Observed[],
  evidence: readonly Evidence[],
): string[] {
  const found = new Set(
    evidence.length > 0
      ? evidence.map(({ dimension }) => dimension)
      : observed.flatMap(({ view }) => dimensionTerms(view, target).map(({ dimension }) => dimension)),
  );
  return target.dimensions.map(({ slug }) => slug).filter((slug) => found.has(slug));
}
