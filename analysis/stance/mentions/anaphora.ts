import type { Sentence, Span } from '../../article/index.js';
import { overlaps } from '../../article/index.js';
import type { Syntax } from '../syntax/syntax.js';
import { type Mention, tokensIn } from './mention.js';

/** Pronouns that can stand for the target, by what the target is. */
const THING = new Set(['it', 'its', 'itself']);
const MANY = new Set(['they', 'their', 'them', 'theirs']);
const PERSON = new Set(['he', 'him', 'his', 'she', 'her', 'hers', 'himself', 'herself']);

/** What kind of pronoun a target takes. */
export type PronounClass = 'thing' | 'person';

const EXPLETIVE_PREDICATES = new Set(['NUM', 'ADJ', 'ADV']);

/**
 * Pronouns that mean the target: those after a mention that was subject of the same or the
 * preceding sentence of the article, as long as no other possible antecedent is subject between.
 */
export function findAnaphora(
  sentences: readonly Sentence[],
  syntaxOf: (sentence: Sentence) => Syntax,
  named: readonly Mention[],
  pronouns: PronounClass,
): Mention[] {
  const found: Mention[] = [];
  let salient = false;
  let next = 0;
  let lastUnit = -1;
  for (const sentence of sentences) {
    while ((named[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++;
    const inside: Mention[] = [];
    for (let at = next; (named[at]?.start ?? Number.POSITIVE_INFINITY) < sentence.end; at++) {
      const mention = named[at];
      if (mention) inside.push(mention);
    }
    if (!salient && inside.length === 0) continue;
    if (sentence.unit > lastUnit + 1) salient = salient && lastUnit >= 0;
    lastUnit = sentence.unit;
    salient = scanSentence(sentence, syntaxOf(sentence), inside, salient, pronouns, found);
  }
  return found;
}

/** Adds the pronouns of one sentence; returns whether the target stays the topic after it. */
function scanSentence(
  sentence: Sentence,
  syntax: Syntax,
  inside: readonly Mention[],
  before: boolean,
  pronouns: PronounClass,
  found: Mention[],
): boolean {
  const subjects = new Set(syntax.links.subject);
  let salient = before;
  syntax.phrases.forEach((phrase, index) => {
    const span = spanOf(sentence, phrase.first, phrase.last);
    const mention = inside.some((other) => overlaps(other, span));
    const owner = phrase.owner === phrase.first ? sentence.tokens[phrase.first] : undefined;
    const own = owner && isPronoun(owner.norm, pronouns) ? owner : undefined;
    if (mention) salient = true;
    else if (own && salient) found.push({ start: own.start, end: own.end, basis: 'anaphoric' });
    else if (phrase.first === phrase.last && isPronoun(sentence.tokens[phrase.first]?.norm ?? '', pronouns)) {
      if (salient && !isExpletive(syntax, phrase.first)) found.push({ ...span, basis: 'anaphoric' });
    } else if (subjects.has(index) && isRival(syntax, phrase.head, pronouns)) salient = false;
  });
  return salient;
}

function spanOf(sentence: Sentence, first: number, last: number): Span {
  return { start: sentence.tokens[first]?.start ?? 0, end: sentence.tokens[last]?.end ?? 0 };
}

function isPronoun(norm: string, pronouns: PronounClass): boolean {
  return pronouns === 'person' ? PERSON.has(norm) : THING.has(norm) || MANY.has(norm);
}

/** Another subject that the next pronoun could mean; people are no rivals for "it". */
function isRival(syntax: Syntax, head: number, pronouns: PronounClass): boolean {
  const token = syntax.tokens[head];
  if (!token) return false;
  if (token.pos === 'PRON') return PERSON.has(token.norm) ? pronouns === 'person' : false;
  if (token.pos === 'PROPN') return pronouns === 'person' || !looksPersonal(syntax, head);
  return token.pos === 'NOUN' && pronouns === 'thing';
}

const SPEAKING = new Set([
  'say',
  'tell',
  'add',
  'state',
  'claim',
  'warn',
  'stress',
  'emphasize',
  'argue',
  'insist',
  'note',
  'announce',
]);

/** A subject of speaking ("Kerry said it ...") leaves the topic as it was. */
function looksPersonal(syntax: Syntax, head: number): boolean {
  return syntax.verbs.some(
    (group, index) =>
      (syntax.phrases[syntax.links.subject[index] ?? -1]?.head ?? -1) === head &&
      SPEAKING.has(syntax.tokens[group.verb]?.lemma ?? ''),
  );
}

/** "It is harder now to ...", "it was clear that ...": stands for nothing. */
function isExpletive(syntax: Syntax, at: number): boolean {
  if (syntax.tokens[at]?.norm !== 'it') return false;
  let next = at + 1;
  while (['AUX', 'ADV', 'PART'].includes(syntax.tokens[next]?.pos ?? '')) next++;
  if (syntax.tokens[at + 1]?.pos !== 'AUX') return false;
  if (!EXPLETIVE_PREDICATES.has(syntax.tokens[next]?.pos ?? '') && syntax.tokens[next - 1]?.pos !== 'ADV') {
    return false;
  }
  for (let k = next; k < Math.min(next + 9, syntax.tokens.length); k++) {
    const norm = syntax.tokens[k]?.norm;
    if (norm === 'to' || norm === 'that' || norm === 'for') return true;
    if (norm === ',' || norm === '.') return false;
  }
  return false;
}

/** Sentences that hold at least one of the spans, by position in `sentences`. */
export function sentencesWith(sentences: readonly Sentence[], spans: readonly Span[]): Set<number> {
  const found = new Set<number>();
  let at = 0;
  for (const span of spans) {
    while ((sentences[at]?.end ?? Number.POSITIVE_INFINITY) <= span.start) at++;
    const sentence = sentences[at];
    if (sentence && overlaps(sentence, span) && tokensIn(sentence, span)) found.add(at);
  }
  return found;
}
