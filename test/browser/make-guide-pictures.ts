/**
 * Makes every picture of the guide and the README from a running program with the sample articles:
 * `npx tsx test/browser/make-guide-pictures.ts`. The same program, fonts and browser give the same pictures.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { packageRoot } from '../../analysis/resources/index.js';
import { PICTURE_FOLDER } from '../../server/pictures.js';
import { startLibrary } from '../http/library-server.js';
import { type ListedArticle, untilSamplesAreRead } from '../http/samples.js';
import { openBrowser } from './chromium.js';
import { palettePng } from './palette-png.js';

/** What a picture shows. */
interface Subject {
  readonly name: string;
  /** Address of the page, and what to do there first. */
  readonly open: (page: Page, place: Place) => Promise<void>;
  /** The picture reaches from the top of the first element to this height in CSS pixels, over the whole width. */
  readonly from: string;
  readonly height: number;
}

interface Place {
  readonly url: string;
  readonly article: (outlet: string) => ListedArticle;
}

const WIDTH = 1280;
/** Pixels left free above what is shown. */
const MARGIN = 16;
/** The outlets that the tour of the guide visits. */
const SHOWN = 'The Pearl Coast Daily';
const COMPARED = 'The Civilian Record';

const SUBJECTS: readonly Subject[] = [
  {
    name: 'library',
    open: async (page, { url }) => void (await page.goto(url)),
    from: 'body',
    height: 860,
  },
  { name: 'report', open: openReport, from: 'body', height: 1300 },
  { name: 'cards', open: openReport, from: '#viewpoints', height: 700 },
  {
    name: 'compare',
    open: async (page, { url, article }) => {
      const ids = [SHOWN, COMPARED].map((outlet) => `article=${article(outlet).id}`);
      await page.goto(`${url}/compare?${ids.join('&')}`);
    },
    from: '.compare-heads',
    height: 1120,
  },
  { name: 'correction', open: correctLabel, from: '#summary', height: 535 },
  { name: 'study', open: makeStudy, from: '#labels-heading', height: 500 },
];

async function openReport(page: Page, { url, article }: Place): Promise<void> {
  await page.goto(url + article(SHOWN).url);
}

/** As step 5 of the tour does. */
async function correctLabel(page: Page, place: Place): Promise<void> {
  const self = place.url + place.article(SHOWN).url;
  await page.goto(`${self}/correct?target=coalition&unit=6`);
  const box = page.getByRole('region', { name: 'Faisal Al Rumaithi' });
  await box.getByLabel('Unrelated').check();
  await box.getByLabel('Why').first().fill('“Them” are the militants, not the coalition.');
  await box.getByRole('button', { name: 'Keep this label' }).click();
  await page.waitForURL(/#unit-6$/);
  await page.goto(self);
}

/** As step 6 of the tour does. */
async function makeStudy(page: Page, { url }: Place): Promise<void> {
  await page.goto(`${url}/articles?q=Daesh&dimension=unity`);
  await page.getByLabel('all 5 articles that fit the filter').check();
  await page.getByLabel('or a new one').fill('Daesh and unity');
  await page.getByRole('button', { name: 'Add to study' }).click();
  await page.waitForURL(/change=/);
  await page.goto(`${url}/studies/daesh-and-unity`);
}

const server = await startLibrary({ STANDPOINT_SAMPLES: 'on' });
const browser = await openBrowser();
try {
  const articles = await untilSamplesAreRead(server);
  const article = (outlet: string) => {
    const found = articles.find((one) => one.outlet === outlet);
    if (!found) throw new Error(`the samples hold nothing of ${outlet}`);
    return found;
  };
  mkdirSync(join(packageRoot(), PICTURE_FOLDER), { recursive: true });
  for (const subject of SUBJECTS) await take(browser, subject, { url: server.url, article });
} finally {
  await browser.close();
  await server.close();
}

async function take(browser: Browser, { name, open, from, height }: Subject, place: Place): Promise<void> {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 }, colorScheme: 'light' });
  await open(page, place);
  const box = await page.locator(from).first().boundingBox();
  const clip = { x: 0, y: Math.max(0, Math.floor(box?.y ?? 0) - MARGIN), width: WIDTH, height };
  const shot = await page.screenshot({ fullPage: true, clip, animations: 'disabled' });
  const bytes = await palettePng(browser, shot);
  writeFileSync(join(packageRoot(), PICTURE_FOLDER, `${name}.png`), bytes);
  process.stdout.write(`${name}.png ${Math.round(bytes.length / 1000)} kB\n`);
  await page.close();
}
