import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { HARBOR, TWO_SIDES } from '../http/articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from '../http/library-server.js';
import { accessProblems, NARROW, openBrowser, scrollsSideways, WIDE } from './chromium.js';
import { describeInBrowser } from './suite.js';

jest.setTimeout(3 * IMPORT_TIMEOUT);

const THIRD = JSON.stringify({
  id: 'third',
  title: 'Ministers praise the coalition',
  outlet: 'The Quay Gazette',
  paragraphs: ['The US-led coalition has saved the town, the mayor said.'],
});

/** What someone works with: a wide window with script, a narrow one without. */
const READERS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['with script', { viewport: WIDE }],
  ['without script, on a narrow window', { viewport: NARROW, javaScriptEnabled: false }],
];

describeInBrowser('the library as a daily tool', () => {
  let server: LibraryServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startLibrary(), openBrowser()]);
    await server.importFiles({ 'two-sides.txt': TWO_SIDES, 'harbor.md': HARBOR, 'third.jsonl': THIRD });
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function open(path: string, options: BrowserContextOptions): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(IMPORT_TIMEOUT);
    await page.goto(server.url + path);
    return page;
  }

  /** What axe finds; it is itself a script, and waits for ever where none may run. */
  const problemsOf = async (page: Page, { javaScriptEnabled = true }: BrowserContextOptions) =>
    javaScriptEnabled ? await accessProblems(page) : [];

  const boxes = (page: Page) => page.locator('input[name="article"]');
  const rows = (page: Page) => page.locator('.library tbody tr');

  it.each(READERS)('filters, and takes filters away again: %s', async (_name, options) => {
    const page = await open('/articles', options);
    await page.getByText('Filters', { exact: true }).click();
    await page.getByLabel('Label as a whole').selectOption('supportive');
    await page.getByLabel('Sorted by').selectOption('title-asc');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/label=supportive/);
    expect(await rows(page).count()).toBe(1);
    if (options.javaScriptEnabled !== false) expect(page.url()).not.toMatch(/=(&|$)/);
    await page.getByRole('link', { name: 'Label Supportive : take this filter away' }).click();
    await page.waitForURL((url) => !url.search.includes('label'));
    expect(page.url()).toContain('sort=title-asc');
    expect(await rows(page).count()).toBe(3);
    await page.context().close();
  });

  it.each(READERS)('adds checked articles to a new study, and undoes it: %s', async (name, options) => {
    const page = await open('/articles', options);
    await boxes(page).nth(0).check();
    await boxes(page).nth(2).check();
    await page.getByLabel('or a new one').fill(`Study ${name}`);
    await page.getByRole('button', { name: 'Add to study' }).click();
    await page.getByText(`2 articles added to the new study “Study ${name}”.`).waitFor();
    await page.goto(`${server.url}/studies`);
    await page.getByRole('link', { name: `Study ${name}`, exact: true }).click();
    await page.getByRole('link', { name: 'Open its 2 articles' }).click();
    expect(await rows(page).count()).toBe(2);
    await page.goBack();
    await page.getByRole('link', { name: 'Delete…' }).click();
    await page.getByRole('button', { name: 'Delete the study' }).click();
    await page.getByText(`Study “Study ${name}” deleted.`).waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText(`Undone: Study “Study ${name}” deleted.`).waitFor();
    await page.context().close();
  });

  it.each(READERS)('deletes, stays in the same view, and brings back: %s', async (_name, options) => {
    const page = await open('/articles?sort=title-asc', options);
    await boxes(page).first().check();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('1 article deleted.').waitFor();
    expect(page.url()).toContain('sort=title-asc');
    expect(await rows(page).count()).toBe(2);
    expect(await problemsOf(page, options)).toEqual([]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone: 1 article deleted.').waitFor();
    expect(await rows(page).count()).toBe(3);
    await page.context().close();
  });

  it('counts what is checked, and checks all of a page at once', async () => {
    const page = await open('/articles', { viewport: WIDE });
    const count = page.locator('[data-checked-count]');
    await page.getByLabel('Check all articles of this page').check();
    expect(await count.textContent()).toBe('3');
    await boxes(page).first().uncheck();
    expect(await count.textContent()).toBe('2');
    const box = await page.locator('[data-bulk-bar]').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(WIDE.height);
    expect(await accessProblems(page)).toEqual([]);
    await page.context().close();
  });

  it.each(READERS)('asks which text is to stay where two tabs edit one study: %s', async (name, options) => {
    const { text } = await server.post('/studies', new URLSearchParams({ name: `Tabs ${name}` }), {
      accept: 'application/json',
    });
    const { url } = JSON.parse(text);
    const [first, second] = [await open(`${url}/edit`, options), await open(`${url}/edit`, options)];
    for (const [page, notes] of [
      [first, 'from the first tab'],
      [second, 'from the second tab'],
    ] as const) {
      await page.getByLabel('Notes').fill(notes);
      await page.getByRole('button', { name: 'Save' }).click();
    }
    await second.getByRole('heading', { name: 'Changed meanwhile' }).waitFor();
    expect(await problemsOf(second, options)).toEqual([]);
    await second.getByRole('button', { name: 'Save mine anyway' }).click();
    await second.getByText('from the second tab').waitFor();
    await Promise.all([first.context().close(), second.context().close()]);
  });

  it.each(READERS)('sets the country of an outlet, and filters by it: %s', async (name, options) => {
    const page = await open('/outlets', options);
    const country = options.viewport === WIDE ? 'Norway' : 'Sweden';
    await page.getByLabel('Country of The Quay Gazette').fill(country);
    await page.getByRole('button', { name: 'Save the country of The Quay Gazette' }).click();
    await page.getByText(`Country of The Quay Gazette set to ${country}.`).waitFor();
    await page.goto(`${server.url}/articles?country=${country}`);
    expect([name, await rows(page).count()]).toEqual([name, 1]);
    await page.context().close();
  });

  it.each([
    ['wide and light', { viewport: WIDE, colorScheme: 'light' }],
    ['narrow and dark', { viewport: NARROW, colorScheme: 'dark' }],
  ] as const)('is accessible on every page and fits the window: %s', async (_name, options) => {
    const long = 'A study whose name goes on and on without an end '.repeat(10);
    const form = new URLSearchParams({ scope: 'all', newStudy: long });
    const answer = await server.post('/articles/add-to-study', form, { accept: 'application/json' });
    const { study, id } = JSON.parse(answer.text);
    const paths = [
      '/articles',
      `/articles?study=${study}&q=coalition&change=${id}`,
      '/studies',
      `/studies/${study}`,
    ];
    const others = [
      `/studies/${study}/edit`,
      `/studies/${study}/delete`,
      '/outlets',
      '/changes',
      '/studies/none',
    ];
    const page = await open('/articles', options);
    const problems: string[] = [];
    for (const path of [...paths, ...others]) {
      await page.goto(server.url + path);
      await page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true;");
      if (await scrollsSideways(page)) problems.push(`${path}: scrolls sideways`);
      problems.push(...(await accessProblems(page)).map((found) => `${path}: ${found}`));
    }
    expect(problems).toEqual([]);
    await page.context().close();
  });
});
