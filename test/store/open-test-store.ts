import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { errorCode, openStore, type Store, type StoreOptions } from '../../server/store/index.js';

/** A store in a schema of its own, which `close` removes. */
export interface TestStore {
  readonly store: Store;
  readonly dataDir: string;
  readonly schema: string;
  close(): Promise<void>;
}

/** The temporary folder is shared: what another user's run left there is not ours to remove. */
const PREFIX = `standpoint-tests-${userInfo().uid}-`;

/** Real PostgreSQL; the server's data directory is shared by the test files of one jest worker. */
export async function openTestStore(options: Partial<StoreOptions> = {}): Promise<TestStore> {
  const dataDir = join(tmpdir(), `${PREFIX}${process.pid}`);
  removeThoseOfEarlierRuns();
  const schema = `test_${randomBytes(6).toString('hex')}`;
  const store = await openStore({ dataDir, schema, ...options });
  return {
    store,
    dataDir,
    schema,
    close: async () => {
      await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(store.db);
      await sql`drop schema if exists ${sql.id(`${schema}_jobs`)} cascade`.execute(store.db);
      await store.close();
    },
  };
}

function removeThoseOfEarlierRuns(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    if (!isRunning(Number(name.slice(PREFIX.length)))) {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
