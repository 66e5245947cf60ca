import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Article, unitText } from '../../analysis/article/index.js';
import { readBytes, type ReadOutcome } from '../../analysis/reading/index.js';
import { loadResources } from '../../analysis/resources/index.js';

/** The one source file of a fixture folder. */
export function sourceOf(folder: string): string {
  const [source, ...others] = readdirSync(folder).filter((name) => name.startsWith('source.'));
  if (source === undefined || others.length > 0) throw new Error(`${folder} must hold one source file`);
  return join(folder, source);
}

/** Everything that reading finds in a file, in a form that a person can check. */
export async function readFixture(file: string, bytes: Uint8Array): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const outcome of readBytes({ file: basename(file), bytes }, loadResources())) found.push(shown(outcome));
  return found;
}

function shown(outcome: ReadOutcome): unknown {
  if (!outcome.ok) return outcome;
  const { article, targets, mentions } = outcome.reading;
  return {
    ...metadata(article),
    ...(targets.length > 0 ? { targets } : {}),
    ...(mentions === null ? {} : { mentions: mentions.map(({ start, end }) => article.text.slice(start, end)) }),
    units: article.units.map((unit) => `${unit.role}: ${unitText(article, unit)}`),
    dropped: article.dropped.map(({ position, reason, text }) => `${position ?? '-'} [${reason}] ${text}`),
  };
}

function metadata(article: Article) {
  const { id: _id, textHash: _hash, source: _source, text: _text, units: _units, dropped: _dropped, ...rest } = article;
  return rest;
}
