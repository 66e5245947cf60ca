import type { CueHit } from '../cues/hits.js';
import { readHit } from './hit-rules.js';
import type { Finding } from './observation.js';
import { polarityOf } from './polarity.js';
import { LATE_RULES, SENTENCE_RULES } from './sentence-rules.js';
import type { SentenceView } from './view.js';

/** Values nearer to 0 than this say nothing. */
const LEAST_VALUE = 0.02;

/** A value is kept inside [-CAP, CAP] whatever intensifiers pile up. */
const CAP = 1.5;

/**
 * All judging words of a sentence that reach the target, without overlap: sentence rules first,
 * then single hits, then what is left over. `related` is false for a sentence without a mention
 * that continues a speech about the target: there only what it says of the opponent counts.
 */
export function findEvidence(view: SentenceView, related: boolean): Finding[] {
  const taken = new Uint8Array(view.syntax.tokens.length);
  const found: Finding[] = [];
  const add = (finding: Finding | null) => {
    if (!finding || Math.abs(finding.value) < LEAST_VALUE) return;
    if (taken.subarray(finding.first, finding.last + 1).some((used) => used === 1)) return;
    taken.fill(1, finding.first, finding.last + 1);
    found.push(finding);
  };
  for (const rule of SENTENCE_RULES) rule(view).forEach(add);
  if (related) for (const hit of view.hits) add(hitFinding(view, hit));
  for (const range of [...view.targets, ...view.opponents]) taken.fill(1, range.first, range.last + 1);
  for (const rule of LATE_RULES) for (const finding of rule(view)) add(modified(view, finding));
  return found
    .filter((finding) => related || finding.relation === 'ease' || finding.relation === 'opponent.state')
    .sort((a, b) => a.first - b.first);
}

function hitFinding(view: SentenceView, hit: CueHit): Finding | null {
  const reading = readHit(view, hit);
  if (!reading) return null;
  const { factor, modifiers } = polarityOf(view, hit);
  const dimension = hit.word?.dimension ?? hit.verb?.dimension ?? 'none';
  return {
    first: hit.first,
    last: hit.last,
    relation: reading.relation,
    value: capped(reading.value * factor),
    modifiers,
    dimension: dimension === 'none' ? null : dimension,
  };
}

/** Late findings are modified like hits on the same tokens. */
function modified(view: SentenceView, finding: Finding): Finding {
  const hit = view.hits.find((other) => other.first === finding.first && other.last === finding.last);
  const bare = {
    first: finding.first,
    last: finding.last,
    anchor: finding.last,
    verb: null,
    word: null,
    attitude: 0,
  };
  const { factor, modifiers } = polarityOf(view, hit ?? bare);
  return { ...finding, value: capped(finding.value * factor), modifiers };
}

function capped(value: number): number {
  return Math.max(-CAP, Math.min(CAP, value));
}
