import type { Sentence, Span } from '../../article/index.js';
import { overlaps } from '../../article/index.js';
import type { NounPhrase } from '../syntax/phrases.js';
import type { Syntax } from '../syntax/syntax.js';
import { type Mention, tokensIn } from './mention.js';
import type { NamedMentions } from './named.js';

/** Pronouns that mean the target, and those that mean its opponent. */
export interface Anaphora {
  readonly mentions: readonly Mention[];
  readonly opponents: readonly Span[];
}

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
  named: NamedMentions,
  pronouns: PronounClass,
): Anaphora {
  const found = { mentions: [] as Mention[], opponents: [] as Span[] };
  const mentionsIn = inSentence(named.mentions);
  const opponentsIn = inSentence(named.opponents);
  const topics: Topics = { one: null, many: null };
  for (const sentence of sentences) {
    const inside = { mentions: mentionsIn(sentence), opponents: opponentsIn(sentence) };
    const idle = topics.one === null && topics.many === null;
    if (idle && inside.mentions.length + inside.opponents.length === 0) continue;
    scanSentence(sentence, syntaxOf(sentence), inside, topics, pronouns, found);
  }
  return found;
}

/** The spans of each sentence, asked for in order; both lists are read once. */
function inSentence<T extends Span>(spans: readonly T[]): (sentence: Sentence) => T[] {
  let next = 0;
  return (sentence) => {
    while ((spans[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++;
    const inside: T[] = [];
    for (let at = next; (spans[at]?.start ?? Number.POSITIVE_INFINITY) < sentence.end; at++) {
      const span = spans[at];
      if (span) inside.push(span);
    }
    return inside;
  };
}

/** What the next pronoun of a kind would mean. */
type Topic = 'target' | 'opponent' | null;

interface Topics {
  /** For "it", or "he" and "she" of a person. */
  one: Topic;
  /** For "they". */
  many: Topic;
}

/** Reads one sentence phrase by phrase: what pronouns mean, and what the next ones will. */
function scanSentence(
  sentence: Sentence,
  syntax: Syntax,
  inside: { mentions: readonly Mention[]; opponents: readonly Span[] },
  topics: Topics,
  pronouns: PronounClass,
  found: { mentions: Mention[]; opponents: Span[] },
): void {
  const subjects = subjectsOf(syntax);
  // Pronouns that are no subjects mean whoever was named last in the sentence.
  let last: Topic | 'other' = null;
  syntax.phrases.forEach((phrase, index) => {
    const isSubject = subjects.has(index);
    const pronoun = pronounOf(sentence, phrase, pronouns);
    if (pronoun) {
      const isBare = phrase.first === phrase.last && isSubject;
      const meant = isBare ? null : last;
      const topic = MANY.has(sentence.tokens[phrase.first]?.norm ?? '') ? topics.many : topics.one;
      take(pronoun, meant ?? topic, isExpletive(syntax, phrase.first), found);
    }
    const named = whoIsNamed(spanOf(sentence, phrase.first, phrase.last), inside);
    const rival = named || pronoun || !isSubject ? null : rivalOf(syntax, phrase, pronouns);
    last = named ?? (rival === 'one' ? 'other' : last);
    carryOn(topics, named, isSubject, rival);
  });
}

function take(
  pronoun: Span,
  meant: Topic | 'other',
  expletive: boolean,
  found: { mentions: Mention[]; opponents: Span[] },
): void {
  if (meant === 'opponent') found.opponents.push(pronoun);
  if (meant === 'target' && !expletive) found.mentions.push({ ...pronoun, basis: 'anaphoric' });
}

function whoIsNamed(
  phrase: Span,
  { mentions, opponents }: { mentions: readonly Mention[]; opponents: readonly Span[] },
): Exclude<Topic, null> | null {
  if (mentions.some((mention) => overlaps(mention, phrase))) return 'target';
  return opponents.some((opponent) => overlaps(opponent, phrase)) ? 'opponent' : null;
}

/** The target becomes the topic wherever it is named, its opponent as a subject; rivals end it. */
function carryOn(topics: Topics, named: Topic, isSubject: boolean, rival: 'one' | 'many' | null): void {
  if (named === 'target' || (named === 'opponent' && isSubject)) {
    topics.one = named;
    topics.many = named;
  }
  if (rival) topics[rival] = null;
}

/** Phrases that are subjects, or open their sentence, where the tagger took the verb for a noun. */
function subjectsOf(syntax: Syntax): Set<number> {
  const subjects = new Set(syntax.links.subject);
  const first = syntax.phrases[0];
  if (first && first.first === 0 && syntax.tokens[first.last + 1]?.text !== ':') subjects.add(0);
  return subjects;
}

/** The pronoun that a phrase is, or that owns it. */
function pronounOf(sentence: Sentence, phrase: NounPhrase, pronouns: PronounClass): Span | null {
  const token = sentence.tokens[phrase.first];
  if (!token || !isPronoun(token.norm, pronouns)) return null;
  if (phrase.first !== phrase.last && phrase.owner !== phrase.first) return null;
  return { start: token.start, end: token.end };
}

function spanOf(sentence: Sentence, first: number, last: number): Span {
  return { start: sentence.tokens[first]?.start ?? 0, end: sentence.tokens[last]?.end ?? 0 };
}

function isPronoun(norm: string, pronouns: PronounClass): boolean {
  return pronouns === 'person' ? PERSON.has(norm) : THING.has(norm) || MANY.has(norm);
}

/** Which pronoun another subject could be meant by: "it", "they", or none (people are no rivals for "it"). */
function rivalOf(syntax: Syntax, { head }: NounPhrase, pronouns: PronounClass): 'one' | 'many' | null {
  const token = syntax.tokens[head];
  if (!token) return null;
  if (token.pos === 'PRON') return PERSON.has(token.norm) && pronouns === 'person' ? 'one' : null;
  if (token.pos === 'PROPN') return pronouns === 'person' || !looksPersonal(syntax, head) ? 'one' : null;
  if (token.pos !== 'NOUN') return null;
  if (token.norm !== token.lemma) return 'many';
  return pronouns === 'thing' ? 'one' : null;
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
