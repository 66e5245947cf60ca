import type { CueHit } from '../cues/hits.js';
import { type Change, REVERSED } from './change.js';
import type { Draft } from './observation.js';
import type { SentenceView } from './view.js';

/** A question leaves open what it asks. */
const ASKED = 0.3;

/** The frame around the target turns what is said of others, or leaves it open. */
export function frames(view: SentenceView, hit: CueHit): Change[] {
  const { clauseAt, tokens } = view.syntax;
  const without = counterfactual(view);
  // "Without the coalition the town would have fallen": what then would happen, it prevents.
  if (without >= 0) return [{ factor: -1, name: 'counterfactual', first: without, last: without }];
  const than = frameWord(view, THAN);
  // "achieved more than the coalition": praise of others is blame of the one they are compared with.
  if (than >= 0 && hit.last < than) return [{ factor: REVERSED, name: 'compared', first: than, last: than }];
  const unreal = unrealDeed(view, hit) ?? tooMuchFor(view, hit);
  if (unreal) return [unreal];
  const asked = tokens.findIndex((token, at) => token.norm === 'whether' && at < hit.first);
  if (asked < 0 || clauseAt[hit.anchor] !== clauseAt[asked + 1]) return [];
  return [{ factor: ASKED, name: 'asked', first: asked, last: asked }];
}

const UNREAL = new Set(['might', 'could', 'should', 'ought']);

/** "might have rebuilt every school": what was not done. */
function unrealDeed(view: SentenceView, hit: CueHit): Change | null {
  const group = view.syntax.verbs.find(({ verb }) => verb === hit.anchor);
  if (!group || group.modal === null || !UNREAL.has(group.modal)) return null;
  const perfect = view.syntax.tokens.slice(group.first, group.verb).some((token) => token.norm === 'have');
  return perfect ? { factor: REVERSED, name: 'unreal', first: group.first, last: group.verb - 1 } : null;
}

/** How far before "to" the "too" may stand ("too large and slow to win"). */
const TOO_REACH = 5;

/** "too timid to win": it does not win. */
function tooMuchFor(view: SentenceView, hit: CueHit): Change | null {
  const group = view.syntax.verbs.find(({ verb }) => verb === hit.anchor);
  if (!group?.infinitive) return null;
  const before = view.syntax.tokens.slice(Math.max(0, group.first - TOO_REACH), group.first);
  const too = before.findLastIndex((token) => token.norm === 'too');
  if (too < 0 || !before.slice(too + 1).every((token) => ['ADJ', 'ADV', 'CCONJ'].includes(token.pos)))
    return null;
  const at = group.first - before.length + too;
  return { factor: REVERSED, name: 'negated', first: at, last: at };
}

/** How much it says for the target that things would go ill without it. */
const MISSED = 0.7;
/** How much it says against the target that another does better. */
const OUTDONE = -0.7;

/** "Without the coalition the town would have fallen" as a finding of its own. */
export function counterfactuals(view: SentenceView): Draft[] {
  const at = counterfactual(view);
  if (at < 0) return [];
  const value = sumOfHits(view, 0, view.syntax.tokens.length) > 0 ? -MISSED : MISSED;
  return [{ first: at, last: at, relation: 'judged', value, modifiers: ['counterfactual'], dimension: null }];
}

const COMPARATIVES = new Set([
  'more',
  'better',
  'greater',
  'faster',
  'stronger',
  'further',
  'farther',
  'worse',
  'less',
  'fewer',
  'weaker',
]);
const LESSER = new Set(['worse', 'less', 'fewer', 'weaker']);

/** "achieved more in a month than the coalition in a year" as a finding of its own. */
export function comparisons(view: SentenceView): Draft[] {
  const than = frameWord(view, THAN);
  if (than < 0) return [];
  const at = view.syntax.tokens.findLastIndex((token, place) => place < than && COMPARATIVES.has(token.norm));
  if (at < 0) return [];
  const lesser = LESSER.has(view.syntax.tokens[at]?.norm ?? '') ? -1 : 1;
  const praise = Math.sign(sumOfHits(view, 0, than)) || 1;
  const direction = view.syntax.tokens[at]?.norm === 'worse' ? -1 : lesser * praise;
  return [
    {
      first: at,
      last: at,
      relation: 'judged',
      value: OUTDONE * direction,
      modifiers: ['compared'],
      dimension: null,
    },
  ];
}

function sumOfHits(view: SentenceView, first: number, end: number): number {
  return view.hits
    .filter((hit) => hit.first >= first && hit.last < end)
    .reduce((sum, hit) => sum + (hit.verb?.valence ?? hit.word?.valence ?? 0), 0);
}

const WITHOUT = new Set(['without']);
const THAN = new Set(['than']);
const WOULD = new Set(['would', "'d", 'could', 'might']);

/** Position of "without" before the target in a sentence of what would be, or -1. */
function counterfactual(view: SentenceView): number {
  const without = frameWord(view, WITHOUT);
  return without >= 0 && view.syntax.tokens.some((token) => WOULD.has(token.norm)) ? without : -1;
}

/** Position of one of the words if the target, or what is the target's, stands right after it; else -1. */
function frameWord(view: SentenceView, words: ReadonlySet<string>): number {
  const { phrases, phraseAt, tokens } = view.syntax;
  for (const range of view.targets) {
    let index = phraseAt[range.first] ?? -1;
    if (index < 0 && words.has(tokens[range.first - 1]?.norm ?? '')) return range.first - 1;
    while (index >= 0) {
      const phrase = phrases[index];
      const before = (phrase?.first ?? 0) - 1;
      if (words.has(tokens[before]?.norm ?? '')) return before;
      index = tokens[before]?.norm === 'of' ? (phrase?.parent ?? -1) : -1;
    }
  }
  return -1;
}
