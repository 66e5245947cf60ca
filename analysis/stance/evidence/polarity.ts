import type { CueHit, ModifierHit } from '../cues/hits.js';
import { topPhrase } from '../syntax/links.js';
import { lemmaAt, type SentenceView } from './view.js';

/** What stands around a hit and changes its weight. */
export interface Polarity {
  readonly factor: number;
  readonly modifiers: readonly string[];
}

/** One change with the tokens that bring it about. */
interface Change {
  readonly factor: number;
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

/** How far a negator reaches forward, in tokens of its clause. */
const NEGATOR_REACH = 6;
/** How far a degree word reaches. */
const DEGREE_REACH = 2;
/** Turned round but weaker: "not good" is less bad than "bad". */
const REVERSED = -0.8;

/** Verbs that turn round what their object or complement says. */
const REVERSERS = new Set(
  `deny dismiss reject refute rebut dispute doubt question silence allay dispel debunk disprove downplay
   contest challenge belie contradict undercut discount disbelieve`.split(/\s+/),
);
/** Verbs that turn round the infinitive after them. */
const FAILERS = new Set('fail refuse neglect decline struggle cease stop'.split(' '));
/** Predicates by which a fear or claim is set aside. */
const GROUNDLESS = new Set(
  'groundless unfounded baseless wrong false premature misplaced exaggerated overblown untrue mistaken foolish'.split(
    ' ',
  ),
);
const EMPTY_SUBJECTS = new Set(['no', 'nobody', 'nothing', 'none', 'neither', 'few']);
const DOUBT_NOUNS = new Set(
  'doubt question skepticism scepticism lack absence failure uncertainty criticism loss concern worry'.split(
    ' ',
  ),
);

/** Everything around a hit that changes its weight, multiplied together. */
export function polarityOf(view: SentenceView, hit: CueHit): Polarity {
  const changes = [
    ...modifierChanges(view, hit),
    ...subjectChanges(view, hit),
    ...verbChanges(view, hit),
    ...nounChanges(view, hit),
    ...predicateChanges(view, hit),
    ...frameChanges(view, hit),
  ];
  const counted = oncePerSource(changes);
  if (!counted.some((change) => change.factor < 0)) counted.push(...excess(view, hit));
  const factor = counted.reduce((product, change) => product * change.factor, 1);
  return { factor, modifiers: [...new Set(counted.map((change) => change.name))] };
}

const EXCESS = new Set(['too', 'excessively', 'overly', 'unduly', 'unrealistically', 'suspiciously']);

/** "an excessively positive light": too much of a good thing is none. */
function excess(view: SentenceView, hit: CueHit): Change[] {
  const before = view.syntax.tokens[hit.first - 1]?.norm ?? '';
  if (!EXCESS.has(before) || !hit.word || (hit.word.holder || hit.word.valence) <= 0) return [];
  return [{ factor: REVERSED, name: 'excessive', first: hit.first - 1, last: hit.first - 1 }];
}

/** The same words change a hit once, however many rules know them ("doubts about"). */
function oncePerSource(changes: readonly Change[]): Change[] {
  const counted: Change[] = [];
  for (const change of changes) {
    const same = counted.findIndex((other) => change.first <= other.last && change.last >= other.first);
    if (same < 0) counted.push(change);
    else if (change.factor < 0) counted[same] = change;
  }
  return counted;
}

const NAMES = {
  negator: 'negated',
  hedge: 'hedged',
  doubt: 'distanced',
  concession: 'conceded',
  intensifier: 'intensified',
  minimizer: 'softened',
  contrast: 'contrasted',
} as const;

function modifierChanges(view: SentenceView, hit: CueHit): Change[] {
  return view.modifiers
    .filter((modifier) => modifier.last < hit.first || modifier.first > hit.last)
    .filter((modifier) => reaches(view, modifier, hit))
    .map(({ entry, first, last }) => ({ factor: entry.factor, name: NAMES[entry.device], first, last }));
}

function reaches(view: SentenceView, modifier: ModifierHit, hit: CueHit): boolean {
  const { clauseAt } = view.syntax;
  const distance = hit.first - modifier.last;
  const together = clauseAt[modifier.last] === clauseAt[hit.anchor];
  switch (modifier.entry.device) {
    case 'negator':
      return together && distance > 0 && distance <= NEGATOR_REACH && !verbBetween(view, modifier, hit);
    case 'intensifier':
    case 'minimizer':
      return together && distance > 0 && distance <= DEGREE_REACH;
    case 'hedge':
    case 'doubt':
      return together && distance > 0 && distance <= NEGATOR_REACH;
    case 'concession':
      return together && distance > 0;
    case 'contrast':
      return modifier.first > hit.last && isMidSentence(view, modifier);
  }
}

/** A negated verb does not negate what is done by another verb after it. */
function verbBetween(view: SentenceView, modifier: ModifierHit, hit: CueHit): boolean {
  return view.syntax.verbs.some(
    (group) => !group.copula && group.verb > modifier.last && group.verb < hit.first && group.infinitive,
  );
}

function isMidSentence(view: SentenceView, modifier: ModifierHit): boolean {
  return modifier.first > 0 && modifier.last < view.syntax.tokens.length - 1;
}

/** "No officer has praised ...": nobody does what the verb says. */
function subjectChanges(view: SentenceView, hit: CueHit): Change[] {
  const verb = view.syntax.verbs.findIndex((group) => group.verb === hit.anchor);
  const subject = view.syntax.phrases[view.syntax.links.subject[verb] ?? -1];
  const first = view.syntax.tokens[subject?.first ?? -1]?.norm ?? '';
  if (!subject || !EMPTY_SUBJECTS.has(first)) return [];
  return [{ factor: REVERSED, name: 'negated', first: subject.first, last: subject.first }];
}

/** The verb that a hit is the object, subject or complement of. */
function verbChanges(view: SentenceView, hit: CueHit): Change[] {
  const changes: Change[] = [];
  const phrase = view.syntax.phraseAt[hit.anchor] ?? -1;
  const top = phrase < 0 ? -1 : topPhrase(view.syntax.phrases, phrase);
  view.syntax.verbs.forEach((group, index) => {
    if (group.verb >= hit.first && group.verb <= hit.last) return;
    const lemma = lemmaAt(view, group.verb);
    const source = { factor: REVERSED, first: group.verb, last: group.verb };
    const { subject, object } = view.syntax.links;
    const isObject = top >= 0 && (group.passive ? subject[index] : object[index]) === top;
    if (REVERSERS.has(lemma) && (isObject || isComplement(view, group.verb, hit))) {
      changes.push({ ...source, name: 'rejected' });
    } else if (view.verbEntries[index]?.kind === 'speech-negative' && isBlamedFor(view, index, hit)) {
      changes.push({ ...source, name: 'rejected' });
    } else if (hit.word && isObject && isUndone(view, index)) {
      changes.push({ ...source, name: 'reduced' });
    } else if (hit.word && top >= 0 && subject[index] === top && dwindles(view, index)) {
      changes.push({ ...source, name: 'reduced' });
    } else if (FAILERS.has(lemma) && isInfinitiveOf(view, index, hit)) {
      changes.push({ ...source, name: 'negated' });
    }
  });
  return changes;
}

/** "denied that it failed": the hit lies in the clause that "that" opens after the verb. */
function isComplement(view: SentenceView, verb: number, hit: CueHit): boolean {
  if (hit.first <= verb) return false;
  const { tokens, clauseAt } = view.syntax;
  const opener = tokens[verb + 1]?.norm;
  if (opener !== 'that' && opener !== 'whether') return false;
  const inside = clauseAt[verb + 2] ?? clauseAt[verb];
  return clauseAt[hit.anchor] === inside;
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

/** The object is made less: "reduced violence", "destroyed hopes". */
function isUndone(view: SentenceView, index: number): boolean {
  const entry = view.verbEntries[index];
  if (!entry || entry.effect >= 0) return false;
  return (
    entry.kind === 'change-down' ||
    entry.kind === 'action-control' ||
    entry.kind === 'action-harm' ||
    entry.kind === 'outcome-success'
  );
}

/** The subject becomes less: "momentum has dissipated". */
function dwindles(view: SentenceView, index: number): boolean {
  const entry = view.verbEntries[index];
  if (!entry || (view.syntax.links.object[index] ?? -1) >= 0) return false;
  return entry.kind === 'change-down' || (entry.kind === 'outcome-failure' && entry.valence < 0);
}

function isInfinitiveOf(view: SentenceView, index: number, hit: CueHit): boolean {
  const next = view.syntax.verbs[index + 1];
  return (
    next !== undefined &&
    next.infinitive &&
    next.verb === hit.anchor &&
    next.first <= (view.syntax.verbs[index]?.verb ?? 0) + 1
  );
}

/** "doubts about the efficiency", "lack of progress": a noun above takes back what the hit grants. */
function nounChanges(view: SentenceView, hit: CueHit): Change[] {
  if (!hit.word || (hit.word.holder || hit.word.valence) <= 0) return [];
  let index = view.syntax.phraseAt[hit.anchor] ?? -1;
  for (
    let parent = view.syntax.phrases[index]?.parent ?? -1;
    parent >= 0;
    parent = view.syntax.phrases[index]?.parent ?? -1
  ) {
    const head = view.syntax.phrases[parent]?.head ?? -1;
    if (DOUBT_NOUNS.has(lemmaAt(view, head)))
      return [{ factor: REVERSED, name: 'doubted', first: head, last: head }];
    index = parent;
  }
  return [];
}

/** "Fears proved groundless": the predicate sets aside its subject. */
function predicateChanges(view: SentenceView, hit: CueHit): Change[] {
  const phrase = view.syntax.phraseAt[hit.anchor] ?? -1;
  if (phrase < 0) return [];
  const top = topPhrase(view.syntax.phrases, phrase);
  for (const [index, group] of view.syntax.verbs.entries()) {
    if (view.syntax.links.subject[index] !== top) continue;
    const at = [1, 2, 3]
      .map((step) => group.verb + step)
      .find((place) => GROUNDLESS.has(view.syntax.tokens[place]?.norm ?? ''));
    if (at !== undefined) return [{ factor: REVERSED, name: 'rejected', first: at, last: at }];
  }
  return [];
}

/** A question leaves open what it asks. */
const ASKED = 0.3;

/** The frame around the target turns what is said of others, or leaves it open. */
function frameChanges(view: SentenceView, hit: CueHit): Change[] {
  const changes: Change[] = [];
  const { tokens, clauseAt } = view.syntax;
  const without = frameWord(view, WITHOUT);
  // "Without the coalition the town would have fallen": what then would happen, it prevents.
  if (without >= 0 && tokens.some((token) => WOULD.has(token.norm))) {
    changes.push({ factor: -1, name: 'counterfactual', first: without, last: without });
  }
  const than = frameWord(view, THAN);
  // "achieved more than the coalition": praise of others is blame of the one they are compared with.
  if (than >= 0 && hit.last < than)
    changes.push({ factor: REVERSED, name: 'compared', first: than, last: than });
  const asked = tokens.findIndex((token, at) => token.norm === 'whether' && at < hit.first);
  if (asked >= 0 && clauseAt[hit.anchor] === clauseAt[asked + 1] && changes.length === 0) {
    changes.push({ factor: ASKED, name: 'asked', first: asked, last: asked });
  }
  return changes;
}

const WITHOUT = new Set(['without']);
const THAN = new Set(['than']);
const WOULD = new Set(['would', "'d", 'could', 'might']);

/** Position of one of the words if the target's phrase, or what it belongs to, stands right after it; else -1. */
function frameWord(view: SentenceView, words: ReadonlySet<string>): number {
  for (const range of view.targets) {
    const index = view.syntax.phraseAt[range.first] ?? -1;
    const phrase = view.syntax.phrases[index < 0 ? -1 : topPhrase(view.syntax.phrases, index)];
    const before = (phrase?.first ?? range.first) - 1;
    if (words.has(view.syntax.tokens[before]?.norm ?? '')) return before;
  }
  return -1;
}
