import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { labelView } from '../../../analysis/report/index.js';
import { scoreScale } from '../../../server/pages/score-scale.js';
import { shareBar } from '../../../server/pages/share-bar.js';

const score = fc.double({ min: -1, max: 1, noNaN: true });

describe('scoreScale', () => {
  it('has its ends and its middle where they belong', () => {
    expect([-1, 0, 1].map((value) => scoreScale(value, '').at)).toEqual([0, 50, 100]);
  });

  it('keeps a score and its range on the line, in their order', () => {
    fc.assert(
      fc.property(score, score, score, (first, second, third) => {
        const [low = 0, middle = 0, high = 0] = [first, second, third].sort((a, b) => a - b);
        const { at, range } = scoreScale(middle, '', [low, high]);
        const end = (range?.start ?? 0) + (range?.width ?? 0);
        expect(range?.start).toBeGreaterThanOrEqual(0);
        expect(range?.width).toBeGreaterThanOrEqual(0);
        expect(at).toBeGreaterThanOrEqual((range?.start ?? 0) - 0.01);
        expect(at).toBeLessThanOrEqual(end + 0.01);
        expect(end).toBeLessThanOrEqual(100.01);
      }),
    );
  });

  it('shows no point where there is no score', () => {
    expect(scoreScale(null, '–')).toEqual({ at: null, range: null, text: 'No score' });
  });
});

describe('shareBar', () => {
  it('puts the shares side by side over the whole width, and says them in words', () => {
    const shares = [
      { label: labelView('supportive'), share: 0.5, shareText: '50%' },
      { label: labelView('neutral'), share: 0, shareText: '0%' },
      { label: labelView('skeptical'), share: 0.5, shareText: '50%' },
    ];
    expect(shareBar(shares)).toEqual({
      parts: [
        { label: 'supportive', x: 0, width: 50 },
        { label: 'skeptical', x: 50, width: 50 },
      ],
      text: 'Supportive 50%, Skeptical 50%',
    });
  });

  it('says so where there is nothing to share', () => {
    expect(shareBar([])).toEqual({ parts: [], text: 'No paragraph about the target' });
  });
});
