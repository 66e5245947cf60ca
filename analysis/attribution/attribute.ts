import type { Attribution, Quotation, Sentence, Speaker, TextUnit } from '../article/index.js';
import type { Resources } from '../resources/index.js';
import { classifyQuotations } from './classify-quotations.js';
import { cueLexicon } from './cue-lexicon.js';
import { layOut } from './discourse.js';
import { findAttributions } from './find-attributions.js';
import { finish } from './finish.js';
import { nameMentions } from './name-mentions.js';
import { nounPhrasesOf } from './noun-phrases.js';
import { peopleOf } from './people.js';
import { resolveSpeakers } from './resolve-speakers.js';
import { scanQuotations } from './scan-quotations.js';
import { titlesOf } from './titles.js';

/** Who says what in a text. */
export interface Voices {
  readonly quotations: Quotation[];
  /** In order of their cues. */
  readonly attributions: Attribution[];
  /** Every speaker of an attribution once, in order of first appearance. */
  readonly speakers: Speaker[];
}

/**
 * Finds quotations and attributions (source, cue, content) and resolves their speakers over the whole
 * text. `known` are speakers of a text that goes with this one: a headline takes those of its article.
 * Depends on the arguments alone; linear in the text.
 */
export function attribute(
  text: string,
  units: readonly TextUnit[],
  sentences: readonly Sentence[],
  resources: Resources,
  known: readonly Speaker[] = [],
): Voices {
  const scanned = scanQuotations(text, units);
  const discourse = layOut(text, units, sentences, scanned);
  const phrases = nounPhrasesOf(discourse);
  const familyNames = new Set(known.map((speaker) => speaker.name.split(' ').at(-1)?.toLowerCase() ?? ''));
  const drafts = findAttributions({ discourse, phrases, lexicon: cueLexicon(resources), known: familyNames });
  const mentions = nameMentions(discourse, phrases, titlesOf(resources));
  const people = peopleOf(discourse, mentions, known);
  const mentionOf = new Int32Array(discourse.tokens.length).fill(-1);
  for (const [index, mention] of mentions.entries()) mentionOf.fill(index, mention.from, mention.to);
  const voices = resolveSpeakers({ discourse, mentions, people, mentionOf }, drafts, known);
  const attributions = finish(discourse, drafts, voices);
  const speakers = new Map<string, Speaker>();
  for (const { speaker } of attributions)
    if (speaker && !speakers.has(speaker.id)) speakers.set(speaker.id, speaker);
  return {
    quotations: classifyQuotations(discourse, scanned, attributions),
    attributions,
    speakers: [...speakers.values()],
  };
}
