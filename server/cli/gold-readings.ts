import type { Reading } from '../../analysis/article/index.js';
import type { GoldLine } from '../../analysis/evaluate/index.js';
import { readBytes } from '../../analysis/reading/index.js';
import type { Resources } from '../../analysis/resources/index.js';
import type { InputFile } from './inputs.js';
import { lineBlocks } from './line-blocks.js';
import type { Refusals } from './refusals.js';

/** A line of gold with the article that was read from it. */
export interface GoldReading extends GoldLine {
  readonly reading: Reading;
  readonly file: string;
  /** Line of the file, from 1. */
  readonly line: number;
  /** The keys of the line whose values are texts. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The lines of a gold file, each read as an article and kept beside its labels; others are refused. */
export async function readGoldFile(
  input: InputFile,
  resources: Resources,
  refusals: Refusals,
): Promise<GoldReading[]> {
  const lines: GoldReading[] = [];
  for await (const { bytes, linesBefore } of lineBlocks(input.open())) {
    for (const [index, text] of bytes.toString('utf8').split('\n').entries()) {
      if (text.trim() === '') continue;
      const one = { file: input.file, bytes: Buffer.from(text), format: 'jsonl' as const };
      for await (const outcome of readBytes(one, resources)) {
        const place = { file: input.file, line: linesBefore + index + 1 };
        if (!outcome.ok) refusals.add({ ...outcome, ...place });
        else lines.push({ ...goldReading(text, outcome.reading), ...place });
      }
    }
  }
  return lines;
}

function goldReading(line: string, reading: Reading): Omit<GoldReading, 'file' | 'line'> {
  const parsed: Record<string, unknown> = JSON.parse(line);
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(parsed)) if (typeof value === 'string') texts.set(key, value);
  return { id: reading.article.recordId, gold: parsed.gold, reading, texts };
}
