import type { Annotated, Span, Target } from '../article/index.js';
import type { Resources } from '../resources/index.js';
import { type ObservedText, observeArticle } from './observe-article.js';
import { type StanceModel, stanceModel } from './scoring/stance-model.js';
import type { WeighingContext } from './units/context.js';
import { opinionsOf } from './units/opinions.js';
import { type Weighing, weighUnit } from './units/weighed-unit.js';
import { unitAt, voiceMap } from './voices/find-voice.js';

/** The units of one text, weighed word by word, before labels are given. */
export interface WeighedText {
  readonly context: WeighingContext;
  /** One per unit, in order. */
  readonly weighings: readonly Weighing[];
}

export interface ScoreOptions {
  /** Mentions given instead of found, in offsets of the body's text. */
  readonly mentions?: readonly Span[] | null;
  /** Weights other than those of the corpus. */
  readonly model?: StanceModel;
}

/**
 * Weighs the words of headline and body of an English article.
 * @throws InputError `damaged-model` when the corpus's weights cannot be read.
 */
export function weighArticle(
  annotated: Annotated,
  target: Target,
  resources: Resources,
  options: ScoreOptions = {},
): { headline: WeighedText | null; body: WeighedText } {
  const model = options.model ?? stanceModel(resources);
  const read = observeArticle(annotated, target, resources, options.mentions ?? null);
  const weigh = (observed: ObservedText): WeighedText => weighText(observed, { annotated, target, model });
  return { headline: read.headline ? weigh(read.headline) : null, body: weigh(read.body) };
}

function weighText(
  { text, references, observed }: ObservedText,
  given: Pick<WeighingContext, 'annotated' | 'target' | 'model'>,
): WeighedText {
  const context = { ...given, text, voices: voiceMap(text) };
  const mentions = byUnit(references.mentions, ({ start }) => unitAt(text, start));
  const observations = byUnit(observed, ({ view }) => view.sentence.unit);
  const opinions = byUnit(
    opinionsOf(text, references.mentions, given.model.mentions),
    ({ sentence }) => sentence.unit,
  );
  const counted = byUnit(text.sentences, ({ unit }) => unit);
  const weighings = text.units.map((unit) =>
    weighUnit(context, unit, {
      mentions: mentions.get(unit.ordinal) ?? [],
      observed: observations.get(unit.ordinal) ?? [],
      opinions: opinions.get(unit.ordinal) ?? [],
      sentences: counted.get(unit.ordinal)?.length ?? 0,
    }),
  );
  return { context, weighings };
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
