/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * Mulberry32: a small, fast, seedable generator; the same seed gives the same numbers on every machine.
 * Good enough for shuffling and resampling, not for secrets.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** An integer in [0, `bound`). */
export function randomIndex(random: Random, bound: number): number {
  return Math.floor(random() * bound);
}
