import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../analysis/resources/index.js';
import { readFixture, sourceOf } from '../articles/fixture.js';

const root = join(packageRoot(), 'test/articles');
const slugs = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

describe('article fixtures', () => {
  it.each(slugs)('%s', async (slug) => {
    const source = sourceOf(join(root, slug));
    const expected: unknown = JSON.parse(readFileSync(join(root, slug, 'expected.json'), 'utf8'));
    expect(await readFixture(source, readFileSync(source))).toEqual(expected);
  });
});
