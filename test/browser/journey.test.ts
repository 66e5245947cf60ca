import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { HARBOR, TWO_SIDES } from '../http/articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from '../http/library-server.js';
import { NARROW, openBrowser, WIDE } from './chromium.js';
import { describeInBrowser } from './suite.js';

jest.setTimeout(IMPORT_TIMEOUT);

const STEP_TIMEOUT = IMPORT_TIMEOUT / 3;

const FILES = [
  { name: 'two-sides.txt', mimeType: 'text/plain', buffer: Buffer.from(TWO_SIDES) },
  { name: 'harbor.md', mimeType: 'text/markdown', buffer: Buffer.from(HARBOR) },
];

describeInBrowser('from upload to CSV', () => {
  let server: LibraryServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startLibrary(), openBrowser()]);
    // The threads start cold; from here on an upload takes moments.
    await server.importFiles({ 'first.txt': 'The coalition met.' });
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function open(options: Parameters<Browser['newContext']>[0] = { viewport: WIDE }): Promise<Page> {
    const page = await (await browser.newContext({ acceptDownloads: true, ...options })).newPage();
    // Below that of a test, so that a failure names the step.
    page.setDefaultTimeout(STEP_TIMEOUT);
    return page;
  }

  /** The library with its form for uploads unfolded. */
  async function openUpload(page: Page): Promise<void> {
    await page.goto(server.url);
    await page.getByText('Add articles', { exact: true }).click();
  }

  /** Uploads the two files and waits on the page of the import; returns on the report of the first. */
  async function uploadAndOpen(page: Page): Promise<void> {
    await openUpload(page);
    await page.getByLabel('Choose articles, or drop them here').setInputFiles(FILES);
    await page.getByRole('button', { name: 'Upload and analyze' }).click();
    await page.getByRole('heading', { name: 'Done' }).waitFor();
    await page.locator('li.file', { hasText: 'two-sides.txt' }).getByRole('link').first().click();
    await page.getByRole('heading', { name: 'Viewpoints side by side' }).waitFor();
  }

  it('uploads two files, reads the report, switches the target and takes the CSV home', async () => {
    const page = await open();
    await uploadAndOpen(page);
    const articleId = new URL(page.url()).pathname.split('/').at(-1);

    const columns = await page.locator('.board .column').all();
    const places = await Promise.all(columns.map((column) => column.boundingBox()));
    expect(new Set(places.map((box) => Math.round(box?.y ?? -1))).size).toBe(1);
    expect(await page.locator('.column.supportive .card').count()).toBeGreaterThan(0);
    expect(await page.locator('.column.skeptical .card').count()).toBeGreaterThan(0);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Paragraphs as CSV', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`${articleId}-paragraphs.csv`);
    const rows: Record<string, string>[] = parse(readFileSync(await download.path()), { columns: true });
    const words = await page.locator('.reading-unit .words').allInnerTexts();
    expect(rows.length).toBe(words.length);
    expect(rows.every((row) => row.article_id === articleId)).toBe(true);

    await page.getByLabel('Stance toward').selectOption('nato');
    await page.waitForURL(/target=nato/);
    expect(await page.getByLabel('Stance toward').inputValue()).toBe('nato');
    await page.context().close();
  });

  it('explains marked words on hover and focus, until Escape', async () => {
    const page = await open();
    await uploadAndOpen(page);
    const cue = page.locator('.card .evidence').first();
    const tip = cue.getByRole('tooltip', { includeHidden: true });
    expect(await tip.isVisible()).toBe(false);
    await cue.hover();
    expect(await tip.isVisible()).toBe(true);
    expect(((await tip.textContent()) ?? '').length).toBeGreaterThan(10);
    await page.keyboard.press('Escape');
    expect(await tip.isVisible()).toBe(false);
    await page.mouse.move(0, 0);
    await cue.focus();
    expect(await tip.isVisible()).toBe(true);
    await page.context().close();
  });

  it('leads from a mark to its reason, with the list opened', async () => {
    const page = await open();
    await uploadAndOpen(page);
    const cue = page.locator('.card .evidence').first();
    const id = (await cue.getAttribute('href'))?.slice(1) ?? '';
    await cue.click();
    await page.locator(`[id="${id}"]`).waitFor({ state: 'visible' });
    await page.context().close();
  });

  it('shows every reason in print', async () => {
    const page = await open();
    await uploadAndOpen(page);
    await page.emulateMedia({ media: 'print' });
    const reasons = await page.locator('.card .why li').all();
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(await reason.isVisible()).toBe(true);
    await page.context().close();
  });

  it('works without a script, on a narrow window', async () => {
    const page = await open({ viewport: NARROW, javaScriptEnabled: false });
    await uploadAndOpen(page);
    await page.getByLabel('Stance toward').selectOption('nato');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.waitForURL(/target=nato/);
    await page.getByText('Put back').first().click();
    await page.getByRole('heading', { name: 'Put back by hand' }).waitFor();
    await page.getByText('Leave out again').first().click();
    await page.getByRole('heading', { name: 'What was left out' }).waitFor();
    await page.context().close();
  });

  it('takes files that are dropped', async () => {
    const page = await open();
    await openUpload(page);
    const transfer = await page.evaluateHandle(
      "(() => { const data = new DataTransfer(); data.items.add(new File(['The coalition won.'], 'dropped.txt')); return data; })()",
    );
    await page.locator('[data-dropzone]').dispatchEvent('drop', { dataTransfer: transfer });
    await page.getByRole('button', { name: 'Upload and analyze' }).click();
    await page.getByRole('heading', { name: 'dropped.txt' }).waitFor();
    await page.context().close();
  });

  it('works by keyboard alone', async () => {
    const page = await open();
    await uploadAndOpen(page);
    await page.reload();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    const visited = await tabUntil(page, 'document.activeElement.matches(".card .evidence")');
    expect(visited).toBeLessThan(60);
    expect(await page.locator('.evidence:focus .tip').isVisible()).toBe(true);
    await tabUntil(page, 'document.activeElement.matches(".card summary")');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.parentElement.open')).toBe(true);
    await page.context().close();
  });

  it('pastes an article and opens its report', async () => {
    const page = await open();
    await openUpload(page);
    await page.getByLabel('Or paste one article').fill('The US-led coalition has failed, said Ann Marsh.');
    await page.getByText('Add a title, outlet or date').click();
    await page.getByLabel('Title', { exact: true }).fill('A pasted article');
    await page.getByRole('button', { name: 'Analyze this text' }).click();
    await page.getByRole('link', { name: 'Open the framing report' }).click();
    await page.getByRole('heading', { level: 1, name: 'A pasted article' }).waitFor();
    await page.context().close();
  });
});

/** Presses Tab until the condition holds; returns how often. */
async function tabUntil(page: Page, condition: string): Promise<number> {
  for (let presses = 1; presses <= 200; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(condition)) return presses;
  }
  throw new Error(`the keyboard never reached: ${condition}`);
}
