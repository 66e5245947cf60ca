import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../error-code.js';
import { isAlive } from './postmaster.js';

/** The holder renews its lock this often; one that was not renewed for long is left over. */
const RENEW_EVERY_MS = 2_000;
const STALE_AFTER_MS = 20_000;
const POLL_MS = 50;

/** Locks of this process: after a restart in a container its id is that of the process before. */
const held = new Set<string>();

/** Runs `work` while no other process does so for the same `home`: two servers may start at one moment. */
export async function withStartLock<T>(home: string, work: () => Promise<T>): Promise<T> {
  const lock = join(home, 'starting');
  while (!take(lock)) await sleep(POLL_MS);
  const renewal = setInterval(() => renew(lock), RENEW_EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    held.delete(lock);
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
    held.add(lock);
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    if (isLeftOver(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function renew(lock: string): void {
  const now = new Date();
  try {
    utimesSync(lock, now, now);
  } catch {
    // Somebody removed it: the work goes on all the same.
  }
}

function isLeftOver(lock: string): boolean {
  if (held.has(lock)) return false;
  try {
    if (Date.now() - statSync(lock).mtimeMs > STALE_AFTER_MS) return true;
    const pid = Number(readFileSync(lock, 'utf8'));
    // An empty file belongs to a process that is just about to write its id.
    return pid > 0 && (pid === process.pid || !isAlive(pid));
  } catch {
    return false;
  }
}
