import { createHash } from 'node:crypto';
import { InputError } from '../article/index.js';

/*
 * Layout: eight bytes of magic, a little-endian uint32 with the length of the header, the header
 * (JSON, padded with spaces so that the payload starts at a multiple of 8), then the payload: each
 * block at a multiple of 8.
 */
const MAGIC = 'STNDPT01';
const HEAD_BYTES = MAGIC.length + 4;
const STEP = 8;

/** The kinds of numbers that a block may hold; `bytes` is for text in UTF-8. */
const KINDS = {
  float32: Float32Array,
  int8: Int8Array,
  uint32: Uint32Array,
  bytes: Uint8Array,
} as const;

export type BlockKind = keyof typeof KINDS;
export type BlockData = Float32Array | Int8Array | Uint32Array | Uint8Array;

/** A named array in a model file. */
export interface Block {
  readonly name: string;
  readonly kind: BlockKind;
  readonly data: BlockData;
}

/** What a model file holds: `about` is free JSON that says how it was made. */
export interface ModelFile {
  /** What messages call it. */
  readonly name: string;
  readonly about: Readonly<Record<string, unknown>>;
  /** SHA-256 (hex) of the payload. */
  readonly hash: string;
  readonly blocks: readonly Block[];
}

interface BlockEntry {
  readonly name: string;
  readonly kind: BlockKind;
  readonly at: number;
  readonly length: number;
}

interface Header {
  readonly about: Record<string, unknown>;
  readonly hash: string;
  readonly blocks: readonly BlockEntry[];
}

/** The bytes of a model file. The same input gives the same bytes. */
export function packModel(about: Readonly<Record<string, unknown>>, blocks: readonly Block[]): Uint8Array {
  const entries: BlockEntry[] = [];
  let at = 0;
  for (const { name, kind, data } of blocks) {
    entries.push({ name, kind, at, length: data.length });
    at = roundUp(at + data.byteLength);
  }
  const payload = new Uint8Array(at);
  blocks.forEach(({ data }, index) => {
    payload.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), entries[index]?.at ?? 0);
  });
  const json = Buffer.from(JSON.stringify({ about, hash: sha256(payload), blocks: entries }), 'utf8');
  const headerLength = roundUp(HEAD_BYTES + json.length) - HEAD_BYTES;
  const file = Buffer.alloc(HEAD_BYTES + headerLength + payload.length, ' ');
  file.write(MAGIC, 0, 'latin1');
  file.writeUInt32LE(headerLength, MAGIC.length);
  json.copy(file, HEAD_BYTES);
  file.set(payload, HEAD_BYTES + headerLength);
  return file;
}

/**
 * Reads a model file back. Throws InputError `damaged-model` when the bytes are no model file, cut
 * short or changed, or hold numbers that are not finite; `name` is what the message calls the file.
 */
export function unpackModel(bytes: Uint8Array, name: string): ModelFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = headerOf(file);
  if (!header) throw damagedFile(name);
  const start = HEAD_BYTES + file.readUInt32LE(MAGIC.length);
  const payload = Uint8Array.from(file.subarray(start));
  if (sha256(payload) !== header.hash) throw damagedFile(name);
  const blocks = header.blocks.map((entry) => {
    const data = dataOf(payload, entry);
    if (!data || !isFinite32(data)) throw damagedFile(name, entry.name);
    return { name: entry.name, kind: entry.kind, data };
  });
  return { name, about: header.about, hash: header.hash, blocks };
}

/**
 * The block of that name and kind. Throws InputError `damaged-model` where it is missing, or has not
 * the number of numbers that it must have.
 */
export function blockOf<K extends BlockKind>(
  file: ModelFile,
  name: string,
  kind: K,
  length?: number,
): InstanceType<(typeof KINDS)[K]> {
  const block = file.blocks.find((each) => each.name === name && each.kind === kind);
  if (!block || (length !== undefined && block.data.length !== length)) throw damagedFile(file.name, name);
  return block.data as InstanceType<(typeof KINDS)[K]>;
}

function headerOf(file: Buffer): Header | null {
  if (file.length < HEAD_BYTES || file.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  const length = file.readUInt32LE(MAGIC.length);
  if (HEAD_BYTES + length > file.length) return null;
  try {
    const header = JSON.parse(file.toString('utf8', HEAD_BYTES, HEAD_BYTES + length)) as Header | null;
    return Array.isArray(header?.blocks) ? header : null;
  } catch {
    return null;
  }
}

/** The numbers of a block; null where it is of no known kind or lies outside the payload. */
function dataOf(payload: Uint8Array<ArrayBuffer>, { kind, at, length }: BlockEntry): BlockData | null {
  const numbers = Object.hasOwn(KINDS, kind) ? KINDS[kind] : null;
  const fits = Number.isInteger(at) && at >= 0 && at % STEP === 0 && Number.isInteger(length) && length >= 0;
  if (!numbers || !fits || at + length * numbers.BYTES_PER_ELEMENT > payload.length) return null;
  return new numbers(payload.buffer, payload.byteOffset + at, length);
}

/** Whole numbers are finite by their kind, and there are millions of them. */
function isFinite32(data: BlockData): boolean {
  return !(data instanceof Float32Array) || data.every((value) => Number.isFinite(value));
}

/** Says which file of weights cannot be used, and what mends it; `block` is the part at fault. */
export function damagedFile(name: string, block?: string): InputError {
  return new InputError(
    'damaged-model',
    `The model file ${name} is damaged or of another version${block === undefined ? '' : ` (block ${block})`}`,
    'Restore it from the repository (git checkout -- corpus/models), or train it anew with `standpoint train stance`.',
  );
}

function roundUp(bytes: number): number {
  return Math.ceil(bytes / STEP) * STEP;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
