import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startServer } from '../server/main.js';
import { readSettings } from '../server/settings.js';
import { openStore, SORT_NAMES } from '../server/store/index.js';
import { describeMachine } from './machine.js';
import { makeLibrary } from './made-library.js';
import { describeSeries, repeated, timed } from './timing.js';

/*
 * The library page over a large library, over HTTP, for each filter and each sort:
 * `npx tsx bench/library-speed.ts [ARTICLES] [RUNS]`. Then the same articles are deleted, and brought
 * back. Prints medians with their range; never passes or fails.
 */

const ARTICLES = Number(process.argv[2] ?? 10_000);
const RUNS = Number(process.argv[3] ?? 10);
const BUDGET = '150 ms';

const VIEWS: readonly string[] = [
  '',
  'q=prices',
  'q="traders+in+the+market"+-day',
  'study=study-1',
  'study=study-20',
  'outlet=Outlet+7',
  'country=Country+7',
  'from=2012-01-01&to=2012-12-31',
  'label=skeptical',
  'dimension=unity',
  'speaker=speaker-12',
  'speaker=speaker',
  'run=made',
  'q=prices&study=study-1&label=mixed&dimension=legality&from=2011-01-01&country=Country+3',
  ...SORT_NAMES.flatMap((by) => [`sort=${by}-asc`, `sort=${by}-desc`]),
];

const folder = mkdtempSync(join(tmpdir(), 'standpoint-library-'));
const settings = readSettings({ PORT: '0', STANDPOINT_DATA: folder, STANDPOINT_SAMPLES: 'off' });
try {
  const store = await openStore({ dataDir: folder });
  const made = await timed(() => makeLibrary(store, ARTICLES));
  await store.close();
  console.log(`${describeMachine()}\n${ARTICLES} articles made in ${Math.round(made)} ms\n`);
  const server = await startServer(settings, pino({ level: 'silent' }));
  for (const view of VIEWS) await report(server.url, `/articles?${view}`, view || 'no filter', BUDGET);
  for (const sort of ['date-desc', 'score-desc']) {
    const last = await lastPage(server.url, `sort=${sort}`);
    await report(server.url, `/articles?sort=${sort}&after=${last}`, `last page, ${sort}`, BUDGET);
  }
  for (const path of ['/studies', '/studies/study-1', '/outlets', '/changes'])
    await report(server.url, path, path, '');
  await deleteAndUndo(server.url);
  await server.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function report(url: string, path: string, name: string, budget: string): Promise<void> {
  const load = () => timed(() => page(url + path));
  await load();
  console.log(describeSeries({ name, values: await repeated(RUNS, load), unit: 'ms', budget }));
}

async function page(address: string): Promise<string> {
  const response = await fetch(address, { headers: { accept: 'text/html' } });
  const text = await response.text();
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return text;
}

/** The cursor of the last page of a view. */
async function lastPage(url: string, view: string): Promise<string> {
  let after = '';
  for (;;) {
    const answer = await fetch(`${url}/articles.json?${view}&after=${after}`);
    const { next } = (await answer.json()) as { next: string | null };
    if (next === null) return after;
    after = next;
  }
}

async function deleteAndUndo(url: string): Promise<void> {
  const post = async (path: string) => {
    const headers = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(url + path, { method: 'POST', headers, body: 'scope=all' });
    return (await answer.json()) as { id: string };
  };
  for (let run = 0; run < 2; run++) {
    let id = '';
    const deleted = await timed(async () => {
      id = (await post('/articles/delete')).id;
    });
    const undone = await timed(() => post(`/changes/${id}/undo`));
    console.log(`all deleted in ${Math.round(deleted)} ms, back in ${Math.round(undone)} ms`);
  }
}
