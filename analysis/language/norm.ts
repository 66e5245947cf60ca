const CURLY = /[’ʼ‘]/u;
const EACH_CURLY = /[’ʼ‘]/gu;

/** Lower case with straight apostrophes; same length as the word for all but a few letters of rare scripts. */
export function normOf(word: string): string {
  const lower = word.toLowerCase();
  return CURLY.test(lower) ? lower.replace(EACH_CURLY, "'") : lower;
}
