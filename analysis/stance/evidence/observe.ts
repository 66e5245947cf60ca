import type { Layers, Sentence } from '../../article/index.js';
import { bySpan } from '../../article/index.js';
import type { Resources } from '../../resources/index.js';
import type { Aboutness } from '../mentions/aboutness.js';
import type { References } from '../mentions/find-mentions.js';
import { tokensIn } from '../mentions/mention.js';
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
  const cues = text.attributions.flatMap(({ cue }) => cue).sort(bySpan);
  for (const [position, about] of aboutness) {
    const sentence = text.sentences[position];
    if (!sentence) continue;
    const view = viewOf(
      sentence,
      syntaxOf(sentence),
      rangesIn(sentence, references.mentions),
      rangesIn(sentence, references.opponents),
      rangesIn(sentence, cues),
      resources,
    );
    observed.push({ view, findings: findEvidence(view, about === 'mention') });
  }
  return observed;
}

function rangesIn(sentence: Sentence, spans: readonly { start: number; end: number }[]): TokenRange[] {
  const ranges: TokenRange[] = [];
  for (
    let at = firstEndingAfter(spans, sentence.start);
    (spans[at]?.start ?? sentence.end) < sentence.end;
    at++
  ) {
    const span = spans[at];
    const range = span && tokensIn(sentence, span);
    if (range) ranges.push(range);
  }
  return ranges;
}

/** Spans are in order of their starts; long ones are rare, so a binary search on starts is near enough. */
function firstEndingAfter(spans: readonly { start: number; end: number }[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
