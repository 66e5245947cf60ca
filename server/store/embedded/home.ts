import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../../../analysis/article/index.js';
import { canReach, databaseIdentity, type Identity } from './identity.js';

/** Where one embedded database lives, whose it is, and how to connect to it. */
export interface Home {
  readonly path: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  readonly identity: Identity | null;
  /** Directory of the Unix socket, or 127.0.0.1 on Windows. */
  readonly host: string;
  readonly port: number;
  readonly password: string;
}

/** For root's data directories that the database's user cannot reach, such as those below /root. */
const SYSTEM_HOMES = '/var/lib/standpoint';
const LOCATION_FILE = 'database-location';

/** Unix sockets have paths of at most 103 bytes on macOS and 107 on Linux; some room is left. */
const LONGEST_SOCKET_PATH = 100;
const SOCKET_PORT = 5432;

/** Makes (or finds again) the directories of the embedded database that belongs to `dataDir`. */
export async function prepareHome(dataDir: string): Promise<Home> {
  const own = join(dataDir, 'postgres');
  const identity = databaseIdentity([join(own, 'data'), dataDir]);
  const path = homePath(dataDir, own, identity);
  makePrivate(path, identity);
  const address = process.platform === 'win32' ? await loopback(path) : socketAddress(path, identity);
  return { path, cluster: join(path, 'data'), identity, password: password(path, identity), ...address };
}

function homePath(dataDir: string, own: string, identity: Identity | null): string {
  const location = join(dataDir, LOCATION_FILE);
  if (existsSync(location)) return readFileSync(location, 'utf8').trim();
  if (!identity) return own;
  // Passing through the data directory reveals nothing: what lies in it is closed by itself.
  chmodSync(dataDir, statSync(dataDir).mode | 0o011);
  if (canReach(realpathSync(dataDir), identity)) return own;
  const elsewhere = join(SYSTEM_HOMES, nameFor(dataDir));
  try {
    mkdirSync(SYSTEM_HOMES, { recursive: true, mode: 0o755 });
    writeFileSync(location, `${elsewhere}\n`);
  } catch (error) {
    throw new InputError(
      'data-not-reachable',
      `PostgreSQL does not run as root, and no other user can reach ${dataDir} (${String(error)})`,
      'Set STANDPOINT_DATA to a directory outside private homes, or run Standpoint as an ordinary user.',
    );
  }
  return elsewhere;
}

function nameFor(dataDir: string): string {
  return createHash('sha256').update(realpathSync(dataDir)).update(randomBytes(8)).digest('hex').slice(0, 16);
}

/** A directory that only the database's user (and root) can look into. */
function makePrivate(path: string, identity: Identity | null): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (identity) chownSync(path, identity.uid, identity.gid);
  try {
    chmodSync(path, 0o700);
  } catch {
    throw new InputError(
      'data-not-writable',
      `${path} belongs to another user`,
      'Run Standpoint as the user who made it, or set STANDPOINT_DATA to a directory of your own.',
    );
  }
}

function password(home: string, identity: Identity | null): string {
  const file = join(home, 'password');
  if (!existsSync(file)) writePrivate(file, randomBytes(24).toString('base64url'), identity);
  return readFileSync(file, 'utf8').trim();
}

/** Writes a file that only the database's user (and root) can read. */
export function writePrivate(file: string, content: string, identity: Identity | null): void {
  writeFileSync(file, content, { mode: 0o600 });
  if (identity) chownSync(file, identity.uid, identity.gid);
}

function socketAddress(home: string, identity: Identity | null): { host: string; port: number } {
  const own = join(home, 'socket');
  if (Buffer.byteLength(join(own, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET_PATH) {
    makePrivate(own, identity);
    return { host: own, port: SOCKET_PORT };
  }
  return { host: shortSocketDirectory(home, identity), port: SOCKET_PORT };
}

/** Every process that opens the same home must find the same short directory: its path is written down. */
function shortSocketDirectory(home: string, identity: Identity | null): string {
  const record = join(home, 'socket-location');
  if (existsSync(record)) {
    const known = readFileSync(record, 'utf8').trim();
    if (isOurs(known, identity)) return known;
  }
  const temporary = Buffer.byteLength(tmpdir()) > LONGEST_SOCKET_PATH / 2 ? '/tmp' : tmpdir();
  const directory = mkdtempSync(join(temporary, 'standpoint-'));
  makePrivate(directory, identity);
  writePrivate(record, directory, identity);
  return directory;
}

/** A temporary directory may have been removed, and somebody else's put in its place. */
function isOurs(directory: string, identity: Identity | null): boolean {
  try {
    const stats = lstatSync(directory);
    const owner = identity?.uid ?? process.getuid?.();
    return stats.isDirectory() && stats.uid === owner && (stats.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

async function loopback(home: string): Promise<{ host: string; port: number }> {
  const record = join(home, 'port');
  if (!existsSync(record)) writeFileSync(record, String(await freePort()));
  return { host: '127.0.0.1', port: Number(readFileSync(record, 'utf8')) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
