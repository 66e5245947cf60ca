import type { CueHit } from '../cues/hits.js';
import { OPPOSERS } from '../syntax/roles.js';
import { Board } from './board.js';
import { type Reading, readHit, SILENT } from './hit-rules.js';
import type { Draft, Finding, Relation } from './observation.js';
import { polarityOf } from './polarity.js';
import { LATE_RULES, SENTENCE_RULES } from './sentence-rules.js';
import { lemmaAt, type SentenceView } from './view.js';
import { wordTerms } from './wording.js';

/** What a sentence without a mention can still say of the target. */
const OF_OPPONENT: ReadonlySet<Relation> = new Set(['ease', 'opponent.state']);

/** A value is kept inside [-CAP, CAP] whatever intensifiers pile up. */
const CAP = 1.5;

/**
 * All judging words of a sentence that reach the target, without overlap. `related` is false for a
 * sentence without a mention that continues a speech about the target: there only what it says of
 * the opponent counts.
 */
export function findEvidence(view: SentenceView, related: boolean): Finding[] {
  const board = new Board(view);
  const taken = (drafts: readonly Draft[]) =>
    related ? drafts : drafts.filter(({ relation }) => OF_OPPONENT.has(relation));
  for (const rule of SENTENCE_RULES) board.addAll(taken(rule(view)));
  if (related) readHits(view, board);
  for (const range of [...view.targets, ...view.opponents]) board.close(range);
  for (const rule of LATE_RULES) board.addAll(taken(rule(view)).map((draft) => modified(view, draft)));
  return board.withWords(related ? wordTerms(view) : []);
}

/** Single hits: silent ones close their tokens; harm to the opponent comes first, as it spans others. */
function readHits(view: SentenceView, board: Board): void {
  const drafts: Draft[] = [];
  for (const hit of view.hits) {
    const reading = readHit(view, hit);
    if (reading === SILENT) board.close(hit);
    else if (reading) drafts.push(...draftOf(view, hit, reading));
  }
  board.addAll(drafts.filter(({ relation }) => relation === 'opponent.harmed'));
  board.addAll(drafts);
  for (const draft of drafts)
    if (draft.relation === 'word.manner' && draft.value < 0) closeVerb(view, board, draft);
}

/** "is working badly": the adverb takes back what the verb grants. */
function closeVerb(view: SentenceView, board: Board, { first, last }: Draft): void {
  for (const { verb } of view.syntax.verbs) {
    if (verb === first - 1 || verb === last + 1) board.close({ first: verb, last: verb });
  }
}

function draftOf(view: SentenceView, hit: CueHit, reading: Reading): Draft[] {
  const { factor, modifiers } = polarityOf(view, hit, reading.value);
  // "its critics" says nothing until they are set aside.
  const opposes = hit.word !== null && OPPOSERS.has(lemmaAt(view, hit.anchor));
  if (opposes && !modifiers.includes('rejected')) return [];
  const dimension = hit.word?.dimension ?? hit.verb?.dimension ?? 'none';
  return [
    {
      first: reading.relation === 'opponent.harmed' && hit.word ? governingVerb(view, hit) : hit.first,
      last: hit.last,
      relation: reading.relation,
      value: capped(reading.value * factor),
      modifiers,
      dimension: dimension === 'none' ? null : dimension,
    },
  ];
}

/** "inflicted significant damage": the harm begins with the verb. */
function governingVerb(view: SentenceView, hit: CueHit): number {
  const phrase = view.syntax.phraseAt[hit.anchor] ?? -1;
  const verb = view.syntax.verbs.find((_, index) => view.syntax.links.object[index] === phrase);
  return verb && verb.verb < hit.first ? verb.verb : hit.first;
}

/** Late findings are modified like hits on the same tokens. */
function modified(view: SentenceView, draft: Draft): Draft {
  const hit = view.hits.find((other) => other.first === draft.first && other.last === draft.last);
  const { first, last } = draft;
  const bare: CueHit = { first, last, anchor: last, verb: null, word: null, attitude: 0 };
  const { factor, modifiers } = polarityOf(view, hit ?? bare, draft.value);
  return { ...draft, value: capped(draft.value * factor), modifiers };
}

function capped(value: number): number {
  return Math.max(-CAP, Math.min(CAP, value));
}
