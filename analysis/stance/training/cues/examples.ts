import type { Label } from '../../../article/index.js';
import { type Resources, resolveTarget } from '../../../resources/index.js';
import { type Finding, RELATIONS } from '../../evidence/observation.js';
import { observeArticle } from '../../observe-article.js';
import { annotatedOf, DEFAULT_TARGET, type LabeledLine, labelsOf, mentionsOf } from '../labeled-lines.js';

/** Classes in the order of the fit. */
export const CLASSES = ['supportive', 'neutral', 'skeptical'] as const;

/** One labelled passage as the fit sees it: a column per relation and direction, and the terms of its words. */
export interface CueExample {
  /** Text of the whole line. */
  readonly text: string;
  readonly indices: readonly number[];
  readonly values: readonly number[];
  /** How often each term of the word weights occurs. */
  readonly terms: ReadonlyMap<string, number>;
  readonly label: number;
  readonly weight: number;
}

/** Column of a finding: relation and direction. */
export function columnOf(finding: Finding): number {
  return RELATIONS.indexOf(finding.relation) * 2 + (finding.value > 0 ? 0 : 1);
}

export const COLUMNS = RELATIONS.length * 2;

/**
 * The findings in the paragraphs of labeled articles. Unrelated and mixed paragraphs are left out:
 * the fit has no class for them.
 */
export function cueExamples(
  lines: readonly LabeledLine[],
  weight: number,
  resources: Resources,
): CueExample[] {
  return lines.flatMap((line) => examplesOf(line, weight, resources));
}

function examplesOf(line: LabeledLine, weight: number, resources: Resources): CueExample[] {
  const annotated = annotatedOf(line, resources);
  const target = resolveTarget(line.target ?? DEFAULT_TARGET, resources);
  const { body } = observeArticle(annotated, target, resources, mentionsOf(line, annotated));
  const text = line.paragraphs.join('\n');
  const labels = labelsOf(line);
  return annotated.article.units.flatMap((unit, at) => {
    const label = (CLASSES as readonly (Label | undefined)[]).indexOf(labels[at]);
    if (label < 0) return [];
    const observed = body.observed.filter(({ view }) => view.sentence.unit === unit.ordinal);
    return [{ text, label, weight, ...columnsOf(observed.flatMap(({ findings }) => findings)) }];
  });
}

function columnsOf(findings: readonly Finding[]): Pick<CueExample, 'indices' | 'values' | 'terms'> {
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
