import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** The shell without windows first: a whole browser spends as much on its own frame as on the page. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
];

const KNOWN_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Chromium refuses its sandbox to root; the rest keeps it from talking to the network. */
const ARGUMENTS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...KNOWN_PLACES].find((path) => existsSync(path));
}

/** Where the browser of this machine lies; undefined where there is none. */
export const PATH_OF_BROWSER = findBrowser();

/** The browser of this machine. */
export async function openBrowser(): Promise<Browser> {
  if (PATH_OF_BROWSER === undefined) throw new Error('no Chromium, Chrome or Edge was found');
  return await chromium.launch({ executablePath: PATH_OF_BROWSER, args: ARGUMENTS });
}

/** The widths that everything is looked at in. */
export const WIDE = { width: 1280, height: 900 };
export const NARROW = { width: 390, height: 844 };

/** What someone opens a page with: between them, every width and every color scheme. */
export const VISITORS: readonly (readonly [name: string, options: BrowserContextOptions])[] = [
  ['wide and light', { viewport: WIDE, colorScheme: 'light' }],
  ['narrow and dark', { viewport: NARROW, colorScheme: 'dark' }],
];

/**
 * Runs in the page, and sends only words back. Every rule is checked; what a page does well is not told element by
 * element, which takes most of the time.
 */
const FIND_PROBLEMS = `
  axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.slice(0, 3).map(({ html }) => id + ': ' + html.slice(0, 200))))
`;

/** What axe finds on a page without frames, in words: up to three elements for each rule that is broken. */
export async function accessProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate<string[]>(FIND_PROBLEMS);
}

/** Whether a reader would have to scroll sideways to read. */
export async function scrollsSideways(page: Page): Promise<boolean> {
  const [content, window] = await page.evaluate<[number, number]>(
    '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
  );
  return content > window;
}
