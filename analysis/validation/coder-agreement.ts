import type { Label } from '../article/index.js';
import {
  type Codings as CodingsOfUnit,
  type Estimate,
  estimateByArticle,
  FOLDED,
  type Folded,
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
  const units = articles.map((values) => values.map(({ item }) => toUnit(item.labels)));
  const estimates = estimateByArticle(units, statistics, bootstrap);
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

/** The codings of an item in every way in which they are compared. */
interface UnitOfCodings {
  readonly labels: CodingsOfUnit<Label>;
  readonly related: CodingsOfUnit<boolean>;
  /** Null where a coder calls the item unrelated. */
  readonly directions: CodingsOfUnit<Folded> | null;
  /** Pairs of codings, and how many of them agree. */
  readonly pairs: number;
  readonly agreeing: number;
}

function toUnit(labels: CodingsOfUnit<Label>): UnitOfCodings {
  const pairs = pairsIn(labels);
  return {
    labels,
    related: labels.map((label) => (label === null ? null : label !== 'unrelated')),
    directions: labels.includes('unrelated')
      ? null
      : labels.map((label) => (label === null ? null : fold({ label, score: null }))),
    pairs: pairs.length,
    agreeing: pairs.filter(([one, other]) => one === other).length,
  };
}

function statistics(units: readonly UnitOfCodings[]): number[] {
  return [
    krippendorffAlpha(units.map(({ labels }) => labels)),
    krippendorffAlpha(units.map(({ related }) => related)),
    ordinalAlpha(
      units.flatMap(({ directions }) => (directions === null ? [] : [directions])),
      FOLDED,
    ),
    percentAgreement(units),
  ];
}

function percentAgreement(units: readonly Pick<UnitOfCodings, 'pairs' | 'agreeing'>[]): number {
  let agreeing = 0;
  let all = 0;
  for (const unit of units) {
    all += unit.pairs;
    agreeing += unit.agreeing;
  }
  return agreeing / all;
}

function pairsIn(labels: CodingsOfUnit<Label>): (readonly [Label, Label])[] {
  const given = labels.filter((label) => label !== null);
  return given.flatMap((label, at) => given.slice(at + 1).map((other) => [label, other] as const));
}

function pairsOf(coders: readonly string[], items: readonly CodedItem[]): PairAgreement[] {
  return coders.flatMap((first, a) =>
    coders.slice(a + 1).map((second, behind) => {
      const units = items
        .map(({ labels }) => [labels[a] ?? null, labels[a + 1 + behind] ?? null])
        .filter((unit) => !unit.includes(null));
      const percent = percentAgreement(units.map(toUnit));
      return { first, second, items: units.length, percent, alpha: krippendorffAlpha(units) };
    }),
  );
}
