import { describe, expect, it } from '@jest/globals';
import { readYaml } from '../../analysis/resources/yaml-source.js';

/** As long as a hostile upload may be. */
const LENGTH = 400_000;

describe('readYaml', () => {
  it.each(['[', '{', '["]", ', '- ', '? '])('refuses a file full of "%s" without parsing it', (piece) => {
    const { root, problems } = readYaml(piece.repeat(LENGTH / piece.length), 'targets/x.yaml');
    expect(root).toBeNull();
    expect(problems).toEqual([
      {
        file: 'targets/x.yaml',
        line: null,
        problem: 'it nests too many levels',
        allowed: 'the few levels of a target',
      },
    ]);
  });

  it('refuses a file that nests by its indentation', () => {
    const lines = Array.from({ length: 800 }, (_, level) => `${' '.repeat(level)}a:`);
    expect(readYaml(lines.join('\n'), 'x.yaml').problems).toHaveLength(1);
  });

  it('reads a document with many lists, and dashes that stand in a text', () => {
    const lists = Array.from({ length: 150 }, (_, index) => `  - [one, two ${index}]`);
    const { root, problems } = readYaml(
      ['terms:', ...lists, `note: ${'a - '.repeat(99)}b`].join('\n'),
      'x.yaml',
    );
    expect(problems).toEqual([]);
    expect(root?.kind).toBe('map');
  });
});
