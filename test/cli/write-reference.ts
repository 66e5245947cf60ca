import { writeFileSync } from 'node:fs';
import { referencePages } from './reference.js';

/** `npm run docs`: writes the reference pages that come from code. */
for (const [name, text] of Object.entries(referencePages())) {
  writeFileSync(new URL(`../../docs/reference/${name}`, import.meta.url), text);
}
