import { hashOf, mixHashes } from './hash.js';
import type { MentionReading } from './mention-reading.js';
import { ROLES } from './roles.js';
import { FUNCTION_WORDS } from './sentence-reading.js';

/**
 * Features of a mention for the linear part: parallel lists. Each belongs to the tokens
 * `[from, to)` of the masked sentence, or to none (`from` = `to`), so that the sum of weight times value
 * can be laid out over the words exactly.
 */
export interface SparseFeatures {
  readonly hashes: number[];
  readonly values: number[];
  readonly from: number[];
  readonly to: number[];
}

/** Groups of features; a group shares its weight among its members. */
type Group = 'word' | 'pair' | 'side' | 'window' | 'role' | 'flag';

/** Groups with fewer members than this do not weigh more for it. */
const LEAST_SHARING = 4;
/** Graded features are sums of polarities, far larger than the indicators beside them. */
const GRADED_SCALE = 0.3;
const NEAR = 4;
const CLOSE = 5;
const PLACES = 4;
const DISTANCE_SCALE = 3;

const CLAUSE_MARKS = new Set(
  '; : - -- — ( ) [ ] but while although though because whereas if when since after before that which who as'.split(
    ' ',
  ),
);
const QUOTE = /^["“”]$/u;
const HAS_LETTER = /\p{L}/u;
const NEGATION = hashOf('NOT_');

/** The features of a mention; the same mention gives the same features in the same order. */
export function sparseFeatures(mention: MentionReading): SparseFeatures {
  const writer = new FeatureWriter(mention);
  writer.words();
  writer.window();
  writer.roles();
  writer.flags();
  writer.devices();
  writer.polarities();
  return writer.finish();
}

/** Names of sums of polarities by role, made once. */
const ROLE_SUMS = ROLES.map((_, number) => `role-${number}`);

class FeatureWriter {
  private readonly features: SparseFeatures = { hashes: [], values: [], from: [], to: [] };
  /** Group of each feature, null for graded ones. */
  private readonly groups: (Group | null)[] = [];
  private readonly seen = new Set<number>();
  private readonly sizes = new Map<Group, number>();
  private readonly lemmaHashes: Uint32Array;
  private readonly wordHashes: Uint32Array;
  private readonly clause: { from: number; to: number };

  constructor(private readonly mention: MentionReading) {
    const { lemmas, origins, reading } = mention.sentence;
    this.lemmaHashes = Uint32Array.from(lemmas, hashOf);
    this.wordHashes = this.lemmaHashes.map((hash, i) =>
      reading.negated[origins[i] ?? 0] ? mixHashes(NEGATION, hash) : hash,
    );
    this.clause = this.clauseAround();
  }

  private norm(i: number): string {
    return this.mention.sentence.norms[i] ?? '';
  }

  private lemma(i: number): number {
    return this.lemmaHashes[i] ?? 0;
  }

  private word(i: number): number {
    return this.wordHashes[i] ?? 0;
  }

  private indicate(group: Group, template: string, of: number, from: number, to: number): void {
    const hash = mixHashes(hashOf(template), of);
    this.sizes.set(group, (this.sizes.get(group) ?? 0) + 1);
    if (this.seen.has(hash)) return;
    this.seen.add(hash);
    this.push(hash, group, 1, from, to);
  }

  /** Adds to a sum of polarities. */
  private grade(template: string, of: number, value: number, i: number): void {
    if (value === 0) return;
    this.push(mixHashes(hashOf(template), of), null, value * GRADED_SCALE, i, i + 1);
  }

  private push(hash: number, group: Group | null, value: number, from: number, to: number): void {
    const { features } = this;
    features.hashes.push(hash);
    features.values.push(value);
    features.from.push(from);
    features.to.push(to);
    this.groups.push(group);
  }

  finish(): SparseFeatures {
    const shares = new Map<Group | null, number>([[null, 1]]);
    for (const [group, size] of this.sizes) shares.set(group, 1 / Math.sqrt(Math.max(LEAST_SHARING, size)));
    const { values } = this.features;
    this.groups.forEach((group, k) => {
      values[k] = (values[k] ?? 0) * (shares.get(group) ?? 1);
    });
    return this.features;
  }

  private isWord(i: number): boolean {
    return HAS_LETTER.test(this.norm(i));
  }

  private inClause(i: number): boolean {
    return i >= this.clause.from && i <= this.clause.to;
  }

  words(): void {
    const { length, target } = this.mention.sentence;
    for (let i = 0; i < length; i++) {
      if (i === target || !this.isWord(i)) continue;
      this.indicate('word', 'u', this.word(i), i, i + 1);
      if (i + 1 < length) this.indicate('pair', 'b', mixHashes(this.lemma(i), this.lemma(i + 1)), i, i + 2);
      if (FUNCTION_WORDS.has(this.norm(i))) continue;
      this.indicate('side', i < target ? 'l' : 'r', this.word(i), i, i + 1);
      if (this.inClause(i)) this.indicate('side', i < target ? 'cl' : 'cr', this.word(i), i, i + 1);
    }
  }

  window(): void {
    const { length, target: t } = this.mention.sentence;
    for (let k = 1; k <= PLACES; k++) {
      this.place(`L${k}`, t - k);
      this.place(`R${k}`, t + k);
    }
    this.indicate('window', 'L21', mixHashes(this.lemma(t - 2), this.lemma(t - 1)), Math.max(0, t - 2), t);
    this.indicate(
      'window',
      'R12',
      mixHashes(this.lemma(t + 1), this.lemma(t + 2)),
      t + 1,
      Math.min(length, t + 3),
    );
    this.indicate('window', 'LR', mixHashes(this.lemma(t - 1), this.lemma(t + 1)), t, t);
    for (let i = Math.max(0, t - CLOSE); i <= t + CLOSE && i < length; i++) {
      if (i === t || !this.isWord(i) || FUNCTION_WORDS.has(this.norm(i))) continue;
      this.indicate('window', i < t ? 'wl' : 'wr', this.word(i), i, i + 1);
    }
  }

  private place(template: string, i: number): void {
    const inside = i >= 0 && i < this.mention.sentence.length;
    this.indicate('window', template, inside ? this.lemma(i) : 0, inside ? i : 0, inside ? i + 1 : 0);
  }

  roles(): void {
    const { syntax, sentence } = this.mention;
    for (let i = 0; i < sentence.length; i++) {
      const role = syntax.roles[i] ?? 0;
      if (role !== 0) this.indicate('role', ROLES[role] ?? '', this.word(i), i, i + 1);
    }
    const preposition = hashOf(syntax.preposition);
    this.indicate('role', 'target-role', hashOf(syntax.target), 0, 0);
    this.indicate('role', 'preposition', preposition, 0, 0);
    this.indicate('role', 'target-role-preposition', mixHashes(hashOf(syntax.target), preposition), 0, 0);
  }

  flags(): void {
    const { sentence, syntax } = this.mention;
    const { reading, target, origins, length } = sentence;
    const quoted = reading.quoted[origins[target] ?? 0] ?? 0;
    const quotes = origins.some((origin) => reading.quoted[origin] === 1) ? 1 : 0;
    const otherSpeaker = origins.some(
      (origin, i) => reading.speech[origin] === 1 && Math.abs(i - target) > NEAR,
    )
      ? 1
      : 0;
    const names = sentence.pos.filter((pos) => pos === 'PROPN').length - 1;
    const flag = (template: string, value: number | string) =>
      this.indicate('flag', template, hashOf(String(value)), 0, 0);
    flag('target-quoted', quoted);
    flag('quotes', quotes);
    flag('quoted-other-speaker', `${quoted}${otherSpeaker}`);
    flag('kind', sentence.kind);
    flag('target-role-quotes', `${syntax.target}${quotes}${quoted}`);
    flag('early', target < 3 ? 1 : 0);
    flag('length', Math.min(6, Math.floor(length / 10)));
    flag('names', Math.min(4, names));
  }

  devices(): void {
    const { origins, target } = this.mention.sentence;
    const first = origins[0] ?? 0;
    for (const { device, from, to } of this.mention.sentence.reading.devices) {
      const start = origins.indexOf(from, 0);
      if (start < 0 || start === target || from < first) continue;
      this.indicate('flag', 'device', hashOf(device), start, Math.min(origins.length, start + to - from));
    }
  }

  polarities(): void {
    const { origins, reading, length, target } = this.mention.sentence;
    const values = Object.entries({
      afinn: reading.afinn,
      induced: reading.induced,
      valence: reading.valence,
      holder: reading.holder,
    });
    const targetSum = `for-${this.mention.syntax.target}`;
    for (let i = 0; i < length; i++) {
      if (i === target) continue;
      const origin = origins[i] ?? 0;
      this.polarity('worth', this.mention.worth[i] ?? 0, i, targetSum);
      for (const [name, array] of values) this.polarity(name, array[origin] ?? 0, i, targetSum);
      this.grade('agent-right', i > target ? 1 : 0, reading.agent[origin] ?? 0, i);
      this.grade('patient-left', i < target ? 1 : 0, reading.patient[origin] ?? 0, i);
    }
  }

  /** One polarity of one token, summed in several ways. */
  private polarity(name: string, value: number, i: number, targetSum: string): void {
    if (value === 0) return;
    const { sentence, syntax } = this.mention;
    const distance = Math.abs(i - sentence.target);
    const quoted = sentence.reading.quoted[sentence.origins[i] ?? 0] ?? 0;
    const kind = hashOf(name);
    this.grade('all', kind, value, i);
    this.grade(value > 0 ? 'positive' : 'negative', kind, value, i);
    this.grade('weighted', kind, value / (1 + distance / DISTANCE_SCALE), i);
    this.grade(i < sentence.target ? 'left' : 'right', kind, value, i);
    this.grade(quoted ? 'quoted' : 'unquoted', kind, value, i);
    this.grade(targetSum, kind, value, i);
    this.grade(ROLE_SUMS[syntax.roles[i] ?? 0] ?? '', kind, value, i);
    const standing = sentence.reading.standing[sentence.origins[i] ?? 0] ?? 0;
    if (standing !== 0) this.grade(standing > 0 ? 'asserted' : 'conceded', kind, value, i);
    if (distance <= NEAR) this.grade('near', kind, value, i);
    if (this.inClause(i)) this.grade('clause', kind, value, i);
  }

  private clauseAround(): { from: number; to: number } {
    const { target, length } = this.mention.sentence;
    const ends = (i: number, gap: number) =>
      CLAUSE_MARKS.has(this.norm(i)) || QUOTE.test(this.norm(i)) || (this.norm(i) === ',' && gap > 2);
    let from = target;
    while (from > 0 && !ends(from - 1, target - from)) from--;
    let to = target;
    while (to < length - 1 && !(ends(to + 1, 0) && to > target)) to++;
    return { from, to };
  }
}
