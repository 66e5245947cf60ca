import { describe, expect, it } from '@jest/globals';
import { LABELS, type Label } from '../../../analysis/article/index.js';
import { annotate } from '../../../analysis/pipeline.js';
import { loadResources, resolveTarget } from '../../../analysis/resources/index.js';
import { adaptToCodes, type Coded, codedParagraphs, crossValidate } from '../../../analysis/stance/index.js';
import { articleOf } from '../made.js';

const resources = loadResources();
const target = resolveTarget('coalition', resources);

const PARAGRAPHS = [
  'The coalition met on Monday.',
  'The coalition won praise for its restraint.',
  'The coalition has failed and its raids are illegal.',
];

/** Articles of three paragraphs, each with a number of its own in it. */
function codes(articles: number, labelOf: (paragraph: number, article: number) => Label | null): Coded[] {
  return Array.from({ length: articles }, (_, article) => {
    const texts = PARAGRAPHS.map((text) => `${text} That was report ${article}.`);
    const labels = texts.map((__, paragraph) => labelOf(paragraph, article));
    const annotated = annotate(articleOf(texts), resources);
    return codedParagraphs({ annotated, target, mentions: null, labels }, resources);
  }).flat();
}

const TURNED: readonly Label[] = ['supportive', 'neutral', 'skeptical'];
const turned = (paragraph: number) => TURNED[paragraph] ?? null;

describe('adapting to codes', () => {
  it('learns what coders mean, where it is not what the scorer says', () => {
    const { validated } = adaptToCodes(codes(24, turned), 3, resources);
    const right = (key: 'adapted' | 'unadapted') =>
      validated.filter((one) => one[key].label === one.coded.label).length / validated.length;
    expect(right('unadapted')).toBeLessThan(0.5);
    expect(right('adapted')).toBeGreaterThan(0.9);
  });

  it('gives the same adaptation for the same codes', () => {
    const [first, second] = [1, 2].map(() => adaptToCodes(codes(12, turned), 2, resources).adaptation);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(first?.about).toMatchObject({ articles: 12, paragraphs: 36 });
  });

  it('labels no paragraph by a fit that has seen its article', () => {
    // One article is coded against all others: its labels must not come back for itself.
    const contrary = (paragraph: number, article: number) =>
      article === 0
        ? ('skeptical' as const)
        : paragraph === 1
          ? ('supportive' as const)
          : ('neutral' as const);
    const validated = crossValidate(codes(10, contrary), ['words'], 10, resources);
    expect(validated.slice(0, 3).map(({ adapted }) => adapted.label)).not.toContain('skeptical');
  });

  it('leaves out paragraphs that nobody coded', () => {
    expect(codes(3, (paragraph) => (paragraph === 0 ? null : 'neutral'))).toHaveLength(6);
  });

  it.each([
    ['too few paragraphs', codes(9, turned), 'too-few-codes'],
    ['too few articles', Array.from({ length: 5 }, () => codes(4, turned)).flat(), 'too-few-codes'],
    ['one label', codes(12, () => 'supportive'), 'one-label'],
  ])('refuses %s with what to do', (_, coded, code) => {
    expect(() => adaptToCodes(coded, 5, resources)).toThrow(
      expect.objectContaining({ code, hint: expect.stringMatching(/[Cc]ode/) }),
    );
  });

  it('knows how sure it is of every label', () => {
    const { confidence } = adaptToCodes(codes(12, turned), 2, resources).adaptation;
    expect(Object.keys(confidence.labels).sort()).toEqual([...LABELS].sort());
  });
});
