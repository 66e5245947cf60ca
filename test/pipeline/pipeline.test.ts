import { describe, expect, it } from '@jest/globals';
import { annotate, COMPONENTS, notScoredReason, score } from '../../analysis/pipeline.js';
import { loadResources, resolveTarget } from '../../analysis/resources/index.js';
import { articleOf } from '../stance/made.js';

const resources = loadResources();

describe('the pipeline', () => {
  it('runs each component after those whose layers it needs', () => {
    const assigned = new Set<string>();
    for (const { requires, assigns } of COMPONENTS) {
      for (const layer of requires) expect(assigned).toContain(layer);
      for (const layer of assigns) assigned.add(layer);
    }
    expect([...assigned].sort()).toEqual(['attributions', 'quotations', 'sentences', 'speakers']);
  });

  it('annotates an article once, and the same way each time', () => {
    const article = articleOf(['“It works,” Ann Lee said.']);
    expect(annotate(article, resources)).toBe(annotate(article, resources));
    expect(annotate({ ...article }, resources)).toEqual(annotate(article, resources));
  });

  it('reads the headline as a text of its own that knows the speakers of the body', () => {
    const article = articleOf(['“NATO has failed,” Senator Ann Lee said.'], {
      title: 'NATO has failed, says Lee',
      titleBasis: 'stated',
    });
    const annotated = annotate(article, resources);
    const scoring = score(annotated, resolveTarget('nato', resources), resources);
    expect(annotated.headline?.text).toBe('NATO has failed, says Lee');
    expect(scoring.headline).toMatchObject({ ordinal: 0, role: 'headline', start: 0, end: 25 });
    const voices = scoring.headline?.voices.map(({ id }) => id) ?? [];
    expect(voices).toContain(scoring.paragraphs[0]?.voices[1]?.id);
  });

  it('says why an article is not scored', () => {
    expect(notScoredReason(articleOf([], { language: 'en-GB' }))).toBeNull();
    expect(notScoredReason(articleOf([], { language: 'fr' }))).toContain('fr');
  });
});
