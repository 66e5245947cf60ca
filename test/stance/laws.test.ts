import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { annotate, score } from '../../analysis/pipeline.js';
import { loadResources, resolveTarget } from '../../analysis/resources/index.js';
import { checkLaws } from './check-laws.js';
import { articleOf, targetOf } from './made.js';

const resources = loadResources();

/** Words that set off most rules, so that random sentences reach them. */
const WORDS =
  `the coalition alliance NATO Kerry Daesh Islamic State it its they we our said that claimed praised criticized
  condemned doubts about efficiency of results has failed to reduce damage on inflicted successful but although despite not
  no without would have fallen than more should be authorized by killed civilians rejected claims wrong groundless "works" ,
  . ; ’s is acting inefficiently superior harder for travel can move`.split(/\s+/);

const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 })
  .map((words) => words.join(' '));
const anything = fc.string({ unit: 'grapheme', maxLength: 80 });
const paragraphs = fc.array(fc.oneof(sentence, sentence, anything), { minLength: 1, maxLength: 5 });
const name = fc.oneof(
  fc.constantFrom(
    'the coalition',
    'NATO',
    'it',
    'of',
    'Kerry',
    '(',
    '.*',
    '[a-z]+',
    '$^',
    '\\b',
    '(a+)+$',
    '🙂',
    '',
  ),
  fc.string({ maxLength: 12 }),
);

describe('laws of a scoring', () => {
  it('hold for random text and the default target', () => {
    const target = resolveTarget('coalition', resources);
    fc.assert(
      fc.property(paragraphs, (texts) => {
        const annotated = annotate(articleOf(texts), resources);
        checkLaws(score(annotated, target, resources), annotated.body);
      }),
      { numRuns: 60 },
    );
  });

  it('hold for random targets, which are never patterns', () => {
    fc.assert(
      fc.property(paragraphs, name, fc.array(name, { maxLength: 3 }), (texts, first, others) => {
        const target = targetOf({
          name: first,
          aliases: [first, ...others],
          opponents: others,
          dimensions: resources.defaultDimensions,
        });
        const annotated = annotate(articleOf(texts), resources);
        checkLaws(score(annotated, target, resources), annotated.body);
      }),
      { numRuns: 60 },
    );
  });

  it('hold for mentions given anywhere', () => {
    const spans = fc.array(
      fc.record({ start: fc.integer({ min: -5, max: 200 }), length: fc.integer({ min: 0, max: 30 }) }),
      {
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(paragraphs, spans, (texts, given) => {
        const annotated = annotate(articleOf(texts), resources);
        const mentions = given.map(({ start, length }) => ({ start, end: start + length }));
        const scoring = score(annotated, resolveTarget('nato', resources), resources, { mentions });
        checkLaws(scoring, annotated.body);
      }),
      { numRuns: 60 },
    );
  });

  it('give the same scoring whatever was scored before', () => {
    const target = resolveTarget('coalition', resources);
    const text = ['The coalition praised its own results.', '“It has failed,” Kerry said of NATO.'];
    const first = score(annotate(articleOf(text), resources), target, resources);
    score(
      annotate(articleOf(['Something else about NATO entirely.']), resources),
      resolveTarget('nato', resources),
      resources,
    );
    expect(score(annotate(articleOf(text), resources), target, resources)).toEqual(first);
  });
});
