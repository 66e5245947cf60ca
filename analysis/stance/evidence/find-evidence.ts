import type { CueHit } from '../cues/hits.js';
import { OPPOSERS } from '../syntax/roles.js';
import { readHit } from './hit-rules.js';
import type { Draft, Finding, Relation } from './observation.js';
import { polarityOf } from './polarity.js';
import { LATE_RULES, SENTENCE_RULES } from './sentence-rules.js';
import { isInside, type SentenceView } from './view.js';
import { type WordTerms, wordTerms } from './wording.js';

/** Values nearer to 0 than this say nothing. */
const LEAST_VALUE = 0.02;

/** A word that reports speech counts only in these relations ("criticized", "voiced doubts about"). */
const JUDGES_WHILE_REPORTING: ReadonlySet<Relation> = new Set([
  'judged',
  'regarded',
  'attitude',
  'verb.said',
]);

/** A value is kept inside [-CAP, CAP] whatever intensifiers pile up. */
const CAP = 1.5;

/**
 * All judging words of a sentence that reach the target, without overlap: sentence rules first,
 * then single hits, then what is left over. `related` is false for a sentence without a mention
 * that continues a speech about the target: there only what it says of the opponent counts.
 */
export function findEvidence(view: SentenceView, related: boolean): Finding[] {
  const taken = new Uint8Array(view.syntax.tokens.length);
  const found: Draft[] = [];
  const add = (finding: Draft | null) => {
    if (!finding || Math.abs(finding.value) < LEAST_VALUE) return;
    if (!JUDGES_WHILE_REPORTING.has(finding.relation) && isInside(finding, view.reporting)) return;
    if (taken.subarray(finding.first, finding.last + 1).some((used) => used === 1)) return;
    taken.fill(1, finding.first, finding.last + 1);
    found.push(finding);
  };
  for (const rule of SENTENCE_RULES) rule(view).forEach(add);
  const read = related ? view.hits.map((hit) => hitFinding(view, hit)) : [];
  for (const finding of read) if (finding?.relation === 'opponent.harmed') add(finding);
  for (const finding of read) if (finding?.relation !== 'opponent.harmed') add(finding);
  for (const range of [...view.targets, ...view.opponents]) taken.fill(1, range.first, range.last + 1);
  for (const rule of LATE_RULES) for (const finding of rule(view)) add(modified(view, finding));
  if (!related)
    return withTerms(
      view,
      found.filter(({ relation }) => OF_OPPONENT.has(relation)),
      [],
    );
  return withTerms(view, found, wordTerms(view));
}

/** What a sentence without a mention can still say of the target. */
const OF_OPPONENT: ReadonlySet<Relation> = new Set(['ease', 'opponent.state']);

/** Gives each finding the terms of its tokens; words outside all findings become findings of their own. */
function withTerms(view: SentenceView, drafts: readonly Draft[], words: readonly WordTerms[]): Finding[] {
  const owner = new Map<number, number>();
  drafts.forEach(({ first, last }, index) => {
    for (let at = first; at <= last; at++) owner.set(at, index);
  });
  const terms = drafts.map((): string[] => []);
  const alone: Finding[] = [];
  for (const { at, terms: own } of words) {
    const index = owner.get(at);
    if (index !== undefined) terms[index]?.push(...own);
    else if (!isInside({ first: at, last: at }, view.reporting)) {
      alone.push({
        first: at,
        last: at,
        relation: 'wording',
        value: 0,
        modifiers: [],
        dimension: null,
        terms: own,
      });
    }
  }
  const findings = drafts.map(
    (draft, index): Finding => ({ ...draft, terms: isTurned(draft) ? [] : (terms[index] ?? []) }),
  );
  return [...findings, ...alone].sort((a, b) => a.first - b.first);
}

function hitFinding(view: SentenceView, hit: CueHit): Draft | null {
  const reading = readHit(view, hit);
  if (!reading) return null;
  const { factor, modifiers } = polarityOf(view, hit, reading.value);
  // "its critics" says nothing until they are set aside.
  if (
    hit.word &&
    OPPOSERS.has(view.syntax.tokens[hit.anchor]?.lemma ?? '') &&
    !modifiers.includes('rejected')
  ) {
    return null;
  }
  const dimension = hit.word?.dimension ?? hit.verb?.dimension ?? 'none';
  return {
    first: reading.relation === 'opponent.harmed' && hit.word ? governingVerb(view, hit) : hit.first,
    last: hit.last,
    relation: reading.relation,
    value: capped(reading.value * factor),
    modifiers,
    dimension: dimension === 'none' ? null : dimension,
  };
}

/** Changes that turn words round in a way that the word weights cannot see. */
const TURNING = new Set([
  'rejected',
  'doubted',
  'reduced',
  'counterfactual',
  'compared',
  'excessive',
  'asked',
]);

function isTurned({ modifiers }: Draft): boolean {
  return modifiers.some((modifier) => TURNING.has(modifier));
}

/** "inflicted significant damage": the harm begins with the verb. */
function governingVerb(view: SentenceView, hit: CueHit): number {
  const phrase = view.syntax.phraseAt[hit.anchor] ?? -1;
  const verb = view.syntax.verbs.find((_, index) => view.syntax.links.object[index] === phrase);
  return verb && verb.verb < hit.first ? verb.verb : hit.first;
}

/** Late findings are modified like hits on the same tokens. */
function modified(view: SentenceView, finding: Draft): Draft {
  const hit = view.hits.find((other) => other.first === finding.first && other.last === finding.last);
  const bare = {
    first: finding.first,
    last: finding.last,
    anchor: finding.last,
    verb: null,
    word: null,
    attitude: 0,
  };
  const { factor, modifiers } = polarityOf(view, hit ?? bare, finding.value);
  return { ...finding, value: capped(finding.value * factor), modifiers };
}

function capped(value: number): number {
  return Math.max(-CAP, Math.min(CAP, value));
}
