/**
 * A process that imports, for the tests of what happens when it is killed meanwhile:
 * `importing-process.ts DATA-DIRECTORY FILE`. Prints the id of the import, then a line for each
 * further article in the library.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { startJobs } from '../../server/jobs/index.js';
import { countArticles, openStore } from '../../server/store/index.js';

const [dataDir = '', path = ''] = process.argv.slice(2);
const store = await openStore({ dataDir, exclusive: true });
const jobs = await startJobs(store);
const id = await jobs.importFiles([{ name: 'many.jsonl', path }]);
process.stdout.write(`import ${id}\n`);
for (let known = 0; ; await sleep(5)) {
  const articles = await countArticles(store, { target: 'coalition' });
  if (articles > known) process.stdout.write(`articles ${articles}\n`);
  known = articles;
}
