import { randomUUID } from 'node:crypto';
import type { Correction, Target } from '../../analysis/article/index.js';
import { type Editions, openEditions } from '../corpus/index.js';
import {
  finishFile,
  finishRescoring,
  type Import,
  type LibraryFilter,
  listUnfinishedFiles,
  listUnfinishedRescorings,
  listUnscored,
  type Store,
  type StoredResult,
  targetRef,
} from '../store/index.js';
import { openAnalyzer } from './analyze.js';
import {
  type CorrectionNote,
  type CorrectionOutcome,
  correct,
  type RevertNote,
  type RevertOutcome,
  revertCorrection,
} from './correct-article.js';
import { type ImportFileData, importFile } from './import-file.js';
import {
  IMPORT_QUEUE,
  type ImportOptions,
  importFiles,
  importSamples,
  queueFile,
  type StagedFile,
  waitForImport,
} from './import-files.js';
import { DEFAULT_LIMITS, type JobLimits } from './limits.js';
import { openPreviewer, type Preview, type PreviewTask } from './preview.js';
import { type JobKind, openQueue, type Queue } from './queue.js';
import { openFileReader } from './read-file.js';
import {
  queueRescoring,
  RESCORE_QUEUE,
  type RescoreData,
  type RescoringRequest,
  rescore,
  startRescoring,
} from './rescore.js';
import {
  SCORE_BATCH,
  SCORE_QUEUE,
  type ScoreArticlesData,
  scoreArticle,
  scoreArticles,
} from './score-articles.js';
import { findTarget } from './targets.js';
import { type Workshop, withNewestEdition } from './workshop.js';

export type { CorrectionOutcome, RevertOutcome } from './correct-article.js';
export type { StagedFile } from './import-files.js';
export type { JobLimits } from './limits.js';
export type { Preview, PreviewCoding, PreviewSide } from './preview.js';
export { codingNow, type RescoringRequest } from './rescore.js';
export { type Coding, differencesOf, isSameCoding } from './same-coding.js';

export interface JobsOptions {
  /** Folder laid over the corpus of the package. */
  readonly overlay?: string | null;
  /** Threads that analyze. */
  readonly threads?: number;
  readonly limits?: Partial<JobLimits>;
  /** False for a process that queues work and leaves it to others. */
  readonly work?: boolean;
}

/** What the server has done in the background, and at once for a page that waits. */
export interface Jobs {
  /** The targets and lexicons in force. */
  readonly editions: Editions;
  /** Queues files for reading and scoring; returns the id of the import. The caller removes the files afterwards. */
  importFiles(files: readonly StagedFile[], options?: ImportOptions): Promise<string>;
  /** Brings the samples into a library that never had articles; null where there is nothing to do. */
  importSamples(directory: string): Promise<string | null>;
  /** The import when it is done; null where it was deleted or took longer. */
  waitForImport(id: string, milliseconds?: number): Promise<Import | null>;
  /** The current result of an article towards a target, made now where there is none. */
  scoreArticle(articleId: string, target: Target): Promise<StoredResult>;
  /** Queues the articles that fit the filter and are not scored towards the target; returns their number. */
  scoreMissing(target: Target, filter?: Omit<LibraryFilter, 'target' | 'run' | 'label'>): Promise<number>;
  /** Codes an article as it would be with a draft, and as it is; nothing is kept. */
  preview(task: PreviewTask): Promise<Preview>;
  /** Queues articles to be scored again with the newest edition; returns the id of the rescoring. */
  rescore(request: RescoringRequest): Promise<{ id: string; articles: number }>;
  /** Makes corrections of an article, all or nothing; it is scored again where its words or voices change. */
  correct(
    articleId: string,
    corrections: Correction | readonly Correction[],
    note: CorrectionNote,
  ): Promise<CorrectionOutcome>;
  /** Takes a correction back: the article and its scores are as if it had never been made. */
  revertCorrection(articleId: string, correctionId: string, note: RevertNote): Promise<RevertOutcome>;
  /** Ends the threads; what is not done goes on when the library is next opened. */
  stop(): Promise<void>;
}

const DEFAULT_WAIT_MS = 60_000;

/** Starts working on the jobs of a library, also on those that an earlier process left behind. */
export async function startJobs(store: Store, options: JobsOptions = {}): Promise<Jobs> {
  const { overlay = null, threads = 1, work = true } = options;
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const editions = await openEditions(store, overlay);
  const workshop: Workshop = {
    store,
    limits,
    editions,
    get overlay() {
      return editions.current.overlays;
    },
    reader: openFileReader(limits, (stack) => store.log('a file could not be read', stack)),
    analyzer: openAnalyzer(threads),
    previewer: openPreviewer(),
    resources: () => editions.current.resources,
  };
  const queue = await openQueue({ store, kinds: jobKinds(workshop), lanes: work ? threads : 0 });
  if (work) await queueUnfinished(store, queue);
  return jobsOf(workshop, queue);
}

/** Work that no job may stand for any more, such as after the queue was emptied. */
async function queueUnfinished(store: Store, queue: Queue): Promise<void> {
  for (const fileKey of await listUnfinishedFiles(store)) await queueFile(queue, fileKey);
  for (const key of await listUnfinishedRescorings(store)) await queueRescoring(queue, key);
}

function jobsOf(workshop: Workshop, queue: Queue): Jobs {
  const { store, reader, analyzer, previewer } = workshop;
  return {
    editions: workshop.editions,
    importFiles: async (files, options) => {
      for (const ref of options?.targets ?? []) await findTarget(store, workshop.resources(), ref);
      return await importFiles(store, queue, files, options);
    },
    importSamples: (directory) => importSamples(store, queue, directory),
    waitForImport: (id, milliseconds = DEFAULT_WAIT_MS) => waitForImport(store, id, milliseconds),
    scoreArticle: (articleId, target) => scoreArticle(workshop, articleId, target),
    scoreMissing: (target, filter = {}) =>
      scoreMissing(store, queue, target, { ...filter, target: targetRef(target) }),
    preview: (task) => previewer.run(task),
    rescore: (request) => startRescoring(workshop, queue, request),
    correct: async (articleId, corrections, note) =>
      await correct(await withNewestEdition(workshop), articleId, [corrections].flat(), note),
    revertCorrection: async (articleId, correctionId, note) =>
      await revertCorrection(await withNewestEdition(workshop), articleId, correctionId, note),
    stop: async () => {
      await queue.stop();
      await Promise.all([reader.close(), analyzer.close(), previewer.close()]);
    },
  };
}

async function scoreMissing(
  store: Store,
  queue: Queue,
  target: Target,
  filter: LibraryFilter,
): Promise<number> {
  const ids = await listUnscored(store, filter);
  for (let start = 0; start < ids.length; start += SCORE_BATCH) {
    const data: ScoreArticlesData = { articleIds: ids.slice(start, start + SCORE_BATCH), target };
    await queue.send(SCORE_QUEUE, data, `${SCORE_QUEUE} ${randomUUID()}`);
  }
  return ids.length;
}

function jobKinds(workshop: Workshop): readonly JobKind<never>[] {
  const read: JobKind<ImportFileData> = {
    name: IMPORT_QUEUE,
    run: async (data, signal) => importFile(await withNewestEdition(workshop), data, signal),
    giveUp: ({ fileKey }) => finishFile(workshop.store, fileKey, GIVEN_UP),
  };
  const score: JobKind<ScoreArticlesData> = {
    name: SCORE_QUEUE,
    run: async (data, signal) => scoreArticles(await withNewestEdition(workshop), data, signal),
    giveUp: async () => undefined,
  };
  const again: JobKind<RescoreData> = {
    name: RESCORE_QUEUE,
    run: (data, signal) => rescore(workshop, data, signal),
    giveUp: ({ rescoringKey }) => finishRescoring(workshop.store, rescoringKey, RESCORING_FAILED),
  };
  return [read, score, again];
}

const GIVEN_UP = {
  status: 'refused',
  refusals: [],
  code: 'not-imported',
  reason: 'Standpoint failed while importing this file.',
  hint: 'This is a fault of the program: please report it. Articles read before it are in the library.',
} as const;

const RESCORING_FAILED = 'Standpoint failed. This is a fault of the program: please report it.';
