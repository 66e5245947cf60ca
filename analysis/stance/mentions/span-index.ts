import type { Span } from '../../article/index.js';

/** Spans in order of their starts, asked for by place in logarithmic time. */
export class SpanIndex<T extends Span> {
  readonly #spans: readonly T[];

  /** `spans` must be in order of their starts and not overlap one another. */
  constructor(spans: readonly T[]) {
    this.#spans = spans;
  }

  /** Those that lie inside a span. */
  inside(outer: Span): T[] {
    return this.overlapping(outer).filter((span) => outer.start <= span.start && span.end <= outer.end);
  }

  /** Those that share at least one code unit with a span. */
  overlapping({ start, end }: Span): T[] {
    const found: T[] = [];
    for (let at = this.#firstEndingAfter(start); (this.#spans[at]?.start ?? end) < end; at++) {
      const span = this.#spans[at];
      if (span) found.push(span);
    }
    return found;
  }

  #firstEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spans[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
