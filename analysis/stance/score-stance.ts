import type {
  Annotated,
  Article,
  ArticleStance,
  Layers,
  Scoring,
  Stance,
  Target,
  Unit,
} from '../article/index.js';
import { codeArticle } from '../learning/index.js';
import type { Resources } from '../resources/index.js';
import { adapt } from './adaptation/adapt.js';
import { adaptationOf } from './adaptation/adaptation.js';

import { stanceModel } from './scoring/stance-model.js';
import { stateUnit, type WeighedUnit } from './units/weighed-unit.js';
import { type ScoreOptions, weighArticle } from './weigh-article.js';

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
  // An adaptation is made for the models of the corpus, and fits no others.
  const adaptation = options.model ? null : adaptationOf(resources);
  const weighed = weighArticle(annotated, target, resources, { ...options, model });
  const paragraphs = adapt(weighed.body, adaptation).map(({ weighing, adapted }) =>
    stateUnit(weighed.body.context, weighing, adapted),
  );
  const title = weighed.headline?.weighings[0];
  return {
    target: named,
    headline: title && weighed.headline ? stateUnit(weighed.headline.context, title).unit : null,
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
