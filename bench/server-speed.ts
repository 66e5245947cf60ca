import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { importLines } from './library.js';
import { articleLines, madeArticle } from './made-articles.js';
import { type Server, startServer } from './program.js';
import { repeated, type Series, timed } from './timing.js';

const RUNS = 5;
const PAGE_RUNS = 20;
const LONG_ARTICLE_PARAGRAPHS = 60;
const POLL_MS = 100;
/** Threads end after twenty seconds without work; what is left then is the idle server. */
const IDLE_MS = 30_000;

/** Times of the server: starting, and the pages of a long article and of a large library. */
export async function serverSeries(folder: string, librarySize: number): Promise<Series[]> {
  const empty: number[] = [];
  for (let run = 0; run < 2; run++) empty.push(await startWithSamples(join(folder, `samples-${run}`)));
  const library = join(folder, 'library');
  const first = await startServer(library, false);
  const [long = ''] = await importLines(
    first,
    `${JSON.stringify(madeArticle(0, LONG_ARTICLE_PARAGRAPHS))}\n`,
  );
  await importLines(first, articleLines(librarySize));
  const report = await pageTimes(first, `/articles/${long}`);
  const list = await pageTimes(first, '/articles');
  await first.stop();
  const existing = await repeated(RUNS, () => startAndStop(library));
  const memory = await idleMemory(library);
  return [
    { name: 'server start, empty, samples analyzed', values: empty, unit: 'ms', budget: '15,000 ms' },
    { name: 'server start, existing data', values: existing, unit: 'ms', budget: '3,000 ms' },
    {
      name: `report page, ${LONG_ARTICLE_PARAGRAPHS} paragraphs`,
      values: report,
      unit: 'ms',
      budget: '100 ms',
    },
    { name: `library page, ${librarySize} articles`, values: list, unit: 'ms', budget: '150 ms' },
    { name: 'memory of the idle server', values: [memory], unit: 'MB', budget: '250 MB' },
  ];
}

/** From the start of the process until every sample is in the library with its scores. */
async function startWithSamples(folder: string): Promise<number> {
  const start = performance.now();
  const server = await startServer(folder, true);
  await untilNothingRuns(server);
  const milliseconds = performance.now() - start;
  await server.stop();
  return milliseconds;
}

async function untilNothingRuns(server: Server): Promise<void> {
  for (;;) {
    const page = await (await fetch(`${server.url}/imports.json`)).text();
    if (page.includes('"done"') && !page.includes('"running"')) return;
    await sleep(POLL_MS);
  }
}

async function startAndStop(folder: string): Promise<number> {
  const server = await startServer(folder, false);
  await server.stop();
  return server.milliseconds;
}

async function idleMemory(folder: string): Promise<number> {
  const server = await startServer(folder, false);
  await fetch(`${server.url}/articles`);
  await sleep(IDLE_MS);
  const megabytes = server.memory();
  await server.stop();
  return megabytes;
}

async function pageTimes(server: Server, path: string): Promise<number[]> {
  const load = () =>
    timed(async () => {
      const response = await fetch(server.url + path, { headers: { accept: 'text/html' } });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      await response.text();
    });
  await load();
  return repeated(PAGE_RUNS, load);
}
