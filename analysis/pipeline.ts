import type {
  Annotated,
  Article,
  Layers,
  PlacedVoice,
  Scoring,
  Sentence,
  Span,
  Speaker,
  Target,
} from './article/index.js';
import { attribute, correctVoices } from './attribution/index.js';
import { sentencesOf } from './language/index.js';
import type { Resources } from './resources/index.js';
import { notScoredReason, scoreStance } from './stance/index.js';

export { notScoredReason };

/** A text on its way through the components; layers are added, never changed. */
interface Draft {
  readonly text: string;
  readonly units: Layers['units'];
  readonly sentences?: readonly Sentence[];
  readonly quotations?: Layers['quotations'];
  readonly attributions?: Layers['attributions'];
  readonly speakers: readonly Speaker[];
}

type LayerName = 'sentences' | 'quotations' | 'attributions' | 'speakers';

/** One step of the annotation: which layers it needs, which it adds. */
export interface Component {
  readonly name: string;
  readonly requires: readonly LayerName[];
  readonly assigns: readonly LayerName[];
  readonly run: (draft: Draft, resources: Resources) => Draft;
}

/** The target-free components in the order in which they run. */
export const COMPONENTS: readonly Component[] = [
  {
    name: 'sentences',
    requires: [],
    assigns: ['sentences'],
    run: (draft) => ({ ...draft, sentences: sentencesOf(draft.text, draft.units) }),
  },
  {
    name: 'attribution',
    requires: ['sentences'],
    assigns: ['quotations', 'attributions', 'speakers'],
    run: (draft, resources) => ({
      ...draft,
      ...attribute(draft.text, draft.units, draft.sentences ?? [], resources, draft.speakers),
    }),
  },
];

const annotations = new WeakMap<Resources, WeakMap<Article, Annotated>>();

/**
 * Adds the target-free layers to an article: sentences, quotations, attributions, speakers. The
 * body is read before the headline, which then knows the speakers by name. Remembered per article
 * object; the result depends on nothing but the article, the corpus and `voices`, which say who
 * speaks where a person knows better.
 */
export function annotate(
  article: Article,
  resources: Resources,
  voices: readonly PlacedVoice[] = [],
): Annotated {
  let known = annotations.get(resources);
  if (!known) {
    known = new WeakMap();
    annotations.set(resources, known);
  }
  let annotated = known.get(article);
  if (!annotated) {
    annotated = annotateAnew(article, resources);
    known.set(article, annotated);
  }
  return correctVoices(annotated, voices);
}

function annotateAnew(article: Article, resources: Resources): Annotated {
  const body = runComponents({ text: article.text, units: article.units, speakers: [] }, resources);
  if (article.title === null)
    return { article, body: layersOf(body), headline: null, speakers: body.speakers };
  const unit = { ordinal: 0, role: 'headline' as const, start: 0, end: article.title.length };
  const headline = runComponents({ text: article.title, units: [unit], speakers: body.speakers }, resources);
  const speakers = [
    ...new Map([...headline.speakers, ...body.speakers].map((speaker) => [speaker.id, speaker])).values(),
  ];
  return { article, body: layersOf(body), headline: layersOf(headline), speakers };
}

function runComponents(draft: Draft, resources: Resources): Draft {
  return COMPONENTS.reduce((current, component) => component.run(current, resources), draft);
}

function layersOf({ text, units, sentences, quotations, attributions }: Draft): Layers {
  return {
    text,
    units,
    sentences: sentences ?? [],
    quotations: quotations ?? [],
    attributions: attributions ?? [],
  };
}

export interface ScoringOptions {
  /** Mentions given instead of found, in offsets of the article's text. */
  readonly mentions?: readonly Span[] | null;
}

/**
 * Stance of an annotated article towards a target; articles for which `notScoredReason` gives a
 * reason come back with every unit unrelated.
 */
export function score(
  annotated: Annotated,
  target: Target,
  resources: Resources,
  options: ScoringOptions = {},
): Scoring {
  return scoreStance(annotated, target, resources, { mentions: options.mentions ?? null });
}
