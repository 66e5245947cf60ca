import type { Token } from '../analysis/article/index.js';
import { groupsOf } from '../analysis/evaluate/attribution/count-who.js';
import { isSameSource } from '../analysis/evaluate/attribution/same-source.js';
import { type Compared, compared, type WordsOfParts } from '../analysis/evaluate/attribution/words-of.js';
import { loadResources } from '../analysis/resources/index.js';
import { readLines } from './attribution/lines.js';

/*
 * Where attributions go wrong, evenly drawn from a file of marked articles:
 *   npx tsx bench/attribution-errors.ts GOLD.jsonl [COUNT]
 * First marked attributions most of whose words went to nobody or to another source, then found ones that
 * nobody marked with that source; each as [source] <cue> {content}, with what stands there instead.
 */

const COUNT = 40;

function words(tokens: readonly Token[], indices: readonly number[]): string {
  return indices.map((i) => tokens[i]?.text).join(' ');
}

function shown(tokens: readonly Token[], { source, cue, content }: WordsOfParts): string {
  return `[${words(tokens, source)}] <${words(tokens, cue)}> {${words(tokens, content)}}`;
}

/** Attributions of one side most of whose words the other side does not give to the same source. */
function misplaced(article: Compared, own: 'gold' | 'found'): string[] {
  const others = article[own === 'gold' ? 'found' : 'gold'];
  const agrees = (one: WordsOfParts, other: WordsOfParts) =>
    own === 'gold'
      ? isSameSource(article.tokens, one.source, other.source)
      : isSameSource(article.tokens, other.source, one.source);
  return article[own].flatMap((one) => {
    if (one.source.length === 0 || one.content.length === 0) return [];
    const right = new Set(others.filter((other) => agrees(one, other)).flatMap(({ content }) => content));
    if (one.content.filter((i) => right.has(i)).length >= one.content.length / 2) return [];
    const ownWords = new Set([...one.content, ...one.cue]);
    const instead = others
      .filter((other) => [...other.content, ...other.cue].some((i) => ownWords.has(i)))
      .map((other) => `\n      ${own === 'gold' ? 'found' : 'marked'} ${shown(article.tokens, other)}`);
    const label = own === 'gold' ? `missed, ${groupsOf(article, one).slice(1).join(' ')}` : 'not marked';
    return [`${label}: ${shown(article.tokens, one)}${instead.join('')}`];
  });
}

function sample(items: readonly string[], count: number): string[] {
  const step = Math.max(1, Math.floor(items.length / Math.max(1, count)));
  return items.filter((_, index) => index % step === 0).slice(0, count);
}

async function main([path, count = String(COUNT)]: readonly string[]): Promise<void> {
  if (path === undefined) throw new Error('usage: attribution-errors.ts GOLD.jsonl [COUNT]');
  const lines = await readLines(path, loadResources());
  const articles = lines.map(({ layers, marked }) => compared(layers, marked.attributions ?? []));
  for (const own of ['gold', 'found'] as const) {
    const errors = articles.flatMap((article) => misplaced(article, own));
    console.log(`${errors.length} ${own === 'gold' ? 'missed' : 'not marked'}\n`);
    for (const error of sample(errors, Number(count))) console.log(error);
    console.log();
  }
}

await main(process.argv.slice(2));
