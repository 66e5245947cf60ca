/**
 * Takes the pictures of the README from a running program with the sample articles:
 * `npx tsx test/browser/make-screenshots.ts [FOLDER]` writes each page at two widths and in two color
 * schemes; without a folder only the picture that the README shows is renewed.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { type LibraryServer, startLibrary } from '../http/library-server.js';
import { NARROW, openBrowser, WIDE } from './chromium.js';

const README_PICTURE = 'docs/images/report.png';
/** The sample that the README shows: praise and doubt in one report. */
const SHOWN_OUTLET = 'Meridian Press';

interface Listed {
  readonly url: string;
  readonly outlet: string | null;
}

const folder = process.argv[2];
const server = await startLibrary({ STANDPOINT_SAMPLES: 'on' });
const browser = await openBrowser();
try {
  const articles = await analyzedSamples(server);
  const shown = articles.find(({ outlet }) => outlet === SHOWN_OUTLET) ?? articles[0];
  if (!shown) throw new Error('the library holds no samples');
  if (folder) await everyPage(browser, server.url, shown.url, folder);
  else
    await shoot(browser, server.url + shown.url, README_PICTURE, { viewport: { width: 1280, height: 1500 } });
} finally {
  await browser.close();
  await server.close();
}

async function analyzedSamples({ get }: LibraryServer): Promise<readonly Listed[]> {
  for (let tries = 0; tries < 600; tries++) {
    const { articles } = JSON.parse((await get('/articles.json')).text) as { articles: Listed[] };
    const { imports } = JSON.parse((await get('/imports.json')).text) as { imports: { status: string }[] };
    if (articles.length > 0 && imports.every(({ status }) => status !== 'running')) return articles;
    await sleep(200);
  }
  throw new Error('the samples were not analyzed in time');
}

async function everyPage(browser: Browser, url: string, report: string, folder: string): Promise<void> {
  const pages = {
    library: '/articles',
    report,
    imports: '/imports',
    targets: '/targets',
    method: '/method',
    codebook: '/codebook',
    missing: '/nowhere',
  };
  for (const [name, path] of Object.entries(pages)) {
    for (const [width, viewport] of Object.entries({ wide: WIDE, narrow: NARROW })) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await shoot(browser, url + path, join(folder, `${name}-${width}-${colorScheme}.png`), {
          viewport,
          colorScheme,
          fullPage: true,
        });
      }
    }
  }
}

interface Look {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly fullPage?: boolean;
}

async function shoot(
  browser: Browser,
  url: string,
  path: string,
  { viewport, colorScheme = 'light', fullPage = false }: Look,
): Promise<void> {
  const page = await browser.newPage({ viewport, colorScheme });
  await page.goto(url);
  await page.screenshot({ path, fullPage });
  await page.close();
}
