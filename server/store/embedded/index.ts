import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { InputError } from '../../../analysis/article/index.js';
import { errorCode } from '../error-code.js';
import { type Binaries, findBinaries } from './binaries.js';
import { DATABASE_NAME, DATABASE_USER, lastLines, prepareCluster } from './cluster.js';
import { databaseEnvironment, runCommand } from './command.js';
import { type Home, prepareHome } from './home.js';
import { isReady, livePostmaster, removeStalePid } from './postmaster.js';
import { withStartLock } from './start-lock.js';

/** A PostgreSQL server of Standpoint's own, for one data directory. */
export interface EmbeddedDatabase {
  readonly connection: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
    readonly database: string;
  };
  /** Starts the server again where it is gone; calls at the same time share one attempt. */
  revive(): Promise<void>;
  /** From now on this process stops the server at its end, also if another one started it. */
  adopt(): void;
  /** Stops the server if this process started or adopted it. */
  stop(): Promise<void>;
}

/**
 * After its postmaster was killed, a new one refuses to start while old backends still hold the
 * shared memory; they notice within seconds.
 */
const RETRY_STARTS_FOR_MS = 20_000;
/** Replaying the log after a crash can take minutes on a slow disk; until then the server is only waited for. */
const WAIT_UNTIL_READY_MS = 300_000;
/** A server that is ready answers in milliseconds, on a machine under heavy load in seconds. */
const ANSWER_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 30_000;
const POLL_MS = 25;
const LOG_LIMIT_BYTES = 5_000_000;

/** Starts the embedded server of `dataDir`, or connects to the one that already runs there. */
export async function startEmbedded(dataDir: string): Promise<EmbeddedDatabase> {
  const home = await prepareHome(dataDir);
  const { started, binaries } = await withStartLock(home.path, async () => {
    const binaries = await findBinaries(home.path, home.identity);
    await prepareClusterUnlessRunning(home, binaries);
    return { started: await ensureRunning(home, binaries), binaries };
  });
  return superviseServer(home, binaries, started);
}

async function prepareClusterUnlessRunning(home: Home, binaries: Binaries): Promise<void> {
  if (livePostmaster(home.cluster) === null) await prepareCluster(home, binaries);
}

function superviseServer(home: Home, binaries: Binaries, started: boolean): EmbeddedDatabase {
  let owned = started;
  let stopped = false;
  let reviving: Promise<void> | null = null;
  const revive = async () => {
    if (stopped) return;
    if (await withStartLock(home.path, () => ensureRunning(home, binaries))) adopt();
  };
  const stopAtExit = () => signalPostmaster(home, 'SIGINT');
  const adopt = () => {
    owned = true;
    process.off('exit', stopAtExit);
    process.on('exit', stopAtExit);
  };
  if (owned) adopt();
  return {
    connection: connectionOf(home),
    adopt,
    revive: () => {
      reviving ??= revive().finally(() => {
        reviving = null;
      });
      return reviving;
    },
    stop: async () => {
      stopped = true;
      await reviving?.catch(() => undefined);
      process.off('exit', stopAtExit);
      if (owned) await stopServer(home, binaries);
    },
  };
}

function connectionOf(home: Home): EmbeddedDatabase['connection'] {
  const { host, port, password } = home;
  return { host, port, password, user: DATABASE_USER, database: DATABASE_NAME };
}

/** Whether this call started the server; false where a live one was found. */
async function ensureRunning(home: Home, binaries: Binaries): Promise<boolean> {
  const deadline = Date.now() + RETRY_STARTS_FOR_MS;
  for (;;) {
    const pid = livePostmaster(home.cluster);
    if (pid !== null) {
      if (await waitUntilReady(home, () => livePostmaster(home.cluster) === pid)) return false;
      if (livePostmaster(home.cluster) === pid) throw notAnswering(home, pid);
      continue;
    }
    removeStalePid(home.cluster);
    if (await startServer(home, binaries)) return true;
    if (Date.now() > deadline) throw notStarted(home);
    await sleep(POLL_MS * 10);
  }
}

function notAnswering(home: Home, pid: number): InputError {
  return new InputError(
    'database-not-answering',
    `A PostgreSQL with the process id ${pid} works on ${home.cluster} but does not answer`,
    `If it is left over from an earlier run, end it with "kill -INT ${pid}" and start again.`,
  );
}

function notStarted(home: Home): InputError {
  return new InputError(
    'database-not-started',
    `PostgreSQL does not start in ${home.cluster}: ${lastLines(readFileSync(logFile(home), 'utf8'))}`,
    `Read ${logFile(home)}; see that the disk has room. The data are untouched.`,
  );
}

async function startServer(home: Home, binaries: Binaries): Promise<boolean> {
  if (process.platform === 'win32') return startThroughPgCtl(home, binaries);
  const child = spawnServer(home, binaries);
  let alive = true;
  const gone = () => {
    alive = false;
  };
  child.once('exit', gone);
  child.once('error', gone);
  return waitUntilReady(home, () => alive);
}

/** In a process group of its own, so that Ctrl-C in a terminal does not stop it before its clients. */
function spawnServer(home: Home, binaries: Binaries): ChildProcess {
  const log = openLog(home);
  const child = spawn(binaries.postgres, ['-D', home.cluster], {
    ...home.identity,
    cwd: home.path,
    env: databaseEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}

/** On Windows only pg_ctl can start PostgreSQL from an administrator's account. */
async function startThroughPgCtl(home: Home, binaries: Binaries): Promise<boolean> {
  const args = ['start', '-w', '-s', '-D', home.cluster, '-l', logFile(home)];
  const { code } = await runCommand(binaries.pgCtl, args, { cwd: home.path, identity: null });
  return code === 0;
}

function logFile(home: Home): string {
  return join(home.path, 'log');
}

function openLog(home: Home): number {
  const file = logFile(home);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) rmSync(file);
  const descriptor = openSync(file, 'a', 0o600);
  if (home.identity) chownSync(file, home.identity.uid, home.identity.gid);
  return descriptor;
}

/** True once a connection succeeds; false when the server is gone, or says it is ready but does not answer. */
async function waitUntilReady(home: Home, isRunning: () => boolean): Promise<boolean> {
  const began = Date.now();
  while (isRunning()) {
    if (await answers(home)) return true;
    const limit = isReady(home.cluster) ? ANSWER_WITHIN_MS : WAIT_UNTIL_READY_MS;
    if (Date.now() - began > limit) return false;
    await sleep(POLL_MS);
  }
  return false;
}

async function answers(home: Home): Promise<boolean> {
  const client = new pg.Client({ ...connectionOf(home), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (isWrongPassword(error)) throw wrongPassword(home);
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isWrongPassword(error: unknown): boolean {
  return errorCode(error) === '28P01';
}

function wrongPassword(home: Home): InputError {
  return new InputError(
    'database-password',
    `The database in ${home.cluster} does not accept the password in ${join(home.path, 'password')}`,
    'Put the password file of this data directory back from a backup.',
  );
}

async function stopServer(home: Home, binaries: Binaries): Promise<void> {
  if (process.platform === 'win32') {
    const args = ['stop', '-m', 'fast', '-s', '-D', home.cluster];
    await runCommand(binaries.pgCtl, args, { cwd: home.path, identity: null });
    return;
  }
  signalPostmaster(home, 'SIGINT');
  const deadline = Date.now() + STOP_WITHIN_MS;
  while (livePostmaster(home.cluster) !== null) {
    if (Date.now() > deadline) return signalPostmaster(home, 'SIGQUIT');
    await sleep(POLL_MS);
  }
}

function signalPostmaster(home: Home, signal: 'SIGINT' | 'SIGQUIT'): void {
  const pid = livePostmaster(home.cluster);
  if (pid === null) return;
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself between the look and the signal.
  }
}
