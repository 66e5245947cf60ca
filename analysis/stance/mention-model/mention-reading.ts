import type { Span } from '../../article/index.js';
import { type MaskedSentence, maskMention } from './masked-sentence.js';
import { type Role, readRoles, roleNumber, type TargetSyntax } from './roles.js';
import type { SentenceReading } from './sentence-reading.js';

/** A mention in its sentence, with the roles of the words around it. */
export interface MentionReading {
  readonly sentence: MaskedSentence;
  readonly syntax: TargetSyntax;
  /**
   * What each token says of the target by the lexicons, in [-1, 1]: the agent value where the target
   * is the agent, the patient value where it is the patient, the holder value where it is said of it.
   */
  readonly worth: Float32Array;
}

const numbersOf = (...roles: Role[]) => new Set(roles.map(roleNumber));
const AS_AGENT = numbersOf(
  'subject-verb',
  'by-verb',
  'infinitive',
  'conjunct',
  'relative-verb',
  'speech-verb',
);
const AS_PATIENT = numbersOf('passive-verb', 'object-verb');
const AS_HOLDER = numbersOf('complement', 'predicate', 'possessed', 'apposition', 'head', 'premodifier');

/** Reads a mention, or null where its span covers no token of the sentence. */
export function readMention(reading: SentenceReading, mention: Span): MentionReading | null {
  const sentence = maskMention(reading, mention);
  if (!sentence) return null;
  const syntax = readRoles(sentence);
  const worth = Float32Array.from(sentence.origins, (origin, i) =>
    i === sentence.target ? 0 : worthOf(reading, origin, syntax.roles[i] ?? 0),
  );
  return { sentence, syntax, worth };
}

function worthOf(reading: SentenceReading, origin: number, role: number): number {
  if (reading.isVerb[origin] === 0) return AS_HOLDER.has(role) ? (reading.holder[origin] ?? 0) : 0;
  if (AS_AGENT.has(role)) return reading.agent[origin] ?? 0;
  return AS_PATIENT.has(role) ? (reading.patient[origin] ?? 0) : 0;
}
