import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Resources } from '../analysis/resources/index.js';
import type { KnownOutlet } from './store/index.js';

const MANIFEST = z.object({
  articles: z.array(z.object({ outlet: z.string(), country: z.string().optional() }).loose()),
});

/** The countries that the lexicon of agencies and the list of the samples state, one for each outlet. */
export function knownOutlets({ lexicons, corpus }: Resources): KnownOutlet[] {
  const known = new Map<string, KnownOutlet>();
  for (const { outlet, country = '' } of samplesIn(corpus)) {
    if (country !== '') known.set(outlet, { name: outlet, country, basis: 'manifest' });
  }
  for (const { outlet, country } of lexicons.agencies) {
    if (country !== '') known.set(outlet, { name: outlet, country, basis: 'lexicon' });
  }
  return [...known.values()];
}

/** Every country that an outlet of the corpus has, by name. */
export function knownCountries(resources: Resources): string[] {
  return [...new Set(knownOutlets(resources).map(({ country }) => country))].sort();
}

function samplesIn(corpus: string): { outlet: string; country?: string | undefined }[] {
  const file = join(corpus, 'samples', 'manifest.json');
  if (!existsSync(file)) return [];
  return MANIFEST.parse(JSON.parse(readFileSync(file, 'utf8'))).articles;
}
