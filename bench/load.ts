import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importLines, sendLines, untilImported } from './library.js';
import { describeMachine } from './machine.js';
import { articleLines, madeArticle } from './made-articles.js';
import { requireBuild, type Server, startServer } from './program.js';
import { describeSeries, type Series, timed } from './timing.js';

/*
 * Many readers while an import runs: `npm run build && npx tsx bench/load.ts [SECONDS]`. Prints the
 * times that pages took and every answer that was not a page; exits with 1 where there was one.
 */

const CONNECTIONS = 50;
const SECONDS = Number(process.argv[2] ?? 30);
const LIBRARY_SIZE = 500;
/** More than is read and scored within the time, so that the import runs throughout. */
const IMPORTED_MEANWHILE = 20_000;
const REPORT_PARAGRAPHS = 60;

interface Kind {
  readonly name: string;
  readonly path: string;
  readonly milliseconds: number[];
}

/** Asks for one page after the other until the time is over; failures are noted, never thrown. */
async function readPages(url: string, kinds: readonly Kind[], until: number, failures: string[]) {
  for (let turn = 0; performance.now() < until; turn++) {
    const kind = kinds[turn % kinds.length];
    if (!kind) return;
    const took = await timed(async () => {
      const failure = await failureOf(url + kind.path);
      if (failure) failures.push(`${kind.name}: ${failure}`);
    });
    kind.milliseconds.push(took);
  }
}

async function failureOf(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { headers: { accept: 'text/html' } });
    const page = await response.text();
    if (!response.ok) return `status ${response.status}`;
    return page.trimEnd().endsWith('</html>') ? null : 'a page that breaks off';
  } catch (error) {
    return String(error);
  }
}

async function measure(server: Server): Promise<{ series: Series[]; failures: string[] }> {
  const [report = ''] = await importLines(server, `${JSON.stringify(madeArticle(0, REPORT_PARAGRAPHS))}\n`);
  await importLines(server, articleLines(LIBRARY_SIZE));
  const kinds: Kind[] = [
    { name: 'library', path: '/articles', milliseconds: [] },
    { name: `report of ${REPORT_PARAGRAPHS} paragraphs`, path: `/articles/${report}`, milliseconds: [] },
    { name: 'search', path: '/articles?q=valley&label=mixed', milliseconds: [] },
  ];
  const failures: string[] = [];
  const imported = await sendLines(server, articleLines(IMPORTED_MEANWHILE));
  const start = performance.now();
  const readers = Array.from({ length: CONNECTIONS }, (_, reader) =>
    // Each begins with another page, so that no kind comes in waves.
    readPages(server.url, rotated(kinds, reader), start + SECONDS * 1000, failures),
  );
  await Promise.all(readers);
  const seconds = (performance.now() - start) / 1000;
  const { status } = await untilImported(server, imported, 0);
  if (status !== 'running') failures.push(`the import ended before the readers did: ${status}`);
  const pages = kinds.reduce((sum, { milliseconds }) => sum + milliseconds.length, 0);
  return {
    failures,
    series: [
      { name: 'pages a second, all readers', values: [pages / seconds], unit: '1/s', budget: '' },
      ...kinds.map(({ name, milliseconds }) => ({ name, values: milliseconds, unit: 'ms', budget: '' })),
    ],
  };
}

function rotated<T>(values: readonly T[], by: number): T[] {
  const start = by % values.length;
  return [...values.slice(start), ...values.slice(0, start)];
}

requireBuild();
const folder = mkdtempSync(join(tmpdir(), 'standpoint-load-'));
try {
  console.log(`${describeMachine()}\n${CONNECTIONS} connections for ${SECONDS} s while an import runs\n`);
  const server = await startServer(join(folder, 'library'), false);
  const { series, failures } = await measure(server);
  for (const one of series) console.log(describeSeries(one));
  console.log(`\nfailed: ${failures.length}`);
  for (const failure of new Set(failures)) console.log(`  ${failure}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
  await server.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
