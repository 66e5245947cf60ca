import type { Token } from '../../article/index.js';
import type { CueEntry, ModifierEntry, Resources, VerbEntry, WordEntry } from '../../resources/index.js';

type Lexicons = Resources['lexicons'];

/** What a word or phrase of the lexicons says, in [-1, 1]. */
export interface Connotation {
  /** How it makes its agent, its patient and the one it is said of look. */
  readonly agent: number;
  readonly patient: number;
  readonly holder: number;
  readonly valence: number;
  /** Whether agent and patient count, rather than the holder. */
  readonly isVerb: boolean;
  readonly device: string;
}

/** A connotation found at tokens `[from, to)`. */
export interface ConnotationHit {
  readonly from: number;
  readonly to: number;
  readonly connotation: Connotation;
}

interface Phrase {
  readonly rest: readonly string[];
  readonly connotation: Connotation;
}

/** The lexicons, indexed for matching token by token. */
export interface ConnotationIndex {
  readonly verbs: ReadonlyMap<string, Connotation>;
  readonly others: ReadonlyMap<string, Connotation>;
  /** Phrases by their first word, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Lemmas that report speech without judging. */
  readonly speech: ReadonlySet<string>;
  /** Phrases that change or report, by their first word. */
  readonly signals: ReadonlyMap<string, readonly SignalPhrase[]>;
}

interface SignalPhrase {
  readonly rest: readonly string[];
  readonly signal: Signal;
}

/** What kind of turn a modifier or a speech cue gives to the words near it. */
export type Signal = 'doubt' | 'contrast' | 'concession' | 'endorsement';

/** A signal given by tokens `[from, to)`. */
export interface SignalHit {
  readonly signal: Signal;
  readonly from: number;
  readonly to: number;
}

/** Modifiers that go on in the same direction ("moreover") make no contrast. */
const LEAST_CONTRAST = 1.1;

const indexes = new WeakMap<Lexicons, ConnotationIndex>();

/** The index of these lexicons, built at first use. */
export function connotationIndex(lexicons: Lexicons): ConnotationIndex {
  const known = indexes.get(lexicons);
  if (known) return known;
  const verbs = new Map(lexicons.verbs.map((row) => [row.term.toLowerCase(), ofVerb(row)]));
  const others = new Map(lexicons.words.map((row) => [row.term.toLowerCase(), ofWord(row)]));
  const index = {
    verbs,
    others,
    phrases: phrasesOf([...verbs, ...others]),
    speech: new Set(lexicons.cues.filter(isSpeechVerb).map(({ term }) => term.toLowerCase())),
    signals: signalsOf(lexicons),
  };
  indexes.set(lexicons, index);
  return index;
}

function ofVerb({ agent, patient, valence }: VerbEntry): Connotation {
  return { agent, patient, holder: 0, valence, isVerb: agent !== 0 || patient !== 0, device: 'none' };
}

function ofWord({ holder, valence, device }: WordEntry): Connotation {
  return { agent: 0, patient: 0, holder, valence, isVerb: false, device };
}

/** Verbs that praise or blame ("praised", "attacked") say more of their object than of what is said. */
function isSpeechVerb({ term, pos, kind, tone }: CueEntry): boolean {
  return (
    pos === 'verb' && kind === 'speech' && !term.includes(' ') && tone !== 'positive' && tone !== 'negative'
  );
}

function phrasesOf(rows: readonly (readonly [string, Connotation])[]): Map<string, Phrase[]> {
  const phrases = new Map<string, Phrase[]>();
  for (const [term, connotation] of rows) {
    const [first, ...rest] = term.split(' ');
    if (first === undefined || rest.length === 0) continue;
    const same = phrases.get(first) ?? [];
    same.push({ rest, connotation });
    phrases.set(first, same);
  }
  for (const same of phrases.values()) same.sort((a, b) => b.rest.length - a.rest.length);
  return phrases;
}

function signalsOf({ modifiers, cues }: Lexicons): Map<string, SignalPhrase[]> {
  const signals = new Map<string, SignalPhrase[]>();
  const keep = (term: string, signal: Signal | null) => {
    const [first, ...rest] = term.toLowerCase().split(' ');
    if (first === undefined || signal === null) return;
    const same = signals.get(first) ?? [];
    same.push({ rest, signal });
    signals.set(first, same);
  };
  for (const row of modifiers) keep(row.term, signalOfModifier(row));
  for (const row of cues) keep(row.term, signalOfCue(row));
  for (const same of signals.values()) same.sort((a, b) => b.rest.length - a.rest.length);
  return signals;
}

function signalOfModifier({ device, factor }: ModifierEntry): Signal | null {
  if (device === 'doubt' || device === 'hedge') return 'doubt';
  if (device === 'contrast') return factor >= LEAST_CONTRAST ? 'contrast' : null;
  return device === 'concession' ? 'concession' : null;
}

function signalOfCue({ tone }: CueEntry): Signal | null {
  if (tone === 'doubting') return 'doubt';
  return tone === 'endorsing' ? 'endorsement' : null;
}

/** Connotations in a sentence, from left to right, without overlap; phrases before single words. */
export function findConnotations(tokens: readonly Token[], index: ConnotationIndex): ConnotationHit[] {
  const hits: ConnotationHit[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const hit = phraseAt(tokens, i, index) ?? wordAt(tokens, i, index);
    if (!hit) continue;
    hits.push(hit);
    i = hit.to - 1;
  }
  return hits;
}

function phraseAt(tokens: readonly Token[], i: number, index: ConnotationIndex): ConnotationHit | null {
  const token = tokens[i];
  const candidates = token && (index.phrases.get(token.lemma) ?? index.phrases.get(token.norm));
  const phrase = candidates?.find(({ rest }) => follows(tokens, i + 1, rest));
  return phrase ? { from: i, to: i + 1 + phrase.rest.length, connotation: phrase.connotation } : null;
}

function follows(tokens: readonly Token[], from: number, rest: readonly string[]): boolean {
  return rest.every((word, k) => tokens[from + k]?.norm === word || tokens[from + k]?.lemma === word);
}

function wordAt(tokens: readonly Token[], i: number, index: ConnotationIndex): ConnotationHit | null {
  const token = tokens[i];
  if (!token) return null;
  const connotation = token.pos === 'VERB' ? verbOf(token, index) : otherOf(token, index);
  return connotation ? { from: i, to: i + 1, connotation } : null;
}

function verbOf({ lemma, norm }: Token, { verbs, others }: ConnotationIndex): Connotation | undefined {
  return verbs.get(lemma) ?? verbs.get(norm) ?? others.get(norm);
}

function otherOf({ lemma, norm, pos }: Token, { verbs, others }: ConnotationIndex): Connotation | undefined {
  const own = others.get(norm) ?? others.get(lemma);
  if (own) return own;
  return pos === 'ADJ' || norm.endsWith('ed') || norm.endsWith('ing') ? verbs.get(lemma) : undefined;
}

/** Signals in a sentence, in order of place. */
export function findSignals(tokens: readonly Token[], index: ConnotationIndex): SignalHit[] {
  return tokens.flatMap((token, i) => {
    const candidates = index.signals.get(token.lemma) ?? index.signals.get(token.norm);
    const phrase = candidates?.find(({ rest }) => follows(tokens, i + 1, rest));
    return phrase ? [{ signal: phrase.signal, from: i, to: i + 1 + phrase.rest.length }] : [];
  });
}
