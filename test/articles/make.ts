/**
 * Makes a fixture: `npx tsx test/articles/make.ts SLUG FILE` copies FILE to test/articles/SLUG/ and
 * writes what the reader finds to expected.json; without FILE it writes expected.json anew. Read the
 * result before committing it: a fixture is what is right, not what the program does.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { packageRoot } from '../../analysis/resources/index.js';
import { readFixture, sourceOf } from './fixture.js';

const [slug, file] = process.argv.slice(2);
if (slug === undefined || !/^[a-z0-9-]+$/u.test(slug)) {
  console.error('usage: npx tsx test/articles/make.ts SLUG [FILE]   (SLUG: small letters, digits, hyphens)');
  process.exit(2);
}
const folder = join(packageRoot(), 'test/articles', slug);
mkdirSync(folder, { recursive: true });
if (file !== undefined) copyFileSync(file, join(folder, `source${extname(file)}`));
const found = await readFixture(sourceOf(folder), readFileSync(sourceOf(folder)));
writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(found, null, 2)}\n`);
console.log(`${join(folder, 'expected.json')} written; read it before committing it`);
