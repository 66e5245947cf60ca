import type { CueHit } from '../cues/hits.js';
import { topPhrase } from '../syntax/links.js';
import { type Change, REVERSED } from './change.js';
import { lemmaAt, type SentenceView } from './view.js';
import { CLAIMS, REVERSERS, SET_ASIDE } from './words-of-case.js';

/** Verbs that turn round the infinitive after them. */
const FAILERS = new Set('fail refuse neglect decline struggle cease stop'.split(' '));

/** The verb that a hit is the object, subject or complement of. */
export function reversingVerbs(view: SentenceView, hit: CueHit): Change[] {
  const changes: Change[] = [];
  view.syntax.verbs.forEach((group, index) => {
    if (group.verb >= hit.first && group.verb <= hit.last) return;
    const name = verbChange(view, index, hit);
    if (name) changes.push({ factor: REVERSED, name, first: group.verb, last: group.verb });
  });
  return changes;
}

function verbChange(view: SentenceView, index: number, hit: CueHit): string | null {
  const { subject, object } = view.syntax.links;
  const group = view.syntax.verbs[index];
  if (!group) return null;
  const lemma = lemmaAt(view, group.verb);
  const phrase = view.syntax.phraseAt[hit.anchor] ?? -1;
  const top = phrase < 0 ? -1 : topPhrase(view.syntax.phrases, phrase);
  const isObject = top >= 0 && (group.passive ? subject[index] : object[index]) === top;
  if (REVERSERS.has(lemma) && (isObject || isComplement(view, index, hit))) return 'rejected';
  if (view.verbEntries[index]?.kind === 'speech-negative' && isBlamedFor(view, index, hit)) return 'rejected';
  if (!hit.verb && isObject && isUndone(view, index)) return 'reduced';
  if (!hit.verb && top >= 0 && subject[index] === top && dwindles(view, index)) return 'reduced';
  return FAILERS.has(lemma) && isInfinitiveOf(view, index, hit) ? 'negated' : null;
}

/** "denied that it failed", "rejected claims that it failed": the hit lies in the clause of "that". */
function isComplement(view: SentenceView, index: number, hit: CueHit): boolean {
  const { tokens, clauseAt, phrases, links, verbs } = view.syntax;
  const verb = verbs[index]?.verb ?? -1;
  if (hit.first <= verb) return false;
  const object = phrases[links.object[index] ?? -1];
  const opener = object && CLAIMS.has(lemmaAt(view, object.head)) ? object.last + 1 : verb + 1;
  const word = tokens[opener]?.norm;
  if (word !== 'that' && word !== 'whether') return false;
  return clauseAt[hit.anchor] === clauseAt[opener + 1];
}

/** "criticized media for presenting it as ...": others are blamed for what they say of the target. */
function isBlamedFor(view: SentenceView, index: number, hit: CueHit): boolean {
  const object = view.syntax.phrases[view.syntax.links.object[index] ?? -1];
  const gerund = view.syntax.verbs[index + 1];
  if (!object || !gerund?.gerund || hit.first <= gerund.verb) return false;
  const { tokens, clauseAt } = view.syntax;
  if (tokens[gerund.first - 1]?.norm !== 'for' || clauseAt[hit.anchor] !== clauseAt[gerund.verb])
    return false;
  return !view.targets.some((range) => range.first <= object.last && range.last >= object.first);
}

const UNDOING = new Set(['change-down', 'action-control', 'action-harm', 'outcome-success']);

/** The object is made less: "reduced violence", "destroyed hopes". */
function isUndone(view: SentenceView, index: number): boolean {
  const entry = view.verbEntries[index];
  return entry !== null && entry !== undefined && entry.effect < 0 && UNDOING.has(entry.kind);
}

/** The subject becomes less: "momentum has dissipated". */
function dwindles(view: SentenceView, index: number): boolean {
  const entry = view.verbEntries[index];
  if (!entry || (view.syntax.links.object[index] ?? -1) >= 0) return false;
  return entry.kind === 'change-down' || (entry.kind === 'outcome-failure' && entry.valence < 0);
}

function isInfinitiveOf(view: SentenceView, index: number, hit: CueHit): boolean {
  const group = view.syntax.verbs[index];
  const next = view.syntax.verbs[index + 1];
  if (!group || !next?.infinitive) return false;
  return next.verb === hit.anchor && next.first <= group.verb + 1;
}

const DOUBT_NOUNS = new Set(
  'doubt question skepticism scepticism lack absence failure uncertainty criticism loss concern worry'.split(
    ' ',
  ),
);

/** "doubts about the efficiency", "lack of progress": a noun above takes back what the hit grants. */
export function doubtingNouns(view: SentenceView, hit: CueHit, value: number): Change[] {
  if (hit.verb || value <= 0) return [];
  const { phrases, phraseAt } = view.syntax;
  let index = phraseAt[hit.anchor] ?? -1;
  for (let parent = phrases[index]?.parent ?? -1; parent >= 0; parent = phrases[index]?.parent ?? -1) {
    const head = phrases[parent]?.head ?? -1;
    if (DOUBT_NOUNS.has(lemmaAt(view, head))) {
      return [{ factor: REVERSED, name: 'doubted', first: head, last: head }];
    }
    index = parent;
  }
  return [];
}

/** "Fears that it would fail proved groundless": what lies between a claim and its dismissal is set aside. */
export function rejections(view: SentenceView, hit: CueHit): Change[] {
  const aside = setAside(view);
  if (!aside || hit.first < aside.claim || hit.last >= aside.dismissal) return [];
  return [{ factor: REVERSED, name: 'rejected', first: aside.dismissal, last: aside.dismissal }];
}

/** Positions of a claim and of the predicate that dismisses it, or null. */
export function setAside(view: SentenceView): { claim: number; dismissal: number } | null {
  const { tokens } = view.syntax;
  const claim = tokens.findIndex((token) => token.pos === 'NOUN' && CLAIMS.has(token.lemma));
  if (claim < 0) return null;
  const dismissal = tokens.findIndex(
    (token, at) => at > claim && SET_ASIDE.has(token.norm) && isPredicate(view, at),
  );
  return dismissal < 0 ? null : { claim, dismissal };
}

/** How far before a predicate its verb may stand ("proved to be entirely unfounded"). */
const PREDICATE_REACH = 4;
const LINKING = new Set(['be', 'prove', 'turn', 'look', 'seem', 'remain', 'become', 'get']);

function isPredicate(view: SentenceView, at: number): boolean {
  return view.syntax.tokens
    .slice(Math.max(0, at - PREDICATE_REACH), at)
    .some((token) => LINKING.has(token.lemma));
}
