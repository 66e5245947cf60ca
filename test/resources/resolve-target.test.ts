import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InputError, type Target } from '../../analysis/article/index.js';
import { loadResources, resolveTarget } from '../../analysis/resources/index.js';
import { folderWith } from './corpus-folder.js';

const resources = loadResources();

function errorOf(action: () => unknown): InputError {
  try {
    action();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('resolveTarget', () => {
  it('finds a target by its slug', () => {
    expect(resolveTarget('coalition', resources)).toBe(resources.targets.get('coalition'));
  });

  it('names the slugs where there is none', () => {
    const error = errorOf(() => resolveTarget('colition', resources));
    expect(error.code).toBe('unknown-target');
    expect(error.message).toContain('colition');
    expect(error.hint).toContain('coalition, nato, un-security-council');
  });

  it('reads a target from a YAML file', () => {
    const folder = folderWith({ 'dam.yaml': 'slug: dam\nname: Nile dam\naliases: [GERD]\n' });
    const target = resolveTarget(`${folder}/dam.yaml`, resources);
    expect(target).toMatchObject({ slug: 'dam', aliases: ['GERD'], dimensions: resources.defaultDimensions });
  });

  it('refuses a file that is not there and one that is damaged', () => {
    const folder = folderWith({ 'dam.yaml': 'slug: dam\nname: Nile dam\nalias: [GERD]\n' });
    expect(errorOf(() => resolveTarget(`${folder}/nil.yaml`, resources)).code).toBe('unknown-target');
    expect(errorOf(() => resolveTarget(`${folder}/`, resources)).code).toBe('unknown-target');
    const error = errorOf(() => resolveTarget(`${folder}/dam.yaml`, resources));
    expect(error.code).toBe('damaged-corpus');
    expect(error.message).toContain('dam.yaml, line 3: unknown key "alias"');
  });

  it('adds the name and aliases of a reference to the target of its slug', () => {
    const target = resolveTarget({ name: 'The Sixty', slug: 'coalition', aliases: ['C-60'] }, resources);
    const own = resources.targets.get('coalition');
    expect(target).toEqual({ ...own, aliases: [...(own?.aliases ?? []), 'The Sixty', 'C-60'] });
    expect(resources.targets.get('coalition')?.aliases).not.toContain('C-60');
  });

  it('makes a target of a name that the corpus does not know', () => {
    const target = resolveTarget({ name: 'the Mill Road scheme', aliases: ['bus lane', ' '] }, resources);
    expect(target).toMatchObject({
      slug: null,
      name: 'the Mill Road scheme',
      aliases: ['the Mill Road scheme', 'Mill Road scheme', 'bus lane'],
      proponents: [],
      dimensions: resources.defaultDimensions,
    });
  });

  it('keeps a slug that the corpus does not know, unless it is none', () => {
    expect(resolveTarget({ name: 'Mill Road', slug: 'mill-road' }, resources).slug).toBe('mill-road');
    expect(resolveTarget({ name: 'Mill Road', slug: '../x' }, resources).slug).toBeNull();
  });

  it.each<[string, string[]]>([
    ['Angela Merkel', ['Merkel']],
    ['Chancellor Angela Merkel', ['Angela Merkel', 'Merkel']],
    ['Rear Admiral John F. Kirby', ['John F. Kirby', 'Kirby']],
    ['Ursula von der Leyen', ['von der Leyen']],
    ['Robert F. Kennedy Jr.', ['Kennedy']],
    ["Sean O'Casey", ["O'Casey"]],
    ['Haider al-Abadi', ['al-Abadi', 'Abadi']],
    ['the Supreme Court', ['the court']],
    ['World Health Organization', ['the organization']],
    ['Riverton Port Authority', ['the authority']],
    ['NATO', []],
    ['Putin', []],
    ['President', []],
    ['South Sudan', []],
    ['United States', []],
    ['New Zealand', []],
    ['Islamic State', []],
    ['White House', []],
    ['carbon tax', []],
    ['the carbon tax', []],
    ['Jo Xu', []],
  ])('gives %s the short forms %j', (name, shortForms) => {
    expect(resolveTarget({ name }, resources).shortForms).toEqual(shortForms);
  });

  it('refuses a name of blanks only', () => {
    expect(errorOf(() => resolveTarget({ name: '  ' }, resources)).code).toBe('unknown-target');
  });

  it('never gives empty, doubled or overlapping phrases, whatever the name', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc
        .array(fc.constantFrom('the', 'President', 'von', 'Jo', 'Jr.', "O'Neil", 'Court', 'É', '*', '.'), {
          minLength: 1,
        })
        .map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(name, fc.array(fc.string()), (given, aliases) => {
        fc.pre(given.trim() !== '');
        const target: Target = resolveTarget({ name: given, aliases }, resources);
        const phrases = [...target.aliases, ...target.shortForms];
        expect(phrases).not.toContain('');
        expect(new Set(phrases).size).toBe(phrases.length);
        expect(target.aliases[0]).toBe(given.trim());
      }),
    );
  });
});
