import type { Attribution, TextUnit, Voice } from '../../article/index.js';
import { overlaps } from '../../article/index.js';
import type { Mention } from '../mentions/mention.js';
import { SpanIndex } from '../mentions/span-index.js';
import { verdictOf } from '../scoring/labels.js';
import { isNobodys } from '../voices/find-voice.js';
import { AUTHOR, type SpeakingVoice, voiceOf } from '../voices/voice.js';
import type { WeighingContext } from './context.js';
import type { Piece } from './piece.js';
import { type Remainders, remainderOfVoice } from './remainder.js';

/** The author and everyone who speaks in the unit or holds an opinion in it, in order of appearance. */
export function voicesOf(
  context: WeighingContext,
  unit: TextUnit,
  mentions: readonly Mention[],
  pieces: readonly Piece[],
  remainders: Remainders,
): Voice[] {
  const speaking = new Map<string, { voice: SpeakingVoice; start: number; related: boolean }>();
  const add = (voice: SpeakingVoice, start: number, related: boolean) => {
    const known = speaking.get(voice.id);
    speaking.set(voice.id, {
      voice,
      start: Math.min(start, known?.start ?? start),
      related: related || (known?.related ?? false),
    });
  };
  const index = new SpanIndex(mentions);
  for (const attribution of context.voices.inUnit(unit.ordinal)) {
    const content = attribution.content.filter((part) => overlaps(part, unit));
    const first = content[0];
    if (first && !isNobodys(attribution))
      add(voiceOf(attribution.speaker), first.start, speaksOf(attribution, index));
  }
  for (const { speaker, evidence } of pieces) {
    if (evidence && speaker.id !== AUTHOR.id) add(speaker, evidence.start, true);
  }
  const sources = [...speaking.values()].sort(
    (a, b) => a.start - b.start || (a.voice.id < b.voice.id ? -1 : 1),
  );
  const all = [{ voice: AUTHOR, start: unit.start, related: true }, ...sources];
  return all.map(({ voice, related }): Voice => {
    const own = pieces.filter((piece) => piece.voice === voice.id);
    const { label, score } = related
      ? verdictOf(own, remainderOfVoice(remainders, voice.id), context.model.blend)
      : ({ label: 'unrelated', score: null } as const);
    return { id: voice.id, name: voice.name, kind: voice.kind, label, score };
  });
}

function speaksOf(attribution: Attribution, mentions: SpanIndex<Mention>): boolean {
  return attribution.content.some((content) => mentions.inside(content).length > 0);
}
