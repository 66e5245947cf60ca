import type { Article } from '../../analysis/article/index.js';
import { type ReadInput, type ReadOutcome, type Refusal, readBytes } from '../../analysis/reading/index.js';
import { loadResources } from '../../analysis/resources/index.js';

/** Every outcome of reading one input with the project's own lexicons. */
export async function readAll(input: ReadInput): Promise<ReadOutcome[]> {
  const outcomes: ReadOutcome[] = [];
  for await (const outcome of readBytes(input, loadResources())) outcomes.push(outcome);
  return outcomes;
}

/** The one article of a text, read as a file of the given name. */
export async function readArticle(content: string | Uint8Array, file = 'article.txt'): Promise<Article> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const [outcome] = await readAll({ file, bytes });
  if (!outcome?.ok) throw new Error(`not read: ${JSON.stringify(outcome)}`);
  return outcome.reading.article;
}

/** The refusal of an input that cannot be read. */
export async function refusalOf(input: ReadInput): Promise<Refusal> {
  const [outcome] = await readAll(input);
  if (!outcome || outcome.ok) throw new Error('the input was read');
  return outcome;
}

/** The texts of an article's units. */
export function unitTexts({ text, units }: Article): string[] {
  return units.map(({ start, end }) => text.slice(start, end));
}
