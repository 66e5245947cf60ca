import { cpus, loadavg } from 'node:os';

/** Node, processor and load: a machine that does other things measures those too. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const [load = 0] = loadavg();
  return `Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}, load ${load.toFixed(1)}`;
}
