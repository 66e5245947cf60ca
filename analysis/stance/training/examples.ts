import { readFileSync } from 'node:fs';
import type { Layers, Sentence, Span } from '../../article/index.js';
import { sentencesOf } from '../../language/index.js';
import type { Resources } from '../../resources/index.js';
import { type Finding, RELATIONS } from '../evidence/observation.js';
import { observe } from '../evidence/observe.js';
import { sentencesWith } from '../mentions/anaphora.js';
import { parseSyntax, type Syntax } from '../syntax/syntax.js';

/** Classes in the order of the fit. */
export const CLASSES = ['supportive', 'neutral', 'skeptical'] as const;

/** One labelled passage as the fit sees it: a column per relation and direction. */
export interface Example {
  readonly indices: readonly number[];
  readonly values: readonly number[];
  readonly label: number;
  readonly weight: number;
}

interface GoldLine {
  readonly paragraphs: readonly string[];
  readonly mentions?: readonly { paragraph: number; start: number; end: number }[];
  readonly gold: { readonly paragraphs: readonly string[] };
}

/** Column of a finding: relation and direction. */
export function columnOf(finding: Finding): number {
  return RELATIONS.indexOf(finding.relation) * 2 + (finding.value > 0 ? 0 : 1);
}

export const COLUMNS = RELATIONS.length * 2;

/** Reads labelled sentences with marked mentions (one paragraph a line) and takes their findings. */
export function readExamples(path: string, weight: number, resources: Resources): Example[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => exampleOf(JSON.parse(line) as GoldLine, weight, resources));
}

function exampleOf(line: GoldLine, weight: number, resources: Resources): Example {
  const text = line.paragraphs.join('\n');
  const mentions = (line.mentions ?? []).filter((mention) => mention.paragraph === 0);
  const sums = new Map<number, number>();
  for (const finding of findingsOf(text, mentions, resources)) {
    const column = columnOf(finding);
    sums.set(column, (sums.get(column) ?? 0) + Math.abs(finding.value));
  }
  const indices = [...sums.keys()].sort((a, b) => a - b);
  const label = CLASSES.indexOf(line.gold.paragraphs[0] as (typeof CLASSES)[number]);
  return { indices, values: indices.map((index) => sums.get(index) ?? 0), label, weight };
}

/** The findings of one text of one unit with given mentions. */
export function findingsOf(text: string, given: readonly Span[], resources: Resources): Finding[] {
  const units = [{ ordinal: 1, role: 'body' as const, start: 0, end: text.length }];
  const sentences = sentencesOf(text, units);
  const mentions = given.map(({ start, end }) => ({ start, end, basis: 'mentioned' as const }));
  const layers: Layers = { text, units, sentences, quotations: [], attributions: [] };
  const about = new Map([...sentencesWith(sentences, mentions)].map((at) => [at, 'mention' as const]));
  const observed = observe(layers, { mentions, opponents: [] }, about, onceEach(parseSyntax), resources);
  return observed.flatMap(({ findings }) => findings);
}

function onceEach(parse: (sentence: Sentence) => Syntax): (sentence: Sentence) => Syntax {
  const parsed = new Map<Sentence, Syntax>();
  return (sentence) => {
    const known = parsed.get(sentence) ?? parse(sentence);
    parsed.set(sentence, known);
    return known;
  };
}
