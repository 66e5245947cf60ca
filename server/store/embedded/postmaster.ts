import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';

/**
 * The process id in postmaster.pid, if a PostgreSQL by that id is alive; null otherwise. An id alone
 * proves nothing: after a crash the system may have given it to another program.
 */
export function livePostmaster(cluster: string): number | null {
  const pid = recordedPid(cluster);
  return pid !== null && isPostgres(pid) ? pid : null;
}

/** Removes a postmaster.pid whose process is gone, which PostgreSQL itself does only if the id is unused. */
export function removeStalePid(cluster: string): void {
  if (recordedPid(cluster) !== null && livePostmaster(cluster) === null) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
  }
}

/** Whether the server says that it takes connections (on the eighth line of postmaster.pid). */
export function isReady(cluster: string): boolean {
  return pidLines(cluster)[7]?.trim() === 'ready';
}

function recordedPid(cluster: string): number | null {
  const pid = Number(pidLines(cluster)[0]);
  return Number.isInteger(pid) && pid > 0 ? pid : null;
}

function pidLines(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

function isPostgres(pid: number): boolean {
  return isAlive(pid) && commandName(pid).includes('postgres');
}

/** Whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** A zombie has ended, though its id is still taken: it has no name here. */
function commandName(pid: number): string {
  if (process.platform === 'win32') return 'postgres';
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const afterName = stat.slice(stat.lastIndexOf(')') + 2);
    return afterName.startsWith('Z') ? '' : stat.slice(0, stat.lastIndexOf(')'));
  } catch {
    return processList(pid);
  }
}

/** For systems without /proc. */
function processList(pid: number): string {
  try {
    return execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
