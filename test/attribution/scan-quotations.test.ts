import { describe, expect, it } from '@jest/globals';
import { read } from './read.js';

/** Each quotation as kind, "!" where it is not closed, and its words. */
function quotations(text: string): string[] {
  return read(text).quotations.map(
    ({ start, end, kind, closed }) => `${kind}${closed ? '' : '!'} ${text.slice(start, end)}`,
  );
}

describe('quotations', () => {
  it.each([
    ['straight', '"It works," he said.', ['speech It works,']],
    ['curly', '“It works,” he said.', ['speech It works,']],
    ['mixed', '“It works," he said. "It lasts,” he added.', ['speech It works,', 'speech It lasts,']],
    ['doubled single marks', "''It works,'' he said.", ['speech It works,']],
    ['guillemets', '«It works», he said.', ['speech It works']],
    ['low marks', '„It works“, he said.', ['speech It works']],
    ['single', "'It works,' Berg's aide said.", ['speech It works,']],
    ['nested', '"He said \'never\' to me," she said.', ["speech He said 'never' to me,", 'speech never']],
    ['nested at the end', "''They said 'no,''' Berg recalled.", ["speech They said 'no,'", 'speech no,']],
    ['not closed', '"It works for us all, he said.\nHe left.', ['speech! It works for us all, he said.']],
    [
      'a second opening mark closes the first',
      '“It works for us. “It lasts,” he said.',
      ['speech! It works for us.', 'speech It lasts,'],
    ],
    ['apostrophes', "The '90s rock 'n' roll of the officials' choir wasn't Berg's.", []],
    ['inches', 'The 5" pipe and the 6" pipe burst.', []],
    ['scare quotes', 'The "moderate" rebels came.', ['scare moderate']],
    [
      'titles',
      'They watched "The Square" and read "The Long War Home and Away".',
      ['scare The Square', 'scare The Long War Home and Away'],
    ],
  ])('%s', (_, text, expected) => {
    expect(quotations(text)).toEqual(expected);
  });
});
