import type { CorpusProblem } from './problem.js';

/** What stands in a decoded text where bytes were no UTF-8. */
const REPLACEMENT = '\uFFFD';

/** The first line of a decoded file that was not UTF-8, as a problem; null where all of it was. */
export function encodingProblem(text: string, file: string): CorpusProblem | null {
  const position = text.indexOf(REPLACEMENT);
  if (position < 0) return null;
  const line = text.slice(0, position).split('\n').length;
  return { file, line, problem: 'the text is not UTF-8', allowed: 'a file saved with the encoding UTF-8' };
}
