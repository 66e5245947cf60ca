/**
 * A process of its own with an open library, for the tests of what happens when processes end:
 * `library-process.ts DATA-DIRECTORY exclusive|shared`. Prints "open", then waits; a line "exit" on
 * standard input makes it end without closing anything.
 */
import { openStore } from '../../server/store/index.js';

const [dataDir = '', mode] = process.argv.slice(2);
const store = await openStore({ dataDir, exclusive: mode === 'exclusive' });
process.stdout.write('open\n');
process.stdin.on('data', (chunk) => {
  if (String(chunk).startsWith('exit')) process.exit(0);
});
process.once('SIGTERM', async () => {
  await store.close();
  process.exit(0);
});
