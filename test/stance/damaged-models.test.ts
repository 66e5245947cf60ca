import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../analysis/article/index.js';
import { type Block, type ModelFile, packModel, unpackModel } from '../../analysis/learning/index.js';
import { annotate, score } from '../../analysis/pipeline.js';
import { loadResources, type Resources, resolveTarget } from '../../analysis/resources/index.js';
import { checkModels, MODEL_FILES } from '../../analysis/stance/index.js';
import { articleOf } from './made.js';

const resources = loadResources();

function withFile(name: string, bytes: Buffer | null): Resources {
  return { ...resources, models: (asked) => (asked === name ? bytes : resources.models(asked)) };
}

/** The shipped file with other blocks: well-formed, but not what the program expects. */
function repacked(name: string, change: (blocks: readonly Block[]) => readonly Block[]): Buffer {
  const { about, blocks }: ModelFile = unpackModel(original(name), name);
  return Buffer.from(packModel(about, change(blocks)));
}

function original(name: string): Buffer {
  return resources.models(name) ?? Buffer.alloc(0);
}

const cut = (name: string): Buffer => original(name).subarray(0, original(name).length / 2);
const changed = (name: string, from: RegExp, to: string): Buffer =>
  Buffer.from(original(name).toString('utf8').replace(from, to));
const shorter = (block: Block): Block => ({ ...block, data: block.data.slice(0, -8) });
const poisoned = (block: Block): Block =>
  block.kind === 'float32' ? { ...block, data: Float32Array.from(block.data, () => Number.NaN) } : block;

const DAMAGES: readonly (readonly [string, string, Buffer | null])[] = [
  ...MODEL_FILES.flatMap(
    (name) =>
      [
        [name, 'missing', null],
        [name, 'empty', Buffer.alloc(0)],
        [name, 'cut short', cut(name)],
        [name, 'a pointer in its place', Buffer.from('version https://git-lfs.github.com/spec/v1\n')],
        [name, 'null', Buffer.from('null')],
        [name, 'a list', Buffer.from('[]')],
        [name, 'zeros', Buffer.alloc(4096)],
      ] as const,
  ),
  ...['mention-model.bin', 'word-vectors.bin'].flatMap(
    (name) =>
      [
        [name, 'shorter blocks', repacked(name, (blocks) => blocks.map(shorter))],
        [name, 'numbers that are none', repacked(name, (blocks) => blocks.map(poisoned))],
        [name, 'no blocks', repacked(name, () => [])],
      ] as const,
  ),
  [
    'mention-model.bin',
    'no network',
    repacked('mention-model.bin', (blocks) => blocks.filter(({ name }) => name.startsWith('linear/'))),
  ],
  ['stance-blend.json', 'no thresholds', changed('stance-blend.json', /"evaluative": [\d.]+,/u, '')],
  ['stance-blend.json', 'NaN', changed('stance-blend.json', /"cueShare": [\d.]+/u, '"cueShare": NaN')],
  [
    'stance-blend.json',
    'a number too large',
    changed('stance-blend.json', /"mixed": -[\d.]+/u, '"mixed": 1e999'),
  ],
  [
    'stance-cues.json',
    'a word that weighs a text',
    changed('stance-cues.json', /"words": *\{/u, '"words": {"x": "y",'),
  ],
];

describe('weights that cannot be used', () => {
  it.each(DAMAGES)('%s: %s', (name, _, bytes) => {
    const damaged = withFile(name, bytes);
    const faults = [
      () => checkModels(damaged),
      () => {
        const target = resolveTarget('coalition', resources);
        score(annotate(articleOf(['The coalition failed.']), resources), target, damaged);
      },
    ].map(faultOf);
    for (const fault of faults) {
      expect(fault).toBeInstanceOf(InputError);
      expect(fault.message).toContain(name);
      expect((fault as InputError).hint).toMatch(/git checkout -- corpus\/models.*standpoint train/u);
    }
  });

  it('none, as shipped', () => {
    expect(() => checkModels(resources)).not.toThrow();
  });
});

function faultOf(work: () => void): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  return new Error('nothing was refused');
}
