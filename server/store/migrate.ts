import { type Kysely, Migrator, sql } from 'kysely';
import { InputError } from '../../analysis/article/index.js';
import { MIGRATIONS } from './migrations/index.js';
import type { Database } from './schema.js';

/** The oldest server that the project is tested on. */
const MINIMUM_VERSION = 15;

/** Refuses a server that is too old or keeps text in another encoding. */
export async function checkServer(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ version: string; encoding: string }>`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding
  `.execute(db);
  const { version = '', encoding = '' } = rows[0] ?? {};
  if (Number.parseInt(version, 10) < MINIMUM_VERSION) {
    throw new InputError(
      'database-too-old',
      `The server at DATABASE_URL is PostgreSQL ${version}; Standpoint needs ${MINIMUM_VERSION} or newer`,
      'Upgrade it, name another one, or unset DATABASE_URL to use the database that Standpoint brings.',
    );
  }
  if (encoding !== 'UTF8') {
    throw new InputError(
      'database-encoding',
      `The database at DATABASE_URL keeps text as ${encoding}`,
      'Create one with ENCODING UTF8 and name it in DATABASE_URL.',
    );
  }
}

/** Brings the tables to the newest version; returns the names of the migrations that ran. */
export async function migrate(db: Kysely<Database>, schema: string | null): Promise<string[]> {
  if (schema !== null) await db.schema.createSchema(schema).ifNotExists().execute();
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => Object.fromEntries(MIGRATIONS) },
    ...(schema === null ? {} : { migrationTableSchema: schema }),
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error) throw isFromTheFuture(error) ? newerDatabase() : error;
  return results.map(({ migrationName }) => migrationName);
}

function isFromTheFuture(error: unknown): boolean {
  return error instanceof Error && error.message.includes('corrupted migrations');
}

function newerDatabase(): InputError {
  return new InputError(
    'database-newer',
    'The database was written by a newer release of Standpoint',
    'Use that release, or set STANDPOINT_DATA (or DATABASE_URL) to another database. Nothing was changed.',
  );
}
