import { describe, expect, it } from '@jest/globals';
import { parseDimensions } from '../../analysis/resources/dimension-file.js';
import { parseTarget } from '../../analysis/resources/target-file.js';

const { dimensions: DEFAULTS } = parseDimensions(
  [
    '- slug: unity',
    '  name: Unity',
    '  definition: Whether they hold together.',
    '  terms: [united, rift]',
    '- slug: cost',
    '  name: Cost',
    '  definition: What it costs.',
    '  terms: [billion]',
  ].join('\n'),
  'dimensions.yaml',
);

function parse(...lines: string[]) {
  return parseTarget(lines.join('\n'), 'targets/dam.yaml', DEFAULTS);
}

function problemsOf(...lines: string[]): string[] {
  const { target, problems } = parse('slug: dam', 'name: Nile dam', ...lines);
  expect(target).toBeNull();
  return problems.map(({ line, problem }) => `${line}: ${problem}`);
}

describe('parseTarget', () => {
  it('reads every key', () => {
    const { target, problems } = parse(
      'slug: dam',
      'name: Nile dam',
      'description: >-',
      '  A dam,',
      '  still disputed.',
      'aliases: [GERD, "Dam: Grand Renaissance"]',
      'short-forms:',
      '  - the dam',
      'activities: [filling of the reservoir]',
      'lookalikes: [Aswan dam]',
      'proponents: [Addis Ababa]',
      'critics: [Cairo]',
      'opponents: [drought]',
      'dimensions:',
      '  - cost',
      '  - slug: water',
      '    name: Water',
      '    definition: Who gets the water.',
      '    terms: [downstream, flow]',
    );
    expect(problems).toEqual([]);
    expect(target).toEqual({
      slug: 'dam',
      name: 'Nile dam',
      description: 'A dam, still disputed.',
      aliases: ['GERD', 'Dam: Grand Renaissance'],
      shortForms: ['the dam'],
      activities: ['filling of the reservoir'],
      lookalikes: ['Aswan dam'],
      proponents: ['Addis Ababa'],
      critics: ['Cairo'],
      opponents: ['drought'],
      dimensions: [
        { slug: 'cost', name: 'Cost', definition: 'What it costs.', terms: ['billion'] },
        { slug: 'water', name: 'Water', definition: 'Who gets the water.', terms: ['downstream', 'flow'] },
      ],
    });
    expect(Object.isFrozen(target)).toBe(true);
    expect(Object.isFrozen(target?.aliases)).toBe(true);
  });

  it('needs only slug and name; the dimensions are then the default ones', () => {
    const { target } = parse('slug: dam', 'name: Nile dam');
    expect(target).toMatchObject({ aliases: [], lookalikes: [], description: '', dimensions: DEFAULTS });
  });

  it.each([
    ['an unknown key', ['alias: [GERD]'], '3: unknown key "alias" in a target'],
    ['a key in camel case', ['shortForms: [the dam]'], '3: unknown key "shortForms" in a target'],
    ['an empty string', ['aliases:', '  - GERD', '  - ""'], '5: an item of aliases is empty'],
    ['an empty item', ['aliases:', '  - GERD', '  -'], '5: an item of aliases is empty'],
    ['a number', ['aliases:', '  - 7'], '4: an item of aliases is a number or switch'],
    ['no list', ['aliases: GERD'], '3: aliases is not a list'],
    ['a double', ['aliases:', '  - GERD', '  - GERD'], '5: "GERD" stands twice in aliases'],
    [
      'an alias that is also a lookalike',
      ['aliases: [GERD]', 'lookalikes:', '  - Gerd'],
      '5: "Gerd" stands in aliases and in lookalikes',
    ],
    [
      'an activity that is also an opponent',
      ['activities: [floods]', 'opponents: [floods]'],
      '4: "floods" stands in activities and in opponents',
    ],
    ['an unknown dimension', ['dimensions:', '  - unity', '  - beauty'], '5: unknown dimension "beauty"'],
    ['a dimension twice', ['dimensions: [unity, unity]'], '3: the dimension unity stands twice'],
    [
      'a dimension without terms',
      ['dimensions:', '  - slug: water', '    name: Water', '    definition: Who gets it.'],
      '4: a dimension has no terms',
    ],
    [
      'capitals in the terms',
      ['dimensions:', '  - slug: w', '    name: W', '    definition: W.', '    terms: [Flow]'],
      '7: the term "Flow" has capitals',
    ],
  ])('reports %s', (_, lines, expected) => {
    expect(problemsOf(...lines)).toEqual([expected]);
  });

  it.each([
    ['a missing slug', ['name: x'], 'the key slug is missing'],
    ['a slug that is none', ['slug: The Dam', 'name: x'], 'slug is "The Dam"'],
    ['a missing name', ['slug: x'], 'the key name is missing'],
    ['an empty file', [''], 'a target is not written as "key: value"'],
    ['a list', ['- slug: x'], 'a target is not written as "key: value"'],
  ])('reports %s', (_, lines, expected) => {
    const { target, problems } = parse(...lines);
    expect(target).toBeNull();
    expect(problems.map(({ problem }) => problem)).toContain(expected);
  });

  it.each([
    ['mappings', Array.from({ length: 5000 }, (_, depth) => `${' '.repeat(depth)}a:`)],
    ['lists', [`aliases: ${'['.repeat(5000)}${']'.repeat(5000)}`]],
    ['aliases', ['a: &a [x, x]', 'b: &b [*a, *a]', 'aliases: [*b, *b]']],
    ['a tag', ['description: !!js/function "() => 1"']],
  ])('refuses or ignores %s that could exhaust or run something', (_what, lines) => {
    const { target, problems } = parse('slug: dam', 'name: Nile dam', ...lines);
    expect(target === null ? problems.length : target.description).toBeTruthy();
  });

  it('gives the line of a syntax error', () => {
    const { target, problems } = parse('slug: dam', 'name: "Nile', 'aliases: [GERD]');
    expect(target).toBeNull();
    expect(problems[0]?.line).toBeGreaterThanOrEqual(2);
    expect(problems[0]?.allowed).toContain('valid YAML');
  });
});
