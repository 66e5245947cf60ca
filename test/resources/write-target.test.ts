import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  LISTS,
  loadResources,
  parseTarget,
  type TargetContent,
  writeTarget,
} from '../../analysis/resources/index.js';

const { defaultDimensions, targets } = loadResources();

/** Texts as a form gives them: trimmed, not empty, each in one list only. */
const PHRASE = fc
  .oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('no', '- a', '#x', 'a: b', '.*', '[x]', '"', "'", '\u2028x'),
  )
  .map((text) => text.replace(/\p{Surrogate}|\p{Cc}/gu, ' ').trim())
  .filter((text) => text !== '');

const CONTENT: fc.Arbitrary<TargetContent> = fc
  .record({
    name: PHRASE,
    description: fc.oneof(fc.constant(''), PHRASE),
    phrases: fc.uniqueArray(PHRASE, { maxLength: 14, selector: (text) => text.toLowerCase() }),
    dimensions: fc.subarray([...defaultDimensions]),
    own: fc.array(
      fc.record({
        name: PHRASE,
        definition: PHRASE,
        terms: fc.uniqueArray(
          PHRASE.map((text) => text.toLowerCase().trim()),
          { minLength: 1 },
        ),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ name, description, phrases, dimensions, own }) => ({
    slug: 'made',
    name,
    description,
    ...(Object.fromEntries(
      LISTS.map(({ key }, index) => [key, phrases.filter((_, at) => at % LISTS.length === index)]),
    ) as unknown as Pick<TargetContent, (typeof LISTS)[number]['key']>),
    dimensions: [...dimensions, ...own.map((one, index) => ({ slug: `own-${index}`, ...one }))],
  }));

describe('writeTarget', () => {
  it('writes what parseTarget reads back, whatever the phrases say', () => {
    fc.assert(
      fc.property(CONTENT, (content) => {
        const { target, problems } = parseTarget(
          writeTarget(content, defaultDimensions).text,
          'x.yaml',
          defaultDimensions,
        );
        expect(problems).toEqual([]);
        expect(target).toEqual(content);
      }),
    );
  });

  it.each([...targets.keys()])('writes %s of the corpus so that it stays the same', (slug) => {
    const target = targets.get(slug);
    if (!target) throw new Error('no target');
    const { text } = writeTarget({ ...target, slug }, defaultDimensions);
    expect(parseTarget(text, 'x.yaml', defaultDimensions).target).toEqual(target);
  });

  it('knows what each line is about', () => {
    const base = { ...(targets.get('nato') as TargetContent), aliases: ['NATO', 'NATO'], shortForms: [] };
    const { text, lines } = writeTarget(base, defaultDimensions);
    const [problem] = parseTarget(text, 'x.yaml', defaultDimensions).problems;
    expect(lines).toHaveLength(text.trimEnd().split('\n').length);
    expect(lines[(problem?.line ?? 0) - 1]).toEqual({ key: 'aliases', item: 'NATO' });
  });
});
