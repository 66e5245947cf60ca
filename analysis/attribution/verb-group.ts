import { type Discourse, normAt, OUTSIDE, placeAt, posAt, type Range } from './discourse.js';

/** A cue verb with its auxiliaries and adverbs. */
export interface VerbGroup extends Range {
  /** The cue verb itself. */
  readonly head: number;
  /**
   * finite: has a subject of its own ("has said"); participle: "-ing" that takes the subject of its clause
   * ("adding that"); infinitive: "to say"; passive: "was criticized".
   */
  readonly form: 'finite' | 'participle' | 'infinitive' | 'passive';
  /** "should say", "could accuse": what is wanted or possible, not what was said. */
  readonly supposed: boolean;
}

const SUPPOSING = /^(?:should|must|ought|can|could|may|might)$/u;
const BE = /^(?:am|is|are|was|were|be|been|being|'m|'re|get|gets|got)$/u;
/** Words between an auxiliary or subject and its verb, however tagged: "has since said", "the Post first reported". */
export const LIGHT_WORD =
  /^(?:not|n't|first|also|later|still|just|once|since|then|again|even|long|far|both)$/u;
/** How many auxiliaries and adverbs a verb takes before it ("has also been repeatedly"). */
const LONGEST_GROUP = 6;

/** The group of the cue verb at `head` whose words end before `to`. */
export function verbGroup(discourse: Discourse, head: number, to: number, floor: number): VerbGroup {
  let from = head;
  let passive = false;
  let infinitive = false;
  let supposed = false;
  const place = placeAt(discourse, head);
  while (from - 1 >= floor && head - from < LONGEST_GROUP && placeAt(discourse, from - 1) === place) {
    const pos = posAt(discourse, from - 1);
    const norm = normAt(discourse, from - 1);
    if (norm === 'to' && from === firstNonAdverb(discourse, from, head)) infinitive = true;
    else if (pos === 'AUX' && BE.test(norm)) passive = true;
    else if (pos === 'AUX' && SUPPOSING.test(norm)) supposed = true;
    else if (pos !== 'AUX' && pos !== 'ADV' && !LIGHT_WORD.test(norm)) break;
    from--;
    if (infinitive) break;
  }
  while (
    from < head &&
    posAt(discourse, from) === 'ADV' &&
    place === OUTSIDE &&
    isSentenceAdverb(discourse, from)
  )
    from++;
  return {
    from,
    to,
    head,
    supposed,
    form: formOf(normAt(discourse, head), posAt(discourse, head), passive, infinitive),
  };
}

function firstNonAdverb(discourse: Discourse, from: number, head: number): number {
  let i = from;
  while (i < head && posAt(discourse, i) === 'ADV') i++;
  return i === head ? from : -1;
}

/** "However", "Meanwhile" before a subjectless verb belong to the sentence. */
function isSentenceAdverb(discourse: Discourse, i: number): boolean {
  return (
    /^(?:however|meanwhile|moreover|instead|still|then|thus|also)$/u.test(normAt(discourse, i)) &&
    /^\p{Lu}/u.test(discourse.tokens[i]?.text ?? '')
  );
}

function formOf(norm: string, pos: string, passive: boolean, infinitive: boolean): VerbGroup['form'] {
  const gerund = norm.endsWith('ing') && pos !== 'AUX';
  if (infinitive) return 'infinitive';
  if (gerund) return passive ? 'finite' : 'participle';
  return passive && pos !== 'AUX' ? 'passive' : 'finite';
}
