import type {
  Annotated,
  Article,
  ArticleStance,
  Layers,
  Scoring,
  Span,
  Target,
  Unit,
} from '../article/index.js';
import { codeArticle } from '../learning/index.js';
import type { Resources } from '../resources/index.js';
import type { Observed } from './evidence/observe.js';
import type { Mention } from './mentions/mention.js';
import { type ObservedText, observeArticle } from './observe-article.js';
import { UNRELATED } from './scoring/labels.js';
import { cueModel, cueScorer } from './scoring/model.js';
import type { Scorer } from './scoring/scorer.js';
import { type WeighedUnit, weighUnit } from './units/weighed-unit.js';
import { unitAt, voiceMap } from './voices/find-voice.js';

export interface ScoreOptions {
  /** Mentions given instead of found, in offsets of the body's text. */
  readonly mentions?: readonly Span[] | null;
  /** Weights other than those of the corpus. */
  readonly scorer?: Scorer;
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
  const model = cueModel(resources);
  const read = observeArticle(annotated, target, resources, options.mentions ?? null);
  const weigh = ({ text, references, observed }: ObservedText): WeighedUnit[] => {
    const context = {
      annotated,
      text,
      voices: voiceMap(text),
      target,
      model,
      scorer: options.scorer ?? cueScorer(model),
    };
    const mentions = byUnit(text, references.mentions);
    const sentences = observedByUnit(observed);
    return text.units.map((unit) =>
      weighUnit(context, unit, mentions.get(unit.ordinal) ?? [], sentences.get(unit.ordinal) ?? []),
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

function byUnit(text: Layers, mentions: readonly Mention[]): Map<number, Mention[]> {
  const grouped = new Map<number, Mention[]>();
  for (const mention of mentions) {
    const unit = unitAt(text, mention.start);
    const known = grouped.get(unit);
    if (known) known.push(mention);
    else grouped.set(unit, [mention]);
  }
  return grouped;
}

function observedByUnit(observed: readonly Observed[]): Map<number, Observed[]> {
  const grouped = new Map<number, Observed[]>();
  for (const item of observed) {
    const known = grouped.get(item.view.sentence.unit);
    if (known) known.push(item);
    else grouped.set(item.view.sentence.unit, [item]);
  }
  return grouped;
}

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
    stance: UNRELATED,
    authorStance: UNRELATED,
    voices: [],
    dimensions: [],
    evidence: [],
  };
  return { unit: blank, probabilities: null };
}
