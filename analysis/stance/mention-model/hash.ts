const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
/** Words whose hashes are kept; the vocabulary of news is about this large. */
const KEPT = 60_000;

const kept = new Map<string, number>();

/** FNV-1a over UTF-16 code units, 32 bits, unsigned. */
export function hashOf(word: string): number {
  const known = kept.get(word);
  if (known !== undefined) return known;
  let hash = OFFSET;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  if (kept.size >= KEPT) kept.clear();
  kept.set(word, hash >>> 0);
  return hash >>> 0;
}

/** One hash of two, in that order (finalizer of MurmurHash3). */
export function mixHashes(a: number, b: number): number {
  let hash = a ^ Math.imul(b, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
