import type { Layers, Sentence, Span } from '../../article/index.js';
import { overlaps } from '../../article/index.js';
import { unitAt, voiceMap } from '../voices/find-voice.js';
import { sentencesWith } from './anaphora.js';
import type { References } from './find-mentions.js';
import { SpanIndex } from './span-index.js';

/** How a sentence comes to be about the target. */
export type Aboutness = 'mention' | 'continuation';

/**
 * The sentences about the target, by position, in order: those with a mention, and those in which a
 * speaker goes on about the target's opponent after having spoken of the target in the same or the
 * unit before ("It is much harder now for Daesh to assemble forces").
 */
export function findAboutness(text: Layers, references: References): Map<number, Aboutness> {
  const mentioned = sentencesWith(text.sentences, references.mentions);
  const about = new Map<number, Aboutness>();
  const floor = speakersOnTarget(text, references.mentions);
  const withOpponent = sentencesWith(text.sentences, references.opponents);
  text.sentences.forEach((sentence, position) => {
    if (mentioned.has(position)) about.set(position, 'mention');
    else if (withOpponent.has(position)) {
      for (const speaker of speakersIn(text, sentence)) {
        if (!holdsFloor(floor, speaker, sentence.unit)) continue;
        about.set(position, 'continuation');
        addTo(floor, speaker, sentence.unit);
      }
    }
  });
  return about;
}

type Floor = Map<string, Set<number>>;

function addTo(floor: Floor, speaker: string, unit: number): void {
  floor.set(speaker, (floor.get(speaker) ?? new Set()).add(unit));
}

/** In which units each speaker speaks of the target. */
function speakersOnTarget(text: Layers, mentions: readonly Span[]): Floor {
  const floor: Floor = new Map();
  const index = new SpanIndex(mentions);
  for (const attribution of text.attributions) {
    const { speaker } = attribution;
    if (!speaker) continue;
    for (const content of attribution.content) {
      if (index.inside(content).length > 0) addTo(floor, speaker.id, unitAt(text, content.start));
    }
  }
  return floor;
}

function holdsFloor(floor: Floor, speaker: string, unit: number): boolean {
  const units = floor.get(speaker);
  return units !== undefined && (units.has(unit) || units.has(unit - 1));
}

/** Whose statements reach into a sentence. */
function speakersIn(text: Layers, sentence: Sentence): string[] {
  const near = voiceMap(text).inUnit(sentence.unit);
  return near.flatMap(({ speaker, content }) =>
    speaker && content.some((part) => overlaps(part, sentence)) ? [speaker.id] : [],
  );
}
