import type { MaskedSentence } from './masked-sentence.js';

/**
 * What a token is to the target, by patterns of parts of speech; numbered in this order in models,
 * never reorder. `subject-verb`: active verb whose subject is the target; `passive-verb`: done to the
 * target; `object-verb`: verb with the target as object; `by-verb`: passive verb, by the target;
 * `complement`: after "the target is"; `predicate`: other content after the subject's verb; `head`: what
 * the prepositional phrase of the target hangs on; `agent`: who does something to the target; `said`: what
 * the target says; `after-object`: content after the target as object.
 */
export const ROLES = [
  ...(['none', 'subject-verb', 'passive-verb', 'object-verb', 'by-verb', 'complement', 'predicate'] as const),
  ...(['possessed', 'apposition', 'head', 'premodifier', 'infinitive', 'conjunct', 'agent'] as const),
  ...(['relative-verb', 'speech-verb', 'said', 'after-object'] as const),
] as const;
export type Role = (typeof ROLES)[number];

const ROLE_NUMBERS = new Map<Role, number>(ROLES.map((role, number) => [role, number]));
export const roleNumber = (role: Role): number => ROLE_NUMBERS.get(role) ?? 0;

/** What the target itself is in its clause. */
const TARGET_ROLES = [
  'subject',
  'passive-subject',
  'object',
  'copula',
  'possessor',
  'oblique',
  'speaker',
  'other',
] as const;
export type TargetRole = (typeof TARGET_ROLES)[number];

export interface TargetSyntax {
  /** Number of the role of each token. */
  readonly roles: Uint8Array;
  readonly target: TargetRole;
  /** Preposition before the target, or ''. */
  readonly preposition: string;
}

const BE = new Set("be is was were been being are am 're get got gets 'm".split(' '));
const PARTICIPLE = /(?:ed|en|wn|ught|nt|de|ld|ung|uck|st|lt|ft|ut|un|id|ost|ot|ead)$/u;
const STOP = /^[.;:?!]$/u;
const QUOTE = /^["“”]$/u;
const RELATIVE = /^(?:who|whose|which)$/u;
const CLAUSE_START = /^(?:but|while|because|although|who|which|when|if|after|before|as|since)$/u;
const BEFORE_VERB = /^(?:to|of|for|by|from)$/u;

/** How far, in tokens, each pattern looks. */
const REACH = {
  premodifier: 3,
  possessed: 4,
  apposition: 22,
  bracket: 8,
  relative: 6,
  name: 4,
  subjectVerb: 9,
  predicate: 14,
  complement: 10,
  preposition: 5,
  head: 5,
  headWords: 4,
  objectVerb: 5,
  agent: 6,
  afterObject: 8,
};

/** The roles of the tokens of a sentence. Linear: every pattern looks a fixed number of tokens far. */
export function readRoles(sentence: MaskedSentence): TargetSyntax {
  return new RoleReader(sentence).read();
}

class RoleReader {
  private readonly roles: Uint8Array;
  private readonly t: number;
  private targetRole: TargetRole = 'other';
  private preposition = '';

  constructor(private readonly sentence: MaskedSentence) {
    this.roles = new Uint8Array(sentence.length);
    this.t = sentence.target;
  }

  read(): TargetSyntax {
    this.premodifiers();
    const possessor = this.isPossessor();
    const subjectFrom = possessor ? this.possessed() : this.afterAttributes(this.t + 1);
    const preposition = this.prepositionBefore();
    if (!possessor) this.subject(subjectFrom, preposition);
    this.invertedSpeech();
    if (preposition >= 0) this.oblique(preposition);
    else this.object();
    if (this.targetRole === 'speaker') this.quotedWords();
    return { roles: this.roles, target: this.targetRole, preposition: this.preposition };
  }

  private word(i: number): string {
    return this.sentence.norms[i] ?? '';
  }

  private pos(i: number): string {
    return this.sentence.pos[i] ?? '';
  }

  private isContent(i: number): boolean {
    const pos = this.pos(i);
    return pos === 'NOUN' || pos === 'ADJ' || pos === 'VERB';
  }

  private isNominal(i: number): boolean {
    const pos = this.pos(i);
    return pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON';
  }

  private isSpeech(i: number): boolean {
    return this.sentence.reading.speech[this.sentence.origins[i] ?? -1] === 1;
  }

  /** Gives a token its role; the first pattern that claims a token keeps it. */
  private mark(i: number, role: Role): void {
    if (i >= 0 && i < this.roles.length && i !== this.t && this.roles[i] === 0)
      this.roles[i] = roleNumber(role);
  }

  private premodifiers(): void {
    for (let i = this.t - 1; i >= 0 && i >= this.t - REACH.premodifier; i--) {
      const participle = i === this.t - 1 && /(?:ed|ing)$/u.test(this.word(i)) && this.pos(i - 1) === 'DET';
      const pos = this.pos(i);
      if (pos !== 'ADJ' && pos !== 'NOUN' && !(pos === 'VERB' && participle)) return;
      this.mark(i, 'premodifier');
    }
  }

  private isPossessor(): boolean {
    const next = this.word(this.t + 1);
    const clitic = (next === "'s" && this.pos(this.t + 1) !== 'AUX') || next === "'";
    return clitic || this.sentence.kind === 'possessive';
  }

  private possessed(): number {
    this.targetRole = 'possessor';
    const from = this.sentence.kind === 'possessive' ? this.t + 1 : this.t + 2;
    for (let i = from; i < from + REACH.possessed; i++) {
      const pos = this.pos(i);
      if (!/^(?:ADJ|NOUN|ADV|VERB|PROPN|NUM)$/u.test(pos)) return i;
      if (pos === 'ADJ' || pos === 'NOUN') this.mark(i, 'possessed');
      if (pos === 'NOUN' && this.pos(i + 1) !== 'NOUN') return i + 1;
    }
    return from + REACH.possessed;
  }

  /** Skips apposition, relative clause, bracket and conjoined names after the target. */
  private afterAttributes(from: number): number {
    let at = this.word(from) === ',' ? this.commaAttribute(from) : from;
    if (/^(?:who|which|that)$/u.test(this.word(at))) this.relativeClause(at);
    if (this.word(at) === '(') at = this.afterBracket(at);
    if (this.word(at) === 'and' && this.isNominal(at + 1)) {
      at += 2;
      while (this.pos(at) === 'PROPN') at++;
    }
    while (this.pos(at) === 'PROPN' && at - this.t < REACH.name) at++;
    return at;
  }

  private commaAttribute(comma: number): number {
    let end = comma + 1;
    while (end < comma + REACH.apposition && this.word(end) !== ',' && !STOP.test(this.word(end))) end++;
    if (this.word(end) !== ',') return comma;
    const first = comma + 1;
    if (RELATIVE.test(this.word(first))) this.verbsWithContent(first + 1, end);
    else if (/^(?:DET|NOUN|ADJ|PROPN|NUM)$/u.test(this.pos(first))) this.appositionWords(first, end);
    else if (this.pos(first) === 'VERB' && /(?:ing|ed)$/u.test(this.word(first)))
      this.mark(first, 'subject-verb');
    else return comma;
    return end + 1;
  }

  private verbsWithContent(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      if (this.pos(i) === 'VERB') this.mark(i, 'relative-verb');
      else if (this.isContent(i)) this.mark(i, 'predicate');
    }
  }

  private appositionWords(from: number, to: number): void {
    for (let i = from; i < to; i++) if (/^(?:NOUN|ADJ)$/u.test(this.pos(i))) this.mark(i, 'apposition');
  }

  private relativeClause(pronoun: number): void {
    for (let i = pronoun + 1; i < pronoun + REACH.relative; i++) {
      if (this.pos(i) !== 'VERB') continue;
      this.mark(i, 'relative-verb');
      return;
    }
  }

  private afterBracket(open: number): number {
    let end = open;
    while (end < open + REACH.bracket && this.word(end) !== ')') end++;
    return this.word(end) === ')' ? end + 1 : open;
  }

  private prepositionBefore(): number {
    let i = this.t - 1;
    while (i >= 0 && this.t - i < REACH.preposition && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/u.test(this.pos(i))) i--;
    if (i < 0) return -1;
    const subordinate = this.pos(i) === 'SCONJ' && this.pos(this.t + 1) !== 'VERB';
    return this.pos(i) === 'ADP' || this.word(i) === 'to' || subordinate ? i : -1;
  }

  private subject(from: number, preposition: number): void {
    const { verb, auxiliaries } = this.verbAfter(from);
    if (verb < 0 && (auxiliaries.length === 0 || preposition >= 0)) return;
    const passive = auxiliaries.some((i) => BE.has(this.word(i)) || this.sentence.lemmas[i] === 'be');
    if (verb >= 0)
      this.subjectOf(verb, passive && PARTICIPLE.test(this.word(verb)) && !this.word(verb).endsWith('ing'));
    else this.copula(auxiliaries.at(-1) ?? from);
  }

  private verbAfter(from: number): { verb: number; auxiliaries: number[] } {
    const auxiliaries: number[] = [];
    for (let i = from; i < this.sentence.length && i < from + REACH.subjectVerb; i++) {
      if (this.endsSubject(i, from)) break;
      const pos = this.pos(i);
      if (pos === 'AUX' || BE.has(this.word(i))) auxiliaries.push(i);
      else if (pos === 'VERB') return { verb: i, auxiliaries };
      else if (auxiliaries.length === 0 && /^(?:NOUN|PROPN|PRON|DET)$/u.test(pos)) break;
      else if (auxiliaries.length > 0 && /^(?:ADJ|NOUN|DET|ADP|NUM)$/u.test(pos)) break;
    }
    return { verb: -1, auxiliaries };
  }

  private endsSubject(i: number, from: number): boolean {
    const word = this.word(i);
    if (STOP.test(word) || QUOTE.test(word)) return true;
    return i > from && /^(?:and|but|or|who|which|that|,)$/u.test(word);
  }

  private subjectOf(verb: number, passive: boolean): void {
    const speaking = !passive && this.isSpeech(verb);
    this.targetRole = passive ? 'passive-subject' : speaking ? 'speaker' : 'subject';
    this.mark(verb, passive ? 'passive-verb' : speaking ? 'speech-verb' : 'subject-verb');
    for (let i = verb + 1; i < this.sentence.length && i < verb + REACH.predicate; i++) {
      const word = this.word(i);
      if (STOP.test(word) || QUOTE.test(word) || CLAUSE_START.test(word)) return;
      this.predicateWord(i, speaking ? 'said' : 'predicate');
    }
  }

  /** A verb after "to" or "and" goes on with what the target does; other content is what it is about. */
  private predicateWord(i: number, role: Role): void {
    const verbNext = this.pos(i + 1) === 'VERB';
    if (verbNext && BEFORE_VERB.test(this.word(i))) this.mark(i + 1, 'infinitive');
    else if (verbNext && this.word(i) === 'and') this.mark(i + 1, 'conjunct');
    else if (this.isContent(i) || this.pos(i) === 'ADV') this.mark(i, role);
  }

  private copula(auxiliary: number): void {
    this.targetRole = 'copula';
    for (let i = auxiliary + 1; i < this.sentence.length && i < auxiliary + REACH.complement; i++) {
      const word = this.word(i);
      if (STOP.test(word) || word === ',' || /^(?:who|which|that|because|when|while|but)$/u.test(word))
        return;
      if (this.isContent(i)) this.mark(i, 'complement');
    }
  }

  /** `"...," said the target`: only after a mark, else the target is the one spoken of. */
  private invertedSpeech(): void {
    const before = this.t - 1;
    if (before < 1 || this.pos(before) !== 'VERB' || !this.isSpeech(before)) return;
    if (!QUOTE.test(this.word(before - 1)) && !/^[,?!]$/u.test(this.word(before - 1))) return;
    this.mark(before, 'speech-verb');
    this.targetRole = 'speaker';
  }

  private oblique(preposition: number): void {
    this.preposition = this.word(preposition);
    const head = this.headBefore(preposition);
    if (head < 0) return;
    this.mark(head, this.preposition === 'by' && this.pos(head) === 'VERB' ? 'by-verb' : 'head');
    if (this.targetRole === 'other') this.targetRole = 'oblique';
    if (this.pos(head) !== 'NOUN') return;
    for (let i = head - 1; i >= 0 && i > head - 1 - REACH.headWords; i--) {
      if (this.pos(i) === 'ADJ' || this.pos(i) === 'VERB') this.mark(i, 'head');
      if (this.pos(i) === 'VERB') return;
    }
  }

  private headBefore(preposition: number): number {
    for (let i = preposition - 1; i >= 0 && i >= preposition - REACH.head; i--) {
      if (STOP.test(this.word(i)) || this.word(i) === ',') return -1;
      if (this.isContent(i)) return i;
    }
    return -1;
  }

  private object(): void {
    for (let i = this.t - 1; i >= 0 && i >= this.t - REACH.objectVerb; i--) {
      if (STOP.test(this.word(i)) || QUOTE.test(this.word(i)) || /^(?:,|and|but|that)$/u.test(this.word(i)))
        return;
      if (this.pos(i) === 'VERB') {
        this.objectOf(i);
        return;
      }
      if (/^(?:NOUN|PRON)$/u.test(this.pos(i)) && i !== this.t - 1) return;
    }
  }

  private objectOf(verb: number): void {
    this.mark(verb, 'object-verb');
    if (this.targetRole === 'other' || this.targetRole === 'possessor') this.targetRole = 'object';
    for (let i = verb - 1; i >= 0 && i > verb - 1 - REACH.agent; i--) {
      if (!this.isNominal(i)) continue;
      this.mark(i, 'agent');
      break;
    }
    for (let i = this.t + 1; i < this.sentence.length && i < this.t + REACH.afterObject; i++) {
      if (STOP.test(this.word(i))) return;
      if (this.isContent(i)) this.mark(i, 'after-object');
    }
  }

  private quotedWords(): void {
    for (let i = 0; i < this.sentence.length; i++) {
      const quoted = this.sentence.reading.quoted[this.sentence.origins[i] ?? -1] === 1;
      if (quoted && this.isContent(i)) this.mark(i, 'said');
    }
  }
}
