/** Words below which detection guesses (tinyld on single sentences is often wrong). */
const MIN_WORDS = 50;

/** Characters that detection needs to see; more only costs time. */
const SAMPLE = 6_000;

/**
 * Function words of English that few other languages share. In English news they make up about a third
 * of the words, elsewhere hardly any; foreign names, which mislead detection by letters, do not
 * change that.
 */
const ENGLISH = new Set(
  'the and of to that with for was were has have had been which this from by it its is are at on as not but they their who will would said'.split(
    ' ',
  ),
);
/** Share of these words from which a text is English. */
const ENGLISH_SHARE = 0.12;

/** Language assumed where too little text is there to tell. */
const DEFAULT_LANGUAGE = 'en';

/**
 * BCP 47 tag of a whole article: detected on 50 words or more, since page templates often state the
 * wrong language; a stated one counts where the text is shorter.
 */
export async function languageOf(text: string, stated: string | null): Promise<string> {
  const tag =
    stated && /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu.test(stated) ? stated.replaceAll('_', '-') : null;
  const primary = tag?.split('-')[0]?.toLowerCase() ?? null;
  const sample = text.slice(0, SAMPLE);
  const words = sample.split(/\s+/u).length;
  const unspaced =
    sample.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  if (words + unspaced / 2 < MIN_WORDS) return primary ?? DEFAULT_LANGUAGE;
  if (isEnglish(sample)) return DEFAULT_LANGUAGE;
  const { detect } = await import('tinyld');
  return detect(sample) || primary || DEFAULT_LANGUAGE;
}

function isEnglish(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => ENGLISH.has(word)).length >= ENGLISH_SHARE * words.length;
}
