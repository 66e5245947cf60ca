/** A monotone step-free curve through knots; flat outside them. */
export interface Curve {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

interface Block {
  x: number;
  y: number;
  weight: number;
}

/**
 * Isotonic regression by pooling adjacent violators (Ayer et al. 1955): how often a prediction with
 * raw confidence `x` was right. Blocks smaller than `least` examples are joined to their neighbour.
 */
export function fitIsotonic(points: readonly { x: number; y: number }[], least = 1): Curve {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const blocks: Block[] = [];
  for (const chunk of inChunks(sorted, least)) {
    blocks.push(chunk);
    pool(blocks);
  }
  return { x: blocks.map((block) => block.x), y: blocks.map((block) => block.y) };
}

function inChunks(points: readonly { x: number; y: number }[], least: number): Block[] {
  const chunks: Block[] = [];
  for (let at = 0; at < points.length; at += least) {
    const part = points.slice(at, at + least);
    const previous = chunks.at(-1);
    const block = {
      x: part.reduce((sum, point) => sum + point.x, 0) / part.length,
      y: part.reduce((sum, point) => sum + point.y, 0) / part.length,
      weight: part.length,
    };
    if (previous && part.length < least) chunks[chunks.length - 1] = join(previous, block);
    else chunks.push(block);
  }
  return chunks;
}

function pool(blocks: Block[]): void {
  for (;;) {
    const last = blocks.at(-1);
    const before = blocks.at(-2);
    if (!last || !before || before.y < last.y) return;
    blocks.splice(-2, 2, join(before, last));
  }
}

function join(a: Block, b: Block): Block {
  const weight = a.weight + b.weight;
  return {
    x: (a.x * a.weight + b.x * b.weight) / weight,
    y: (a.y * a.weight + b.y * b.weight) / weight,
    weight,
  };
}

/** The value of the curve at `x`, interpolated between knots. */
export function curveAt(curve: Curve, x: number): number {
  const { x: xs, y: ys } = curve;
  let high = xs.findIndex((knot) => knot >= x);
  if (high === -1) return ys.at(-1) ?? x;
  if (high === 0) return ys[0] ?? x;
  high = Math.max(high, 1);
  const [x0, x1] = [xs[high - 1] ?? 0, xs[high] ?? 0];
  const [y0, y1] = [ys[high - 1] ?? 0, ys[high] ?? 0];
  return x1 === x0 ? y1 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}
