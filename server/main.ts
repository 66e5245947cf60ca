import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Express } from 'express';
import { destination, type Logger, pino } from 'pino';
import { InputError } from '../analysis/article/index.js';
import { loadResources, packageRoot } from '../analysis/resources/index.js';
import { checkModels } from '../analysis/stance/index.js';
import { createApp } from './app.js';
import type { Context } from './context.js';
import { startJobs } from './jobs/index.js';
import type { Settings } from './settings.js';
import { openStore } from './store/index.js';
import { startUpkeep } from './upkeep.js';

/** A server that answers, until it is closed. */
export interface RunningServer {
  readonly url: string;
  /** Lets running requests end, then ends the workers and the database. */
  close(): Promise<void>;
}

/** How long requests under way may take when the server is asked to end. */
const GRACE_MS = 5_000;

/**
 * Starts the web server, its database and its workers. The port is taken first: a request that
 * comes early waits until the library is open.
 * @throws InputError where port, data directory or corpus cannot be used.
 */
export async function startServer(
  settings: Settings,
  logger: Logger = standardLog(),
): Promise<RunningServer> {
  const server = createServer();
  await listen(server, settings);
  const library = openLibrary(settings, logger);
  server.on('request', (request, response) => {
    library.then(
      ({ app }) => app(request, response),
      () => response.destroy(),
    );
  });
  try {
    const { close } = await library;
    return {
      url: urlOf(server, settings),
      close: async () => {
        await endRequests(server);
        await close();
      },
    };
  } catch (error) {
    await endRequests(server);
    throw error;
  }
}

/** Log lines go to standard error: standard output is for results. */
function standardLog(): Logger {
  return pino({ base: null }, destination(2));
}

async function openLibrary(
  settings: Settings,
  logger: Logger,
): Promise<{ app: Express; close(): Promise<void> }> {
  // A damaged folder is told of before a database is started for it.
  checkModels(loadResources(settings.corpus === null ? {} : { overlay: settings.corpus }));
  const log = (message: string, error?: unknown) => logger.warn({ err: error }, message);
  const store = await openStore({
    dataDir: settings.data,
    databaseUrl: settings.databaseUrl ?? undefined,
    exclusive: true,
    log,
  });
  try {
    const { corpus: overlay, threads, parseMilliseconds, parseBytes, textLength } = settings;
    const jobs = await startJobs(store, {
      overlay,
      threads,
      limits: { parseMilliseconds, parseBytes, textLength },
    });
    if (settings.samples) await jobs.importSamples(join(packageRoot(), 'corpus', 'samples'));
    const endUpkeep = await startUpkeep(store, jobs.editions.base);
    const close = async () => {
      endUpkeep();
      await jobs.stop();
      await store.close();
    };
    const context: Context = {
      settings,
      store,
      jobs,
      get resources() {
        return jobs.editions.current.resources;
      },
    };
    return { app: createApp(context, logger), close };
  } catch (error) {
    await store.close();
    throw error;
  }
}

function listen(server: Server, { host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(toListenError(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function toListenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    const hint =
      'Standpoint may be running already. Otherwise set PORT to another number, or to 0 for a free one.';
    return new InputError('port-taken', `Port ${port} on ${host} is taken.`, hint);
  }
  if (error.code === 'EACCES') {
    const hint = 'Ports below 1024 are for administrators: set PORT to a higher one, such as 3000.';
    return new InputError('port-refused', `This user may not listen on port ${port}.`, hint);
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    const hint = 'Set HOST to an address of this machine, or leave it at 127.0.0.1.';
    return new InputError('unknown-address', `HOST: "${host}" is no address of this machine.`, hint);
  }
  return error;
}

function urlOf(server: Server, { host }: Settings): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Takes no new requests, waits for those under way, and cuts off those that take too long. */
function endRequests(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}
