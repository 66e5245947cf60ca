import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresDialect,
  type QueryResult,
} from 'kysely';
import pg from 'pg';
import { toStoreError } from './failures.js';
import type { Database } from './schema.js';

/** Of the embedded server's 40 connections, so that several processes can share it. */
const POOL_SIZE = 10;
const CONNECT_WITHIN_MS = 5_000;
/** Longer than any query of a page may take; exports ask in batches, each a statement of its own. */
const STATEMENT_WITHIN_MS = 30_000;

/** A page asks for milliseconds of work: starting helpers for it takes longer, above all under load. */
const NO_PARALLEL = '-c max_parallel_workers_per_gather=0';

/** Dates as `YYYY-MM-DD`, counts as numbers; without touching the driver's global parsers. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format);
  },
};

/** Everything the driver needs to connect, with the limits and parsers of the store. */
export function clientConfig(connection: pg.ClientConfig, schema: string | null): pg.ClientConfig {
  return {
    ...connection,
    options: [NO_PARALLEL, ...(schema === null ? [] : [`-c search_path=${schema}`])].join(' '),
    application_name: 'standpoint',
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    statement_timeout: STATEMENT_WITHIN_MS,
    types,
  };
}

/** A pool that survives the loss of the server: idle connections fail quietly, new ones are made when it is back. */
export function openPool(config: pg.ClientConfig, onLost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ ...config, max: POOL_SIZE, allowExitOnIdle: true });
  pool.on('error', onLost);
  // A connection that fails while it is lent out reports to its query as well.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** Kysely over the pool; every failure of the driver passes `toStoreError`, and `onFailure` sees it. */
export function openKysely(pool: pg.Pool, onFailure: (error: unknown) => void): Kysely<Database> {
  const classify = (error: unknown) => {
    const known = toStoreError(error);
    onFailure(known);
    return known;
  };
  return new Kysely<Database>({ dialect: new ClassifyingDialect(pool, classify) });
}

type Classify = (error: unknown) => unknown;

class ClassifyingDialect extends PostgresDialect {
  readonly #classify: Classify;

  constructor(pool: pg.Pool, classify: Classify) {
    super({ pool });
    this.#classify = classify;
  }

  override createDriver(): Driver {
    return classifyingDriver(super.createDriver(), this.#classify);
  }
}

/** The same driver, with the failures of connecting and of every query classified. */
function classifyingDriver(driver: Driver, classify: Classify): Driver {
  const seen = new WeakSet<DatabaseConnection>();
  const acquire = driver.acquireConnection.bind(driver);
  driver.acquireConnection = async () => {
    const connection = await classified(acquire(), classify);
    if (!seen.has(connection)) classifyQueries(connection, classify);
    seen.add(connection);
    return connection;
  };
  return driver;
}

function classifyQueries(connection: DatabaseConnection, classify: Classify): void {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = <R>(query: CompiledQuery): Promise<QueryResult<R>> =>
    classified(execute<R>(query), classify);
}

async function classified<T>(work: Promise<T>, classify: Classify): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw classify(error);
  }
}
