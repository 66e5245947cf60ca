import { join } from 'node:path';
import type { Reading, Target } from '../../analysis/article/index.js';
import type { ReadOutcome } from '../../analysis/reading/index.js';
import {
  type Analysis,
  fileToRead,
  finishFile,
  importedPositions,
  type PartRefusal,
  StoreUnavailable,
  saveAnalyses,
} from '../store/index.js';
import type { AnalysisOutcome } from './analyze.js';
import { findTarget } from './targets.js';
import type { Workshop } from './workshop.js';

export interface ImportFileData {
  readonly fileKey: number;
}

/** An outcome of reading with its place in the file. */
interface Place {
  readonly position: number;
  readonly outcome: ReadOutcome;
}

/**
 * Reads one file of an import, analyzes its articles batch by batch and keeps each as it is done.
 * Done again after a crash, it goes on where it was.
 */
export async function importFile(
  workshop: Workshop,
  { fileKey }: ImportFileData,
  signal: AbortSignal,
): Promise<void> {
  const { store, reader, analyzer, resources, overlay } = workshop;
  const file = await fileToRead(store, fileKey);
  if (!file) return;
  analyzer.warm(overlay);
  const targets = await Promise.all(file.targets.map((ref) => findTarget(store, resources(), ref)));
  const known = await importedPositions(store, fileKey);
  const work = new FileWork(workshop, fileKey, targets);
  const path = join(store.originals, file.storedAs);
  let position = 0;
  for await (const batch of reader.read({ path, file: file.file, hints: file.hints, overlay })) {
    const places = batch.map((outcome) => ({ position: position++, outcome }));
    signal.throwIfAborted();
    await work.add(places.filter((place) => !known.has(place.position)));
  }
  await work.finish(known.size);
}

/** The work on one file: a batch for each thread is under way at a time. */
class FileWork {
  readonly #workshop: Workshop;
  readonly #fileKey: number;
  readonly #targets: readonly Target[];
  readonly #refusals: PartRefusal[] = [];
  readonly #underWay = new Set<Promise<void>>();
  #articles = 0;

  constructor(workshop: Workshop, fileKey: number, targets: readonly Target[]) {
    this.#workshop = workshop;
    this.#fileKey = fileKey;
    this.#targets = targets;
  }

  async add(places: readonly Place[]): Promise<void> {
    const readings = places.flatMap(({ position, outcome }) => {
      if (outcome.ok && outcome.reading.article.text.length <= this.#workshop.limits.textLength) {
        return [{ position, reading: outcome.reading }];
      }
      this.#refusals.push(outcome.ok ? tooLong(outcome.reading) : partRefusal(outcome));
      return [];
    });
    if (readings.length === 0) return;
    const work = this.#analyze(readings).finally(() => this.#underWay.delete(work));
    // A failure is met when its turn comes; until then it must not count as unhandled.
    work.catch(() => undefined);
    this.#underWay.add(work);
    if (this.#underWay.size >= this.#workshop.analyzer.threads) await Promise.race(this.#underWay);
  }

  /** Notes the outcome; the file as a whole is refused where no article came out of it. */
  async finish(knownArticles: number): Promise<void> {
    await Promise.all(this.#underWay);
    const refusals = this.#refusals.sort((a, b) => a.index - b.index);
    const [first] = refusals;
    if (this.#articles + knownArticles > 0 || !first) {
      await finishFile(this.#workshop.store, this.#fileKey, { status: 'done', refusals });
      return;
    }
    const { code, reason, hint } = first;
    await finishFile(this.#workshop.store, this.#fileKey, {
      status: 'refused',
      code,
      reason,
      hint,
      refusals: refusals.length > 1 ? refusals : [],
    });
  }

  async #analyze(readings: readonly { position: number; reading: Reading }[]): Promise<void> {
    const outcomes = await this.#workshop.analyzer.run({
      readings: readings.map(({ reading }) => reading),
      targets: this.#targets,
      ownTargets: true,
      overlay: this.#workshop.overlay,
    });
    const analyses = readings.flatMap(({ position, reading }, index) => {
      const outcome = outcomes[index];
      if (outcome && 'scored' in outcome) {
        return [{ reading, scored: outcome.scored, origin: { fileKey: this.#fileKey, position } }];
      }
      if (outcome) this.#refuse(reading, outcome);
      return [];
    });
    await this.#save(analyses);
  }

  /** An article that the database refuses for a reason of its own must not stop the others. */
  async #save(analyses: readonly Analysis[]): Promise<void> {
    try {
      await saveAnalyses(this.#workshop.store, analyses);
      this.#articles += analyses.length;
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      if (analyses.length > 1) for (const one of analyses) await this.#save([one]);
      else for (const { reading } of analyses) this.#refuse(reading, notStored(error));
    }
  }

  #refuse(reading: Reading, { refusal, fault }: Extract<AnalysisOutcome, { refusal: object }>): void {
    if (fault) this.#workshop.store.log('an article was refused', fault);
    this.#refusals.push({ ...refusal, index: reading.article.source.index, line: null });
  }
}

function partRefusal(outcome: Extract<ReadOutcome, { ok: false }>): PartRefusal {
  const { index, line = null, code, reason, hint } = outcome;
  return { index, line, code, reason, hint };
}

function notStored(error: unknown): Extract<AnalysisOutcome, { refusal: object }> {
  const refusal = {
    code: 'not-stored',
    reason: 'The database did not take this article.',
    hint: 'This is a fault of the program: please report it.',
  };
  return { refusal, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function tooLong({ article }: Reading): PartRefusal {
  return {
    index: article.source.index,
    line: null,
    code: 'text-too-long',
    reason: `The text has ${article.text.length} characters, more than are allowed for one article.`,
    hint: 'Split it into several articles, or raise STANDPOINT_MAX_TEXT.',
  };
}
