import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import {
  type Article,
  InputError,
  type Result,
  type Span,
  type Target,
} from '../../analysis/article/index.js';
import { isLimit } from './analyze.js';
import { IDLE_THREAD_MS } from './limits.js';
import { threadEntry } from './thread-entry.js';

/** An article and two ways to code it; plain data, so that it reaches a thread. */
export interface PreviewTask {
  readonly article: Article;
  /** How it is coded now; null where there is no such target yet. */
  readonly now: PreviewCoding | null;
  /** How the draft would code it. */
  readonly draft: PreviewCoding;
}

export interface PreviewCoding {
  readonly target: Target;
  /** Folders laid over the corpus. */
  readonly overlay: readonly string[];
}

/** What one way of coding finds in the article. */
export interface PreviewSide {
  readonly result: Result;
  /** Where it refers to the target, in offsets of the title and of the text. */
  readonly mentions: { readonly headline: readonly Span[]; readonly body: readonly Span[] };
}

export interface Preview {
  readonly now: PreviewSide | null;
  readonly draft: PreviewSide;
}

/** Shows what a draft would do, in a thread of its own: an import under way does not hold it up. */
export interface Previewer {
  /** @throws InputError where the article takes too long. */
  run(task: PreviewTask): Promise<Preview>;
  close(): Promise<void>;
}

/** Twice what the longest article of a library usually takes, cold start included. */
const WITHIN_MS = 20_000;
const THREAD_MEMORY_MB = 512;

export function openPreviewer(): Previewer {
  const { url, execArgv } = threadEntry('preview-thread');
  const pool = new Piscina({
    filename: fileURLToPath(url),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_THREAD_MS,
    execArgv,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEMORY_MB },
  });
  return {
    run: async (task) => {
      try {
        return await pool.run(task, { signal: AbortSignal.timeout(WITHIN_MS) });
      } catch (error) {
        if (isLimit(error)) throw tookTooLong();
        throw error;
      }
    },
    close: () => pool.destroy(),
  };
}

function tookTooLong(): InputError {
  return new InputError(
    'took-too-much',
    'The preview of this article took more time or memory than allowed.',
    'Choose a shorter article; saving and scoring are not affected.',
  );
}
