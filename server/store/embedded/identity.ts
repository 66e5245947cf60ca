import { readFileSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The user that PostgreSQL runs as; it refuses to run as root. */
export interface Identity {
  readonly uid: number;
  readonly gid: number;
}

/** What `nobody` is on most systems, for images whose /etc/passwd does not list it. */
const NOBODY: Identity = { uid: 65534, gid: 65534 };

/**
 * The user to run PostgreSQL as: null for this process's own user, which is right for everybody but
 * root. For root it is the owner of the first of `paths` that exists and is not root's, else `nobody`.
 */
export function databaseIdentity(paths: readonly string[]): Identity | null {
  if (process.getuid?.() !== 0) return null;
  for (const path of paths) {
    const owner = statOrNull(path);
    if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  }
  return nobody();
}

function nobody(): Identity {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith('nobody:'));
    const [, , uid, gid] = line?.split(':') ?? [];
    return uid && gid ? { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } : NOBODY;
  } catch {
    return NOBODY;
  }
}

/** Whether `identity` may pass through `directory` and every directory above it. */
export function canReach(directory: string, identity: Identity): boolean {
  for (let path = directory; ; path = dirname(path)) {
    const stats = statOrNull(path);
    if (!stats || !maySearch(stats, identity)) return false;
    if (path === dirname(path)) return true;
  }
}

function maySearch(stats: Stats, identity: Identity): boolean {
  if (stats.uid === identity.uid) return (stats.mode & 0o100) !== 0;
  if (stats.gid === identity.gid) return (stats.mode & 0o010) !== 0;
  return (stats.mode & 0o001) !== 0;
}

function statOrNull(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
