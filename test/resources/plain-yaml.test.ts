import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readFullYaml } from '../../analysis/resources/full-yaml.js';
import { packageRoot } from '../../analysis/resources/index.js';
import { readPlainYaml } from '../../analysis/resources/plain-yaml.js';

const CORPUS = join(packageRoot(), 'corpus');
const FILES = [
  join(CORPUS, 'dimensions.yaml'),
  ...readdirSync(join(CORPUS, 'targets')).map((name) => join(CORPUS, 'targets', name)),
];

/** What the plain reader accepts, the full one accepts and reads alike. */
function expectSameAsFull(text: string): void {
  const plain = readPlainYaml(text);
  if (plain === null) return;
  const full = readFullYaml(text, 'x.yaml');
  expect({ text, ...full }).toEqual({ text, root: plain, problems: [] });
}

describe('readPlainYaml', () => {
  it.each(FILES)('reads %s as the full parser does', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(readPlainYaml(text)).not.toBeNull();
    expectSameAsFull(text);
  });

  it('keeps lines, quoted texts and folded texts', () => {
    const text = [
      '# a comment',
      'slug: x',
      'description: >-',
      '  one',
      '  two',
      'aliases:',
      '  - "a: b"',
      "  - O'Neill, the envoy",
      'terms: [one, "2 percent",',
      '  three]',
      '',
    ].join('\n');
    expect(readPlainYaml(text)).toMatchObject({
      kind: 'map',
      line: 2,
    });
    const node = readPlainYaml(text);
    const entries = node?.kind === 'map' ? node.entries : new Map();
    expect(entries.get('description')?.value).toEqual({ kind: 'text', line: 3, text: 'one two' });
    expect(entries.get('aliases')?.value.items).toEqual([
      { kind: 'text', line: 7, text: 'a: b' },
      { kind: 'text', line: 8, text: "O'Neill, the envoy" },
    ]);
    expect(entries.get('terms')?.value.items.map((item: { line: number }) => item.line)).toEqual([9, 9, 10]);
    expectSameAsFull(text);
  });

  it.each([
    ['a number', 'name: 12'],
    ['a switch', 'name: true'],
    ['a comment behind a value', 'name: x # y'],
    ['an anchor', 'name: &a x'],
    ['a tab', 'name:\tx'],
    ['a doubled key', 'name: x\nname: y'],
    ['a literal text', 'name: |\n  x'],
    ['a text over two lines', 'name: x\n  y'],
    ['a missing comma', 'terms: [a\n  b]'],
    ['two documents', 'name: x\n---\nname: y'],
    ['nothing', ''],
  ])('leaves %s to the full parser', (_, text) => {
    expect(readPlainYaml(text)).toBeNull();
  });

  it('agrees with the full parser on whatever it accepts', () => {
    const content = fc.constantFrom(
      ...[
        'a: x',
        'b:',
        'c: y, z',
        'd: "e: f"',
        "g: h'i",
        'j: >-',
        'k: [l, m]',
        'n: [',
        'o: null',
        'p: 7',
        'q: r:',
      ],
      ...[
        '- s',
        '- t: u',
        '- "v"',
        '-  w: x',
        '- y:',
        '- [z]',
        '-',
        'a b',
        'c',
        '[d, e]',
        '[',
        'f,',
        'g, h',
        ']',
      ],
      ...[
        '# i',
        '',
        '"j" k',
        '!l m',
        '&n o',
        '? p',
        '{q: r}',
        's: é ü',
        '- null',
        '- NO',
        'a:b',
        '- - c',
        '"d": e',
      ],
    );
    const line = fc
      .tuple(fc.constantFrom(0, 0, 0, 2, 2, 3, 4), content)
      .map(([indent, rest]) => ' '.repeat(indent) + rest);
    const document = fc.array(line, { minLength: 1, maxLength: 7 }).map((lines) => lines.join('\n'));
    fc.assert(fc.property(document, expectSameAsFull), { numRuns: 3000 });
  });

  it('agrees with the full parser on structured documents', () => {
    const text = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,.'()/&-]{0,12}$/);
    const list = fc.array(text, { minLength: 1, maxLength: 4 });
    const lines = fc.oneof(
      text.map((value) => [`k: ${value}`]),
      list.map((values) => ['k:', ...values.map((value) => `  - ${value}`)]),
      list.map((values) => [`k: [${values.join(', ')}]`]),
      list.map((values) => ['k:', '  [', `    ${values.join(', ')}`, '  ]']),
      list.map((values) => ['k: >-', ...values.map((value) => `  ${value}`)]),
      list.map((values) => ['k:', ...values.flatMap((value) => [`  - slug: ${value}`, '    terms: [a, b]'])]),
    );
    const document = fc
      .array(lines, { minLength: 1, maxLength: 5 })
      .map((entries) =>
        entries
          .flatMap((entry, index) => [(entry[0] ?? '').replace('k', `k${index}`), ...entry.slice(1)])
          .join('\n'),
      );
    fc.assert(fc.property(document, expectSameAsFull), { numRuns: 1500 });
  });
});
