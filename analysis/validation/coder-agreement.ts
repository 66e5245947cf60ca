import type { Label } from '../article/index.js';
import {
  type Codings as CodingsOfUnit,
  type Estimate,
  estimateByArticle,
  FOLDED,
  fold,
  krippendorffAlpha,
  ordinalAlpha,
  UNDEFINED,
} from '../evaluate/index.js';
import type { BootstrapOptions } from '../learning/index.js';
import type { CodedItem, Codings } from './codings.js';
import { byArticle } from './weights.js';

/** How well two coders agree on what both coded. */
export interface PairAgreement {
  readonly first: string;
  readonly second: string;
  readonly items: number;
  /** Share of the items to which both gave the same label; NaN without any. */
  readonly percent: number;
  /** Krippendorff's alpha, nominal. */
  readonly alpha: number;
}

/** How well coders agree among themselves; the program takes no part. */
export interface CoderAgreement {
  /** Items with at least two codings. */
  readonly items: number;
  readonly articles: number;
  /** Krippendorff's alpha over the five labels, nominal. */
  readonly label: Estimate;
  /** The same over related and unrelated. */
  readonly related: Estimate;
  /**
   * Ordinal over skeptical < neutral or mixed < supportive, over items that no coder calls unrelated.
   */
  readonly direction: Estimate;
  /** Share of the pairs of codings of one item that agree over five labels. */
  readonly percent: Estimate;
  readonly pairs: readonly PairAgreement[];
}

/** Agreement among the coders; null where no item has two codings. Intervals resample articles. */
export function coderAgreement(
  { coders, items }: Codings,
  bootstrap: BootstrapOptions,
): CoderAgreement | null {
  const shared = items.filter(({ labels }) => labels.filter((label) => label !== null).length > 1);
  if (shared.length === 0) return null;
  const articles = byArticle(shared.map((item) => ({ item })));
  const estimates = estimateByArticle(articles, (values) => statistics(values.map(labelsOf)), bootstrap);
  const [label = UNDEFINED, related = UNDEFINED, direction = UNDEFINED, percent = UNDEFINED] = estimates;
  return {
    items: shared.length,
    articles: articles.length,
    label,
    related,
    direction,
    percent,
    pairs: pairsOf(coders, shared),
  };
}

function labelsOf({ item }: { readonly item: CodedItem }): CodingsOfUnit<Label> {
  return item.labels;
}

function statistics(units: readonly CodingsOfUnit<Label>[]): number[] {
  const related = units.map((unit) => unit.map((label) => (label === null ? null : label !== 'unrelated')));
  const directed = units.filter((unit) => !unit.includes('unrelated'));
  const directions = directed.map((unit) =>
    unit.map((label) => (label === null ? null : fold({ label, score: null }))),
  );
  return [
    krippendorffAlpha(units),
    krippendorffAlpha(related),
    ordinalAlpha(directions, FOLDED),
    percentAgreement(units),
  ];
}

function percentAgreement(units: readonly CodingsOfUnit<Label>[]): number {
  let agreed = 0;
  let all = 0;
  for (const unit of units) {
    const given = unit.filter((label) => label !== null);
    for (const [at, label] of given.entries()) {
      for (const other of given.slice(at + 1)) {
        all++;
        if (label === other) agreed++;
      }
    }
  }
  return agreed / all;
}

function pairsOf(coders: readonly string[], items: readonly CodedItem[]): PairAgreement[] {
  return coders.flatMap((first, a) =>
    coders.slice(a + 1).map((second, behind) => {
      const units = items
        .map(({ labels }) => [labels[a] ?? null, labels[a + 1 + behind] ?? null])
        .filter((unit) => !unit.includes(null));
      const percent = percentAgreement(units);
      return { first, second, items: units.length, percent, alpha: krippendorffAlpha(units) };
    }),
  );
}
