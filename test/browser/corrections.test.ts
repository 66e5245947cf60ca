import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { TWO_SIDES } from '../http/articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from '../http/library-server.js';
import { NARROW, openBrowser, WIDE } from './chromium.js';
import { describeInBrowser } from './suite.js';

jest.setTimeout(2 * IMPORT_TIMEOUT);

const READERS = [
  ['with a script', { viewport: WIDE }],
  ['without a script, on a narrow window', { viewport: NARROW, javaScriptEnabled: false }],
] as const;

describeInBrowser('corrections by hand', () => {
  let server: LibraryServer;
  let browser: Browser;
  let count = 0;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startLibrary(), openBrowser()]);
    await server.importFiles({ 'first.txt': 'The coalition met.' });
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** A fresh article, since every correction lasts. */
  async function freshArticle(): Promise<string> {
    count++;
    const text = TWO_SIDES.replace('was mild', `was mild on day ${count}`);
    const { files } = await server.importFiles({ [`two-sides-${count}.txt`]: text });
    return server.url + (files[0]?.articles[0]?.url ?? '');
  }

  async function open(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.setDefaultTimeout(IMPORT_TIMEOUT);
    return page;
  }

  it.each(READERS)('sets metadata, and takes it back: %s', async (_name, options) => {
    const page = await open(options);
    await page.goto(await freshArticle());
    await page.getByRole('link', { name: 'Edit text and metadata' }).click();
    await page.getByLabel('Title').fill('Ministers meet');
    await page.getByLabel('Outlet').fill('The Quay Gazette');
    await page.getByLabel('Published').fill('1866-03-01');
    await page.getByRole('button', { name: 'Save metadata' }).click();
    await page.getByText('is before 1900').waitFor();
    expect(await page.getByText('As read: Northline').count()).toBe(1);
    // The Enter key saves, and takes nothing back.
    await page.getByLabel('Byline').fill('Mara Lindqvist');
    await page.getByLabel('Byline').press('Enter');
    await page.getByRole('button', { name: 'Take back byline' }).waitFor();
    expect(await page.getByLabel('Outlet').inputValue()).toBe('The Quay Gazette');
    await page.getByRole('button', { name: 'Take back outlet' }).click();
    await page.getByRole('button', { name: 'Take back outlet' }).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Outlet').inputValue()).toBe('Northline');
    expect(await page.getByLabel('Title').inputValue()).toBe('Ministers meet');
    await page.context().close();
  });

  it.each(READERS)('leaves out, puts back, joins and splits: %s', async (_name, options) => {
    const page = await open(options);
    await page.goto(`${await freshArticle()}/edit`);
    const units = page.locator('.passage-row:not(.left-out)');
    const before = await units.count();
    await page.getByRole('button', { name: /^Join with the one before.*paragraph 2$/u }).click();
    await expectCount(page, before - 1);
    await page.getByRole('button', { name: /^Take back/u }).click();
    await expectCount(page, before);
    await page.locator('#u2').getByLabel('Split before').selectOption({ index: 0 });
    await page.getByRole('button', { name: /^Split.*paragraph 2$/u }).click();
    await expectCount(page, before + 1);
    await page.getByRole('button', { name: /^Leave out.*paragraph 1$/u }).click();
    await expectCount(page, before);
    await page.locator('#u1').getByRole('button', { name: 'Put back' }).click();
    await expectCount(page, before + 1);
    await page.getByRole('button', { name: /^Put back.*Trade Deal/u }).click();
    await expectCount(page, before + 2);
    await page.context().close();
  });

  async function expectCount(page: Page, units: number): Promise<void> {
    await page.locator(`.passage-row:not(.left-out) >> nth=${units - 1}`).waitFor();
    expect(await page.locator('.passage-row:not(.left-out)').count()).toBe(units);
  }

  it.each(READERS)(
    'labels a card, with the machine’s value beside it, and takes it back: %s',
    async (_n, options) => {
      const page = await open(options);
      await page.goto(await freshArticle());
      await page
        .locator('.column.supportive .card')
        .getByRole('link', { name: /^Correct Philip Hammond/u })
        .click();
      const voice = page.locator('section.coded', {
        has: page.getByRole('heading', { name: 'Philip Hammond' }),
      });
      await voice.getByLabel('Skeptical').check();
      await voice.getByLabel('Why').first().fill('He is quoted against himself.');
      await voice.getByRole('button', { name: 'Keep this label of Philip Hammond' }).click();
      const card = page.locator('.column.skeptical .card', { hasText: 'Philip Hammond' });
      await card.getByText('By hand').waitFor();
      expect((await card.textContent()) ?? '').toMatch(/Machine:\s*▲?\s*Supportive/u);
      await page.locator('#summary').getByText('Labels given by hand are in these numbers').waitFor();
      await card.getByRole('button', { name: /^Take back/u }).click();
      await page.locator('.column.supportive .card', { hasText: 'Philip Hammond' }).waitFor();
      expect(await page.locator('.by-hand-note').count()).toBe(0);
      await page.context().close();
    },
  );

  it.each(READERS)('gives words to somebody else: %s', async (_name, options) => {
    const page = await open(options);
    const path = await freshArticle();
    await page.goto(`${path}/correct?unit=2`);
    const voice = page.locator('section.coded', {
      has: page.getByRole('heading', { name: 'Philip Hammond' }),
    });
    await voice.getByText('Somebody else says this').click();
    await voice.getByLabel('Who speaks').selectOption('');
    await voice.getByLabel('Another name').fill('Ann <b>O’Hara</b>');
    await voice.getByLabel('Why').last().fill('Her words, says the wire.');
    await voice.getByRole('button', { name: 'Change who speaks' }).click();
    await page.locator('.card .who', { hasText: 'Ann <b>O’Hara</b>' }).first().waitFor();
    await page.getByText('Machine heard').first().waitFor();
    await page.goto(`${path}/corrections`);
    await page.getByRole('button', { name: /^Take back/u }).click();
    await page.getByText('taken back by').waitFor();
    await page.context().close();
  });

  it('asks which of two changes of one field stays', async () => {
    const path = await freshArticle();
    const [anna, ben] = [await open({ viewport: WIDE }), await open({ viewport: WIDE })];
    for (const page of [anna, ben]) await page.goto(`${path}/edit`);
    await anna.getByLabel('Outlet').fill('The Quay Gazette');
    await anna.getByRole('button', { name: 'Save metadata' }).click();
    await anna.getByRole('button', { name: 'Take back outlet' }).waitFor();
    await ben.getByLabel('Outlet').fill('Harbor Times');
    await ben.getByRole('button', { name: 'Save metadata' }).click();
    await ben.getByRole('heading', { name: 'Somebody else changed this meanwhile' }).waitFor();
    await ben.getByRole('button', { name: 'Save mine anyway' }).click();
    await ben.getByRole('button', { name: 'Take back outlet' }).waitFor();
    expect(await ben.getByLabel('Outlet').inputValue()).toBe('Harbor Times');
    // Anna’s page does not know of it yet.
    await anna.getByRole('button', { name: 'Take back outlet' }).click();
    await anna.getByRole('heading', { name: 'Taken back already' }).waitFor();
    await Promise.all([anna, ben].map((page) => page.context().close()));
  });
});
