import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { HARBOR, HOSTILE, HOSTILE_NAME, TWO_SIDES, WITH_OWN_TARGET } from '../http/articles.js';
import { filledSheet } from '../http/coding.js';
import { formOf, IMPORT_TIMEOUT, type LibraryServer, startLibrary } from '../http/library-server.js';
import { accessProblems, openBrowser, scrollsSideways, VISITORS } from './chromium.js';
import { describeInBrowser } from './suite.js';

/** Fifteen states are looked at in turn; axe takes seconds for each. */
jest.setTimeout(5 * IMPORT_TIMEOUT);

const LONG_TITLE = JSON.stringify({
  id: 'long',
  title: 'The coalition and everything that was ever said of it '.repeat(19).slice(0, 1000),
  text: `The US-led coalition has failed, said ${'Verylongnamewithoutanyspace'.repeat(8)}.`,
});

const RIGHT_TO_LEFT = JSON.stringify({
  id: 'rtl',
  title: 'التحالف الدولي يعلن تقدما في بروكسل',
  outlet: 'المرصد',
  language: 'ar',
  text: 'قال وزير الخارجية إن التحالف الدولي حقق تقدما كبيرا في العراق.',
});

/** What a person may change in the first article; the reason is hostile. */
const HAND_MADE = [
  { kind: 'set-metadata', field: 'outlet', value: 'The Quay <b>Gazette</b>', seen: '0' },
  {
    kind: 'set-label',
    passage: 'u2',
    target: 'coalition',
    label: 'mixed',
    reason: `<img src=x> ${'Verylongreasonwithoutanyspace'.repeat(9)} السبب`,
    seen: '1',
  },
  { kind: 'drop-passage', passage: 'u4', seen: '2' },
];

/** The word lists of the targets are one like the other, and long: the first stands for all. */
const UNFOLD = `
  for (const details of document.querySelectorAll('details:not(.words)')) details.open = true;
  document.querySelector('details.words')?.setAttribute('open', '');
`;

/** Among them they have all colors; what else axe looks at is the same in light and dark. */
const OF_EVERY_COLOR = new Set([
  'library',
  'report',
  'report that was not scored',
  'import with refusals',
  'sample that was coded',
]);

/** What axe must tell of: no language, a picture and a button without words, a heading that can hardly be read. */
const BREAK = `
  document.documentElement.removeAttribute('lang');
  document.querySelector('h1').style.color = '#eee';
  document.querySelector('main').append(document.createElement('img'), document.createElement('button'));
`;

const LABELS = ['neutral', 'skeptical', 'mixed', 'supportive'];

/** A sample that two people coded, not alike, with a hostile note; its address. */
async function codedSample(server: LibraryServer): Promise<string> {
  const asked = new URLSearchParams({ n: '200', coders: `Anna, ${'Verylongname'.repeat(5)}` });
  const url = (await server.post('/validation', asked)).headers.get('location') ?? '';
  for (const coder of [1, 2]) {
    const sheet = await filledSheet(server, `${url}/sheet.csv?coder=${coder}`, (row, at) => {
      row.label = LABELS[(at * coder) % LABELS.length] ?? '';
      row.author_label = 'neutral';
      row.note = at === 0 ? `<b>${'Verylongnotewithoutanyspace'.repeat(9)}</b>` : '';
    });
    await server.post(`${url}/sheets`, formOf({ [`${'verylongfilename'.repeat(10)}.csv`]: sheet }));
  }
  return url;
}

/** The query of a comparison of the articles with these addresses. */
function articles(...urls: readonly (string | undefined)[]): string {
  return urls.map((url) => `article=${url?.split('/').at(-1)}`).join('&');
}

describeInBrowser('every page and state', () => {
  let server: LibraryServer;
  let empty: LibraryServer;
  let browser: Browser;
  const paths: Record<string, string> = {};

  beforeAll(async () => {
    [server, empty, browser] = await Promise.all([startLibrary(), startLibrary(), openBrowser()]);
    const { id, files } = await server.importFiles({
      'two-sides.txt': TWO_SIDES,
      'harbor.md': HARBOR,
      'hostile.jsonl': HOSTILE,
      'long.jsonl': LONG_TITLE,
      'rtl.jsonl': RIGHT_TO_LEFT,
      'own-target.jsonl': WITH_OWN_TARGET,
      [HOSTILE_NAME]: '',
    });
    const [twoSides, harbor, hostile, long, rtl, other] = files.map(({ articles }) => articles[0]?.url ?? '');
    for (const fields of HAND_MADE) {
      await server.post(`${twoSides}/corrections`, new URLSearchParams(fields));
    }
    const drawn = await server.post('/validation', new URLSearchParams({ n: '6' }));
    const sample = await codedSample(server);
    Object.assign(paths, {
      library: server.url,
      'text and metadata': `${server.url}${twoSides}/edit`,
      'text and metadata of hostile text': `${server.url}${hostile}/edit`,
      'correction of a paragraph': `${server.url}${twoSides}/correct?unit=2`,
      'correction of hostile text': `${server.url}${hostile}/correct?unit=1`,
      'corrections of an article': `${server.url}${twoSides}/corrections`,
      'corrections, none yet': `${server.url}${harbor}/corrections`,
      corrections: `${server.url}/corrections`,
      'library, nothing found': `${server.url}/articles?q=zeppelin`,
      'empty library': empty.url,
      report: server.url + twoSides,
      'report toward another target': `${server.url}${twoSides}?target=nato`,
      'report without the target': server.url + harbor,
      'report of hostile text': server.url + hostile,
      'report with a long title': server.url + long,
      'report that was not scored': server.url + rtl,
      'import with refusals': `${server.url}/imports/${id}`,
      'comparison of two': `${server.url}/compare?${articles(twoSides, hostile)}`,
      'comparison of six': `${server.url}/compare?${articles(twoSides, hostile, long, rtl, harbor, other)}`,
      'comparison, nothing chosen': `${server.url}/compare`,
      imports: `${server.url}/imports`,
      targets: `${server.url}/targets`,
      target: `${server.url}/targets/nato`,
      'form of a target': `${server.url}/targets/nato/edit`,
      'import of a target': `${server.url}/targets/import`,
      lexicons: `${server.url}/lexicons`,
      lexicon: `${server.url}/lexicons/modifiers`,
      'form of a lexicon entry': `${server.url}/lexicons/modifiers/entry`,
      runs: `${server.url}/runs`,
      validation: `${server.url}/validation`,
      'validation, no sample yet': `${empty.url}/validation`,
      'sample that waits for its sheets': server.url + drawn.headers.get('location'),
      'sample that was coded': server.url + sample,
      'sample, coders among themselves': `${server.url}${sample}?field=author&show=coders`,
      codebook: `${server.url}/codebook`,
      method: `${server.url}/method`,
      guide: `${server.url}/guide`,
      shortcuts: `${server.url}/shortcuts`,
      'not found': `${server.url}/nowhere`,
    });
  });

  afterAll(async () => {
    await browser.close();
    await Promise.all([server.close(), empty.close()]);
  });

  it.each(VISITORS)('is accessible and fits the window: %s', async (_name, options) => {
    const isDark = options.colorScheme === 'dark';
    const page = await (await browser.newContext(options)).newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      // A policy that blocks something of the page's own says so here.
      if (message.type() === 'error' && !message.text().includes('404')) problems.push(message.text());
    });
    for (const [state, path] of Object.entries(paths)) {
      await page.goto(path);
      if (await scrollsSideways(page)) problems.push(`${state}: scrolls sideways while folded`);
      await page.evaluate(UNFOLD);
      if (await scrollsSideways(page)) problems.push(`${state}: scrolls sideways while unfolded`);
      if (isDark && !OF_EVERY_COLOR.has(state)) continue;
      problems.push(...(await accessProblems(page)).map((found) => `${state}: ${found}`));
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });

  it('is not taken for accessible when it is broken', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(paths.report ?? '');
    await page.evaluate(BREAK);
    const rules = (await accessProblems(page)).map((problem) => problem.split(':')[0]);
    expect(new Set(rules)).toEqual(new Set(['button-name', 'color-contrast', 'html-has-lang', 'image-alt']));
    await page.context().close();
  });
});
