import { readFileSync } from 'node:fs';
import { bootstrapIntervals } from '../analysis/learning/index.js';
import { annotate, score } from '../analysis/pipeline.js';
import { loadResources, type Resources, resolveTarget } from '../analysis/resources/index.js';
import { auc, type Scored } from './bias-spans/auc.js';
import { articleOf } from './stance/lines.js';
import { peers } from './stance/peers.js';

/*
 * Whether the paragraph of a bias span is scored towards its target as people marked the span:
 *   npx tsx bench/bias-spans.ts BASIL.jsonl
 * Each line: { id, event, title, paragraphs, gold: { spans: [{ kind, text, polarity, target }] } }, as made
 * from BASIL (Fan et al. 2019). For evaluation only: nothing may be fitted on it. Prints the area under
 * the ROC curve of the score, supportive spans against skeptical ones, lexical and informational apart,
 * with intervals from resampling events. Standpoint reads the paragraph as part of its article; peers
 * are given the words of the span, and once more its paragraph.
 */

interface BiasSpan {
  readonly kind: string;
  readonly text: string;
  readonly polarity: string;
  readonly target: string;
}

interface BasilLine {
  readonly id: string;
  readonly event: string;
  readonly title?: string;
  readonly paragraphs: readonly string[];
  readonly gold: { readonly spans: readonly BiasSpan[] };
}

/** A span with the paragraph that holds it. */
interface Placed extends BiasSpan {
  readonly line: BasilLine;
  readonly paragraph: number;
}

interface Scorer {
  readonly name: string;
  readonly scores: (spans: readonly Placed[]) => number[];
}

const KINDS = ['lexical', 'informational'] as const;

function readSpans(path: string): { spans: Placed[]; lost: number } {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as BasilLine);
  const all = lines.flatMap((line) =>
    line.gold.spans
      .filter(({ polarity }) => polarity === 'supportive' || polarity === 'skeptical')
      .map((span) => ({
        ...span,
        line,
        paragraph: line.paragraphs.findIndex((text) => text.includes(span.text)),
      })),
  );
  const spans = all.filter(({ paragraph }) => paragraph >= 0);
  return { spans, lost: all.length - spans.length };
}

function standpoint(resources: Resources): Scorer {
  const scores = new Map<string, number[]>();
  const scoresOf = ({ line, target }: Placed): number[] => {
    const key = `${line.id}\n${target}`;
    const known = scores.get(key);
    if (known) return known;
    const article = articleOf({ ...line, gold: null });
    const scoring = score(
      annotate(article, resources),
      resolveTarget({ name: target }, resources),
      resources,
    );
    const own = scoring.paragraphs.map(({ stance }) => stance.score ?? 0);
    scores.set(key, own);
    return own;
  };
  return {
    name: 'standpoint, paragraph in its article',
    scores: (spans) => spans.map((span) => scoresOf(span)[span.paragraph] ?? 0),
  };
}

function scorers(): Scorer[] {
  const others = peers().flatMap(({ name, score: scoreOf }) => [
    { name: `${name}, span`, scores: (spans: readonly Placed[]) => spans.map(({ text }) => scoreOf(text)) },
    {
      name: `${name}, paragraph`,
      scores: (spans: readonly Placed[]) =>
        spans.map(({ line, paragraph }) => scoreOf(line.paragraphs[paragraph] ?? '')),
    },
  ]);
  return [standpoint(loadResources()), ...others.filter(({ name }) => !name.startsWith('always'))];
}

/** The spans with their scores, in one list for each event. */
function byEvent(spans: readonly Placed[], scores: readonly number[]): Scored[][] {
  const events = new Map<string, Scored[]>();
  spans.forEach(({ line, polarity }, at) => {
    const own = events.get(line.event) ?? [];
    own.push({ score: scores[at] ?? 0, isPositive: polarity === 'supportive' });
    events.set(line.event, own);
  });
  return [...events.values()];
}

function cell(spans: readonly Placed[], scores: readonly number[]): string {
  const events = byEvent(spans, scores);
  const [interval] = bootstrapIntervals(events, (sample) => [auc(sample.flat())]);
  const number = (value: number | undefined) => (value ?? Number.NaN).toFixed(3);
  return `${number(auc(events.flat()))} [${number(interval?.low)}, ${number(interval?.high)}]`;
}

function main([path]: readonly string[]): void {
  if (path === undefined) throw new Error('usage: bias-spans.ts BASIL.jsonl');
  const { spans, lost } = readSpans(path);
  const groups = KINDS.map((kind) => spans.filter((span) => span.kind === kind));
  const heads = groups.map((group, at) => {
    const positive = group.filter(({ polarity }) => polarity === 'supportive').length;
    return `${KINDS[at]} (${positive} supportive, ${group.length - positive} skeptical)`;
  });
  console.log(`| scorer | ${heads.join(' | ')} |\n|---|---|---|`);
  for (const { name, scores } of scorers())
    console.log(`| ${name} | ${groups.map((group) => cell(group, scores(group))).join(' | ')} |`);
  console.log(`\n${lost} spans were left out: their words are in no one paragraph.`);
}

main(process.argv.slice(2));
