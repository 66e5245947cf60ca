import type { Layers, Sentence, Span } from '../../article/index.js';
import { mergeSpans } from '../../article/index.js';
import type { Resources } from '../../resources/index.js';
import type { Aboutness } from '../mentions/aboutness.js';
import type { References } from '../mentions/find-mentions.js';
import { tokensIn } from '../mentions/mention.js';
import { SpanIndex } from '../mentions/span-index.js';
import type { TokenRange } from '../syntax/roles.js';
import type { Syntax } from '../syntax/syntax.js';
import { findEvidence } from './find-evidence.js';
import type { Finding } from './observation.js';
import { type SentenceView, viewOf } from './view.js';

/** A sentence that says something of the target, with what it says. */
export interface Observed {
  readonly view: SentenceView;
  readonly findings: readonly Finding[];
}

/** Reads the sentences that are about the target. `aboutness` says how, by position; others are left out. */
export function observe(
  text: Layers,
  references: References,
  aboutness: ReadonlyMap<number, Aboutness>,
  syntaxOf: (sentence: Sentence) => Syntax,
  resources: Resources,
): Observed[] {
  const observed: Observed[] = [];
  const mentions = new SpanIndex(references.mentions);
  const opponents = new SpanIndex(references.opponents);
  const cues = new SpanIndex(mergeSpans(text.attributions.flatMap(({ cue }) => cue)));
  for (const [position, about] of aboutness) {
    const sentence = text.sentences[position];
    if (!sentence) continue;
    const view = viewOf(
      sentence,
      syntaxOf(sentence),
      rangesIn(sentence, mentions),
      rangesIn(sentence, opponents),
      rangesIn(sentence, cues),
      resources,
    );
    observed.push({ view, findings: findEvidence(view, about === 'mention') });
  }
  return observed;
}

function rangesIn(sentence: Sentence, index: SpanIndex<Span>): TokenRange[] {
  return index.overlapping(sentence).flatMap((span) => tokensIn(sentence, span) ?? []);
}
