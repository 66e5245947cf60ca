import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../analysis/resources/index.js';

/** What one run of the program took. */
export interface ProgramRun {
  readonly milliseconds: number;
  /** Highest memory in use, in megabytes. */
  readonly megabytes: number;
}

const MAIN = join(packageRoot(), 'dist', 'server', 'cli', 'main.js');
const REPORT_MEMORY =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\nRSS "+process.resourceUsage().maxRSS))';

/** Throws where the program was not built: from source it starts too slowly to say anything. */
export function requireBuild(): void {
  if (!existsSync(MAIN)) throw new Error('run `npm run build` first: bench measures the built program');
}

/** Runs the built program to its end. Rejects when it fails. */
export function runProgram(args: readonly string[], watchMemory = false): Promise<ProgramRun> {
  const start = performance.now();
  const watch = watchMemory ? ['--import', REPORT_MEMORY] : [];
  const child = spawn(process.execPath, [...watch, MAIN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) return reject(new Error(`exit code ${code}: ${stderr}`));
      const kilobytes = Number(/RSS (\d+)$/.exec(stderr)?.[1] ?? Number.NaN);
      resolve({ milliseconds: performance.now() - start, megabytes: kilobytes / 1024 });
    });
  });
}

/** A server started by the built program. */
export interface Server {
  readonly url: string;
  /** From the start of the process until it answered. */
  readonly milliseconds: number;
  /** Memory in use now, in megabytes; NaN where the system does not tell. */
  memory(): number;
  stop(): Promise<void>;
}

/** Starts the server on a free port with its library in a folder. */
export async function startServer(folder: string, samples: boolean): Promise<Server> {
  const start = performance.now();
  const settings = { PORT: '0', STANDPOINT_DATA: folder, STANDPOINT_SAMPLES: samples ? 'on' : 'off' };
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const url = await announcedUrl(child);
  const milliseconds = performance.now() - start;
  return {
    url,
    milliseconds,
    memory: () => residentMegabytes(child.pid),
    stop: () =>
      new Promise((resolve) => {
        child.once('close', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

function announcedUrl(child: ChildProcess): Promise<string> {
  let stdout = '';
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      const url = /https?:\/\/\S+/.exec(stdout)?.[0];
      if (url) resolve(url);
    });
    child.once('close', (code) => reject(new Error(`the server ended with exit code ${code}`)));
  });
}

function residentMegabytes(pid: number | undefined): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return Number.NaN;
  return Number(/VmRSS:\s*(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? Number.NaN) / 1024;
}
