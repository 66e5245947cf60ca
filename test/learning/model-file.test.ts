import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../analysis/article/index.js';
import { blockOf, packModel, quantizeRows, restoreRows, unpackModel } from '../../analysis/learning/index.js';

const blocks = [
  { name: 'words', kind: 'bytes' as const, data: Buffer.from('ja\nné', 'utf8') },
  { name: 'weights', kind: 'float32' as const, data: Float32Array.of(1.5, -2.25, 0) },
  { name: 'steps', kind: 'int8' as const, data: Int8Array.of(-127, 0, 127) },
  { name: 'hashes', kind: 'uint32' as const, data: Uint32Array.of(0, 4_294_967_295) },
];

describe('model file', () => {
  it('gives back what was packed, also from the middle of a larger buffer', () => {
    const packed = packModel({ name: 'test' }, blocks);
    const shifted = new Uint8Array(packed.length + 3);
    shifted.set(packed, 3);
    const file = unpackModel(shifted.subarray(3), 'test.bin');
    expect(file.about).toEqual({ name: 'test' });
    expect([...blockOf(file, 'weights', 'float32')]).toEqual([1.5, -2.25, 0]);
    expect([...blockOf(file, 'steps', 'int8')]).toEqual([-127, 0, 127]);
    expect([...blockOf(file, 'hashes', 'uint32')]).toEqual([0, 4_294_967_295]);
    expect(Buffer.from(blockOf(file, 'words', 'bytes')).toString('utf8')).toBe('ja\nné');
  });

  it('packs the same input to the same bytes', () => {
    expect(packModel({ a: 1 }, blocks)).toEqual(packModel({ a: 1 }, blocks));
  });

  it.each([
    ['empty', (bytes: Uint8Array) => bytes.subarray(0, 0)],
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 8)],
    ['cut in the header', (bytes: Uint8Array) => bytes.subarray(0, 20)],
    ['of another kind', () => Buffer.from('version https://git-lfs.github.com/spec/v1\n')],
    [
      'with one bit turned',
      (bytes: Uint8Array) => bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte)),
    ],
  ])('refuses a file that is %s, naming it', (_, damage) => {
    const packed = packModel({}, blocks);
    expect(() => unpackModel(damage(packed), 'mention-model.bin')).toThrow(InputError);
    expect(() => unpackModel(damage(packed), 'mention-model.bin')).toThrow(/mention-model\.bin/u);
  });

  it('refuses to hand out a block that is not there', () => {
    const file = unpackModel(packModel({}, blocks), 'test.bin');
    expect(() => blockOf(file, 'words', 'int8')).toThrow(InputError);
  });
});

describe('quantized rows', () => {
  it('are within half a step of the originals, row by row', () => {
    const data = Float32Array.from({ length: 40 }, (_, at) => Math.sin(at) * (at < 20 ? 100 : 0.01));
    const restored = restoreRows(quantizeRows(data, 20));
    restored.forEach((value, at) => {
      expect(Math.abs(value - (data[at] ?? 0))).toBeLessThanOrEqual(((at < 20 ? 100 : 0.01) / 127) * 0.51);
    });
  });

  it('keep a row of zeros', () => {
    expect([...restoreRows(quantizeRows(new Float32Array(4), 4))]).toEqual([0, 0, 0, 0]);
  });
});
