import type { Block } from '../page.js';

/** What can be counted about a block without knowing a single word of it. */
export interface Measures {
  readonly words: number;
  /** Whether it ends as sentences do, closing quotes and brackets aside. */
  readonly ended: boolean;
  /** Whether that end is a full stop, the mark that headlines do without. */
  readonly fullStop: boolean;
  /** Share of the longer words after the first that begin with a capital, 0 to 1. */
  readonly titleShare: number;
  /** Share of digits among letters and digits, 0 to 1. */
  readonly digitShare: number;
  /** Letters at the beginning of the block. */
  readonly letters: number;
  /** Whether words stand between quotation marks. */
  readonly quotes: boolean;
}

/** Characters that are counted; what follows cannot turn a paragraph into a menu. */
const MEASURED = 4_000;

const CLOSING = /["'”’»«“)\]›\s]+$/u;
const SENTENCE_END = /[.!?…。！？؟۔।]$/u;
const STOP_END = /[.…。۔।]$/u;
/** "U.S.", "Inc.": a dot that belongs to the word. */
const ABBREVIATION = /(?:^|\s)(?:(?:\p{L}\.){2,}|Inc\.|Ltd\.|Corp\.|Co\.|Jr\.|Sr\.|St\.|No\.|vs\.)$/u;
/** Scripts that write without blanks, where two characters make about one word. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;
const UNSPACED_ANY = /[\u0E00-\u0E7F\u3040-\u30FF\u3400-\u9FFF]/u;
const QUOTE_MARK = /["“”„«»]/u;

/** Words from which on a line in sentence case that ends in an abbreviation is a sentence. */
const SENTENCE_WORDS = 10;

/** Characters whose letters and digits are counted: only lines are told by their share. */
const COUNTED = 300;

/** Short words ("of", "the") are small in headlines too and tell nothing. */
const TELLING_LETTERS = 4;

/** Measures a block; time grows with its length up to a limit. */
export function measure({ text }: Block): Measures {
  const sample = text.length > MEASURED ? text.slice(0, MEASURED) : text;
  const words = sample.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word));
  const unspaced = UNSPACED_ANY.test(sample) ? (sample.match(UNSPACED)?.length ?? 0) : 0;
  const bare = closingRemoved(text);
  const counted = sample.slice(0, COUNTED);
  const letters = counted.match(/\p{L}/gu)?.length ?? 0;
  const digits = counted.match(/\p{N}/gu)?.length ?? 0;
  const share = titleShare(words);
  // Sentences end in abbreviations too ("sales in the U.S."); headlines end in little else with a dot.
  const abbreviated = ABBREVIATION.test(bare.slice(-20)) && (words.length < SENTENCE_WORDS || share > 0.5);
  const ended = SENTENCE_END.test(bare) && !abbreviated;
  return {
    words: Math.max(words.length, Math.ceil(unspaced / 2)),
    ended,
    fullStop: ended && STOP_END.test(bare),
    titleShare: share,
    digitShare: digits + letters === 0 ? 0 : digits / (digits + letters),
    letters,
    quotes: QUOTE_MARK.test(sample),
  };
}

/** Only the end is looked at: a pattern anchored there would try every white space of the text. */
function closingRemoved(text: string): string {
  return text.slice(-40).replace(CLOSING, '');
}

function titleShare(words: readonly string[]): number {
  const telling = words.slice(1).filter((word) => word.length >= TELLING_LETTERS && /\p{L}/u.test(word));
  const capital = telling.filter((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
  return telling.length === 0 ? 0 : capital.length / telling.length;
}
