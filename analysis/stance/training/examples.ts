import { readFileSync } from 'node:fs';
import type { Annotated, Article, Label, TextUnit } from '../../article/index.js';
import { attribute } from '../../attribution/index.js';
import { sentencesOf } from '../../language/index.js';
import { type Resources, resolveTarget } from '../../resources/index.js';
import { type Finding, RELATIONS } from '../evidence/observation.js';
import { observeArticle } from '../observe-article.js';

/** Classes in the order of the fit. */
export const CLASSES = ['supportive', 'neutral', 'skeptical'] as const;

/** One labelled passage as the fit sees it: a column per relation and direction, and the terms of its words. */
export interface Example {
  /** Passages of one group stay on one side of every split. */
  readonly group: string;
  readonly indices: readonly number[];
  readonly values: readonly number[];
  /** How often each term of the word weights occurs. */
  readonly terms: ReadonlyMap<string, number>;
  readonly label: number;
  readonly weight: number;
}

interface GoldLine {
  readonly id: string;
  readonly title?: string;
  readonly target?: { readonly name: string; readonly aliases?: readonly string[]; readonly slug?: string };
  readonly paragraphs: readonly string[];
  readonly mentions?: readonly { paragraph: number; start: number; end: number }[];
  readonly gold: { readonly paragraphs: readonly (Label | { label: Label })[] };
}

/** The target of lines that name none. */
const DEFAULT_TARGET = 'coalition';

/** Column of a finding: relation and direction. */
export function columnOf(finding: Finding): number {
  return RELATIONS.indexOf(finding.relation) * 2 + (finding.value > 0 ? 0 : 1);
}

export const COLUMNS = RELATIONS.length * 2;

/**
 * Reads labelled articles in the project's input format and takes the findings of their paragraphs.
 * Unrelated and mixed paragraphs are left out: the fit has no class for them.
 */
export function readExamples(path: string, weight: number, resources: Resources): Example[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.flatMap((line) => examplesOf(JSON.parse(line) as GoldLine, weight, resources));
}

function examplesOf(line: GoldLine, weight: number, resources: Resources): Example[] {
  const annotated = annotatedOf(line, resources);
  const { units } = annotated.article;
  const given = line.mentions?.map(({ paragraph, start, end }) => {
    const offset = units[paragraph]?.start ?? 0;
    return { start: start + offset, end: end + offset };
  });
  const { body } = observeArticle(
    annotated,
    resolveTarget(line.target ?? DEFAULT_TARGET, resources),
    resources,
    given ?? null,
  );
  const group = line.paragraphs.join('\n');
  return units.flatMap((unit, at) => {
    const gold = line.gold.paragraphs[at];
    const label = CLASSES.findIndex((name) => name === (typeof gold === 'string' ? gold : gold?.label));
    const observed = body.observed.filter(({ view }) => view.sentence.unit === unit.ordinal);
    if (label < 0) return [];
    return [{ group, label, weight, ...columnsOf(observed.flatMap(({ findings }) => findings)) }];
  });
}

function columnsOf(findings: readonly Finding[]): Pick<Example, 'indices' | 'values' | 'terms'> {
  const sums = new Map<number, number>();
  const terms = new Map<string, number>();
  for (const finding of findings) {
    const column = columnOf(finding);
    if (finding.value !== 0) sums.set(column, (sums.get(column) ?? 0) + Math.abs(finding.value));
    for (const term of finding.terms) terms.set(term, (terms.get(term) ?? 0) + 1);
  }
  const indices = [...sums.keys()].sort((a, b) => a - b);
  return { indices, values: indices.map((index) => sums.get(index) ?? 0), terms };
}

/** The layers of a line, as the pipeline makes them (which this room may not import). */
function annotatedOf(line: GoldLine, resources: Resources): Annotated {
  const text = line.paragraphs.join('\n');
  const units: TextUnit[] = [];
  for (const paragraph of line.paragraphs) {
    const start = (units.at(-1)?.end ?? -1) + 1;
    units.push({ ordinal: units.length + 1, role: 'body', start, end: start + paragraph.length });
  }
  const sentences = sentencesOf(text, units);
  const voices = attribute(text, units, sentences, resources);
  const { speakers, ...layers } = voices;
  return {
    article: articleOf(line, text, units),
    body: { text, units, sentences, ...layers },
    headline: null,
    speakers,
  };
}

function articleOf(line: GoldLine, text: string, units: readonly TextUnit[]): Article {
  return {
    id: line.id,
    textHash: '',
    recordId: line.id,
    source: { file: '', index: 0 },
    title: null,
    titleBasis: 'missing',
    outlet: null,
    outletBasis: 'unknown',
    published: null,
    publishedBasis: 'unknown',
    publishedCandidates: [],
    dateline: null,
    byline: null,
    language: 'en',
    url: null,
    keywords: [],
    text,
    units,
    dropped: [],
  };
}
