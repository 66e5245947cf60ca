import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readArticle, unitTexts } from './read.js';

const DECK =
  'Minister Rosa Anker says that the river pact has done what nobody expected of it and credits the small ports.';
const BODY = [
  'DELFT, March 4 (Sputnik) - Minister Rosa Anker praised the river pact on Wednesday, a year after nine states signed it.',
  '"We stopped counting barges and started counting friends," Anker told reporters at the town hall in Delft.',
  "However, a number of skippers have voiced doubts. In late January skippers' chairman Jan Boot claimed that inspections had become slower, despite the new offices.",
  'Boot conceded that the pact had cleared two wrecks.',
  'The pact was signed in May 2013. It has no army, no flag and, so far, no song.',
];

/** Lines that pages print above an article; none is a title. */
const ABOVE = [
  '14:02 GMT11 June 2019',
  'Listen Live',
  'Subscribe',
  'Log in | Register',
  'Middle East',
  'World',
  'Home > World > Europe',
  'News  Sport  Culture  Weather  Video',
  'Get short URL',
  'Share on Facebook',
  'Tweet 12   Share 40',
  'Print',
  'Email',
  '0 14',
  '7',
  '1,204 views',
  'Rivers and Their Rights (212)',
  'Rosa Anker in Delft. © AFP / Pieter Claes',
  'Photo: Pieter Claes/Reuters',
  'Advertisement',
  '4 min read',
  'Comments (12)',
];

/** Lines that pages print below an article. */
const BELOW = [
  'Barges of the Pact Leave the Port of Delft for the First Time',
  'Rivers and Their Rights (212)',
  'READ MORE: What the river pact costs',
  'Related articles',
  'Skippers Threaten to Block Locks Over Inspection Fees',
  'Anker Says Ninth State Is Not Last to Join Pact',
  'Most read',
  '1. Cat Rescued From Lighthouse',
  '2. Why the Bridge Stayed Shut',
  'river pact, Delft, Rosa Anker, shipping',
  'Tags: river pact, Delft',
  'Share this article',
  'Facebook Twitter WhatsApp',
  'Sign up for our daily newsletter and never miss a story.',
  'We use cookies to give you the best experience on our site.',
  'Reporting by Ana Lind; Editing by Karl Voss',
  '© 2019 River Herald. All rights reserved.',
  'Terms of use | Privacy policy | Contact',
  'Community standardsDiscussion',
  'Add a comment',
  'Download our app',
];

const indent = fc.constantFrom('', '    ', '\t');
const gap = fc.constantFrom('\n', '\n\n');

describe('furniture around an article', () => {
  it('never changes the article, in whatever selection and order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(ABOVE),
        fc.shuffledSubarray(BELOW),
        fc.boolean(),
        indent,
        gap,
        async (above, below, hasDeck, blanks, between) => {
          const article = [...(hasDeck ? [DECK] : []), ...BODY];
          const lines = [
            above.join('\n'),
            article.map((text) => `${blanks}${text}`).join(between),
            below.join('\n'),
          ];
          const read = await readArticle(lines.filter((part) => part !== '').join('\n\n'));
          expect(unitTexts(read)).toEqual(article);
          expect(read.title).toBeNull();
          expect(read.units[0]?.role).toBe(hasDeck ? 'deck' : 'body');
          expect(read.dropped.map(({ text }) => text)).toEqual(
            [...above, ...below].map((line) => line.replace(/\s+/gu, ' ')),
          );
          expect(read).toMatchObject({
            dateline: { place: 'Delft', date: 'March 4', agency: 'Sputnik' },
            published: '2015-03-04',
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  it('leaves the title in its place above them', async () => {
    const title = 'Minister Hails River Pact as Skippers Grumble';
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(ABOVE), fc.nat(), async (above, place) => {
        const head = [...above];
        head.splice(place % (above.length + 1), 0, title);
        const read = await readArticle(`${head.join('\n')}\n\n${BODY.join('\n\n')}\n`);
        expect(read.title).toBe(title);
        expect(unitTexts(read)).toEqual(BODY);
      }),
      { numRuns: 60 },
    );
  });

  it('may stand between its paragraphs', async () => {
    const inserts = [
      'Advertisement',
      'READ MORE: What the river pact costs',
      'Barges wait at the lock. (Photo: R. Claes)',
      '[Read: How the pact began]',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(null, ...inserts), {
          minLength: BODY.length - 1,
          maxLength: BODY.length - 1,
        }),
        async (chosen) => {
          const blocks = BODY.flatMap((text, at) => [text, ...(chosen[at] ? [chosen[at]] : [])]);
          const read = await readArticle(`Get short URL\n\n${blocks.join('\n\n')}\n\nAdd a comment`);
          expect(unitTexts(read)).toEqual(BODY);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives a precise reason for each line', async () => {
    const read = await readArticle(`${ABOVE.join('\n')}\n\n${BODY.join('\n\n')}\n\n${BELOW.join('\n')}`);
    const reasons = Object.fromEntries(read.dropped.map(({ text, reason }) => [text, reason]));
    expect(reasons).toMatchObject({
      '14:02 GMT11 June 2019': 'clock of the page',
      '0 14': 'counter',
      'Rivers and Their Rights (212)': 'label of a story series with its count',
      'Skippers Threaten to Block Locks Over Inspection Fees': 'list of related headlines',
      'river pact, Delft, Rosa Anker, shipping': 'tag list (kept as keywords)',
      'Reporting by Ana Lind; Editing by Karl Voss': 'reporting credit',
      '© 2019 River Herald. All rights reserved.': 'copyright notice',
    });
    expect(read.keywords).toEqual(['river pact', 'Delft', 'Rosa Anker', 'shipping']);
  });
});
