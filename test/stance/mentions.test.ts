import { describe, expect, it } from '@jest/globals';
import type { Target } from '../../analysis/article/index.js';
import { annotate, score } from '../../analysis/pipeline.js';
import { loadResources, resolveTarget } from '../../analysis/resources/index.js';
import { articleOf, targetOf } from './made.js';

const resources = loadResources();
const coalition = resolveTarget('coalition', resources);
const mission = targetOf({
  name: 'Lower Basin Mission',
  shortForms: ['the mission', 'the effort'],
  lookalikes: ['trade mission'],
  opponents: ['Red Delta Front'],
});

function bases(paragraphs: readonly string[], target: Target): string[] {
  return score(annotate(articleOf(paragraphs), resources), target, resources).paragraphs.map(
    ({ basis }) => basis,
  );
}

describe('a person as target', () => {
  it.each([
    ['surname alone', 'Critics accused Kerwin of delay.', 'mentioned'],
    ['surname with an office', 'On Monday President Kerwin replied.', 'mentioned'],
    ['surname after an opener', 'Yesterday Kerwin replied.', 'mentioned'],
    ['somebody else of that name', 'On Monday Lucas Kerwin sang.', 'none'],
  ])('%s', (_, paragraph, basis) => {
    const kerwin = resolveTarget({ name: 'Anna Kerwin' }, resources);
    expect(bases([paragraph], kerwin)).toEqual([basis]);
  });
});

describe('references to the target', () => {
  it.each([
    ['alias', ['The Lower Basin Mission met.'], ['mentioned']],
    [
      'short form made of its name',
      ['The Lower Basin Mission met.', 'The mission left.'],
      ['mentioned', 'mentioned'],
    ],
    [
      'short form of other words',
      ['The Lower Basin Mission met.', 'The effort goes on.'],
      ['mentioned', 'anaphoric'],
    ],
    ['short form without the name', ['The effort goes on.'], ['none']],
    ['indefinite short form', ['The Lower Basin Mission met.', 'A mission left.'], ['mentioned', 'none']],
    ['look-alike', ['The trade mission failed.', 'The mission went home.'], ['none', 'none']],
    [
      'named again after a look-alike',
      ['A trade mission left.', 'The Lower Basin Mission met. The mission stays.'],
      ['none', 'mentioned'],
    ],
    [
      'pronoun after a subject',
      ['The Lower Basin Mission met.', 'It has opened two roads.'],
      ['mentioned', 'anaphoric'],
    ],
    [
      'pronoun after another subject',
      ['The Lower Basin Mission met.', 'The bank closed. It had failed.'],
      ['mentioned', 'none'],
    ],
    [
      'pronoun of the opponent',
      ['The Lower Basin Mission met.', 'The Red Delta Front grew. It took a town.'],
      ['mentioned', 'none'],
    ],
    [
      'empty "it"',
      ['The Lower Basin Mission met.', 'It is hard to say that all is well.'],
      ['mentioned', 'none'],
    ],
  ])('%s', (_, paragraphs, expected) => {
    expect(bases(paragraphs, mission)).toEqual(expected);
  });

  it('take "we" and "our" in the mouth of who speaks for the target', () => {
    const named = 'The US-led coalition met in Brussels, Secretary of State John Kerry said.';
    expect(bases([named, '“We have made progress,” Kerry said.'], coalition)[1]).toBe('implied');
    expect(bases([named, '“We have made progress,” the farmer Jon Olsen said.'], coalition)[1]).toBe('none');
  });

  it('take mentions given instead of found', () => {
    const text = 'The Lower Basin Mission met the council.';
    const annotated = annotate(articleOf([text]), resources);
    const given = score(annotated, mission, resources, { mentions: [] });
    expect(given.paragraphs[0]?.basis).toBe('none');
  });
});
