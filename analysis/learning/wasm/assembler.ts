/*
 * The few WebAssembly instructions that the kernels need, as bytes
 * (WebAssembly Core Specification 2.0, binary format, with fixed-width SIMD).
 */

/** Value types. */
export const I32 = 0x7f;
export const V128 = 0x7b;

const NO_RESULT = 0x40;
const FUNCTION_TYPE = 0x60;
const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const SECTION = { type: 1, import: 2, function: 3, export: 7, code: 10 };

/** Machine code of an instruction or of several in a row. */
export type Code = readonly number[];

/** Unsigned LEB128. */
function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest & 0x7f;
    rest >>>= 7;
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest !== 0);
  return bytes;
}

/** Signed LEB128, for `i32.const`. */
function signed(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];
export const constant = (value: number): Code => [0x41, ...signed(value)];
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
const subtract = (a: Code, b: Code): Code => [...a, ...b, 0x6b];
/** `local += step`. */
export const advance = (local: number, step: Code): Code => set(local, add(get(local), step));
/** Four numbers in single precision from memory. */
export const loadFour = (address: Code, offset: number): Code => [
  ...address,
  0xfd,
  0x00,
  0x02,
  ...unsigned(offset),
];
/** One number from memory, four times. */
export const loadSplat = (address: Code): Code => [...address, 0xfd, 0x09, 0x02, 0x00];
export const storeFour = (address: Code, offset: number, value: Code): Code => [
  ...address,
  ...value,
  0xfd,
  0x0b,
  0x02,
  ...unsigned(offset),
];
export const addFour = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xe4, 0x01];
export const multiplyFour = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xe6, 0x01];
/** Two numbers in single precision from memory, as two in double precision. */
export const loadTwo = (address: Code): Code => [...address, 0xfd, 0x5d, 0x03, 0x00, 0xfd, 0x5f];
/** Two numbers in double precision from memory and to it, unchanged. */
export const loadDoubles = (address: Code, offset: number): Code => [
  ...[...address, 0xfd, 0x00, 0x03, ...unsigned(offset)],
];
export const storeDoubles = (address: Code, offset: number, value: Code): Code => [
  ...[...address, ...value, 0xfd, 0x0b, 0x03, ...unsigned(offset)],
];
/** Rounds two numbers in double precision to single precision and writes them to memory. */
export const storeTwo = (address: Code, value: Code): Code => [
  ...[...address, ...value, 0xfd, 0x5e],
  ...[0xfd, 0x5b, 0x03, 0x00, 0x00],
];
/** A number in double precision, twice. */
export const pairOf = (value: number): Code => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return [0x44, ...bytes, 0xfd, 0x14];
};
export const addTwo = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf0, 0x01];
export const subtractTwo = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf1, 0x01];
export const multiplyTwo = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf2, 0x01];
export const divideTwo = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf3, 0x01];
/** The smaller and the greater of two; `a` where it is no number. */
export const leastTwo = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf6, 0x01];
export const greatestTwo = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf7, 0x01];
export const negateTwo = (a: Code): Code => [...a, 0xfd, 0xed, 0x01];
/** Two numbers without their fractions. */
export const truncateTwo = (a: Code): Code => [...a, 0xfd, 0x7a];
export const bitsOfBoth = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0x4e];
export const bitsOfEither = (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0x50];
/** Two patterns of 64 bits, moved to the left. */
export const shiftTwo = (a: Code, by: number): Code => [...a, ...constant(by), 0xfd, 0xcb, 0x01];
/** Runs `body` once and again for as long as `local`, less `step`, is not zero. */
export const countdown = (local: number, step: number, body: Code): Code => [
  ...[0x03, NO_RESULT],
  ...body,
  ...subtract(get(local), constant(step)),
  ...[0x22, ...unsigned(local)],
  ...[0x0d, 0x00],
  0x0b,
];

/** A function that takes `parameters` numbers of type i32, has further locals and returns nothing. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  /** Types of the further locals, in order. */
  readonly locals: readonly number[];
  readonly body: Code;
}

/** A module that imports its memory as `host.memory` and exports the functions by name. */
export function assemble(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const types = functions.map((each) => [FUNCTION_TYPE, ...vector(Array(each.parameters).fill([I32])), 0]);
  const memory = [...name('host'), ...name('memory'), 0x02, 0x00, 0x01];
  const exports = functions.map((each, index) => [...name(each.name), 0x00, ...unsigned(index)]);
  return Uint8Array.from([
    ...MAGIC_AND_VERSION,
    ...section(SECTION.type, vector(types)),
    ...section(SECTION.import, vector([memory])),
    ...section(SECTION.function, vector(functions.map((_, index) => unsigned(index)))),
    ...section(SECTION.export, vector(exports)),
    ...section(SECTION.code, vector(functions.map(codeEntry))),
  ]);
}

function codeEntry({ locals, body }: WasmFunction): number[] {
  const content = [...vector(locals.map((type) => [1, type])), ...body, 0x0b];
  return [...unsigned(content.length), ...content];
}

function vector(items: readonly Code[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function section(id: number, content: Code): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function name(text: string): number[] {
  return [...unsigned(text.length), ...Buffer.from(text, 'latin1')];
}
