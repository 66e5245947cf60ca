import type { NounPhrase } from './phrases.js';
import type { Syntax } from './syntax.js';

/** Token positions, both inclusive. */
export interface TokenRange {
  readonly first: number;
  readonly last: number;
}

/**
 * What a token is to a mention, strongest first. "Part" roles reach the mention through what belongs
 * to it ("the coalition's jets", "results of the effort").
 */
export const ROLES = [
  'self', // the mention itself
  'agent', // verb whose doer the mention is
  'agentPart',
  'patient', // verb done to the mention
  'patientPart',
  'patientPrep', // verb that reaches the mention through a preposition ("relied on it")
  'manner', // adverb of a verb whose doer the mention is
  'copula', // predicate ("is ineffective")
  'modifier', // inside the mention's noun phrase, before it
  'possessed', // what belongs to the mention
  'of', // noun that takes the mention by "of"
  'about', // noun that takes the mention by another preposition ("doubts about it")
  'object', // object of a verb whose doer the mention is
  'complement', // said of the mention after its verb ("called it a failure")
  'apposition',
  'adjunct', // rest of the clause of a verb whose doer the mention is
  'clause',
  'sentence',
] as const;
export type Role = (typeof ROLES)[number];

const RANK = new Map(ROLES.map((role, rank) => [role, rank]));

/** People who are against what they are "of": judging them does not judge it. */
export const OPPOSERS: ReadonlySet<string> = new Set(
  'critic opponent detractor enemy foe rival skeptic sceptic adversary opposition victim'.split(' '),
);

/** "strikes of the coalition", "a strike by the coalition". */
const OF = new Set(['of', 'by']);

/** How many phrases a chain of prepositions is followed up. */
const LONGEST_CHAIN = 5;

/** How far behind a passive verb "in a strike" may stand, in tokens. */
const INSTRUMENT_REACH = 6;

interface Link {
  readonly phrase: number;
  readonly part: boolean;
}

/** The strongest role of each token towards any of the mentions. */
export class RoleMap {
  readonly #ranks: Uint8Array;
  /** Phrases through which a mention acts and suffers; true for those that only belong to it. */
  readonly #chain = new Map<number, boolean>();

  constructor(syntax: Syntax, mentions: readonly TokenRange[]) {
    this.#ranks = new Uint8Array(syntax.tokens.length).fill(ROLES.length - 1);
    for (const mention of mentions) this.#mark(syntax, mention);
  }

  at(position: number): Role {
    return ROLES[this.#ranks[position] ?? ROLES.length - 1] ?? 'sentence';
  }

  /** The role of a verb whose object begins at `position`, if that is the mention or belongs to it. */
  leads(syntax: Syntax, position: number): 'patient' | 'patientPart' | null {
    const part = this.#chain.get(syntax.phraseAt[position] ?? -1);
    return part === undefined ? null : part ? 'patientPart' : 'patient';
  }

  #set(position: number, role: Role): void {
    const rank = RANK.get(role) ?? ROLES.length - 1;
    if (rank < (this.#ranks[position] ?? 0)) this.#ranks[position] = rank;
  }

  #setAll(first: number, last: number, role: Role): void {
    for (let at = first; at <= last; at++) this.#set(at, role);
  }

  #mark(syntax: Syntax, mention: TokenRange): void {
    this.#setAll(mention.first, mention.last, 'self');
    this.#markClause(syntax, mention);
    const index = syntax.phraseAt[mention.last] ?? -1;
    const phrase = syntax.phrases[index];
    if (!phrase) return;
    const part = this.#markPhrase(phrase, mention);
    this.#markApposition(syntax, index);
    if (part && OPPOSERS.has(syntax.tokens[phrase.head]?.lemma ?? '')) return;
    const chain = this.#markChain(syntax, { phrase: index, part });
    for (const link of chain)
      this.#chain.set(link.phrase, link.part && (this.#chain.get(link.phrase) ?? true));
    syntax.verbs.forEach((_, verb) => {
      this.#markVerb(syntax, verb, chain);
    });
  }

  #markClause(syntax: Syntax, mention: TokenRange): void {
    const clause = syntax.clauseAt[mention.first] ?? -1;
    for (let at = mention.first; at >= 0 && syntax.clauseAt[at] === clause; at--) this.#set(at, 'clause');
    for (let at = mention.last; syntax.clauseAt[at] === clause; at++) this.#set(at, 'clause');
  }

  /** Marks the mention's own phrase; true when the head of the phrase is not the mention itself. */
  #markPhrase(phrase: NounPhrase, mention: TokenRange): boolean {
    const owns = phrase.owner >= 0 && mention.last <= phrase.owner;
    const covers = mention.last >= phrase.head;
    this.#setAll(phrase.first, mention.first - 1, 'modifier');
    this.#setAll(mention.last + 1, phrase.last, owns || !covers ? 'possessed' : 'modifier');
    return owns || !covers;
  }

  #markApposition(syntax: Syntax, index: number): void {
    const phrase = syntax.phrases[index];
    const next = syntax.phrases[index + 1];
    if (!phrase || !next || next.first !== phrase.last + 2) return;
    if (syntax.tokens[phrase.last + 1]?.text !== ',' || syntax.tokens[next.first]?.pos !== 'DET') return;
    this.#setAll(next.first, next.last, 'apposition');
  }

  /** Follows prepositions upwards; returns the phrases through which the mention acts and suffers. */
  #markChain(syntax: Syntax, start: Link): Link[] {
    const chain = [start];
    let index = start.phrase;
    for (let step = 0; step < LONGEST_CHAIN; step++) {
      const phrase = syntax.phrases[index];
      const parent = syntax.phrases[phrase?.parent ?? -1];
      if (!phrase || !parent) break;
      const ofIt = OF.has(syntax.tokens[phrase.preposition]?.norm ?? '');
      this.#setAll(parent.first, parent.last, ofIt ? 'of' : 'about');
      if (OPPOSERS.has(syntax.tokens[parent.head]?.lemma ?? '')) break;
      if (!ofIt) break;
      index = phrase.parent;
      chain.push({ phrase: index, part: true });
    }
    return chain;
  }

  #markVerb(syntax: Syntax, verb: number, chain: readonly Link[]): void {
    const group = syntax.verbs[verb];
    if (!group) return;
    const through = (links: Int32Array) => chain.find((link) => link.phrase === links[verb]);
    const subject = through(syntax.links.subject);
    const doer = group.passive
      ? (through(syntax.links.by) ?? this.#instrument(syntax, verb, chain))
      : subject;
    const sufferer = group.passive ? subject : through(syntax.links.object);
    if (group.copula) {
      if (subject) this.#markPredicate(syntax, group.verb + 1);
    } else if (doer) {
      this.#set(group.verb, doer.part ? 'agentPart' : 'agent');
      this.#markDeed(syntax, verb);
    } else if (sufferer) {
      this.#set(group.verb, sufferer.part ? 'patientPart' : 'patient');
      this.#markRest(
        syntax,
        Math.max(group.verb, syntax.phrases[sufferer.phrase]?.last ?? 0) + 1,
        'complement',
      );
    } else if (this.#reachesByPreposition(syntax, verb, chain)) this.#set(group.verb, 'patientPrep');
  }

  /** "were killed in a coalition strike": the deed of the mention in which something is done. */
  #instrument(syntax: Syntax, verb: number, chain: readonly Link[]): Link | undefined {
    const group = syntax.verbs[verb];
    const link = chain.find(({ phrase }) => {
      const { preposition = -1, parent = -1 } = syntax.phrases[phrase] ?? {};
      const within = preposition > (group?.verb ?? 0) && preposition <= (group?.verb ?? 0) + INSTRUMENT_REACH;
      return within && parent < 0 && syntax.tokens[preposition]?.norm === 'in';
    });
    return link?.part ? link : undefined;
  }

  #reachesByPreposition(syntax: Syntax, verb: number, chain: readonly Link[]): boolean {
    const group = syntax.verbs[verb];
    if (!group) return false;
    return chain.some(({ phrase }) => {
      const { preposition = -1, parent = -1 } = syntax.phrases[phrase] ?? {};
      return parent < 0 && preposition > group.verb && preposition <= group.verb + 2;
    });
  }

  #markPredicate(syntax: Syntax, from: number): void {
    this.#markRest(syntax, from, 'copula');
  }

  /** Adverbs, object and the rest of the clause of a verb that the mention does. */
  #markDeed(syntax: Syntax, verb: number): void {
    const group = syntax.verbs[verb];
    if (!group) return;
    for (let at = group.first; at < group.verb; at++)
      if (syntax.tokens[at]?.pos === 'ADV') this.#set(at, 'manner');
    for (let at = group.verb + 1; syntax.tokens[at]?.pos === 'ADV'; at++) this.#set(at, 'manner');
    const object = syntax.phrases[(group.passive ? syntax.links.subject : syntax.links.object)[verb] ?? -1];
    if (object) this.#setAll(object.first, object.last, 'object');
    this.#markRest(syntax, group.verb + 1, 'adjunct');
  }

  #markRest(syntax: Syntax, from: number, role: Role): void {
    const clause = syntax.clauseAt[from];
    for (let at = from; at < syntax.tokens.length && syntax.clauseAt[at] === clause; at++)
      this.#set(at, role);
  }
}
