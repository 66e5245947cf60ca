import { join } from 'node:path';
import type { Reading, Target } from '../../analysis/article/index.js';
import type { ReadOutcome } from '../../analysis/reading/index.js';
import {
  fileToRead,
  finishFile,
  importedPositions,
  noteArticle,
  type PartRefusal,
  type ScoredResult,
  saveAnalysis,
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
export async function importFile(workshop: Workshop, { fileKey }: ImportFileData): Promise<void> {
  const { store, reader, resources, overlay } = workshop;
  const file = await fileToRead(store, fileKey);
  if (!file) return;
  const targets = await Promise.all(file.targets.map((ref) => findTarget(store, resources(), ref)));
  const known = await importedPositions(store, fileKey);
  const work = new FileWork(workshop, fileKey, targets);
  const path = join(store.originals, file.storedAs);
  let position = 0;
  for await (const batch of reader.read({ path, file: file.file, hints: file.hints, overlay })) {
    const places = batch.map((outcome) => ({ position: position++, outcome }));
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
      corrections: [],
      overlay: this.#workshop.overlay,
    });
    for (const [index, { position, reading }] of readings.entries()) {
      await this.#keep(position, reading, outcomes[index]);
    }
  }

  async #keep(position: number, reading: Reading, outcome: AnalysisOutcome | undefined): Promise<void> {
    if (outcome && 'scored' in outcome) return await this.#save(position, reading, outcome.scored);
    if (!outcome) return;
    if (outcome.fault) this.#workshop.store.log('an article could not be analyzed', outcome.fault);
    this.#refusals.push({ ...outcome.refusal, index: reading.article.source.index, line: null });
  }

  async #save(position: number, reading: Reading, scored: readonly ScoredResult[]): Promise<void> {
    const { store } = this.#workshop;
    const origin = { fileKey: this.#fileKey, position };
    const { articleKey, duplicate } = await saveAnalysis(store, { reading, scored, origin });
    await noteArticle(store, { ...origin, articleKey, duplicate });
    this.#articles++;
  }
}

function partRefusal(outcome: Extract<ReadOutcome, { ok: false }>): PartRefusal {
  const { index, line = null, code, reason, hint } = outcome;
  return { index, line, code, reason, hint };
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
