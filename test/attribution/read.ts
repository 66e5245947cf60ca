import type { Speaker, TextUnit } from '../../analysis/article/index.js';
import { attribute, type Voices } from '../../analysis/attribution/index.js';
import { sentencesOf } from '../../analysis/language/index.js';
import { loadResources } from '../../analysis/resources/index.js';

/** Paragraphs as body units, one a line. */
function unitsOf(text: string): TextUnit[] {
  const units: TextUnit[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    units.push({ start, end: start + line.length, ordinal: units.length + 1, role: 'body' });
    start += line.length + 1;
  }
  return units;
}

/** Quotations, attributions and speakers of a text, one paragraph a line. */
export function read(text: string, known: readonly Speaker[] = []): Voices {
  const units = unitsOf(text);
  return attribute(text, units, sentencesOf(text, units), loadResources(), known);
}

/** Each attribution as "speaker | cue | content"; "?" for nobody, " … " between parts. */
export function statements(text: string, known: readonly Speaker[] = []): string[] {
  return read(text, known).attributions.map(({ speaker, cue, content }) => {
    const words = (spans: readonly { start: number; end: number }[]) =>
      spans.map((span) => text.slice(span.start, span.end)).join(' … ');
    return `${speaker?.name ?? '?'} | ${words(cue)} | ${words(content)}`;
  });
}
