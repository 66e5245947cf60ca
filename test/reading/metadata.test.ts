import { describe, expect, it } from '@jest/globals';
import { headlineVerbs } from '../../analysis/reading/headline-verbs.js';
import { readByline } from '../../analysis/reading/metadata/byline.js';
import { readDateline } from '../../analysis/reading/metadata/dateline.js';
import {
  inferPublication,
  newestPastDate,
  statedPublication,
} from '../../analysis/reading/metadata/dates.js';
import { isTagList, readKeywords } from '../../analysis/reading/metadata/keywords.js';
import { outletsOf } from '../../analysis/reading/metadata/outlet.js';
import { readPrintedDate } from '../../analysis/reading/metadata/printed-date.js';
import { loadResources } from '../../analysis/resources/index.js';

const isVerb = headlineVerbs(loadResources());
const outlets = outletsOf(loadResources());

describe('datelines', () => {
  it.each([
    ['MOSCOW, December 3 (Sputnik) - US officials', 'Moscow', 'December 3', 'Sputnik'],
    ['BRUSSELS (Reuters) - Foreign ministers', 'Brussels', null, 'Reuters'],
    ['BRUSSELS, Dec. 3 (Xinhua) -- Foreign ministers', 'Brussels', 'Dec. 3', 'Xinhua'],
    ['WASHINGTON — The president', 'Washington', null, null],
    ['BAGHDAD, Iraq (AP) — Gunmen', 'Baghdad, Iraq', null, 'AP'],
    ['RIO DE JANEIRO, 3 Dec 2014 (AFP) – Voters', 'Rio de Janeiro', '3 Dec 2014', 'AFP'],
    ['MOSCOW, December 3. /TASS/. Russia', 'Moscow', 'December 3', 'TASS'],
    ['BRUSSELS/Xinhua -- Ministers', 'Brussels', null, 'Xinhua'],
    ['BRUSSELS, Wednesday December 3 - The United States', 'Brussels', 'Wednesday December 3', null],
    ['Brussels, Belgium (CNN) The first thing', 'Brussels, Belgium', null, 'CNN'],
    ['Brüssel (dpa) - Die Minister', 'Brüssel', null, 'dpa'],
    ['Bogotá, 18 dic (EFE).- La misión', 'Bogotá', '18 dic', 'EFE'],
    ['(ANSA) - ROMA, 3 DIC - Il ministro', 'Roma', '3 DIC', 'ANSA'],
    ['KABUL: Elders met on Monday', 'Kabul', null, null],
    ['UNITED NATIONS, New York, Sept. 9 (UPI) -- The council', 'United Nations, New York', 'Sept. 9', 'UPI'],
  ])('%s', (paragraph, place, date, agency) => {
    expect(readDateline(paragraph, outlets)).toEqual({ place, date, agency });
  });

  it.each([
    'Kerry - who chaired the meeting - said that it had gone well.',
    'The group (also known as Daesh) said it would fight on.',
    '“This will take years,” Kerry said — and meant it.',
    'Hammond: Air power buys time.',
    'In 2014 (the year of the pact) - as in 2015 - prices rose.',
    'The Islamic State (IS) is a jihadist group.',
  ])('none in: %s', (paragraph) => {
    expect(readDateline(paragraph, outlets)).toBeNull();
  });
});

describe('bylines', () => {
  it.each([
    ['By Jane Doe', 'Jane Doe'],
    ['By GARY TILLOTSON, Defence Editor, in Brussels', 'GARY TILLOTSON'],
    ['By Annika Solheim and Peter Dunmore', 'Annika Solheim and Peter Dunmore'],
    [
      'By A. B. Yehoshua, Marie de la Tour and Omar al-Bakri | Tribune',
      'A. B. Yehoshua, Marie de la Tour and Omar al-Bakri',
    ],
    ['Nadia Brook in Sandvik', 'Nadia Brook'],
    ['Dana Witherow, Staff writer', 'Dana Witherow'],
    ['Von Jürgen Möller, Brüssel', 'Jürgen Möller'],
    ['By Jane Doe March 3, 2015', 'Jane Doe'],
    ['By Reuters', 'Reuters'],
    ['By our staff reporter', null],
  ])('%s', (line, names) => {
    expect(readByline(line, isVerb)).toMatchObject({ names });
  });

  it.each([
    'Middle East',
    'By the time he spoke the hall was empty.',
    'Kerry Praises Coalition Members in Brussels Talks',
    'Senior Correspondent',
  ])('none in: %s', (line) => {
    const byline = readByline(line, isVerb);
    expect(byline === null || !byline.prefixed).toBe(true);
    expect(line.split(' ').length > 2 ? byline : null).toBeNull();
  });
});

describe('printed dates', () => {
  it.each([
    ['00:51 GMT04 March 2021', 2021, 3, 4],
    ['Wed Dec 3, 2014 7:48pm GMT', 2014, 12, 3],
    ['December 3', null, 12, 3],
    ['3. Dezember 2014, 12:30 Uhr', 2014, 12, 3],
    ['le 3 décembre', null, 12, 3],
    ['18 dic', null, 12, 18],
    ['2014-12-03T21:16:00+00:00', 2014, 12, 3],
    ['03.12.2014', 2014, 12, 3],
    ['25/12/2014', 2014, 12, 25],
  ])('%s', async (text, year, month, day) => {
    expect(await readPrintedDate(text)).toMatchObject({ year, month, day, ambiguous: false });
  });

  it.each(['half past nine', 'page 3 of 12', 'may be', 'Sunday'])('none in: %s', async (text) => {
    expect(await readPrintedDate(text)).toBeNull();
  });

  it('keeps both readings of a date that has two', () => {
    const publication = statedPublication({ year: 2014, month: 3, day: 12, weekday: null, ambiguous: true });
    expect(publication).toEqual({
      published: '2014-03-12',
      publishedBasis: 'inferred',
      publishedCandidates: ['2014-03-12', '2014-12-03'],
    });
  });

  it('lets the weekday choose between them', () => {
    const publication = statedPublication({ year: 2014, month: 3, day: 12, weekday: null, ambiguous: true });
    const friday = statedPublication({ year: 2014, month: 5, day: 12, weekday: 5, ambiguous: true });
    expect(publication.published).toBe('2014-03-12');
    expect(friday.published).toBe('2014-12-05');
  });
});

describe('dates without a year', () => {
  const december3 = { year: null, month: 12, day: 3, weekday: null, ambiguous: false };
  const wednesday = 3;

  it('takes the year in which the weekday fits, between body and capture', () => {
    const evidence = {
      captured: { year: 2021, month: 3, day: 4 },
      newest: { year: 2014, month: 6 },
      weekday: wednesday,
    };
    const publication = inferPublication(december3, evidence);
    expect(publication).toMatchObject({ published: '2014-12-03', publishedBasis: 'inferred' });
    expect(publication.publishedCandidates).toContain('2015-12-03');
    expect(publication.publishedCandidates).not.toContain('2013-12-03');
    expect(publication.publishedCandidates).not.toContain('2021-12-03');
  });

  it('is not younger than the capture', () => {
    const evidence = { captured: { year: 2014, month: 12, day: 2 }, newest: null, weekday: null };
    expect(inferPublication(december3, evidence).published).toBe('2013-12-03');
  });

  it('is not older than a month named in the body', () => {
    const evidence = { captured: null, newest: { year: 2014, month: 12 }, weekday: null };
    expect(inferPublication({ ...december3, month: 1 }, evidence).published).toBe('2015-01-03');
  });

  it('concludes nothing from nothing', () => {
    expect(inferPublication(december3, { captured: null, newest: null, weekday: wednesday })).toEqual({
      published: null,
      publishedBasis: 'unknown',
      publishedCandidates: [],
    });
  });

  it.each([
    ['It has fought since 2012. In June 2014, it launched an offensive.', { year: 2014, month: 6 }],
    ['They hope to finish by 2020, he said in 2013.', { year: 2013, month: null }],
    ['The plant will open in 2030.', null],
    ['It cost $2015, and 2014 people came.', null],
    ['On March 9, 2011, and again in 2010', { year: 2011, month: 3 }],
  ])('newest past date: %s', (text, expected) => {
    expect(newestPastDate(text)).toEqual(expected);
  });
});

describe('keywords', () => {
  it('reads labelled and unlabelled lists', () => {
    expect(readKeywords('Tags: Syria, Iraq, the pact', ['Tags: Syria, Iraq, the pact'])).toEqual([
      'Syria',
      'Iraq',
      'the pact',
    ]);
    expect(readKeywords('Tags: ISIL Brussels meeting', ['Tags: ISIL', 'Brussels meeting'])).toEqual([
      'ISIL',
      'Brussels meeting',
    ]);
  });

  it.each([
    ['Daesh, terrorism, Pentagon, Riad Haddad, Syria, Iraq', true],
    ['Kerry Lauds Iraq for National Budget, Oil Exports Deal With Kurdistan', false],
    ['Syria, Iraq, and the rest of them', false],
    ['He came, he saw, he left.', false],
  ])('%s', (line, expected) => {
    expect(isTagList(line)).toBe(expected);
  });
});
