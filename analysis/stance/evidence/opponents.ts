import type { CueHit } from '../cues/hits.js';
import type { Role } from '../syntax/roles.js';
import type { Draft } from './observation.js';
import { lemmaAt, type SentenceView, verbIndexAt } from './view.js';
import { ADVERSARIES, COMBAT_ACTS, DIFFICULTY, HOSTILE_THINGS } from './words-of-case.js';

/** How far behind a verb its victim may stand, in tokens. */
const VICTIM_REACH = 14;
const VICTIM_PREPOSITIONS = new Set(['on', 'upon', 'against', 'to', 'from', 'of', 'for', "'s"]);

/** Dimensions under which a word speaks of what an opponent can do, not of how wicked it is. */
const ABILITIES = new Set(['effectiveness', 'security', 'competence', 'popularity', 'unity']);
const STATE_KINDS = new Set([
  'outcome-success',
  'outcome-failure',
  'change-up',
  'change-down',
  'action-control',
]);

const AGENT: readonly Role[] = ['agent', 'agentPart'];
/** Roles in which a word is the opponent's own. */
export const OPPONENT_OWN: readonly Role[] = ['possessed', 'of', 'copula', 'modifier'];
const OPPONENT_PATIENT: readonly Role[] = ['patient', 'patientPart', 'patientPrep'];

/**
 * The value for the target of a deed of the target towards its opponent (or towards criminals and
 * fighters in general): above 0 for harm done, below for help given, 0 for a bare act of combat,
 * null when the hit is no such deed.
 */
export function harmsOpponent(view: SentenceView, hit: CueHit, role: Role): number | null {
  if (hit.verb && AGENT.includes(role)) return verbHarm(view, hit);
  if (hit.word && role === 'object') return objectHarm(view, hit);
  return null;
}

function verbHarm(view: SentenceView, hit: CueHit): number | null {
  const { verb } = hit;
  if (!verb || verb.kind.startsWith('speech') || !victimAfter(view, hit.last)) return null;
  if (COMBAT_ACTS.has(verb.term)) return 0;
  const effect = verb.effect || verb.patient;
  if (effect === 0) return verb.agent < 0 ? 0 : null;
  return -effect;
}

/** "inflicted damage on", "dealt a blow to": the object carries the harm. */
function objectHarm(view: SentenceView, hit: CueHit): number | null {
  if (!hit.word || hit.word.valence >= 0 || !victimAfter(view, hit.last)) return null;
  return -hit.word.valence;
}

/** Whether an opponent stands behind a position in the same clause, as object or after "on", "against", ... */
function victimAfter(view: SentenceView, position: number): boolean {
  const { tokens, clauseAt, phraseAt } = view.syntax;
  const clause = clauseAt[position];
  const named = (at: number) => view.opponents.some((range) => at >= range.first && at <= range.last);
  for (let at = position + 1; at < Math.min(tokens.length, position + VICTIM_REACH); at++) {
    if (clauseAt[at] !== clause) return false;
    const token = tokens[at];
    if (!token) return false;
    if (token.pos === 'VERB' && (phraseAt[at] ?? -1) < 0) return false;
    if (named(at)) return true;
    if (token.pos === 'NOUN' && (ADVERSARIES.has(token.lemma) || HOSTILE_THINGS.has(token.lemma)))
      return true;
    if (token.pos === 'ADP' && !VICTIM_PREPOSITIONS.has(token.norm)) return false;
  }
  return false;
}

/** What a sentence says of the opponent's own state: its losses speak for the target, its gains against it. */
export function opponentStates(view: SentenceView): Draft[] {
  const roles = view.opponentRoles;
  if (!roles) return [];
  const findings: Draft[] = [];
  for (const hit of view.hits) {
    const value = stateValue(view, hit, roles.at(hit.anchor));
    if (value === 0) continue;
    const dimension = hit.word?.dimension ?? hit.verb?.dimension ?? 'none';
    findings.push({
      first: hit.first,
      last: hit.last,
      relation: 'opponent.state',
      value: -value,
      modifiers: [],
      dimension: dimension === 'none' ? null : dimension,
    });
  }
  return findings;
}

/** How well a hit says the opponent fares. */
function stateValue(view: SentenceView, hit: CueHit, role: Role): number {
  if (hit.word) {
    return OPPONENT_OWN.includes(role) && ABILITIES.has(hit.word.dimension)
      ? hit.word.holder || hit.word.valence
      : 0;
  }
  const { verb } = hit;
  if (!verb || COMBAT_ACTS.has(verb.term)) return 0;
  if (OPPONENT_PATIENT.includes(role)) return verb.kind.startsWith('speech') ? 0 : verb.effect;
  if (!AGENT.includes(role) || !STATE_KINDS.has(verb.kind)) return 0;
  const intransitive = (view.syntax.links.object[verbIndexAt(view, hit.anchor)] ?? -1) < 0;
  if (verb.kind === 'change-down') return intransitive ? -0.5 : 0;
  if (verb.kind === 'change-up') return intransitive ? 0.5 : 0;
  return verb.agent;
}

/** "harder for Daesh to assemble", "can no longer move": what the opponent is able to do. */
export function opponentAbilities(view: SentenceView): Draft[] {
  return [...difficulties(view), ...abilities(view)];
}

/** How far behind an adjective "for" and the one meant may stand ("harder now than when we began for ..."). */
const FOR_REACH = 12;

function difficulties(view: SentenceView): Draft[] {
  const { tokens } = view.syntax;
  const found: Draft[] = [];
  tokens.forEach((token, at) => {
    const gradable = token.pos === 'ADJ' || (token.pos === 'ADV' && /er$/u.test(token.norm));
    const ease = gradable ? DIFFICULTY.get(stemOf(token.norm)) : undefined;
    if (ease === undefined) return;
    for (let k = at + 1; k < Math.min(tokens.length, at + FOR_REACH); k++) {
      if (tokens[k]?.norm !== 'for') continue;
      const whose = ownerAfter(view, k);
      if (whose)
        found.push({
          first: at,
          last: at,
          relation: 'ease',
          value: whose === 'target' ? ease : -ease,
          modifiers: [],
          dimension: 'effectiveness',
        });
      break;
    }
  });
  return found;
}

/** "harder" is "hard", "easier" is "easy". */
function stemOf(norm: string): string {
  if (DIFFICULTY.has(norm)) return norm;
  const stem = norm.replace(/er$/u, '');
  return stem.endsWith('i') ? `${stem.slice(0, -1)}y` : DIFFICULTY.has(stem) ? stem : norm.replace(/r$/u, '');
}

function ownerAfter(view: SentenceView, preposition: number): 'target' | 'opponent' | null {
  const phrase = view.syntax.phrases[view.syntax.phraseAt[preposition + 1] ?? -1];
  if (!phrase) return null;
  const within = (range: { first: number; last: number }) =>
    range.first <= phrase.last && range.last >= phrase.first;
  if (view.targets.some(within)) return 'target';
  if (view.opponents.some(within) || ADVERSARIES.has(lemmaAt(view, phrase.head))) return 'opponent';
  return null;
}

const CAN = new Set(['can', 'could', 'ca']);
const NOT = new Set(['not', "n't", 'never', 'no', 'longer', 'hardly', 'barely']);
const STILL = new Set(['still', 'now', 'again', 'freely']);

/** Value of an opponent that cannot, and of one that still can. */
const CANNOT = 0.6;
const STILL_CAN = -0.5;

function abilities(view: SentenceView): Draft[] {
  const found: Draft[] = [];
  view.syntax.verbs.forEach((group, index) => {
    if (group.modal === null || !CAN.has(group.modal)) return;
    const subject = view.syntax.phrases[view.syntax.links.subject[index] ?? -1];
    if (
      !subject ||
      !view.opponents.some((range) => range.first >= subject.first && range.last <= subject.last)
    )
      return;
    const before = view.syntax.tokens.slice(group.first, group.verb).map((token) => token.norm);
    const denied = view.syntax.tokens[subject.first]?.norm === 'no' || before.some((norm) => NOT.has(norm));
    const value = denied ? CANNOT : before.some((norm) => STILL.has(norm)) ? STILL_CAN : 0;
    if (value !== 0)
      found.push({
        first: group.first,
        last: group.verb,
        relation: 'ease',
        value,
        modifiers: denied ? ['negated'] : [],
        dimension: 'effectiveness',
      });
  });
  return found;
}
