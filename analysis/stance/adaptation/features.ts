import { overlaps, type Sentence } from '../../article/index.js';
import { valenceOf } from '../../language/index.js';
import { probabilitiesOf, scoreOf } from '../scoring/link.js';
import type { Weighing } from '../units/weighed-unit.js';
import { isNobodys } from '../voices/find-voice.js';
import { AUTHOR } from '../voices/voice.js';
import type { WeighedText } from '../weigh-article.js';

/** What features are grouped by, in the order in which ablations add them. */
export const FEATURE_GROUPS = ['words', 'position', 'article', 'neighbors'] as const;
export type FeatureGroup = (typeof FEATURE_GROUPS)[number];

/**
 * The groups that an adaptation uses. Neighbors are measured (`bench/context.ts`) and left out: what they
 * say is in the article's mean, and on both development files they cost more than they brought.
 */
export const ADAPTED_GROUPS: readonly FeatureGroup[] = ['words', 'position', 'article'];

/** A related unit as its article's features see it. */
interface Seen {
  readonly logit: number;
  readonly score: number;
  readonly supportive: number;
  readonly skeptical: number;
  /** P(supportive) + P(skeptical). */
  readonly evaluative: number;
  readonly mentions: number;
}

/** One unit in its article: what features are taken from. */
interface Place {
  readonly at: number;
  readonly weighing: Weighing;
  readonly seen: Seen;
  /** Whether somebody besides the author speaks in it. */
  readonly quotes: boolean;
  /** Related units other than this one, in order, and those next to it. */
  readonly others: readonly Seen[];
  readonly previous: Seen;
  readonly next: Seen;
  readonly valences: readonly Valence[];
}

/** AFINN valence of the words of a unit. */
interface Valence {
  readonly pleasant: number;
  readonly unpleasant: number;
  /** The sum over sentences that mention the target. */
  readonly besideTarget: number;
}

/** What a unit without neighbor, or an article without other related units, is taken for. */
const UNKNOWN: Seen = { logit: 0, score: 0, supportive: 0.25, skeptical: 0.25, evaluative: 0.5, mentions: 0 };
const NO_VALENCE: Valence = { pleasant: 0, unpleasant: 0, besideTarget: 0 };
/** Characters that length is counted in. */
const LINE = 100;

type FeatureOf = (place: Place) => number;

const WORDS = {
  logit: ({ weighing }) => weighing.sum.logit,
  logitSize: ({ weighing }) => Math.abs(weighing.sum.logit),
  evaluation: ({ weighing }) => weighing.sum.evaluation,
  evaluative: ({ seen }) => seen.evaluative,
  quotedLogit: ({ weighing }) =>
    sum(weighing.pieces.filter(({ voice }) => voice !== AUTHOR.id).map(({ weight }) => weight.logit)),
  otherVoice: ({ quotes }) => Number(quotes),
  mentions: ({ seen }) => Math.log1p(seen.mentions),
  anaphoric: ({ weighing }) => Number(weighing.basis === 'anaphoric'),
  implied: ({ weighing }) => Number(weighing.basis === 'implied'),
  length: ({ weighing: { textUnit } }) => Math.log1p((textUnit.end - textUnit.start) / LINE),
  sentences: ({ weighing }) => Math.log1p(weighing.sentences),
  pleasant: (place) => Math.log1p(valenceAt(place, 0).pleasant),
  unpleasant: (place) => Math.log1p(valenceAt(place, 0).unpleasant),
  valence: (place) => balance(valenceAt(place, 0)),
  valenceBesideTarget: (place) => valenceAt(place, 0).besideTarget,
} satisfies Record<string, FeatureOf>;

const POSITION = {
  first: ({ at }) => Number(at === 0),
  second: ({ at }) => Number(at === 1),
  last: ({ at, valences }) => Number(at === valences.length - 1),
  order: ({ at }) => Math.log1p(at),
  place: (place) => placeOf(place),
  placeSquared: (place) => placeOf(place) ** 2,
  units: ({ valences }) => Math.log(valences.length),
} satisfies Record<string, FeatureOf>;

const ARTICLE = {
  articleLogit: ({ others }) => meanOf(others, 'logit'),
  articleScore: ({ others }) => meanOf(others, 'score'),
  articleEvaluative: ({ others }) => meanOf(others, 'evaluative'),
  articleSupportive: ({ others }) => meanOf(others, 'supportive'),
  articleSkeptical: ({ others }) => meanOf(others, 'skeptical'),
  articleMentions: ({ others }) => Math.log1p(sum(others.map(({ mentions }) => mentions))),
  articleRelated: ({ others }) => Math.log1p(others.length),
  articleRelatedShare: ({ others, valences }) => others.length / valences.length,
  articleValence: ({ at, valences }) => mean(valences.filter((_, other) => other !== at).map(balance)),
} satisfies Record<string, FeatureOf>;

const NEIGHBORS = {
  previousScore: ({ previous }) => previous.score,
  nextScore: ({ next }) => next.score,
  previousEvaluative: ({ previous }) => previous.evaluative,
  nextEvaluative: ({ next }) => next.evaluative,
  previousValence: (place) => balance(valenceAt(place, -1)),
  nextValence: (place) => balance(valenceAt(place, 1)),
} satisfies Record<string, FeatureOf>;

const BY_GROUP = { words: WORDS, position: POSITION, article: ARTICLE, neighbors: NEIGHBORS };

export type Feature =
  | keyof typeof WORDS
  | keyof typeof POSITION
  | keyof typeof ARTICLE
  | keyof typeof NEIGHBORS;

/** All features in a fixed order, `logit` first. */
export const FEATURES: readonly {
  readonly name: Feature;
  readonly group: FeatureGroup;
  readonly of: FeatureOf;
}[] = FEATURE_GROUPS.flatMap((group) =>
  Object.entries<FeatureOf>(BY_GROUP[group]).map(([name, of]) => ({ name: name as Feature, group, of })),
);

/** The values of all features of each unit, in the order of `FEATURES`; null for unrelated units. */
export function featuresOf({ context, weighings }: WeighedText): (Float64Array | null)[] {
  const seen = weighings.map((weighing) => (weighing.basis === 'none' ? null : seenOf(weighing)));
  const valences = weighings.map((weighing) => valenceOfUnit(weighing, context.text.sentences));
  return weighings.map((weighing, at) => {
    const own = seen[at];
    if (!own) return null;
    const before = related(seen.slice(0, at));
    const after = related(seen.slice(at + 1));
    const place: Place = {
      at,
      weighing,
      seen: own,
      quotes: context.voices.inUnit(weighing.textUnit.ordinal).some((said) => !isNobodys(said)),
      others: [...before, ...after],
      previous: before.at(-1) ?? UNKNOWN,
      next: after[0] ?? UNKNOWN,
      valences,
    };
    return Float64Array.from(FEATURES, ({ of }) => of(place));
  });
}

function related(seen: readonly (Seen | null)[]): Seen[] {
  return seen.filter((one) => one !== null);
}

function seenOf({ sum: own, mentions }: Weighing): Seen {
  const probabilities = probabilitiesOf(own);
  const { supportive, skeptical } = probabilities;
  return {
    logit: own.logit,
    score: scoreOf(probabilities),
    supportive,
    skeptical,
    evaluative: supportive + skeptical,
    mentions: mentions.length,
  };
}

function valenceOfUnit({ textUnit, mentions }: Weighing, sentences: readonly Sentence[]): Valence {
  let pleasant = 0;
  let unpleasant = 0;
  let besideTarget = 0;
  for (const sentence of sentences) {
    if (sentence.unit !== textUnit.ordinal) continue;
    const mentioned = mentions.some((mention) => overlaps(mention, sentence));
    for (const { norm } of sentence.tokens) {
      const valence = valenceOf(norm);
      if (valence > 0) pleasant += valence;
      else unpleasant -= valence;
      if (mentioned) besideTarget += valence;
    }
  }
  return { pleasant, unpleasant, besideTarget };
}

function valenceAt({ at, valences }: Place, step: number): Valence {
  return valences[at + step] ?? NO_VALENCE;
}

function balance({ pleasant, unpleasant }: Valence): number {
  return pleasant - unpleasant;
}

/** From 0 for the first unit to 1 for the last. */
function placeOf({ at, valences }: Place): number {
  return at / Math.max(1, valences.length - 1);
}

function meanOf(seen: readonly Seen[], key: keyof Seen): number {
  return seen.length === 0 ? UNKNOWN[key] : mean(seen.map((one) => one[key]));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
