import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { packageRoot } from '../../analysis/resources/index.js';

/** A step of the tour, as the guide has it. */
export interface TourStep {
  readonly heading: string;
  readonly text: string;
  /** What stands in bold: the words that are on the page, in the order of the text. */
  readonly names: readonly string[];
}

const GUIDE = 'docs/guide.md';
const TOUR = '## The tour\n';

/** The steps of the tour in the guide, in order. */
export function readTour(): TourStep[] {
  const guide = readFileSync(join(packageRoot(), GUIDE), 'utf8');
  const tour = guide.split(TOUR)[1]?.split(/^## /mu)[0] ?? '';
  return tour
    .split(/^### /mu)
    .slice(1)
    .map((step) => {
      const [heading = '', ...lines] = step.split('\n');
      const text = lines.join('\n');
      const names = [...text.matchAll(/\*\*(.+?)\*\*/gsu)].map(([, name = '']) => name.replace(/\s+/gu, ' '));
      return { heading, text, names };
    });
}

/** What is read of a step while it is followed. */
export interface Reader {
  /** The next words in bold, which have to be these. */
  readonly says: (name: string) => string;
  /** Words in the text of the step that are not in bold. */
  readonly mentions: (words: string) => string;
}

/** Reads a step while `follow` does what it says; fails where it names something else, or more. */
export async function readAlong(
  { names, text }: TourStep,
  follow: (reader: Reader) => Promise<void>,
): Promise<void> {
  let read = 0;
  const says = (name: string) => {
    expect(names[read]).toBe(name);
    read++;
    return name;
  };
  const flat = text.replace(/\s+/gu, ' ');
  await follow({
    says,
    mentions: (words) => {
      expect(flat).toContain(words);
      return words;
    },
  });
  expect(names.slice(read)).toEqual([]);
}
