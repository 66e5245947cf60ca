import type {
  Annotated,
  Article,
  ArticleStance,
  Layers,
  Scoring,
  Span,
  Stance,
  Target,
  Unit,
} from '../article/index.js';
import { codeArticle } from '../learning/index.js';
import type { Resources } from '../resources/index.js';
import { type ObservedText, observeArticle } from './observe-article.js';
import { type StanceModel, stanceModel } from './scoring/stance-model.js';
import { opinionsOf } from './units/opinions.js';
import { type WeighedUnit, weighUnit } from './units/weighed-unit.js';
import { unitAt, voiceMap } from './voices/find-voice.js';

export interface ScoreOptions {
  /** Mentions given instead of found, in offsets of the body's text. */
  readonly mentions?: readonly Span[] | null;
  /** Weights other than those of the corpus. */
  readonly model?: StanceModel;
}

/**
 * Scores one article towards one target: units with evidence and voices, and the article as a
 * whole. Deterministic; takes time about linear in the text. Texts that are not English are not
 * scored: every unit is unrelated (see `notScoredReason`).
 * @throws InputError `damaged-model` when the corpus's weights cannot be read.
 */
export function scoreStance(
  annotated: Annotated,
  target: Target,
  resources: Resources,
  options: ScoreOptions = {},
): Scoring {
  const named = { slug: target.slug, name: target.name };
  const { article, body, headline } = annotated;
  if (notScoredReason(article) !== null) {
    const blank = body.units.map((unit) => unscored(body, unit.ordinal));
    return {
      target: named,
      headline: headline ? unscored(headline, 0).unit : null,
      paragraphs: blank.map(({ unit }) => unit),
      stance: articleStance(blank),
    };
  }
  const model = options.model ?? stanceModel(resources);
  const read = observeArticle(annotated, target, resources, options.mentions ?? null);
  const weigh = ({ text, references, observed }: ObservedText): WeighedUnit[] => {
    const context = {
      annotated,
      text,
      voices: voiceMap(text),
      target,
      model,
    };
    const mentions = byUnit(references.mentions, ({ start }) => unitAt(text, start));
    const observations = byUnit(observed, ({ view }) => view.sentence.unit);
    const opinions = byUnit(
      opinionsOf(text, references.mentions, model.mentions),
      ({ sentence }) => sentence.unit,
    );
    const counted = byUnit(text.sentences, ({ unit }) => unit);
    return text.units.map((unit) =>
      weighUnit(context, unit, {
        mentions: mentions.get(unit.ordinal) ?? [],
        observed: observations.get(unit.ordinal) ?? [],
        opinions: opinions.get(unit.ordinal) ?? [],
        sentences: counted.get(unit.ordinal)?.length ?? 0,
      }),
    );
  };
  const paragraphs = weigh(read.body);
  const title = read.headline ? weigh(read.headline)[0] : undefined;
  return {
    target: named,
    headline: title?.unit ?? null,
    paragraphs: paragraphs.map(({ unit }) => unit),
    stance: articleStance(paragraphs),
  };
}

function articleStance(weighed: readonly WeighedUnit[]): ArticleStance {
  return codeArticle(
    weighed.map(({ unit }) => unit),
    weighed.flatMap(({ probabilities }) => probabilities ?? []),
  );
}

/** Why an article is not scored, in words for the reader; null where it is. */
export function notScoredReason({ language }: Article): string | null {
  const primary = language.toLowerCase().split('-')[0];
  return primary === 'en'
    ? null
    : `The article is in a language (${language}) that is read but not scored; only English is.`;
}

/** Things of a text by the ordinal of the unit that they lie in, in their order. */
function byUnit<T>(items: readonly T[], unitOf: (item: T) => number): Map<number, T[]> {
  const grouped = new Map<number, T[]>();
  for (const item of items) {
    const unit = unitOf(item);
    const known = grouped.get(unit);
    if (known) known.push(item);
    else grouped.set(unit, [item]);
  }
  return grouped;
}

/** Nothing was looked for, so nothing is claimed. */
const UNSCORED: Stance = { label: 'unrelated', score: null, confidence: 1, logit: null, remainder: null };

function unscored(text: Layers, ordinal: number): WeighedUnit {
  const unit = text.units.find((candidate) => candidate.ordinal === ordinal) ?? {
    ordinal,
    role: 'body' as const,
    start: 0,
    end: 0,
  };
  const blank: Unit = {
    ...unit,
    text: text.text.slice(unit.start, unit.end),
    basis: 'none',
    stance: UNSCORED,
    authorStance: UNSCORED,
    voices: [],
    dimensions: [],
    evidence: [],
  };
  return { unit: blank, probabilities: null };
}
