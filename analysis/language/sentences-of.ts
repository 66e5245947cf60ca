import type { Sentence, Span, TextUnit, Token } from '../article/index.js';
import { repairTags } from './repair-tags.js';
import { sentenceRanges, type TokenRange } from './sentence-ranges.js';
import type { CaseHabits } from './stand-ins.js';
import { tagWords } from './tagger.js';
import { tokenSpans } from './token-spans.js';

interface UnitTokens {
  readonly unit: TextUnit;
  readonly spans: readonly Span[];
  readonly ranges: readonly TokenRange[];
}

/**
 * Sentences of the units of a text, in order, with tokens, parts of speech and lemmas. Sentences lie
 * inside their unit; offsets point into `text`. Depends on the arguments alone, never on what was
 * read before. Linear in the text. Tags come from wink-nlp (wink-eng-lite-web-model).
 */
export function sentencesOf(text: string, units: readonly TextUnit[]): Sentence[] {
  const caseless = !/\p{Lu}/u.test(text);
  const parts = units.map((unit) => unitTokens(text, unit, caseless));
  const habits = { names: namesInside(text, parts) };
  return parts.flatMap(({ unit, spans, ranges }) =>
    ranges.map((range) => sentenceOf(text, unit, spans.slice(range.from, range.to), habits)),
  );
}

function unitTokens(text: string, unit: TextUnit, caseless: boolean): UnitTokens {
  const spans = tokenSpans(text, unit);
  return { unit, spans, ranges: sentenceRanges(text, spans, caseless) };
}

function sentenceOf(text: string, unit: TextUnit, spans: readonly Span[], habits: CaseHabits): Sentence {
  const words = spans.map((span) => text.slice(span.start, span.end));
  const tags = repairTags(tagWords(words, habits));
  const tokens = spans.map((span, i): Token => {
    const word = words[i] ?? '';
    const tag = tags[i];
    // Named fields, not a spread: this runs for every word, and spreading is five times slower.
    return {
      start: span.start,
      end: span.end,
      text: word,
      norm: tag?.norm ?? word,
      lemma: tag?.lemma ?? word,
      pos: tag?.pos ?? 'X',
    };
  });
  return {
    start: spans[0]?.start ?? unit.start,
    end: spans.at(-1)?.end ?? unit.end,
    unit: unit.ordinal,
    tokens,
  };
}

/** Words that stand capitalized after a word in lower case somewhere in the text. */
function namesInside(text: string, parts: readonly UnitTokens[]): Set<string> {
  const names = new Set<string>();
  for (const { spans } of parts) {
    let afterLowerCase = false;
    for (const span of spans) {
      const word = text.slice(span.start, span.end);
      if (afterLowerCase && /^\p{Lu}/u.test(word)) names.add(word);
      afterLowerCase = /^\p{Ll}/u.test(word) || (afterLowerCase && /^\p{Lu}/u.test(word));
    }
  }
  return names;
}
