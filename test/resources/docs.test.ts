import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadResources, packageRoot } from '../../analysis/resources/index.js';
import { FAMILIES } from '../../analysis/resources/lexicon.js';
import { parseTarget } from '../../analysis/resources/target-file.js';

const GUIDE = readFileSync(join(packageRoot(), 'docs/targets-and-lexicons.md'), 'utf8');
const README = readFileSync(join(packageRoot(), 'corpus/README.md'), 'utf8');

/** The guide's section on one lexicon. */
function sectionOn(family: string): string {
  return GUIDE.split(/^#+ /m).find((section) => section.startsWith(`\`${family}.tsv\``)) ?? '';
}

describe('docs/targets-and-lexicons.md', () => {
  it.each(Object.entries(FAMILIES))('names the columns and values of %s', (family, columns) => {
    const section = sectionOn(family);
    const names = Object.keys(columns);
    expect(section).toContain(`Columns: ${names.map((name) => `\`${name}\``).join(', ')}.`);
    for (const name of ['kind', 'device', 'tone', 'pos', 'match']) {
      const column = Object.entries(columns).find(([key]) => key === name)?.[1];
      for (const value of column?.allowed.split(', ') ?? []) expect(section).toContain(value);
    }
  });

  it('shows a target that the program reads', () => {
    const defaults = loadResources().defaultDimensions;
    const examples = [...GUIDE.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    expect(examples).toHaveLength(2);
    for (const example of examples) expect(parseTarget(example, 'x.yaml', defaults).problems).toEqual([]);
    const keys = [...(examples[1] ?? '').matchAll(/^([a-z-]+):/gm)].map((match) => match[1] ?? '');
    for (const key of keys) expect(GUIDE).toContain(`| \`${key}\` |`);
  });

  it('lists the targets and default dimensions that there are', () => {
    const { targets, defaultDimensions } = loadResources();
    for (const slug of targets.keys()) expect(GUIDE).toContain(`\`${slug}\``);
    const listed = defaultDimensions.map(({ slug }) => `\`${slug}\``).join(', ');
    expect(GUIDE).toContain(listed);
  });
});

describe('corpus/README.md', () => {
  it('lists every lexicon', () => {
    for (const family of Object.keys(FAMILIES)) expect(README).toContain(`| \`${family}.tsv\` |`);
  });
});
