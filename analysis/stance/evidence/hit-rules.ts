import type { VerbEntry } from '../../resources/index.js';
import type { CueHit } from '../cues/hits.js';
import type { Role } from '../syntax/roles.js';
import type { Relation } from './observation.js';
import { harmsOpponent, OPPONENT_OWN } from './opponents.js';
import { setAside } from './reversals.js';
import { lemmaAt, type SentenceView, verbIndexAt } from './view.js';
import { BYSTANDERS, COMBAT_ACTS } from './words-of-case.js';

/** What a rule reads in a hit: the relation and the value before modifiers; value 0 silences the hit. */
export interface Reading {
  readonly relation: Relation;
  readonly value: number;
}

type HitRule = (view: SentenceView, hit: CueHit, role: Role) => Reading | null;

/** The farther a word stands from the mention in the same clause, the less it says. */
const NEAR_DECAY = 8;

/** Verbs that pass judgement in so many words ("praised", "condemned"). */
const JUDGING_KINDS = new Set(['speech-positive', 'speech-negative', 'speech-doubting', 'speech-endorsing']);

const AGENT: readonly Role[] = ['agent', 'agentPart'];
const PATIENT: readonly Role[] = ['patient', 'patientPart', 'patientPrep'];

/** Rules for single hits, tried in this order; the first that answers decides. */
const HIT_RULES: readonly HitRule[] = [
  ownName,
  dismissal,
  harmToPeople,
  harm,
  opponentsOwn,
  verbOfTarget,
  verbOnTarget,
  attitude,
  descriptiveVerb,
  word,
];

/**
 * Reads a hit in the light of its role towards the target; null when no rule has a value for it, and
 * SILENT when it is known to say nothing, whatever its tone.
 */
export function readHit(view: SentenceView, hit: CueHit): Reading | null {
  const role = roleOf(view, hit);
  for (const rule of HIT_RULES) {
    const reading = rule(view, hit, role);
    if (reading) return reading.value === 0 && reading !== SILENT ? null : reading;
  }
  return null;
}

/** "expressed doubts about it": a set phrase reaches its patient through the preposition at its end or after it. */
function roleOf(view: SentenceView, hit: CueHit): Role {
  const role = view.targetRoles.at(hit.anchor);
  if (!hit.verb || hit.first === hit.last) return role;
  const isPreposition = (at: number) => view.syntax.tokens[at]?.pos === 'ADP';
  const preposition = [hit.last, hit.last + 1].find(isPreposition);
  return (preposition === undefined ? null : view.targetRoles.leads(view.syntax, preposition + 1)) ?? role;
}

export const SILENT: Reading = { relation: 'word.far', value: 0 };

/** Words of the target's or an opponent's own name judge nobody. */
function ownName(view: SentenceView, hit: CueHit): Reading | null {
  const inName = [...view.targets, ...view.opponents].some(
    (range) => hit.first <= range.last && hit.last >= range.first,
  );
  return inName ? SILENT : null;
}

/** "groundless" where it dismisses a claim is no word about the target. */
function dismissal(view: SentenceView, hit: CueHit): Reading | null {
  return setAside(view)?.dismissal === hit.first ? SILENT : null;
}

/** What the target does to its opponent: damage is success, help is failure. */
function harm(view: SentenceView, hit: CueHit, role: Role): Reading | null {
  const done = harmsOpponent(view, hit, role);
  return done === null ? null : { relation: 'opponent.harmed', value: done };
}

/** What the target does to people who are not its opponents. */
function harmToPeople(view: SentenceView, hit: CueHit, role: Role): Reading | null {
  if (!hit.verb || !AGENT.includes(role) || hit.verb.kind !== 'action-harm') return null;
  const index = verbIndexAt(view, hit.anchor);
  const { links, phrases } = view.syntax;
  const victims = view.syntax.verbs[index]?.passive ? links.subject[index] : links.object[index];
  const named =
    isBystanders(view, victims ?? -1) ||
    phrases.some((phrase, at) => phrase.parent === victims && isBystanders(view, at));
  return named ? { relation: 'people.harmed', value: HARM_TO_PEOPLE } : null;
}

const HARM_TO_PEOPLE = -0.9;

function isBystanders(view: SentenceView, index: number): boolean {
  const phrase = view.syntax.phrases[index];
  if (!phrase || view.opponents.some(({ first, last }) => first <= phrase.last && last >= phrase.first))
    return false;
  return BYSTANDERS.has(lemmaAt(view, phrase.head));
}

/** "Daesh's leadership": what is the opponent's is no word about the target. */
function opponentsOwn(view: SentenceView, hit: CueHit): Reading | null {
  const role = view.opponentRoles?.at(hit.anchor);
  return role !== undefined && OPPONENT_OWN.includes(role) && hit.word ? SILENT : null;
}

function verbOfTarget(_view: SentenceView, hit: CueHit, role: Role): Reading | null {
  if (!hit.verb || !AGENT.includes(role)) return null;
  if (isSpeech(hit.verb)) return { relation: 'verb.said', value: hit.verb.agent || hit.verb.valence };
  const relation = role === 'agent' ? 'verb.agent' : 'verb.agentPart';
  return { relation, value: hit.verb.agent };
}

function verbOnTarget(view: SentenceView, hit: CueHit, role: Role): Reading | null {
  if (!hit.verb || !PATIENT.includes(role)) return null;
  const part = role !== 'patient';
  if (part && objectIsBlame(view, hit)) return SILENT;
  if (JUDGING_KINDS.has(hit.verb.kind)) return { relation: 'judged', value: hit.verb.patient };
  if (isSpeech(hit.verb) || hit.verb.kind === 'cognition')
    return { relation: 'regarded', value: hit.verb.patient };
  return { relation: part ? 'treatedPart' : 'treated', value: hit.verb.patient };
}

/** "rejected criticism of it": the verb falls on the criticism, which is read by itself. */
function objectIsBlame(view: SentenceView, hit: CueHit): boolean {
  const object = view.syntax.phrases[view.syntax.links.object[verbIndexAt(view, hit.anchor)] ?? -1];
  return view.hits.some(
    (other) => other.anchor === object?.head && (other.attitude < 0 || (other.word?.holder ?? 0) < 0),
  );
}

function attitude(_view: SentenceView, hit: CueHit, role: Role): Reading | null {
  if (hit.attitude === 0) return null;
  if (role === 'about' || role === 'of') return { relation: 'attitude', value: hit.attitude };
  return hit.word ? null : SILENT;
}

/** Verb forms that describe: "a failing mission", "called it a waste". */
function descriptiveVerb(view: SentenceView, hit: CueHit, role: Role): Reading | null {
  if (!hit.verb) return null;
  const { verb } = hit;
  if (role === 'clause') return { relation: 'verb.near', value: verb.valence * nearness(view, hit) };
  if (role === 'sentence') return { relation: 'verb.far', value: verb.valence };
  if (COMBAT_ACTS.has(verb.term)) return SILENT;
  const doing = view.syntax.tokens[hit.anchor]?.norm.endsWith('ing') ?? false;
  return { relation: relationOfWord(role), value: (doing ? verb.agent : verb.patient) || verb.valence };
}

function word(view: SentenceView, hit: CueHit, role: Role): Reading | null {
  if (!hit.word) return null;
  const { holder, valence } = hit.word;
  const relation = relationOfWord(role);
  if (role === 'clause') return { relation, value: valence * nearness(view, hit) };
  if (role === 'sentence' || role === 'object' || role === 'adjunct') return { relation, value: valence };
  return { relation, value: holder || valence };
}

const OF_ROLE: Partial<Record<Role, Relation>> = {
  // A participle as predicate: "is divided".
  patient: 'word.copula',
  patientPart: 'word.copula',
  modifier: 'word.modifier',
  possessed: 'word.possessed',
  of: 'word.of',
  about: 'word.about',
  copula: 'word.copula',
  manner: 'word.manner',
  object: 'word.object',
  complement: 'word.complement',
  apposition: 'word.apposition',
  adjunct: 'word.adjunct',
  clause: 'word.near',
};

function relationOfWord(role: Role): Relation {
  return OF_ROLE[role] ?? 'word.far';
}

function nearness(view: SentenceView, hit: CueHit): number {
  const distances = view.targets.map((range) => Math.max(range.first - hit.last, hit.first - range.last, 0));
  return 1 / (1 + Math.min(...distances, 100) / NEAR_DECAY);
}

function isSpeech(entry: VerbEntry): boolean {
  return entry.kind.startsWith('speech');
}
