import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { startServer } from '../../server/main.js';
import { readSettings } from '../../server/settings.js';

/** Reading and scoring run in threads that start cold, on a machine that may be busy. */
export const IMPORT_TIMEOUT = 90_000;

/** A real server on an empty library of its own: real PostgreSQL, real threads. */
export interface LibraryServer {
  readonly url: string;
  readonly data: string;
  /** Lines of the log so far. */
  readonly log: readonly string[];
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  post(path: string, body?: FormData | URLSearchParams, headers?: Record<string, string>): Promise<Answer>;
  /** Uploads files and waits until the import is done. */
  importFiles(files: Readonly<Record<string, string | Uint8Array>>): Promise<ImportOutcome>;
  close(): Promise<void>;
}

/** An answer with its body as text. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** `/imports/:id.json` as the contract has it. */
export interface ImportOutcome {
  readonly id: string;
  readonly status: 'running' | 'done' | 'failed';
  readonly files: readonly {
    readonly file: string;
    readonly status: string;
    readonly reason?: string;
    readonly hint?: string;
    readonly articles: readonly {
      readonly id: string;
      readonly url: string;
      readonly title: string | null;
      readonly duplicateOf?: string;
    }[];
  }[];
}

const HTML = { accept: 'text/html' };
const JSON_ACCEPT = { accept: 'application/json' };

/** Starts a server; `environment` overrides its settings. */
export async function startLibrary(
  environment: Readonly<Record<string, string>> = {},
): Promise<LibraryServer> {
  const data = mkdtempSync(join(tmpdir(), 'standpoint-http-'));
  const log: string[] = [];
  const settings = readSettings({
    PORT: '0',
    STANDPOINT_DATA: data,
    STANDPOINT_SAMPLES: 'off',
    ...environment,
  });
  const server = await startServer(settings, pino({}, { write: (line: string) => void log.push(line) }));
  const get = async (path: string, headers = HTML) =>
    await toAnswer(await fetch(server.url + path, { headers }));
  const post = async (path: string, body?: FormData | URLSearchParams, headers = HTML) =>
    await toAnswer(
      await fetch(server.url + path, {
        method: 'POST',
        headers,
        redirect: 'manual',
        ...(body ? { body } : {}),
      }),
    );
  return {
    url: server.url,
    data,
    log,
    get,
    post,
    importFiles: async (files) => {
      const { status, text } = await post('/imports', formOf(files), JSON_ACCEPT);
      if (status !== 202) throw new Error(`the upload was answered with ${status}: ${text}`);
      return await untilDone(get, JSON.parse(text).id);
    },
    close: async () => {
      await server.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** A form with files, as a browser sends it. */
export function formOf(files: Readonly<Record<string, string | Uint8Array>>): FormData {
  const form = new FormData();
  for (const [name, content] of Object.entries(files)) {
    form.append('files', new File([typeof content === 'string' ? content : Buffer.from(content)], name));
  }
  return form;
}

/** The outcome of an import, waited for. */
export async function untilDone(get: LibraryServer['get'], id: string): Promise<ImportOutcome> {
  for (;;) {
    const outcome: ImportOutcome = JSON.parse((await get(`/imports/${id}.json`)).text);
    if (outcome.status !== 'running') return outcome;
    await sleep(100);
  }
}

async function toAnswer(response: Response): Promise<Answer> {
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A request with headers that `fetch` would not send, such as Host, and a path sent as it stands. */
export function rawRequest(
  url: string,
  options: { path: string; method?: string; headers?: Record<string, string> },
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ hostname, port, method: 'GET', ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece;
      });
      response.once('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.once('error', reject);
    sent.end();
  });
}
