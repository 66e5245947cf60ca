import type { Estimate } from '../estimates.js';
import { PRONOUN_COUNTS } from './count-pronouns.js';
import { WHO_COUNTS } from './count-who.js';
import type { AttributionEvaluation, MarkedGroup } from './evaluate-attribution.js';
import { PARTS } from './gold-attributions.js';

/** What the columns of an evaluation of attributions as a table hold, in their order. */
export const ATTRIBUTION_EVALUATION_COLUMNS = ['measure', 'group', 'value', 'low', 'high', 'count'] as const;

/** One figure; empty where a column does not apply or a figure is undefined. */
export type AttributionEvaluationRow = Readonly<
  Record<(typeof ATTRIBUTION_EVALUATION_COLUMNS)[number], string | number | null>
>;

/** Every figure of an evaluation of attributions, one a row. */
export function attributionRows(evaluation: AttributionEvaluation): AttributionEvaluationRow[] {
  return [
    ...figures(evaluation, null),
    ...(evaluation.groups?.rows ?? []).flatMap((group) => figures(group, group.value ?? '')),
  ];
}

function figures(
  { attributions, pronouns }: Pick<MarkedGroup, 'attributions' | 'pronouns'>,
  group: string | null,
): AttributionEvaluationRow[] {
  const row = (measure: string, { value, interval, count }: Estimate & { readonly count?: number }) => ({
    measure,
    group,
    value: known(value),
    low: known(interval.low),
    high: known(interval.high),
    count: count ?? null,
  });
  const rows: AttributionEvaluationRow[] = [];
  if (attributions) {
    for (const part of PARTS) {
      for (const over of ['tokens', 'exact'] as const) {
        const score = attributions.parts[part][over];
        for (const measure of ['precision', 'recall', 'f1'] as const) {
          rows.push(row(`${part}_${over}_${measure}`, score[measure]));
        }
      }
    }
    for (const name of WHO_COUNTS) rows.push(row(`who_${snakeCase(name)}`, attributions.who[name]));
    rows.push(row('who_f1', attributions.who.f1));
  }
  if (pronouns) for (const name of PRONOUN_COUNTS) rows.push(row(`pronouns_${name}`, pronouns[name]));
  return rows;
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
