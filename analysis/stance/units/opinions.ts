import type { Layers, Quotation, Sentence, Span } from '../../article/index.js';
import { overlaps } from '../../article/index.js';
import type {
  ClassLogProbabilities,
  Contribution,
  MentionContext,
  MentionModel,
} from '../mention-model/index.js';
import { tokensIn } from '../mentions/mention.js';
import { SpanIndex } from '../mentions/span-index.js';
import type { Weight } from '../scoring/weight.js';

/** What the mention model says of one sentence: the mean over the mentions of the target in it. */
export interface Opinion {
  readonly sentence: Sentence;
  /** The first mention in it. */
  readonly mention: Span;
  readonly weight: Weight;
  /** Parts of the logit that phrases account for, by place, without overlap; empty for plain report. */
  readonly contributions: readonly Contribution[];
}

/** A sentence that mentions its target more often is read around the first ones: the rest says the same. */
const MOST_MENTIONS = 4;

/**
 * Share of P(neutral) that P(supportive) or P(skeptical) must reach for phrases to be weighed:
 * below it a sentence is plain report, whatever its words.
 */
const LEAST_EVALUATION = 0.2;

/** Opinions on the sentences of a text that mention the target, in order. */
export function opinionsOf(text: Layers, mentions: readonly Span[], model: MentionModel): Opinion[] {
  const index = new SpanIndex(mentions);
  const read = text.sentences.flatMap((sentence) => {
    const own = index
      .overlapping(sentence)
      .filter((mention) => !namesOpponents(sentence, mention))
      .slice(0, MOST_MENTIONS);
    if (own.length === 0) return [];
    const reading = model.read(sentence.tokens, quotationsIn(text.quotations, sentence));
    return [{ sentence, contexts: own.map((mention): MentionContext => ({ sentence: reading, mention })) }];
  });
  const scores = model.score(read.flatMap(({ contexts }) => contexts));
  let next = 0;
  return read.flatMap(({ sentence, contexts }) => {
    const scored = contexts.flatMap((context) => {
      const score = scores[next++];
      return score ? [{ context, weight: weightOf(score) }] : [];
    });
    return scored.length === 0 ? [] : [opinionOf(sentence, scored, model)];
  });
}

/** Who stands against the target whose name follows or goes before. */
const OPPOSING: ReadonlySet<string> = new Set(
  `critic opponent enemy foe detractor adversary rival doubter skeptic sceptic`.split(' '),
);

/** "Critics of the mission", "the mission's critics": what is said of them is not said of the target. */
function namesOpponents({ tokens }: Sentence, mention: Span): boolean {
  const range = tokensIn({ tokens }, mention);
  if (!range) return false;
  const after = tokens[range.last + 1]?.norm.startsWith("'") ? tokens[range.last + 2] : undefined;
  if (after && OPPOSING.has(after.lemma)) return true;
  const before = tokens.slice(0, range.first).findLastIndex(({ pos }) => pos !== 'DET');
  return tokens[before]?.norm === 'of' && OPPOSING.has(tokens[before - 1]?.lemma ?? '');
}

function quotationsIn(quotations: readonly Quotation[], sentence: Sentence): Quotation[] {
  return quotations.filter((quotation) => overlaps(quotation, sentence));
}

/** The two sums of the link (see `probabilitiesOf`) that give these probabilities. */
function weightOf({ supportive, neutral, skeptical }: ClassLogProbabilities): Weight {
  return { logit: supportive - skeptical, evaluation: (supportive + skeptical) / 2 - neutral };
}

interface ScoredMention {
  readonly context: MentionContext;
  readonly weight: Weight;
}

function opinionOf(sentence: Sentence, scored: readonly ScoredMention[], model: MentionModel): Opinion {
  const share = 1 / scored.length;
  const weight = {
    logit: share * scored.reduce((sum, one) => sum + one.weight.logit, 0),
    evaluation: share * scored.reduce((sum, one) => sum + one.weight.evaluation, 0),
  };
  const explained = scored
    .filter((one) => evaluates(one.weight))
    .flatMap(({ context }) => model.explain(context)?.contributions ?? []);
  const mention = scored[0]?.context.mention ?? sentence;
  return { sentence, mention, weight, contributions: merged(explained, share) };
}

function evaluates({ logit, evaluation }: Weight): boolean {
  return evaluation + Math.abs(logit) / 2 > Math.log(LEAST_EVALUATION);
}

/** Contributions of several mentions in one list: what overlaps is put together. */
function merged(contributions: readonly Contribution[], share: number): Contribution[] {
  const list: { start: number; end: number; weight: number }[] = [];
  for (const { start, end, weight } of [...contributions].sort((a, b) => a.start - b.start)) {
    const last = list.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.weight += share * weight;
    } else list.push({ start, end, weight: share * weight });
  }
  return list;
}
