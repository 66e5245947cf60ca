import { setTimeout as sleep } from 'node:timers/promises';
import type { LibraryServer } from './library-server.js';

/** An article of the library, as its list has it. */
export interface ListedArticle {
  readonly id: string;
  readonly url: string;
  readonly outlet: string | null;
}

/** The sample articles fill an empty library when it is first started. */
const SAMPLES = 15;

/** Waits until the sample articles are read and scored; returns them. */
export async function untilSamplesAreRead({
  get,
}: Pick<LibraryServer, 'get'>): Promise<readonly ListedArticle[]> {
  for (;;) {
    const { articles } = JSON.parse((await get('/articles.json')).text) as { articles: ListedArticle[] };
    const { imports } = JSON.parse((await get('/imports.json')).text) as { imports: { status: string }[] };
    if (articles.length === SAMPLES && imports.every(({ status }) => status !== 'running')) return articles;
    await sleep(200);
  }
}
