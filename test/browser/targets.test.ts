import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { TWO_SIDES } from '../http/articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from '../http/library-server.js';
import { accessProblems, openBrowser, WIDE } from './chromium.js';
import { describeInBrowser } from './suite.js';

jest.setTimeout(2 * IMPORT_TIMEOUT);

describeInBrowser('a target that is edited', () => {
  let server: LibraryServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startLibrary(), openBrowser()]);
    await server.importFiles({ 'two-sides.txt': TWO_SIDES });
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each([true, false])('is tried, saved and scored again; with script: %p', async (javaScriptEnabled) => {
    const page = await (await browser.newContext({ viewport: WIDE, javaScriptEnabled })).newPage();
    page.setDefaultTimeout(IMPORT_TIMEOUT);
    await page.goto(`${server.url}/targets/coalition/edit`);
    await page.getByLabel('Names', { exact: true }).fill(javaScriptEnabled ? 'weather' : 'Brussels');
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Preview' }).click();
    await page.locator('.preview-units').waitFor();
    expect(await page.locator('mark.mention.new').count()).toBeGreaterThan(0);
    if (javaScriptEnabled) expect(await accessProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved as version').waitFor();
    await page.getByRole('button', { name: 'Score again' }).click();
    await page.locator('.status.done').waitFor();
    await page.getByRole('link', { name: 'Compare runs' }).click();
    await page.getByRole('button', { name: 'Compare the two' }).click();
    await page.getByRole('heading', { name: 'Which label became which' }).waitFor();
    await page.context().close();
  });
});
