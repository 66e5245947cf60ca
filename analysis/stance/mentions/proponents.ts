import type { Attribution, Layers, Sentence, Span, Speaker } from '../../article/index.js';
import { contains, overlaps } from '../../article/index.js';
import type { TargetNames } from '../names/target-names.js';
import { scanWords, type Word } from '../names/words.js';
import { voiceMap } from '../voices/find-voice.js';
import type { Mention } from './mention.js';
import { SpanIndex } from './span-index.js';

const WE = new Set(['we', 'our', 'us', 'ours', 'ourselves']);

/** How many words may lie between "our" and what it owns, or a mention and "we". */
const NEAR = 4;
/** Those words are looked for in this many code units. */
const NEAR_CHARACTERS = 60;

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
    const named = new SpanIndex((mentions[index] ?? []).filter(({ basis }) => basis === 'mentioned'));
    const asked = new Map<string, boolean>();
    for (const attribution of text.attributions) {
      const { speaker } = attribution;
      if (!speaker || proponents.has(speaker.id)) continue;
      const known = asked.get(speaker.id) ?? isKnown(speaker, names);
      asked.set(speaker.id, known);
      if (known || claims(text, attribution, named)) proponents.add(speaker.id);
    }
  });
  return proponents;
}

/** A proponent by name or office, or in the service of one ("a US pilot"). */
function isKnown(speaker: Speaker, names: TargetNames): boolean {
  return [speaker.name, ...speaker.variants, speaker.role ?? ''].some((text) => {
    const words = scanWords(text);
    return names.proponents.find(words).length > 0 || isInService(words, names);
  });
}

/** Who acts and speaks for a country or body. */
const SERVANTS = new Set(
  `pilot navigator commander general colonel captain admiral marshal commodore lieutenant major sergeant officer
   spokesman spokeswoman spokesperson minister secretary president premier envoy official officials`.split(
    /\s+/,
  ),
);

/** "US pilot", "a British commander": a word of a proponent's name before a word of service. */
function isInService(words: readonly Word[], names: TargetNames): boolean {
  const served = words.findIndex(
    (word) => names.proponentNations.has(word.norm) && /^\p{Lu}/u.test(word.printed),
  );
  return served >= 0 && words.slice(served + 1).some((word) => SERVANTS.has(word.norm));
}

/** Whether the words of a statement tie "we" or "our" to a mention of the target. */
function claims(text: Layers, attribution: Attribution, named: SpanIndex<Mention>): boolean {
  return attribution.content.some((content) =>
    named.inside(content).some((mention) => isClaimed(text.text, content, mention)),
  );
}

function isClaimed(text: string, content: Span, mention: Mention): boolean {
  const from = Math.max(content.start, mention.start - NEAR_CHARACTERS);
  const before = scanWords(text.slice(from, mention.start)).slice(-NEAR);
  if (before.some((word) => word.norm === 'our')) return true;
  const to = Math.min(content.end, mention.end + NEAR_CHARACTERS);
  const after = scanWords(text.slice(mention.end, to)).slice(0, NEAR);
  const at = after.findIndex((word) => word.norm === 'we');
  return at === 0 || (at > 0 && after.slice(0, at).every((word) => /^\p{L}+$/u.test(word.norm)));
}

/** "We" and "our" in the words of those who speak for the target. */
export function findSpokenFor(
  text: Layers,
  proponents: ReadonlySet<string>,
  taken: readonly Span[],
): Mention[] {
  const voices = voiceMap(text);
  const index = new SpanIndex(taken);
  const found: Mention[] = [];
  for (const sentence of text.sentences) {
    const said = voices
      .inUnit(sentence.unit)
      .filter(({ speaker }) => speaker !== null && proponents.has(speaker.id))
      .flatMap(({ content }) => content.filter((part) => overlaps(part, sentence)));
    if (said.length > 0) found.push(...pronounsIn(sentence, said));
  }
  return found.filter((mention) => index.overlapping(mention).length === 0);
}

function pronounsIn(sentence: Sentence, said: readonly Span[]): Mention[] {
  return sentence.tokens
    .filter((token) => WE.has(token.norm) && !(token.norm === 'us' && token.text === 'US'))
    .filter((token) => said.some((content) => contains(content, token)))
    .map((token) => ({ start: token.start, end: token.end, basis: 'implied' as const }));
}
