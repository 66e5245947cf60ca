import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readArticle, unitTexts } from './read.js';

const WORDS =
  'the force said that patrols would go on until spring although villagers along the river doubted it and asked for boats'.split(
    ' ',
  );

/** Paragraphs of one to three sentences; the marker keeps them apart. */
const paragraph = fc
  .array(fc.array(fc.constantFrom(...WORDS), { minLength: 8, maxLength: 30 }), { minLength: 1, maxLength: 3 })
  .map((sentences) => sentences.map((words) => `${capital(words.join(' '))}.`).join(' '));
const article = fc.array(paragraph, { minLength: 1, maxLength: 12 });

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Lines of at most `width` characters. */
function wrap(text: string, width: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

describe('plain articles come out complete', () => {
  it.each([
    ['one line a paragraph', '\n'],
    ['blank lines between', '\n\n'],
    ['Windows line ends', '\r\n\r\n'],
    ['indented by tabs', '\n\t'],
    ['no-break spaces between', '\n\u00A0\n'],
  ])('%s', async (_name, separator) => {
    await fc.assert(
      fc.asyncProperty(article, async (paragraphs) => {
        const read = await readArticle(paragraphs.join(separator));
        expect(unitTexts(read)).toEqual(paragraphs);
        expect(read.dropped).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('hard-wrapped at any width', async () => {
    await fc.assert(
      fc.asyncProperty(article, fc.integer({ min: 60, max: 90 }), async (paragraphs, width) => {
        // A single line says nothing about wrapping; two paragraphs of several lines do.
        fc.pre(paragraphs.some((text) => text.length > 3 * width));
        const read = await readArticle(paragraphs.map((text) => wrap(text, width)).join('\n\n'));
        expect(unitTexts(read)).toEqual(paragraphs);
      }),
      { numRuns: 40 },
    );
  });

  it('keeps title, byline and date apart from the text', async () => {
    const read = await readArticle(
      'Pact Holds as Winter Nears\nBy Jane Doe\nPublished: 3 December 2014\n\nThe pact held for another week, its members said.\n\n"We are surprised ourselves," one of them added.',
    );
    expect(read).toMatchObject({
      title: 'Pact Holds as Winter Nears',
      byline: 'Jane Doe',
      published: '2014-12-03',
      publishedBasis: 'stated',
    });
    expect(read.units).toHaveLength(2);
  });

  it('removes what no reader sees and joins what white space parted', async () => {
    const read = await readArticle(
      'The coali\u00ADtion\u200B has\u00A0 a  strong\u202E position, e\u0301lan and time.\n',
    );
    expect(unitTexts(read)).toEqual(['The coalition has a strong position, élan and time.']);
  });

  it('invents no title', async () => {
    const read = await readArticle(
      'The pact held for another week, its members said.\n\nThey were surprised themselves.',
    );
    expect(read).toMatchObject({ title: null, titleBasis: 'missing' });
  });
});
