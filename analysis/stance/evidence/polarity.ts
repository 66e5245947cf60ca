import type { CueHit, ModifierHit } from '../cues/hits.js';
import { topPhrase } from '../syntax/links.js';
import { lemmaAt, type SentenceView } from './view.js';

/** What stands around a hit and changes its weight. */
export interface Polarity {
  readonly factor: number;
  readonly modifiers: readonly string[];
}

type Change = { readonly factor: number; readonly name: string };

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
  ];
  const factor = changes.reduce((product, change) => product * change.factor, 1);
  return { factor, modifiers: [...new Set(changes.map((change) => change.name))] };
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
    .map(({ entry }) => ({ factor: entry.factor, name: NAMES[entry.device] }));
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
  return EMPTY_SUBJECTS.has(first) ? [{ factor: REVERSED, name: 'negated' }] : [];
}

/** The verb that a hit is the object, subject or complement of. */
function verbChanges(view: SentenceView, hit: CueHit): Change[] {
  const changes: Change[] = [];
  const phrase = view.syntax.phraseAt[hit.anchor] ?? -1;
  const top = phrase < 0 ? -1 : topPhrase(view.syntax.phrases, phrase);
  view.syntax.verbs.forEach((group, index) => {
    if (group.verb >= hit.first && group.verb <= hit.last) return;
    const lemma = lemmaAt(view, group.verb);
    const { subject, object } = view.syntax.links;
    const isObject = top >= 0 && (group.passive ? subject[index] : object[index]) === top;
    if (REVERSERS.has(lemma) && (isObject || isComplement(view, group.verb, hit))) {
      changes.push({ factor: REVERSED, name: 'rejected' });
    } else if (hit.word && isObject && isUndone(view, index)) {
      changes.push({ factor: REVERSED, name: 'reduced' });
    } else if (hit.word && top >= 0 && subject[index] === top && dwindles(view, index)) {
      changes.push({ factor: REVERSED, name: 'reduced' });
    } else if (FAILERS.has(lemma) && isInfinitiveOf(view, index, hit)) {
      changes.push({ factor: REVERSED, name: 'negated' });
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
    if (DOUBT_NOUNS.has(lemmaAt(view, view.syntax.phrases[parent]?.head ?? -1))) {
      return [{ factor: REVERSED, name: 'doubted' }];
    }
    index = parent;
  }
  return [];
}

/** "Fears proved groundless": the predicate sets aside its subject. */
function predicateChanges(view: SentenceView, hit: CueHit): Change[] {
  const phrase = view.syntax.phraseAt[hit.anchor] ?? -1;
  if (phrase < 0) return [];
  const top = topPhrase(view.syntax.phrases, phrase);
  const setAside = view.syntax.verbs.some((group, index) => {
    if (view.syntax.links.subject[index] !== top) return false;
    return [1, 2, 3].some((step) => GROUNDLESS.has(view.syntax.tokens[group.verb + step]?.norm ?? ''));
  });
  return setAside ? [{ factor: REVERSED, name: 'rejected' }] : [];
}
