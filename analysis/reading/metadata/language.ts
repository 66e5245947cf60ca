/** Words below which detection guesses (tinyld on single sentences is often wrong). */
const MIN_WORDS = 50;

/** Characters that detection needs to see; more only costs time. */
const SAMPLE = 6_000;

/** Language assumed where too little text is there to tell. */
export const DEFAULT_LANGUAGE = 'en';

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
  const { detect } = await import('tinyld');
  return detect(sample) || primary || DEFAULT_LANGUAGE;
}
