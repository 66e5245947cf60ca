import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InputError } from '../../analysis/article/index.js';
import { type LineBlock, lineBlocks } from '../../server/cli/line-blocks.js';

const MEGABYTE = 1 << 20;

async function blocksOf(chunks: readonly Buffer[]): Promise<LineBlock[]> {
  const blocks: LineBlock[] = [];
  for await (const block of lineBlocks(Readable.from(chunks))) blocks.push(block);
  return blocks;
}

/** A text cut into chunks of one size, as a file is read. */
function chunked(text: Buffer, size: number): Buffer[] {
  return Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.subarray(index * size, (index + 1) * size),
  );
}

describe('line blocks', () => {
  it('end at line ends, and count the lines before them', async () => {
    const line = `${'x'.repeat(99)}\n`;
    const text = Buffer.from(line.repeat(25_000));
    const blocks = await blocksOf(chunked(text, 65_537));
    expect(blocks.length).toBeGreaterThan(1);
    for (const { bytes, linesBefore } of blocks) {
      expect(bytes.length % line.length).toBe(0);
      expect(bytes.length).toBeLessThan(MEGABYTE + 65_537);
      expect(linesBefore * line.length).toBe(
        blocks
          .filter((other) => other.linesBefore < linesBefore)
          .reduce((sum, other) => sum + other.bytes.length, 0),
      );
    }
    expect(Buffer.concat(blocks.map(({ bytes }) => bytes)).equals(text)).toBe(true);
  });

  it('join to the text, whatever the lines and chunks', async () => {
    const lines = fc.array(fc.string({ maxLength: 20 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(lines, fc.integer({ min: 1, max: 9 }), async (parts, size) => {
        const text = Buffer.from(parts.join('\n'));
        const blocks = await blocksOf(chunked(text, size));
        const joined = Buffer.concat(blocks.map(({ bytes }) => bytes));
        expect(joined.toString().trim()).toBe(text.toString().trim() === '' ? '' : text.toString().trim());
      }),
    );
  });

  it('give up a line without an end', async () => {
    const endless = Array.from({ length: 65 }, () => Buffer.alloc(MEGABYTE, 'x'));
    await expect(blocksOf(endless)).rejects.toBeInstanceOf(InputError);
  });
});
