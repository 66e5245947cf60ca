import type { CueHit, ModifierHit } from '../cues/hits.js';
import { type Change, type ChangeRule, REVERSED } from './change.js';
import { frames } from './frames.js';
import { doubtingNouns, rejections, reversingVerbs } from './reversals.js';
import type { SentenceView } from './view.js';

/** What stands around a hit and changes its weight. */
export interface Polarity {
  readonly factor: number;
  readonly modifiers: readonly string[];
}

/** Everything that can change a hit, in the order in which changes are named. */
const CHANGE_RULES: readonly ChangeRule[] = [
  modifiers,
  emptySubjects,
  reversingVerbs,
  doubtingNouns,
  rejections,
  frames,
];

/** All changes to a hit with the given value, multiplied together. */
export function polarityOf(view: SentenceView, hit: CueHit, value: number): Polarity {
  const changes = oncePerSource(CHANGE_RULES.flatMap((rule) => rule(view, hit, value)));
  if (!changes.some((change) => change.factor < 0)) changes.push(...excess(view, hit, value));
  const counted = changes.some((change) => change.name === 'counterfactual')
    ? changes.filter((change) => change.name !== 'hedged')
    : changes;
  const factor = counted.reduce((product, change) => product * change.factor, 1);
  return { factor, modifiers: [...new Set(counted.map((change) => change.name))] };
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

/** How far a negator reaches forward, in tokens of its clause. */
const NEGATOR_REACH = 6;
/** How far a degree word reaches. */
const DEGREE_REACH = 2;

const NAMES = {
  negator: 'negated',
  hedge: 'hedged',
  doubt: 'distanced',
  concession: 'conceded',
  intensifier: 'intensified',
  minimizer: 'softened',
  contrast: 'contrasted',
} as const;

function modifiers(view: SentenceView, hit: CueHit): Change[] {
  return view.modifiers
    .filter((modifier) => modifier.last < hit.first || modifier.first > hit.last)
    .filter((modifier) => reaches(view, modifier, hit))
    .map(({ entry, first, last }) => ({ factor: factorOf(entry), name: NAMES[entry.device], first, last }));
}

/** What stands before "but" counts less; the lexicon's factor is for what stands after it. */
const CONTRASTED = 0.5;

function factorOf(entry: ModifierHit['entry']): number {
  return entry.device === 'contrast' ? CONTRASTED : entry.factor;
}

function reaches(view: SentenceView, modifier: ModifierHit, hit: CueHit): boolean {
  const { clauseAt } = view.syntax;
  const distance = hit.first - modifier.last;
  const together = clauseAt[modifier.last] === clauseAt[hit.anchor];
  switch (modifier.entry.device) {
    case 'negator':
      return together && distance > 0 && distance <= NEGATOR_REACH && !infinitiveBetween(view, modifier, hit);
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

/** A negated verb does not negate what is done by an infinitive after it. */
function infinitiveBetween(view: SentenceView, modifier: ModifierHit, hit: CueHit): boolean {
  return view.syntax.verbs.some(
    (group) => group.infinitive && group.verb > modifier.last && group.verb < hit.first,
  );
}

function isMidSentence(view: SentenceView, modifier: ModifierHit): boolean {
  return modifier.first > 0 && modifier.last < view.syntax.tokens.length - 1;
}

const EMPTY_SUBJECTS = new Set(['no', 'nobody', 'nothing', 'none', 'neither', 'few']);

/** "No officer has praised ...": nobody does what the verb says. */
function emptySubjects(view: SentenceView, hit: CueHit): Change[] {
  const verb = view.syntax.verbs.findIndex((group) => group.verb === hit.anchor);
  const subject = view.syntax.phrases[view.syntax.links.subject[verb] ?? -1];
  const first = view.syntax.tokens[subject?.first ?? -1]?.norm ?? '';
  if (!subject || !EMPTY_SUBJECTS.has(first)) return [];
  return [{ factor: REVERSED, name: 'negated', first: subject.first, last: subject.first }];
}

const EXCESS = new Set(['too', 'excessively', 'overly', 'unduly', 'unrealistically', 'suspiciously']);

/** "an excessively positive light": too much of a good thing is none. */
function excess(view: SentenceView, hit: CueHit, value: number): Change[] {
  const before = view.syntax.tokens[hit.first - 1]?.norm ?? '';
  if (!EXCESS.has(before) || hit.verb || value <= 0) return [];
  return [{ factor: REVERSED, name: 'excessive', first: hit.first - 1, last: hit.first - 1 }];
}
