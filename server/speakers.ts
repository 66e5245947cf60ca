import type { Result, ResultAttribution } from '../analysis/article/index.js';
import { unitsOf } from '../analysis/report/index.js';

/** A speaker as an article has one. */
export type KnownSpeaker = NonNullable<ResultAttribution['speaker']>;

/** Everyone but the author who speaks in an article, by name. */
export function speakersOf(result: Result): KnownSpeaker[] {
  const speakers = new Map<string, KnownSpeaker>();
  for (const { speaker } of result.attributions) if (speaker) speakers.set(speaker.id, speaker);
  // Who speaks in the headline has no attribution in the text.
  for (const { id, name, kind } of unitsOf(result).flatMap(({ voices }) => voices)) {
    if (kind !== 'author' && !speakers.has(id)) speakers.set(id, { id, name, kind });
  }
  return [...speakers.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
