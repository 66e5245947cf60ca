import { readSettings } from '../settings.js';
import { untilInterrupted } from './signals.js';

/** Runs `serve` until it is interrupted. Throws InputError for settings, port or data at fault. */
export async function runServe(): Promise<void> {
  const settings = readSettings();
  const { startServer } = await import('../main.js');
  const server = await startServer(settings);
  process.stdout.write(`Standpoint is at ${server.url}\n`);
  await untilInterrupted(() => server.close());
}
