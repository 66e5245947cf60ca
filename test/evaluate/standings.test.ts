import { describe, expect, it } from '@jest/globals';
import type { Folded, Pair } from '../../analysis/evaluate/index.js';
import { standings } from '../../analysis/evaluate/index.js';

/** One article a letter: what people said and what the contender said. */
function answers(expected: string, predicted: string): Pair<Folded>[][] {
  const names = { s: 'supportive', n: 'neutral', k: 'skeptical' } as const;
  const of = (letter: string | undefined) => names[(letter ?? 'n') as keyof typeof names];
  return [...expected].map((letter, at) => [{ expected: of(letter), predicted: of(predicted[at]) }]);
}

const GOLD = 'snksnksnksnk';

describe('standings', () => {
  it('takes the lead over the best peer, of the same articles in every resample', () => {
    const { rows, leading } = standings(
      new Map([
        ['ours', answers(GOLD, 'snksnksnknnn')],
        ['weak', answers(GOLD, 'nnnnnnnnnnnn')],
        ['same', answers(GOLD, 'snksnksnknnn')],
      ]),
    );
    expect(rows.map(({ name }) => name)).toEqual(['ours', 'weak', 'same']);
    expect(rows[0]?.accuracy.value).toBeCloseTo(10 / 12, 12);
    // Unpaired resamples of equal contenders would differ.
    expect(leading).toEqual({ over: 'same', lead: { value: 0, interval: { low: 0, high: 0 } } });
  });

  it('is negative where a peer is better', () => {
    const { leading } = standings(
      new Map([
        ['ours', answers(GOLD, 'nnnnnnnnnnnn')],
        ['better', answers(GOLD, GOLD)],
      ]),
    );
    expect(leading.over).toBe('better');
    expect(leading.lead.value).toBeLessThan(0);
    expect(leading.lead.interval.high).toBeLessThan(0);
  });
});
