import { appendFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../../analysis/article/index.js';
import type { Binaries } from './binaries.js';
import { runCommand } from './command.js';
import { type Home, writePrivate } from './home.js';

/** The one database user, and the database that initdb makes. */
export const DATABASE_USER = 'standpoint';
export const DATABASE_NAME = 'postgres';

const CONFIGURATION_FILE = 'standpoint.conf';

/** Makes the data directory where there is none, refuses one of another major version, writes its settings. */
export async function prepareCluster(home: Home, binaries: Binaries): Promise<void> {
  if (!existsSync(join(home.cluster, 'PG_VERSION'))) await initialize(home, binaries);
  checkVersion(home, binaries);
  writePrivate(join(home.cluster, CONFIGURATION_FILE), configuration(home), home.identity);
}

/** An interrupted initialization leaves only the unfinished directory behind, which the next one removes. */
async function initialize(home: Home, binaries: Binaries): Promise<void> {
  const unfinished = join(home.path, 'data.unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(home.cluster, { recursive: true, force: true });
  const { code, output } = await runCommand(binaries.initdb, initdbArguments(home, unfinished), {
    cwd: home.path,
    identity: home.identity,
  });
  if (code !== 0) {
    throw new InputError(
      'database-not-made',
      `PostgreSQL could not make its data directory in ${home.path}: ${lastLines(output)}`,
      'See that the disk has room and that this user has a name on this system, or set DATABASE_URL.',
    );
  }
  appendFileSync(join(unfinished, 'postgresql.conf'), `\ninclude = '${CONFIGURATION_FILE}'\n`);
  renameSync(unfinished, home.cluster);
}

/** C.UTF-8 sorts alike on every machine and knows the letters of every script. */
function initdbArguments(home: Home, directory: string): string[] {
  return [
    `--pgdata=${directory}`,
    `--username=${DATABASE_USER}`,
    `--pwfile=${join(home.path, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--text-search-config=english',
  ];
}

function checkVersion(home: Home, binaries: Binaries): void {
  const found = readFileSync(join(home.cluster, 'PG_VERSION'), 'utf8').trim();
  if (found === binaries.major) return;
  throw new InputError(
    'database-version',
    `The data in ${home.cluster} were written by PostgreSQL ${found}, this Standpoint brings version ${binaries.major}`,
    `Use the Standpoint release that wrote them, or set STANDPOINT_DATA to a new directory. Nothing was changed.`,
  );
}

/** Settings of the server. Statements and failing rows hold article text: they stay out of its log. */
function configuration(home: Home): string {
  const windows = process.platform === 'win32';
  const settings: Record<string, string> = {
    listen_addresses: windows ? home.host : '',
    port: String(home.port),
    ...(windows ? {} : { unix_socket_directories: home.host, unix_socket_permissions: '0700' }),
    max_connections: '40',
    shared_buffers: '128MB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    log_checkpoints: 'off',
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`);
  return `${lines.join('\n')}\n`;
}

/** The end of what a program printed, short enough for one message. */
export function lastLines(output: string): string {
  return output.trim().split('\n').slice(-3).join(' ').slice(-500);
}
