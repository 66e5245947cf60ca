import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../analysis/resources/index.js';
import { renderMarkdown } from '../../server/documents.js';
import { PICTURE_FOLDER, pictures } from '../../server/pictures.js';

/** Every document that people read, in the repository and in the program. */
const FILES = ['README.md', ...documentsIn('docs'), ...documentsIn('docs/reference')];

/** A page with all its pictures should open at once on a slow line. */
const LARGEST_PICTURE = 80_000;
const ALL_PICTURES = 1_000_000;

function documentsIn(folder: string): string[] {
  return readdirSync(join(packageRoot(), folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}

function read(file: string): string {
  return readFileSync(join(packageRoot(), file), 'utf8');
}

/** What a document links to or shows, as paths from the root of the package; the web is left out. */
function placesNamedIn(file: string, pattern: RegExp): string[] {
  const prose = read(file).replace(/^```[\s\S]*?^```/gmu, '');
  return [...prose.matchAll(pattern)]
    .map(([, place = '']) => place)
    .filter((place) => !/^(https?:|\/)/u.test(place))
    .map((place) => (place.startsWith('#') ? file + place : posix.join(posix.dirname(file), place)));
}

/** Whether the heading that a link names is there. */
function hasHeading(file: string, id: string): boolean {
  return renderMarkdown(read(file), file).html.includes(` id="${id}"`);
}

describe('documents', () => {
  it.each(FILES)('%s links only to what is there', (file) => {
    const broken = placesNamedIn(file, /(?<!!)\[[^\]]*\]\(([^)\s]+)\)/gu).filter((place) => {
      const [path = '', id] = place.split('#');
      if (!existsSync(join(packageRoot(), path))) return true;
      return id !== undefined && !hasHeading(path, id);
    });
    expect(broken).toEqual([]);
  });

  it('show only pictures that are there, and every picture that is there', () => {
    const shown = FILES.flatMap((file) => placesNamedIn(file, /!\[[^\]]+\]\(([^)\s]+)\)/gu));
    const kept = [...pictures().keys()].map((name) => `${PICTURE_FOLDER}/${name}`);
    expect([...new Set(shown)].sort()).toEqual(kept);
  });

  it('have pictures that are not heavy', () => {
    const sizes = [...pictures().values()].map(({ path }) => statSync(path).size);
    for (const size of sizes) expect(size).toBeLessThan(LARGEST_PICTURE);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(ALL_PICTURES);
  });
});
