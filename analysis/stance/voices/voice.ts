import type { Speaker, VoiceKind } from '../../article/index.js';

/** Who says something about the target: the author, or a source. */
export interface SpeakingVoice {
  /** 'author' or a speaker id. */
  readonly id: string;
  readonly name: string;
  readonly kind: VoiceKind;
}

export const AUTHOR: SpeakingVoice = { id: 'author', name: 'Author', kind: 'author' };

/** A source that the text leaves open ("it was said that"). */
export const SOMEBODY: SpeakingVoice = { id: 'unnamed-source', name: 'Unnamed source', kind: 'unnamed' };

export function voiceOf(speaker: Speaker | null): SpeakingVoice {
  return speaker ? { id: speaker.id, name: speaker.name, kind: speaker.kind } : SOMEBODY;
}

/** A voice for a phrase that names no known speaker ("a number of officials"). */
export function unnamedVoice(phrase: string): SpeakingVoice {
  const name = phrase.replace(/^(?:an?|the|some)\s+/iu, '').trim();
  const slug = phrase
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return slug === '' ? SOMEBODY : { id: `unnamed-${slug}`, name, kind: 'unnamed' };
}
