import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Scoring } from '../../analysis/article/index.js';
import { annotate, score } from '../../analysis/pipeline.js';
import { loadResources } from '../../analysis/resources/index.js';
import { articleOf, targetOf } from './made.js';

const resources = loadResources();
const TEXTS = [
  'Critics attacked Zorgon over the failed plan.',
  'Zorgon saved hundreds of jobs, and the town is grateful.',
  'Fears that Zorgon would fail proved groundless, the mayor said.',
  'Brakkel met Zorgon on Tuesday; “it is a disgrace,” a resident said of Brakkel.',
  'The corrupt harbor council left; Brakkel praised its successors.',
];

/** Scores an article object of its own, so that no annotation is remembered. */
function read(paragraphs: readonly string[], name: string): Scoring {
  return score(annotate(articleOf(paragraphs), resources), targetOf({ name }), resources);
}

it('a scoring does not depend on what was scored before, nor on the order of targets', () => {
  const fresh = new Map(TEXTS.map((text) => [text, read([text], 'Zorgon')]));
  const step = fc.record({
    text: fc.constantFrom(...TEXTS),
    name: fc.constantFrom('Zorgon', 'Brakkel', 'it'),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 6 }), fc.constantFrom(...TEXTS), (before, text) => {
      for (const { text: other, name } of before) read([other], name);
      expect(read([text], 'Zorgon')).toEqual(fresh.get(text));
    }),
    { numRuns: 25 },
  );
});

it.each(TEXTS.slice(0, 3))('"%s" is scored alike whatever the name of the target', (text) => {
  const [one] = read([text], 'Zorgon').paragraphs;
  const [other] = read([text.replaceAll('Zorgon', 'Velnar')], 'Velnar').paragraphs;
  expect(other?.stance).toEqual(one?.stance);
});
