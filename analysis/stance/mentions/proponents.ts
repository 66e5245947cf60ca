import type { Attribution, Layers, Sentence, Span, Speaker } from '../../article/index.js';
import { contains, overlaps } from '../../article/index.js';
import type { TargetNames } from '../names/target-names.js';
import { scanWords } from '../names/words.js';
import type { Mention } from './mention.js';

const WE = new Set(['we', 'our', 'us', 'ours', 'ourselves']);

/** How many words may lie between "our" and what it owns, or a mention and "we". */
const NEAR = 4;

/**
 * The speakers who speak for the target: known proponents by name, office or affiliation, and
 * those who in this article call it theirs ("our coalition", "the missions that we have flown").
 */
export function findProponents(
  layers: readonly Layers[],
  mentions: readonly (readonly Mention[])[],
  names: TargetNames,
): ReadonlySet<string> {
  const proponents = new Set<string>();
  layers.forEach((text, index) => {
    for (const attribution of text.attributions) {
      const { speaker } = attribution;
      if (!speaker || proponents.has(speaker.id)) continue;
      if (isKnown(speaker, names) || claims(text, attribution, mentions[index] ?? []))
        proponents.add(speaker.id);
    }
  });
  return proponents;
}

function isKnown(speaker: Speaker, names: TargetNames): boolean {
  const described = [speaker.name, ...speaker.variants, speaker.role ?? ''];
  return described.some((text) => names.proponents.find(scanWords(text)).length > 0);
}

/** Whether the words of a statement tie "we" or "our" to a mention of the target. */
function claims(text: Layers, attribution: Attribution, mentions: readonly Mention[]): boolean {
  return attribution.content.some((content) => {
    const inside = mentions.filter((mention) => contains(content, mention) && mention.basis === 'mentioned');
    return inside.some((mention) => isClaimed(text.text, content, mention));
  });
}

function isClaimed(text: string, content: Span, mention: Mention): boolean {
  const before = scanWords(text.slice(content.start, mention.start)).slice(-NEAR);
  if (before.some((word) => word.norm === 'our')) return true;
  const after = scanWords(text.slice(mention.end, content.end)).slice(0, NEAR);
  const at = after.findIndex((word) => word.norm === 'we');
  return at === 0 || (at > 0 && after.slice(0, at).every((word) => /^\p{L}+$/u.test(word.norm)));
}

/** "We" and "our" in the words of those who speak for the target. */
export function findSpokenFor(
  text: Layers,
  proponents: ReadonlySet<string>,
  taken: readonly Span[],
): Mention[] {
  const found: Mention[] = [];
  for (const sentence of text.sentences) {
    const said = text.attributions.filter(
      (attribution) =>
        attribution.speaker !== null &&
        proponents.has(attribution.speaker.id) &&
        attribution.content.some((content) => overlaps(content, sentence)),
    );
    if (said.length > 0) found.push(...pronounsIn(sentence, said));
  }
  return found.filter((mention) => !taken.some((other) => overlaps(other, mention)));
}

function pronounsIn(sentence: Sentence, said: readonly Attribution[]): Mention[] {
  const contents = said.flatMap((attribution) => attribution.content);
  return sentence.tokens
    .filter((token) => WE.has(token.norm) && !(token.norm === 'us' && token.text === 'US'))
    .filter((token) => contents.some((content) => contains(content, token)))
    .map((token) => ({ start: token.start, end: token.end, basis: 'implied' as const }));
}
