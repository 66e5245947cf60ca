import { Worker } from 'node:worker_threads';
import type { ReadOutcome } from '../../analysis/reading/index.js';
import { errorCode, type ImportHints } from '../store/index.js';
import { IDLE_THREAD_MS, type JobLimits, toMegabytes } from './limits.js';
import { threadEntry } from './thread-entry.js';

/** A file for the reading thread. */
export interface ReadRequest {
  /** Where its bytes lie. */
  readonly path: string;
  /** Its name, for records and for the guess of its format; never opened. */
  readonly file: string;
  readonly hints: ImportHints;
  /** Folders laid over the corpus of the package. */
  readonly overlay: readonly string[];
}

/** What the thread says: some articles, or the stack of an error that is a bug. */
export type ReadAnswer =
  | { readonly batch: readonly ReadOutcome[]; readonly done: boolean }
  | { readonly fault: string };

/** Reads files in threads that can be ended; a thread serves one file at a time and is used again. */
export interface FileReader {
  /** The articles of a file, batch by batch. A file that breaks a limit ends with a refusal. */
  read(request: ReadRequest): AsyncGenerator<readonly ReadOutcome[]>;
  close(): Promise<void>;
}

export function openFileReader(limits: JobLimits, onFault: (stack: string) => void): FileReader {
  const idle: Worker[] = [];
  const timers = new Map<Worker, NodeJS.Timeout>();

  function take(): Worker {
    const worker = idle.pop();
    if (!worker) return startThread(limits);
    clearTimeout(timers.get(worker));
    worker.ref();
    return worker;
  }

  function giveBack(worker: Worker): void {
    worker.unref();
    idle.push(worker);
    const end = () => {
      idle.splice(idle.indexOf(worker), 1);
      void worker.terminate();
    };
    timers.set(worker, setTimeout(end, IDLE_THREAD_MS).unref());
  }

  async function* read(request: ReadRequest): AsyncGenerator<readonly ReadOutcome[]> {
    const worker = take();
    let whole = false;
    try {
      for (let message: ReadRequest | 'next' = request; !whole; message = 'next') {
        const answer = await ask(worker, message, limits.parseMilliseconds);
        if ('fault' in answer) {
          onFault(answer.fault);
          yield [refusal(request.file, 'failed')];
          return;
        }
        if ('broken' in answer) {
          yield [refusal(request.file, answer.broken)];
          return;
        }
        whole = answer.done;
        yield answer.batch;
      }
    } finally {
      if (whole) giveBack(worker);
      else await worker.terminate();
    }
  }

  return {
    read,
    close: async () => {
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(idle.map((worker) => worker.terminate()));
    },
  };
}

function startThread(limits: JobLimits): Worker {
  const { url, execArgv } = threadEntry('read-thread');
  return new Worker(url, {
    execArgv,
    resourceLimits: { maxOldGenerationSizeMb: toMegabytes(limits.parseBytes) },
  });
}

type Broken = 'time' | 'memory' | 'failed';

/** One question to the thread; it answers, breaks down, or takes too long. */
function ask(
  worker: Worker,
  message: ReadRequest | 'next',
  milliseconds: number,
): Promise<ReadAnswer | { broken: Broken }> {
  return new Promise((resolve) => {
    const settle = (answer: ReadAnswer | { broken: Broken }) => {
      clearTimeout(timer);
      worker.removeAllListeners();
      // A thread that is being ended may still fail; nobody waits for that any more.
      worker.on('error', () => undefined);
      resolve(answer);
    };
    const timer = setTimeout(() => settle({ broken: 'time' }), milliseconds);
    worker.removeAllListeners();
    worker.once('message', settle);
    worker.once('error', (error) => {
      settle(isOutOfMemory(error) ? { broken: 'memory' } : { fault: error.stack ?? error.message });
    });
    worker.once('exit', () => settle({ broken: 'failed' }));
    worker.postMessage(message);
  });
}

/** Whether a thread ended because it reached its memory limit. */
export function isOutOfMemory(error: unknown): boolean {
  return errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY';
}

const REFUSALS: Readonly<Record<Broken, { code: string; reason: string; hint: string }>> = {
  time: {
    code: 'took-too-long',
    reason: 'Reading this file took longer than allowed.',
    hint: 'Save the article as plain text and upload that, or raise STANDPOINT_MAX_PARSE_SECONDS.',
  },
  memory: {
    code: 'took-too-much-memory',
    reason: 'Reading this file took more memory than allowed.',
    hint: 'Split the file or save the article as plain text, or raise STANDPOINT_MAX_PARSE_MB.',
  },
  failed: {
    code: 'not-read',
    reason: 'Standpoint failed while reading this file.',
    hint: 'This is a fault of the program: please report it. Saving the article as plain text may help.',
  },
};

function refusal(file: string, broken: Broken): ReadOutcome {
  return { ok: false, file, index: 0, ...REFUSALS[broken] };
}
