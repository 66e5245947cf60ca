import type { Block } from '../page.js';
import type { Measures } from './measures.js';

/** How much a block looks like a paragraph: 2 surely, 1 perhaps (a short sentence), 0 not. */
export type Prose = 0 | 1 | 2;

/** Words from which on a block that ends like a sentence is a paragraph. */
const PARAGRAPH_WORDS = 8;

/** Words from which on it is one even without an end mark (cut off, or leading on to a list). */
const LONG_WORDS = 20;

/** The same where one sentence has already ended inside it. */
const STOPPED_WORDS = 12;
const INNER_STOP = /(?:\p{Ll}{2}|\d)[.!?]["”’)]?\s["“‘(]?\p{Lu}/u;

/** Words below which a sentence is too short to say much ("Yes.", "But why?"). */
const SENTENCE_WORDS = 2;

/** Share of capitalized words that headlines exceed and sentences rarely reach. */
const HEADLINE_SHARE = 0.6;

/** Words of the longest headlines. */
const MAX_HEADLINE_WORDS = 25;

/** A block whose letters are mostly links is a list of links. */
const MAX_LINK_SHARE = 0.7;

/** "3 Is your town next?": an entry of a numbered list of headlines. */
const NUMBERED = /^\d{1,2}[.)]?\s/u;

/** Judges a block by its shape. */
export function proseOf(block: Block, measures: Measures): Prose {
  const { words, ended, fullStop, titleShare, digitShare, quotes } = measures;
  if (block.kind === 'heading' || block.kind === 'caption' || digitShare > 0.5) return 0;
  if (isMostlyLinks(block, measures)) return 0;
  const likeHeadline = titleShare > HEADLINE_SHARE && words <= MAX_HEADLINE_WORDS;
  if (words >= (INNER_STOP.test(block.text) ? STOPPED_WORDS : LONG_WORDS) && !likeHeadline && !isMenu(block))
    return 2;
  if (!ended || (!fullStop && ((likeHeadline && !quotes) || NUMBERED.test(block.text)))) return 0;
  if (words >= PARAGRAPH_WORDS) return 2;
  return words >= SENTENCE_WORDS ? 1 : 0;
}

/** Whether the parts of a line are entries side by side rather than parts of a sentence. */
export function isMenu({ pieces }: Block): boolean {
  if (pieces.length < 2) return false;
  const words = pieces.reduce((sum, piece) => sum + piece.split(' ').length, 0);
  return words / pieces.length <= 4;
}

function isMostlyLinks({ linkShare }: Block, { words, fullStop }: Measures): boolean {
  return linkShare > MAX_LINK_SHARE && !(fullStop && words >= LONG_WORDS);
}
