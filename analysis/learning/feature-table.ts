/** Feature hashes to dense numbers, by open addressing; about half empty for short chains. */
export class FeatureTable {
  private readonly slots: Int32Array;
  private readonly mask: number;

  /** `hashes` are distinct, unsigned, 32 bits. */
  constructor(readonly hashes: Uint32Array) {
    let size = 16;
    while (size < hashes.length * 2) size *= 2;
    this.slots = new Int32Array(size).fill(-1);
    this.mask = size - 1;
    hashes.forEach((hash, index) => {
      let slot = hash & this.mask;
      while ((this.slots[slot] ?? -1) >= 0) slot = (slot + 1) & this.mask;
      this.slots[slot] = index;
    });
  }

  /** The number of a feature, its place in `hashes`, or -1. */
  indexOf(hash: number): number {
    let slot = hash & this.mask;
    for (;;) {
      const index = this.slots[slot] ?? -1;
      if (index < 0 || this.hashes[index] === hash) return index;
      slot = (slot + 1) & this.mask;
    }
  }
}

/** The hashes that occur in at least `least` of the lists, in ascending order. */
export function frequentHashes(lists: Iterable<readonly number[]>, least: number): Uint32Array {
  const counts = new Map<number, number>();
  for (const list of lists) for (const hash of new Set(list)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return Uint32Array.from([...counts].filter(([, count]) => count >= least).map(([hash]) => hash)).sort();
}
