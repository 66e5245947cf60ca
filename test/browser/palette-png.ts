import { crc32, deflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** Colors of a palette picture: one byte a pixel. */
const COLORS = 256;
/** Colors are told apart by their first five bits a channel: a reader sees no difference in a page. */
const LOW_BITS = 3;

interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel, as base64. */
  readonly base64: string;
}

/** A picture with at most 256 colors, half the size or less; a browser unpacks the one given. */
export async function palettePng(browser: Browser, png: Uint8Array): Promise<Buffer> {
  const blank = await browser.newPage();
  const pixels = (await blank.evaluate(unpack(Buffer.from(png).toString('base64')))) as Pixels;
  await blank.close();
  const rgb = Buffer.from(pixels.base64, 'base64');
  const palette = commonColors(rgb);
  return pack(pixels, palette, indexed(rgb, palette));
}

function unpack(png: string): string {
  return `(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png}';
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let at = 0; at < data.length; at += 4) text += String.fromCharCode(data[at], data[at + 1], data[at + 2]);
    return { width: image.width, height: image.height, base64: btoa(text) };
  })()`;
}

/** The colors that occur most, in a fixed order; of those that are nearly one, the most frequent stands for all. */
function commonColors(rgb: Buffer): number[] {
  const counts = new Map<number, number>();
  for (let at = 0; at < rgb.length; at += 3) {
    const color = rgb.readUIntBE(at, 3);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || a - b).map(([color]) => color);
  const kept = new Map<number, number>();
  for (const color of byCount) if (!kept.has(coarse(color))) kept.set(coarse(color), color);
  return [...kept.values()].slice(0, COLORS);
}

function coarse(color: number): number {
  const mask = (0xff >> LOW_BITS) << LOW_BITS;
  return color & ((mask << 16) | (mask << 8) | mask);
}

function indexed(rgb: Buffer, palette: readonly number[]): Uint8Array {
  const nearest = new Map(palette.map((color, index) => [color, index]));
  const indices = new Uint8Array(rgb.length / 3);
  for (let pixel = 0; pixel < indices.length; pixel++) {
    const color = rgb.readUIntBE(pixel * 3, 3);
    const index = nearest.get(color) ?? nearestIn(palette, color);
    nearest.set(color, index);
    indices[pixel] = index;
  }
  return indices;
}

function nearestIn(palette: readonly number[], color: number): number {
  const distances = palette.map((one) => distance(one, color));
  return distances.indexOf(Math.min(...distances));
}

function distance(a: number, b: number): number {
  return [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 0xff) - ((b >> shift) & 0xff)) ** 2, 0);
}

/** PNG of color type 3: header, palette, rows without a filter (which palettes gain nothing from). */
function pack({ width, height }: Pixels, palette: readonly number[], indices: Uint8Array): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colors = Buffer.alloc(palette.length * 3);
  for (const [index, color] of palette.entries()) colors.writeUIntBE(color, index * 3, 3);
  const rows = Buffer.alloc(height * (width + 1));
  for (let row = 0; row < height; row++) {
    rows.set(indices.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', colors),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
