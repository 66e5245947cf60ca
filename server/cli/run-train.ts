import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadResources, packageRoot } from '../../analysis/resources/index.js';
import { type TrainingSource, trainStance } from '../../analysis/stance/index.js';
import { EXIT } from '../errors.js';

/** What the command line of `train` says. */
export interface TrainOptions {
  readonly newsmtsc: string;
  readonly also?: readonly string[];
  readonly embeddings?: string;
  readonly out: string;
  readonly corpus?: string;
}

/** Our own sentences and coded paragraphs, in the corpus of the program. */
const OWN_SENTENCES = 'gold/sentences/training.jsonl';
const OWN_PARAGRAPHS = 'gold/paragraphs/development.jsonl';

/** What a mention counts. Own sentences pull the figures on NewsMTSC down and those on other registers up. */
const NEWS_WEIGHTS = { cues: 1, linear: 1, network: 1 };
const OWN_WEIGHTS = { cues: 1, linear: 0.4, network: 0.7 };

/** Runs `train`; resolves to its exit code. Throws InputError where a file cannot be used. */
export async function runTrain(options: TrainOptions): Promise<number> {
  const resources = loadResources(options.corpus ? { overlay: options.corpus } : {});
  const out = join(options.out, 'models');
  mkdirSync(out, { recursive: true });
  const corpus = join(packageRoot(), 'corpus');
  const sources: TrainingSource[] = [
    { name: 'NewsMTSC train', path: options.newsmtsc, weights: NEWS_WEIGHTS },
    { name: 'own sentences', path: join(corpus, OWN_SENTENCES), weights: OWN_WEIGHTS },
    ...(options.also ?? []).map((path) => ({ name: basename(path), path, weights: NEWS_WEIGHTS })),
  ];
  await trainStance(
    {
      sources,
      paragraphs: join(corpus, OWN_PARAGRAPHS),
      embeddings: options.embeddings ?? null,
      out,
      report: (line) => process.stderr.write(`${line}\n`),
    },
    resources,
  );
  process.stderr.write(`weights written to ${out}\n`);
  return EXIT.done;
}
