/*
 * Quality and speed of the mention model on files of labelled mentions:
 *   npx tsx bench/mention-model.ts FILE.jsonl...
 * Lines with `phenomenon` are also counted by it. Prints macro-F1, calibration and speed.
 */
import { performance } from 'node:perf_hooks';
import { sentencesOf } from '../analysis/language/index.js';
import { bootstrapInterval } from '../analysis/learning/index.js';
import { loadResources } from '../analysis/resources/index.js';
import { type MentionModel, mentionModel } from '../analysis/stance/mention-model/index.js';
import { CLASSES, type MentionExample, readExamples } from '../analysis/stance/training/mentions/examples.js';

interface Outcome {
  readonly label: number;
  readonly predicted: number;
  readonly confidence: number;
  readonly phenomenon: string | null;
}

const CALIBRATION_BINS = 10;
const PERCENT = 100;
const MICROSECONDS = 1e6;

const percent = (share: number) => (share * PERCENT).toFixed(1);

const started = performance.now();
const model = mentionModel(loadResources());
process.stdout.write(`loaded in ${(performance.now() - started).toFixed(0)} ms\n`);
for (const path of process.argv.slice(2)) measure(path);

function measure(path: string): void {
  const examples = readExamples(path);
  const before = process.cpuUsage();
  const outcomes = examples.flatMap((example) => predict(model, example) ?? []);
  const spent = process.cpuUsage(before);
  const rate = outcomes.length / ((spent.user + spent.system) / MICROSECONDS);
  const { low, high } = bootstrapInterval(outcomes, macroF1);
  process.stdout.write(
    `${path}: macro-F1 ${percent(macroF1(outcomes))} (95%: ${percent(low)} to ${percent(high)}), accuracy ${percent(accuracy(outcomes))}, ` +
      `calibration error ${percent(calibrationError(outcomes))}, accuracy of the confident half ` +
      `${percent(accuracy(confidentHalf(outcomes)))} (n = ${outcomes.length}, ${rate.toFixed(0)} a CPU second)\n`,
  );
  const phenomena = byPhenomenon(outcomes);
  if (phenomena) process.stdout.write(`${phenomena}\n`);
}

function predict(scorer: MentionModel, example: MentionExample): Outcome | null {
  const { text, mention, label, phenomenon } = example;
  const sentences = sentencesOf(text, [{ ordinal: 1, role: 'body', start: 0, end: text.length }]);
  const own = sentences.find((sentence) => mention.start < sentence.end);
  const [scores] = own ? scorer.score([{ sentence: scorer.read(own.tokens), mention }]) : [];
  if (!scores) return null;
  const probabilities = CLASSES.map((name) => Math.exp(scores[name]));
  const confidence = Math.max(...probabilities);
  return { label, phenomenon, confidence, predicted: probabilities.indexOf(confidence) };
}

/** Mean over the classes of the harmonic mean of precision and recall. */
function macroF1(outcomes: readonly Outcome[]): number {
  const scores = CLASSES.map((_, c) => {
    const hits = outcomes.filter(({ label, predicted }) => label === c && predicted === c).length;
    const gold = outcomes.filter(({ label }) => label === c).length;
    const claimed = outcomes.filter(({ predicted }) => predicted === c).length;
    return (2 * hits) / Math.max(1, gold + claimed);
  });
  return scores.reduce((a, b) => a + b, 0) / scores.length;
}

function accuracy(outcomes: readonly Outcome[]): number {
  return outcomes.filter(({ label, predicted }) => label === predicted).length / Math.max(1, outcomes.length);
}

/** Expected calibration error over bins of equal width (Guo et al. 2017). */
function calibrationError(outcomes: readonly Outcome[]): number {
  const bins = new Map<number, Outcome[]>();
  for (const outcome of outcomes) {
    const bin = Math.min(CALIBRATION_BINS - 1, Math.floor(outcome.confidence * CALIBRATION_BINS));
    bins.set(bin, [...(bins.get(bin) ?? []), outcome]);
  }
  let error = 0;
  for (const inside of bins.values()) {
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    error += (inside.length / outcomes.length) * Math.abs(mean - accuracy(inside));
  }
  return error;
}

function confidentHalf(outcomes: readonly Outcome[]): Outcome[] {
  return [...outcomes].sort((a, b) => b.confidence - a.confidence).slice(0, Math.ceil(outcomes.length / 2));
}

function byPhenomenon(outcomes: readonly Outcome[]): string {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    if (outcome.phenomenon === null) continue;
    groups.set(outcome.phenomenon, [...(groups.get(outcome.phenomenon) ?? []), outcome]);
  }
  return [...groups]
    .map(([name, group]) => `  ${name}: ${percent(accuracy(group))} of ${group.length}`)
    .sort()
    .join('\n');
}
