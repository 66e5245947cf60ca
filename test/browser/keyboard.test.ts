import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { HARBOR, TWO_SIDES } from '../http/articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from '../http/library-server.js';
import { accessProblems, openBrowser, WIDE } from './chromium.js';
import { describeInBrowser } from './suite.js';

jest.setTimeout(IMPORT_TIMEOUT);

describeInBrowser('the keyboard', () => {
  let server: LibraryServer;
  let browser: Browser;
  let report: string;
  let page: Page;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startLibrary(), openBrowser()]);
    const { files } = await server.importFiles({ 'two-sides.txt': TWO_SIDES, 'harbor.md': HARBOR });
    report = server.url + (files[0]?.articles[0]?.url ?? '');
    page = await (await browser.newContext({ viewport: WIDE })).newPage();
    page.setDefaultTimeout(IMPORT_TIMEOUT);
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** The text of what has the focus. */
  function focused(): Promise<string> {
    return page.evaluate('document.activeElement.textContent');
  }

  it('goes to the search field with /, and leaves it with Escape', async () => {
    await page.goto(server.url);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.type')).toBe('search');
    await page.keyboard.type('?gi');
    expect(await page.locator('main input[type="search"]').inputValue()).toBe('?gi');
    expect(new URL(page.url()).pathname).toBe('/');
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('BODY');
  });

  it('finds the search field of the library from a page without one', async () => {
    await page.goto(`${server.url}/imports`);
    await page.keyboard.press('/');
    await page.waitForURL(/\/articles#q$/);
    await page.waitForFunction('document.activeElement.type === "search"');
  });

  it.each([
    ['l', '/articles'],
    ['t', '/targets'],
    ['i', '/imports'],
    ['h', '/guide'],
  ])('goes places with g %s', async (key, path) => {
    await page.goto(`${server.url}/shortcuts`);
    await page.keyboard.press('g');
    await page.keyboard.press(key);
    await page.waitForURL(server.url + path);
  });

  it('goes through the list, checks rows, opens one and compares what is checked', async () => {
    await page.goto(server.url);
    await page.keyboard.press('j');
    const first = await focused();
    await page.keyboard.press('x');
    await page.keyboard.press('j');
    expect(await focused()).not.toBe(first);
    await page.keyboard.press('k');
    expect(await focused()).toBe(first);
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    expect(await page.locator('tbody input[type="checkbox"]:checked').count()).toBe(2);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/articles\/[^/?]+\?target=/);
    await page.goBack();
    await page.keyboard.press('c');
    await page.waitForURL(/\/compare\?article=.+&article=.+/);
  });

  it('goes through the cards of a report', async () => {
    await page.goto(report);
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.matches(".card")')).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL(/#unit-\d+$/);
  });

  it('opens its list with ? on any page, and closes it with Escape', async () => {
    await page.goto(report);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.waitFor();
    expect(await accessProblems(page)).toEqual([]);
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.matches(".card")')).toBe(false);
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
  });

  it('can be left without shortcuts, on every page and after a reload', async () => {
    await page.goto(`${server.url}/shortcuts`);
    await page.getByLabel('Shortcuts are on in this browser').uncheck();
    await page.goto(server.url);
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('BODY');
    await page.keyboard.press('?');
    expect(await page.locator('dialog').count()).toBe(0);
    await page.goto(`${server.url}/shortcuts`);
    await page.getByLabel('Shortcuts are on in this browser').check();
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    await page.waitForURL(`${server.url}/targets`);
  });

  it('reads its list as a page without a script', async () => {
    const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await plain.goto(`${server.url}/shortcuts`);
    expect(await plain.locator('kbd').count()).toBeGreaterThan(10);
    expect(await plain.getByText('Shortcuts need JavaScript').isVisible()).toBe(true);
    expect(await plain.getByLabel('Shortcuts are on in this browser').isVisible()).toBe(false);
    await plain.context().close();
  });
});
