import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { HARBOR, TWO_SIDES } from '../http/articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from '../http/library-server.js';
import { NARROW, openBrowser, scrollsSideways, WIDE } from './chromium.js';
import { describeInBrowser } from './suite.js';

jest.setTimeout(3 * IMPORT_TIMEOUT);

/** Bytes of a first visit to a page without pictures, as they stand in the files. */
const MOST_BYTES = 100 * 1024;

/** Cumulative layout shift up to which a page counts as still (web.dev: good is up to 0.1). */
const MOST_SHIFT = 0.01;

const OBSERVE_SHIFTS = `
  window.shift = 0;
  window.shifts = new PerformanceObserver((list) => window.addShifts(list.getEntries()));
  window.addShifts = (entries) => {
    for (const entry of entries) window.shift += entry.value;
  };
  window.shifts.observe({ type: 'layout-shift', buffered: true });
`;

/** The first frame draws what a script did last; what moved then is recorded by the second, if not yet told of. */
const SHIFT_AFTER_TWO_FRAMES = `
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(() => {
    window.addShifts(window.shifts.takeRecords());
    return window.shift;
  })
`;

/** The page that fetches a script of its own when it has come; everything else is there at its load event. */
const SCRIPT_COMES_LATE = 'library';

/** Sixty paragraphs, a hundred voices, words without an end. */
const LARGE = JSON.stringify({
  id: 'large',
  title: `A long day for ${'everyone '.repeat(110)}`.slice(0, 1000),
  outlet: 'The Quay Gazette',
  paragraphs: Array.from({ length: 60 }, (_, index) => {
    const name = `Person${String.fromCharCode(65 + (index % 26))}${'abcdefgh'.repeat(index % 5)} Surname${index}`;
    return `The US-led coalition has ${index % 2 ? 'failed' : 'saved many lives'}, ${name} said. "It is a ${
      index % 2 ? 'disaster' : 'success'
    }," said Second${index} Speaker${index}.`;
  }),
});

describeInBrowser('how pages look', () => {
  let server: LibraryServer;
  let browser: Browser;
  let paths: Record<string, string>;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startLibrary(), openBrowser()]);
    const { id, files } = await server.importFiles({
      'two-sides.txt': TWO_SIDES,
      'harbor.md': HARBOR,
      'large.jsonl': LARGE,
    });
    const [twoSides, , large] = files.map(({ articles }) => articles[0]);
    paths = {
      library: '/articles',
      report: twoSides?.url ?? '',
      'large report': large?.url ?? '',
      comparison: `/compare?article=${twoSides?.id}&article=${large?.id}`,
      import: `/imports/${id}`,
      targets: '/targets',
      guide: '/guide',
    };
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  it.each(['library', 'report', 'import', 'targets'])(
    '%s is light: a first visit takes under 100 KB',
    async (name) => {
      const context = await browser.newContext({ viewport: WIDE });
      const page = await context.newPage();
      const sizes: Promise<number>[] = [];
      page.on('response', (response) => {
        if (response.request().resourceType() !== 'image')
          sizes.push(response.body().then(({ length }) => length));
      });
      await page.goto(server.url + paths[name], { waitUntil: 'networkidle' });
      const total = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(sizes.length).toBeGreaterThan(5);
      expect(total).toBeLessThan(MOST_BYTES);
      await context.close();
    },
  );

  it.each([
    ['wide', WIDE],
    ['narrow', NARROW],
  ])('nothing jumps while a page comes, in a %s window', async (_name, viewport) => {
    const context = await browser.newContext({ viewport });
    await context.addInitScript(OBSERVE_SHIFTS);
    const page = await context.newPage();
    const moved: Record<string, number> = {};
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(server.url + path, { waitUntil: name === SCRIPT_COMES_LATE ? 'networkidle' : 'load' });
      const shift = await page.evaluate<number>(SHIFT_AFTER_TWO_FRAMES);
      if (shift > MOST_SHIFT) moved[name] = shift;
    }
    expect(moved).toEqual({});
    await context.close();
  });

  it('keeps long titles, long names and a hundred voices inside the window', async () => {
    for (const viewport of [WIDE, NARROW]) {
      const page = await browser.newPage({ viewport });
      for (const name of ['large report', 'comparison']) {
        await page.goto(server.url + paths[name]);
        await page.evaluate(
          'for (const details of document.querySelectorAll("details")) details.open = true',
        );
        expect([name, viewport.width, await scrollsSideways(page)]).toEqual([name, viewport.width, false]);
      }
      await page.close();
    }
  });

  it.each(['library', 'report', 'comparison'])(
    '%s is printed without what is there to be pressed',
    async (name) => {
      const page = await browser.newPage({ viewport: WIDE });
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.goto(server.url + paths[name]);
      for (const what of ['.masthead', '.toolbar', 'button', 'input', 'select', 'nav']) {
        for (const one of await page.locator(what).all()) expect(await one.isVisible()).toBe(false);
      }
      expect(await page.locator('h1').isVisible()).toBe(true);
      // Ink is saved, and read, on white paper whatever the window looks like.
      expect(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).toBe(
        'rgb(255, 255, 255)',
      );
      expect(await page.evaluate('getComputedStyle(document.documentElement).color')).toMatch(
        /^rgb\((\d|[1-4]\d),/,
      );
      await page.close();
    },
  );

  it('moves nothing for those who asked for no motion', async () => {
    const page = await browser.newPage({ viewport: WIDE, reducedMotion: 'reduce' });
    await page.goto(server.url);
    const moving = await page.evaluate<string[]>(`[...document.querySelectorAll('*')]
      .filter((element) => {
        const style = getComputedStyle(element);
        return style.animationName !== 'none' || style.transitionDuration.split(', ').some((time) => time !== '0s');
      })
      .map((element) => element.className)`);
    expect(moving).toEqual([]);
    await page.close();
  });

  it('says on the button what is being done', async () => {
    const page = await browser.newPage({ viewport: WIDE });
    await page.goto(server.url);
    // An answer without content leaves the page as it is while the form is on its way.
    await page.route('**/coder', (route) => route.fulfill({ status: 204 }));
    await page.getByRole('button', { name: 'Keep' }).click();
    const busy = page.locator('button[aria-busy="true"]');
    await busy.waitFor();
    expect(await busy.textContent()).toMatch(/…$/);
    expect(await page.getByRole('status').allTextContents()).toContainEqual(expect.stringMatching(/…$/));
    await page.close();
  });
});
