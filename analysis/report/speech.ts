import type { ResultAttribution, Span, VoiceKind } from '../article/index.js';

/** A person, group or the author as one who speaks in the text. */
export interface VoiceName {
  readonly id: string;
  readonly name: string;
  readonly kind: VoiceKind;
}

/** A stretch of text in one mouth; stretches cover a text without gap or overlap. */
export interface Speech extends Span {
  readonly voice: VoiceName;
}

/** What a person sees for words that are in nobody else's mouth. */
export const AUTHOR: VoiceName = { id: 'author', name: 'Author', kind: 'author' };

/** Words that somebody says who could not be found out. */
export const UNIDENTIFIED: VoiceName = {
  id: 'unidentified',
  name: 'Unidentified speaker',
  kind: 'unnamed',
};

/**
 * The text of `span` cut where the mouth changes: the content of an attribution is its speaker's,
 * all else (names, cues, narration) is the author's. Where one attribution encloses another, the
 * words belong to the outer speaker, from whom the article has them.
 */
export function speechesIn(span: Span, attributions: readonly ResultAttribution[]): Speech[] {
  const speeches: Speech[] = [];
  let at = span.start;
  for (const content of contentsIn(span, attributions)) {
    const start = Math.max(content.start, at);
    if (content.end <= start) continue;
    if (at < start) speeches.push({ start: at, end: start, voice: AUTHOR });
    speeches.push({ start, end: content.end, voice: content.voice });
    at = content.end;
  }
  if (at < span.end) speeches.push({ start: at, end: span.end, voice: AUTHOR });
  return speeches;
}

/** The contents of the outermost attributions inside a span, in order. */
function contentsIn(span: Span, attributions: readonly ResultAttribution[]): Speech[] {
  return attributions
    .filter((attribution) => attribution.parent === null)
    .flatMap((attribution) =>
      attribution.content.map(([start, end]) => ({
        start: Math.max(start, span.start),
        end: Math.min(end, span.end),
        voice: attribution.speaker ?? UNIDENTIFIED,
      })),
    )
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** The number of words; a contraction or hyphenated word is one. */
export function countWords(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
