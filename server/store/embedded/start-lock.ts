import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../error-code.js';
import { isAlive } from './postmaster.js';

/** Longer than any start takes; after this a lock is left over from a process whose id is used again. */
const STALE_AFTER_MS = 180_000;
const POLL_MS = 50;

/** Runs `work` while no other process does so for the same `home`: two servers may start at one moment. */
export async function withStartLock<T>(home: string, work: () => Promise<T>): Promise<T> {
  const lock = join(home, 'starting');
  while (!take(lock)) await sleep(POLL_MS);
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    if (isLeftOver(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isLeftOver(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    const age = Date.now() - statSync(lock).mtimeMs;
    // An empty file belongs to a process that is just about to write its id.
    return age > STALE_AFTER_MS || (pid > 0 && pid !== process.pid && !isAlive(pid));
  } catch {
    return false;
  }
}
