import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/**
 * Advisory locks of this process, held by one connection of its own for as long as the process
 * lives: the server releases them when the process is gone, however it went.
 */
export interface Session {
  /** Whether the lock was free, or already this session's. */
  tryLock(kind: LockKind, key: number): Promise<boolean>;
  close(): Promise<void>;
}

/** First half of the lock's number, so that no other program's locks are met. */
export const LOCK_KINDS = { server: 0x5350_0001, worker: 0x5350_0002 } as const;
export type LockKind = keyof typeof LOCK_KINDS;

const RECONNECT_AFTER_MS = 500;

/** Opens the session; a lost connection comes back with its locks, `onLost` is told. */
export async function openSession(config: pg.ClientConfig, onLost: () => void): Promise<Session> {
  const held: { kind: LockKind; key: number }[] = [];
  const closing = new AbortController();
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const next = new pg.Client({ ...config, keepAlive: true });
    next.on('error', () => undefined);
    await next.connect();
    next.once('end', () => {
      if (!closing.signal.aborted) void reconnect();
    });
    return next;
  }

  async function reconnect(): Promise<void> {
    while (!closing.signal.aborted) {
      onLost();
      try {
        await sleep(RECONNECT_AFTER_MS, undefined, { signal: closing.signal });
        client = await connect();
        for (const { kind, key } of held) await lock(client, kind, key);
        return;
      } catch {
        // Not back yet, or closed meanwhile.
      }
    }
  }

  return {
    tryLock: async (kind, key) => {
      const taken = await lock(client, kind, key);
      if (taken) held.push({ kind, key });
      return taken;
    },
    close: async () => {
      closing.abort();
      await client.end().catch(() => undefined);
    },
  };
}

async function lock(client: pg.Client, kind: LockKind, key: number): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1, $2) as taken', [
    LOCK_KINDS[kind],
    key,
  ]);
  return rows[0]?.taken === true;
}
