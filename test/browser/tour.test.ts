import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from '../http/library-server.js';
import { untilSamplesAreRead } from '../http/samples.js';
import { NARROW, openBrowser, WIDE } from './chromium.js';
import { describeInBrowser } from './suite.js';
import { type Reader, readAlong, readTour } from './tour-document.js';
import { labelsOf, meansOf, rowsOf } from './tour-table.js';

jest.setTimeout(2 * IMPORT_TIMEOUT);

/** The samples are scored already: no page takes long, on a busy machine either. */
const STEP_TIMEOUT = 60_000;

/** Who follows the tour: in the end everything is taken back, so that the next one finds what the first found. */
const FOLLOWERS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['with a script', { viewport: WIDE }],
  ['without a script, on a narrow window', { viewport: NARROW, javaScriptEnabled: false }],
];

const SHOWN = "Region's resolve on show as partners chart course against Daesh";
const COMPARED = 'Fifty-two names nobody read out in Brussels';
const REASON = '“Them” are the militants, not the coalition.';
const STUDY = 'Daesh and unity';

/** What the guide has a reader type into R. */
const IN_R = `\`\`\`r
voices <- read.csv("standpoint-voices.csv", encoding = "UTF-8")
said <- subset(voices, paragraph > 0 & corrected_label != "unrelated")
said$who <- ifelse(said$voice == "author", "author", "quoted")
table(said$who, said$corrected_label)
round(tapply(said$corrected_score, said$who, mean), 2)
corrected <- subset(voices, label != corrected_label)
corrected[, c("outlet", "voice_name", "label", "corrected_label")]
\`\`\``;

/** Words as they are on a page: what only screen readers hear left out, blanks made one. */
async function seen(page: Page, selector: string, hasText: string | RegExp = ''): Promise<string> {
  const text = await page.locator(selector, { hasText }).first().evaluate(visibleText);
  return text.replace(/\s+/gu, ' ').trim();
}

interface Shown {
  readonly textContent: string | null;
  cloneNode(deep: boolean): Shown;
  querySelectorAll(selector: string): Iterable<{ remove(): void }>;
}

/** Runs in the browser. */
function visibleText(element: Shown): string {
  const copy = element.cloneNode(true);
  for (const hidden of copy.querySelectorAll('.visually-hidden')) hidden.remove();
  return copy.textContent ?? '';
}

type Step = (page: Page, reader: Reader, server: LibraryServer) => Promise<void>;

const STEPS: Readonly<Record<string, Step>> = {
  '1. Open the library': async (page, { says }, { url }) => {
    await page.goto(url);
    expect(await seen(page, 'caption')).toContain(says('15 articles'));
    const columns = [says('Author'), says('Quoted voices')];
    const row = page.getByRole('row').filter({ hasText: says(SHOWN) });
    const labels = [says('Neutral'), says('Mixed')];
    for (const [index, column] of columns.entries()) {
      expect(await row.locator(`[data-label="${column}"] .label`).textContent()).toBe(labels[index]);
    }
    expect(await row.locator('[data-label="About the target"]').textContent()).toBe(says('8 of 14'));
    await row.getByRole('link', { name: SHOWN }).click();
    await page.getByRole('heading', { level: 1, name: SHOWN }).waitFor();
  },

  '2. Read the report: the author against the quoted voices': async (page, { says }) => {
    await page.getByRole('heading', { name: says('Summary') }).waitFor();
    const author = says('The author’s own voice');
    expect(await seen(page, '.stat', author)).toContain(`${says('Neutral')} Mean score ${says('+0.06')}`);
    const quoted = says('The voices it quotes');
    expect(await seen(page, '.stat', quoted)).toContain(`${says('Mixed')} Mean score ${says('−0.01')}`);
    const stat = page.locator('.stat', { hasText: quoted });
    await stat.getByText(says('How to read this')).click();
    await stat.getByText('never instead of it').waitFor();
  },

  '3. Follow a number to its words': async (page, { says, mentions }) => {
    await page.getByRole('heading', { name: says('Viewpoints side by side') }).waitFor();
    const column = `#column-${says('Skeptical').toLowerCase()}`;
    expect(await page.locator(`${column} .card`).count()).toBe(2);
    mentions('has two');
    const who = says('Faisal Al Rumaithi');
    const card = `${column} .card:has-text("${who}")`;
    expect(await seen(page, `${card} .who`)).toBe(who);
    expect(await seen(page, `${card} .score`)).toBe(says('−0.93'));
    expect(await seen(page, `${card} footer`)).toContain(says('Confidence 60%'));
    expect(await seen(page, `${card} .why summary`)).toBe(says('Why: 1 cue'));
    await page.locator(`${card} .why summary`).click();
    const words = `${card} .why li q`;
    await page.locator(words).waitFor({ state: 'visible' });
    expect(await seen(page, words)).toBe(says('condemned'));
    const place = page.locator(card).getByRole('link', { name: says('Paragraph 6'), exact: true });
    await place.click();
    await page.waitForURL(/#unit-6$/);
    expect(await seen(page, '#unit-6')).toMatch(/“Look at who has condemned.* them:/u);
    mentions('“Look at who has condemned them.”');
    const other = page.locator(`${column} .card`, { hasNotText: who });
    expect(await other.textContent()).toContain(says('Check by hand'));
  },

  '4. Compare two articles': async (page, { says, mentions }) => {
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: says('Library') })
      .click();
    for (const title of [SHOWN, says(COMPARED)]) {
      await page.getByRole('row').filter({ hasText: title }).getByRole('checkbox').check();
    }
    await page.getByRole('button', { name: says('Compare') }).click();
    await page.getByRole('heading', { name: 'Compare articles' }).waitFor();
    for (const [letter, title] of [
      [says('A'), SHOWN],
      [says('B'), COMPARED],
    ]) {
      expect(await seen(page, '.compare-heads li', title)).toMatch(new RegExp(`^${letter} `));
    }
    const row = says('The voices it quotes');
    const [first, second] = [`${says('Mixed')} −0.01`, `${says('Skeptical')} −0.16`];
    expect(await seen(page, '#summary tr', row)).toMatch(new RegExp(`${plain(first)}.*${plain(second)}`));
    mentions('−0.01 against');
    mentions('−0.16.');
    const voices = page.getByRole('region', { name: says('Who speaks, and how much') });
    const flag = voices.locator('tr', { hasText: says('Syrian Observatory') }).locator('.flag');
    const onlyHere = says('only in B');
    expect(await flag.textContent()).toContain(onlyHere);
    await page.getByRole('heading', { name: says('On which issues') }).waitFor();
    expect(await seen(page, '#dimensions tr', says('Human cost'))).toContain(onlyHere);
  },

  '5. Correct a label': async (page, { says, mentions }) => {
    await page.getByRole('link', { name: SHOWN }).first().click();
    const card = page.locator('.card', { hasText: 'Faisal Al Rumaithi' }).last();
    await card.getByRole('link', { name: says('Correct') }).click();
    const box = page.getByRole('region', { name: 'Faisal Al Rumaithi' });
    await box.getByLabel(says('Unrelated')).check();
    await box.getByLabel(says('Why')).first().fill(REASON);
    await box.getByRole('button', { name: says('Keep this label') }).click();
    await page.waitForURL(/#unit-6$/);
    const unit = await seen(page, '#unit-6');
    expect(unit).toContain(says('By hand'));
    expect(unit).toContain(says('Machine: Skeptical −0.93'));
    const quoted = await seen(page, '.stat', 'The voices it quotes');
    expect(quoted).toContain(`Mean score ${says('+0.22')}`);
    expect(quoted).toContain(says('Machine: Mixed −0.01'));
    mentions('All voices together have become Supportive');
    expect(await seen(page, '.stat', 'All voices together')).toMatch(/^All voices together Supportive/);
    await page
      .getByRole('link', { name: says('1 correction by hand') })
      .first()
      .click();
    await page.getByText(REASON).first().waitFor();
  },

  '6. Filter the library and save what you found as a study': async (page, { says, mentions }) => {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Library' }).click();
    mentions('`Daesh`');
    await page.getByLabel(says('Search the text')).fill('Daesh');
    await page.locator('summary', { hasText: says('Filters') }).click();
    const dimension = says('Unity');
    await page.getByLabel(says('Dimension')).selectOption({ label: dimension });
    await page
      .getByRole('search')
      .getByRole('button', { name: says('Show') })
      .click();
    await page.locator('.filter-chips').waitFor();
    expect(await seen(page, 'caption')).toContain(says('5 articles'));
    await page.getByLabel(says('all 5 articles that fit the filter')).check();
    mentions(`\`${STUDY}\``);
    await page.getByLabel(says('or a new one')).fill(STUDY);
    await page.getByRole('button', { name: says('Add to study') }).click();
    await page.getByText(says(`5 articles added to the new study “${STUDY}”.`)).waitFor();
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: says('Studies') })
      .click();
    await page.getByRole('link', { name: says(STUDY), exact: true }).click();
    for (const heading of ['Authors', 'Quoted voices', 'Outlets and days', 'Notes', 'Methods']) {
      await page.getByRole('heading', { name: heading, exact: true }).waitFor();
    }
  },

  '7. Take a table to R': async (page, { says, mentions }) => {
    await page.getByRole('link', { name: says('Open its 5 articles') }).click();
    await page.getByRole('heading', { name: says('Download 5 articles, as filtered and sorted') }).waitFor();
    const link = page.getByRole('link', { name: `${says('Voices')} as CSV`, exact: true });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    expect(mentions(`\`${download.suggestedFilename()}\``)).toBe('`standpoint-voices.csv`');
    mentions(IN_R.replace(/\s+/gu, ' '));
    const rows = rowsOf(readFileSync(await download.path(), 'utf8'));
    for (const line of labelsOf(rows)) mentions(line);
    const { author, quoted } = meansOf(rows);
    mentions(`The mean score is ${author} for the authors and ${quoted} for those whom they quote.`);
    const corrected = rows.filter((row) => row.label !== row.corrected_label);
    expect(corrected.map((row) => row.voice_name)).toEqual(['Faisal Al Rumaithi']);
    mentions('one row');
  },

  '8. Take it back': async (page, { says, mentions }) => {
    const foot = page.getByRole('navigation', { name: 'More' });
    await foot.getByRole('link', { name: says('Changes') }).click();
    await page
      .getByRole('row')
      .filter({ hasText: STUDY })
      .getByRole('button', { name: says('Undo') })
      .click();
    await page.getByText(says(`Undone: 5 articles added to the new study “${STUDY}”.`)).waitFor();
    await foot.getByRole('link', { name: says('Corrections') }).click();
    await page.getByRole('button', { name: says('Take back') }).click();
    await page.locator('.corrections .undone').first().waitFor();
    expect(await seen(page, '.corrections .undone')).toContain('taken back by');
    await page.getByRole('link', { name: SHOWN }).first().click();
    mentions('The voices it quotes are at −0.01 again');
    expect(await seen(page, '.stat', 'The voices it quotes')).toContain('Mean score −0.01');
  },
};

/** A text as a pattern for itself. */
function plain(text: string): string {
  return text.replace(/[+]/gu, '\\+');
}

describeInBrowser('the tour of the guide', () => {
  const tour = readTour();
  let server: LibraryServer;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startLibrary({ STANDPOINT_SAMPLES: 'on' }), openBrowser()]);
    await untilSamplesAreRead(server);
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it('has the steps that are followed here, in this order', () => {
    expect(tour.map(({ heading }) => heading)).toEqual(Object.keys(STEPS));
  });

  describe.each(FOLLOWERS)('%s', (_name, options) => {
    let page: Page;

    beforeAll(async () => {
      page = await (await browser.newContext(options)).newPage();
      page.setDefaultTimeout(STEP_TIMEOUT);
    });

    it.each(Object.entries(STEPS))('%s', async (heading, follow) => {
      const step = tour.find((one) => one.heading === heading);
      if (!step) throw new Error(`the guide has no step “${heading}”`);
      await readAlong(step, (reader) => follow(page, reader, server));
    });
  });
});
