import { setTimeout as sleep } from 'node:timers/promises';
import type { Server } from './program.js';

const POLL_MS = 100;

/** `/imports/:id.json`, as far as benches read it. */
interface ImportStatus {
  readonly status: 'running' | 'done' | 'failed';
  readonly files: readonly { readonly articles: readonly { readonly id: string }[] }[];
}

/** Uploads JSONL; resolves to the address of the import, which goes on. */
export async function sendLines(server: Server, lines: string): Promise<string> {
  const body = new FormData();
  body.append('files', new Blob([lines]), 'made.jsonl');
  const sent = await fetch(`${server.url}/imports`, {
    method: 'POST',
    body,
    headers: { accept: 'application/json' },
  });
  const { url } = (await sent.json()) as { url: string };
  return url;
}

/** The state of an import when it is done, or after `milliseconds`. */
export async function untilImported(
  server: Server,
  address: string,
  milliseconds = Number.POSITIVE_INFINITY,
): Promise<ImportStatus> {
  const until = performance.now() + milliseconds;
  for (;;) {
    const found = await fetch(`${server.url}${address}.json`);
    const state = (await found.json()) as ImportStatus;
    if (state.status !== 'running' || performance.now() >= until) return state;
    await sleep(POLL_MS);
  }
}

/** Uploads JSONL and waits until it is in the library; resolves to the ids of its articles. */
export async function importLines(server: Server, lines: string): Promise<string[]> {
  const { files } = await untilImported(server, await sendLines(server, lines));
  return files.flatMap(({ articles }) => articles.map(({ id }) => id));
}
