/**
 * Takes a picture of each page of a running program with the sample articles, at two widths and in two
 * color schemes: `npx tsx test/browser/make-screenshots.ts FOLDER`. The pictures of the guide are made by
 * make-guide-pictures.ts.
 */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startLibrary } from '../http/library-server.js';
import { untilSamplesAreRead } from '../http/samples.js';
import { NARROW, openBrowser, WIDE } from './chromium.js';

const folder = process.argv[2];
if (folder === undefined) throw new Error('name the folder that the pictures go into');
const server = await startLibrary({ STANDPOINT_SAMPLES: 'on' });
const browser = await openBrowser();
try {
  const [shown] = await untilSamplesAreRead(server);
  if (!shown) throw new Error('the library holds no samples');
  await everyPage(browser, server.url, shown.url, folder);
} finally {
  await browser.close();
  await server.close();
}

async function everyPage(browser: Browser, url: string, report: string, folder: string): Promise<void> {
  const pages = {
    library: '/articles',
    report,
    studies: '/studies',
    targets: '/targets',
    runs: '/runs',
    validation: '/validation',
    imports: '/imports',
    guide: '/guide',
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
        });
      }
    }
  }
}

interface Look {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly colorScheme: 'light' | 'dark';
}

async function shoot(browser: Browser, url: string, path: string, look: Look): Promise<void> {
  const page = await browser.newPage(look);
  await page.goto(url);
  await page.screenshot({ path, fullPage: true });
  await page.close();
}
