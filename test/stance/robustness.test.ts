import { describe, expect, it } from '@jest/globals';
import { annotate, score } from '../../analysis/pipeline.js';
import { loadResources, resolveTarget } from '../../analysis/resources/index.js';
import { checkLaws } from './check-laws.js';
import { articleOf, targetOf } from './made.js';

const resources = loadResources();
const coalition = resolveTarget('coalition', resources);

function scored(paragraphs: readonly string[], target = coalition) {
  const annotated = annotate(articleOf(paragraphs), resources);
  const scoring = score(annotated, target, resources);
  checkLaws(scoring, annotated.body);
  return scoring;
}

describe('unusual input', () => {
  it('500 mentions in one paragraph', () => {
    const [unit] = scored(['The US-led coalition failed. '.repeat(500)]).paragraphs;
    expect(unit?.stance.label).toBe('skeptical');
    expect(unit?.evidence.length).toBeGreaterThanOrEqual(500);
  });

  it('a sentence of 2,000 words with 200 mentions', () => {
    const text = `${'the coalition and its many good and bad friends saw more '.repeat(200)}.`;
    expect(scored([text, 'NATO met.']).paragraphs).toHaveLength(2);
  });

  it('capitals throughout', () => {
    const [first, second] = scored(['THE US-LED COALITION HAS FAILED BADLY.', 'THIS IS IT.']).paragraphs;
    expect(first?.basis).toBe('mentioned');
    expect(second?.basis).not.toBe('mentioned');
  });

  it('emoji, controls and lone marks', () => {
    scored(['🎉 The coalition 💥 “ failed ” 👍🏽', '\u0000\u200b', '"', '', '— — —', '¿?']);
  });

  it('a target that never occurs: everything is unrelated, and the article says so', () => {
    const { paragraphs, stance } = scored(
      ['The council met.', 'It failed.'],
      targetOf({ name: 'Zorgon Authority' }),
    );
    expect(paragraphs.map((unit) => unit.stance.label)).toEqual(['unrelated', 'unrelated']);
    expect(stance).toMatchObject({ label: 'unrelated', score: null, related: 0, interval: null });
  });

  it('a pronoun or an everyday word as target', () => {
    expect(scored(['It failed them.'], targetOf({ name: 'it' })).paragraphs[0]?.basis).toBe('mentioned');
    expect(scored(['The end of the war.'], targetOf({ name: 'of' })).paragraphs[0]?.basis).toBe('mentioned');
  });

  it('no text at all', () => {
    expect(scored([]).stance.related).toBe(0);
  });

  it('an article that is not English is not scored', () => {
    const annotated = annotate(articleOf(['Die US-led coalition failed.'], { language: 'de' }), resources);
    const scoring = score(annotated, coalition, resources);
    expect(scoring.paragraphs[0]).toMatchObject({
      basis: 'none',
      stance: { label: 'unrelated', score: null },
    });
  });
});
