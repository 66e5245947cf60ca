import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { InputError } from '../../analysis/article/index.js';
import { clientConfig, openKysely, openPool } from './connection.js';
import { type EmbeddedDatabase, startEmbedded } from './embedded/index.js';
import { errorCode } from './error-code.js';
import { StoreUnavailable, toStoreError } from './failures.js';
import { checkServer, migrate } from './migrate.js';
import type { Database } from './schema.js';
import { openSession, type Session } from './session.js';

/** Where the library lives. */
export interface StoreOptions {
  /** Directory for originals and, without `databaseUrl`, for the database. Made where missing. */
  readonly dataDir: string;
  /** A PostgreSQL server of one's own, version 15 or newer. */
  readonly databaseUrl?: string | null | undefined;
  /** A schema of the database to keep everything in; the default one where not given. */
  readonly schema?: string;
  /** Whether to refuse a data directory that another process serves; for the web server. */
  readonly exclusive?: boolean;
  /** Told of what cannot be reported to a caller; never of article text. */
  readonly log?: (message: string, error?: unknown) => void;
}

/** An open library. Functions of this room take it as their first argument. */
export interface Store {
  readonly db: Kysely<Database>;
  /** Files as they came in, under generated names. */
  readonly originals: string;
  /** Editions of the library's own corpus as folders, each named after what it holds. */
  readonly editions: string;
  /** Uploads on their way in; whoever puts a file here removes it. */
  readonly staging: string;
  /** The schema that holds the tables, null for the default one. */
  readonly schema: string | null;
  readonly session: Session;
  readonly pool: pg.Pool;
  readonly log: (message: string, error?: unknown) => void;
  /** Ends the connections, and the embedded server where this process started it; once is enough, twice no harm. */
  close(): Promise<void>;
}

/** Another server's connection ends within moments of its process. */
const WAIT_FOR_LOCK_MS = 3_000;
const POLL_MS = 100;
const SERVER_LOCK = 1;

/**
 * Opens the library: starts or finds the database, brings its tables up to date.
 * @throws InputError where the data directory or the server cannot be used, StoreUnavailable where
 * the server does not answer.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const dataDir = resolve(options.dataDir);
  prepareDataDirectory(dataDir);
  const embedded = options.databaseUrl ? null : await startEmbedded(dataDir);
  try {
    return await connectStore(options, dataDir, embedded);
  } catch (error) {
    await embedded?.stop();
    throw toStoreError(error);
  }
}

async function connectStore(
  options: StoreOptions,
  dataDir: string,
  embedded: EmbeddedDatabase | null,
): Promise<Store> {
  const { schema = null, log = () => undefined } = options;
  const config = clientConfig(
    embedded?.connection ?? { connectionString: options.databaseUrl ?? '' },
    schema,
  );
  const revive = () => {
    embedded?.revive().catch((error: unknown) => log('the embedded database could not be started', error));
  };
  const session = await openSession(config, revive);
  const pool = openPool(config, (error) => log('a database connection was lost', toStoreError(error)));
  const db = openKysely(pool, (error) => {
    if (error instanceof StoreUnavailable && error.code === 'store-unavailable') revive();
  });
  const close = async () => {
    await db.destroy();
    await session.close();
  };
  try {
    if (embedded && options.exclusive) await claimServer(session, dataDir, embedded);
    if (!embedded) await checkServer(db);
    await migrate(db, schema);
  } catch (error) {
    await close();
    throw error;
  }
  let closing: Promise<void> | null = null;
  return {
    db,
    originals: join(dataDir, 'originals'),
    editions: join(dataDir, 'editions'),
    staging: join(dataDir, 'staging'),
    schema,
    session,
    pool,
    log,
    close: () => {
      closing ??= close().then(() => embedded?.stop());
      return closing;
    },
  };
}

async function claimServer(session: Session, dataDir: string, embedded: EmbeddedDatabase): Promise<void> {
  const deadline = Date.now() + WAIT_FOR_LOCK_MS;
  while (!(await session.tryLock('server', SERVER_LOCK))) {
    if (Date.now() > deadline) {
      throw new InputError(
        'data-in-use',
        `Another Standpoint server uses the data directory ${dataDir}`,
        'Stop it, or give this one a directory of its own with STANDPOINT_DATA.',
      );
    }
    await sleep(POLL_MS);
  }
  embedded.adopt();
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EROFS: 'the disk is read-only',
  EEXIST: 'there is a file of that name',
  ENOTDIR: 'a part of the path is a file',
  ENOSPC: 'the disk is full',
};

function prepareDataDirectory(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    for (const name of ['originals', 'editions', 'staging']) {
      mkdirSync(join(dataDir, name), { recursive: true });
      chmodSync(join(dataDir, name), 0o700);
    }
  } catch (error) {
    throw new InputError(
      'data-not-writable',
      `The data directory ${dataDir} cannot be written: ${REASONS[errorCode(error)] ?? String(error)}`,
      'Set STANDPOINT_DATA to a directory that this user may write.',
    );
  }
}
