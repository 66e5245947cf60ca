/**
 * Draws the icons for browsers that show no SVG in a tab from views/public/icon.svg:
 * `npx tsx test/browser/make-icons.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { openBrowser } from './chromium.js';

const FOLDER = 'views/public';
/** Pixels: what tabs show on a fine screen, and what a home screen shows. */
const TAB = 32;
const HOME_SCREEN = 180;

const ICO_HEADER = 22;

const browser = await openBrowser();
try {
  const svg = readFileSync(`${FOLDER}/icon.svg`, 'utf8');
  writeFileSync(`${FOLDER}/favicon.ico`, ico(await draw(svg, TAB), TAB));
  writeFileSync(`${FOLDER}/icon.png`, await draw(svg, HOME_SCREEN));
} finally {
  await browser.close();
}

async function draw(svg: string, size: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
  return await page.screenshot({ omitBackground: true });
}

/** One PNG as an icon file: a directory of one entry before it. */
function ico(png: Buffer, size: number): Buffer {
  const header = Buffer.alloc(ICO_HEADER);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(size, 6);
  header.writeUInt8(size, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(ICO_HEADER, 18);
  return Buffer.concat([header, png]);
}
