import { LABELS, type Label } from '../../analysis/article/index.js';
import type { Candidate } from '../../analysis/validation/index.js';

/** A paragraph of a library; what a test does not say is made up from its number. */
export function candidate(number: number, given: Partial<Candidate> & { label?: Label } = {}): Candidate {
  const { label = 'neutral', ...rest } = given;
  return {
    itemId: `u${number}`,
    articleId: `a${Math.floor(number / 5)}`,
    runId: 'run',
    ordinal: (number % 5) + 1,
    target: 'the coalition',
    title: 'A title',
    outlet: 'The Daily Planet',
    published: '2014-12-03',
    before: '',
    text: `Paragraph ${number}.`,
    after: '',
    machine: {
      label,
      score: label === 'unrelated' ? null : 0,
      confidence: 0.5,
      authorLabel: label,
      authorScore: null,
    },
    ...rest,
  };
}

/** A library of that many paragraphs, of all labels and three outlets. */
export function library(count: number): Candidate[] {
  return Array.from({ length: count }, (_, number) =>
    candidate(number, {
      label: LABELS[(number * number) % LABELS.length] ?? 'neutral',
      outlet: OUTLETS[number % OUTLETS.length] ?? null,
    }),
  );
}

const OUTLETS = ['The Daily Planet', 'Gotham Gazette', null];
