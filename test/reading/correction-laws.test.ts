import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Article,
  type CorrectedArticle,
  type Correction,
  InputError,
  type Passage,
  passageText,
} from '../../analysis/article/index.js';
import { correctArticle, moveSpans } from '../../analysis/reading/index.js';
import { asRead, correctionsOf } from './arbitrary-corrections.js';
import { unitTexts } from './read.js';

/** An article with corrections that leave something of it. */
const corrected = asRead.chain((article) =>
  fc.record({
    article: fc.constant(article),
    corrections: correctionsOf(article).filter((corrections) => tryToCorrect(article, corrections) !== null),
  }),
);

function tryToCorrect(article: Article, corrections: readonly Correction[]): CorrectedArticle | null {
  try {
    return correctArticle(article, corrections);
  } catch (error) {
    if (error instanceof InputError && error.code === 'nothing-left') return null;
    throw error;
  }
}

const withoutSpace = (text: string): string => text.replaceAll(/\s/gu, '');

describe('any corrections', () => {
  it('give the same article in any order, and are refused in any order', () => {
    const shuffled = asRead.chain((article) =>
      correctionsOf(article).chain((corrections) =>
        fc.tuple(
          fc.constant(article),
          fc.constant(corrections),
          fc.shuffledSubarray(corrections, { minLength: corrections.length }),
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([article, corrections, other]) => {
        const [one, two] = [tryToCorrect(article, corrections), tryToCorrect(article, other)];
        expect(two?.article).toEqual(one?.article);
        expect(two?.places).toEqual(one?.places);
        for (const [at, correction] of corrections.entries()) {
          const again = other.indexOf(correction);
          expect(two?.applied[again]).toBe(one?.applied[at]);
          expect(two?.ordinals[again]).toBe(one?.ordinals[at]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leave the article as read alone, which comes back when all are taken back', () => {
    fc.assert(
      fc.property(corrected, ({ article, corrections }) => {
        const before = JSON.stringify(article);
        const { article: after } = correctArticle(article, corrections);
        expect(after.id).toBe(article.id);
        expect(JSON.stringify(article)).toBe(before);
        expect(correctArticle(article, []).article).toBe(article);
        const coding = corrections.filter(({ kind }) => kind === 'set-label' || kind === 'set-voice');
        expect(correctArticle(article, coding).article).toBe(article);
      }),
    );
  });

  it('leave units inside the text, in order, numbered from 1, with every word that stands', () => {
    fc.assert(
      fc.property(corrected, ({ article, corrections }) => {
        const { article: after } = correctArticle(article, corrections);
        let end = 0;
        for (const [at, unit] of after.units.entries()) {
          expect(unit.ordinal).toBe(at + 1);
          expect(unit.start).toBeGreaterThanOrEqual(end);
          expect(unit.end).toBeGreaterThanOrEqual(unit.start);
          end = unit.end;
        }
        expect(end).toBeLessThanOrEqual(after.text.length);
        expect(withoutSpace(unitTexts(after).join(''))).toBe(
          standingPassages(article, corrections)
            .map((passage) => withoutSpace(passageText(article, passage) ?? ''))
            .join(''),
        );
        expect(withoutSpace(after.text)).toBe(withoutSpace(unitTexts(after).join('')));
      }),
      { numRuns: 500 },
    );
  });

  it('leave the text of every other unit as it was', () => {
    fc.assert(
      fc.property(corrected, ({ article, corrections }) => {
        const { article: after, places } = correctArticle(article, corrections);
        const touched = new Set(corrections.flatMap((one) => ('passage' in one ? [one.passage] : [])));
        const merges = corrections.some(({ kind }) => kind === 'merge-passage');
        for (const unit of merges ? [] : article.units) {
          const passage: Passage = `u${unit.ordinal}`;
          if (touched.has(passage)) continue;
          const place = places.find((candidate) => candidate.passage === passage);
          expect(place?.offset).toBe(0);
          expect(unitTexts(after)[(place?.ordinal ?? 0) - 1]).toBe(passageText(article, passage));
        }
      }),
    );
  });

  it('leave places that lead back to the words that a unit begins with', () => {
    fc.assert(
      fc.property(corrected, ({ article, corrections }) => {
        const { article: after, places } = correctArticle(article, corrections);
        const texts = after.title === null ? unitTexts(after) : [after.title, ...unitTexts(after)];
        expect(places).toHaveLength(texts.length);
        expect(new Set(places.map(({ passage, offset }) => `${passage}+${offset}`)).size).toBe(places.length);
        for (const [at, { passage, offset, ordinal }] of places.entries()) {
          expect(ordinal).toBe(after.title === null ? at + 1 : at);
          if (passage === 'h') continue;
          const source = passageText(article, passage) ?? '';
          const text = (texts[at] ?? '').trim();
          const first = Array.from(source.slice(offset).trimStart())[0];
          if (first !== undefined) expect(text.startsWith(first)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('list all that is left out, with the place where it can be put back', () => {
    fc.assert(
      fc.property(corrected, ({ article, corrections }) => {
        const { article: after, leftOut } = correctArticle(article, corrections);
        expect(after.dropped.map(({ text }) => text)).toEqual(
          leftOut.map((passage) => passageText(article, passage)),
        );
        const here = new Set(standingPassages(article, corrections));
        for (const [at, passage] of leftOut.entries()) {
          expect(here.has(passage)).toBe(false);
          const { position, reason } = after.dropped[at] ?? {};
          if (passage.startsWith('u')) expect(reason).toBe('left out by hand');
          if (position !== undefined) {
            expect(position).toBeGreaterThanOrEqual(1);
            expect(position).toBeLessThanOrEqual(after.units.length + 1);
          }
        }
        const count = article.units.length + article.dropped.length;
        expect(leftOut.length + here.size).toBe(count);
      }),
      { numRuns: 300 },
    );
  });

  it('carry the words of given mentions along, or say that they are gone', () => {
    fc.assert(
      fc.property(corrected, fc.nat(60), fc.nat(10), ({ article, corrections }, start, length) => {
        const span = { start, end: Math.min(article.text.length, start + length) };
        const moved = moveSpans(article, corrections, [span]);
        const { text } = correctArticle(article, corrections).article;
        const words = article.text.slice(span.start, span.end);
        for (const found of moved) expect(text.slice(found.start, found.end)).toBe(words);
        if (corrections.length === 0) {
          const isInside = article.units.some((unit) => unit.start <= span.start && span.end <= unit.end);
          expect(moved).toEqual(isInside ? [span] : []);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** The passages that stand after corrections, in the order of the page. */
function standingPassages({ units, dropped }: Article, corrections: readonly Correction[]): Passage[] {
  const out = new Set(corrections.flatMap((one) => (one.kind === 'drop-passage' ? [one.passage] : [])));
  const back = new Set(corrections.flatMap((one) => (one.kind === 'restore-dropped' ? [one.index] : [])));
  const before = (position: number): Passage[] =>
    dropped.flatMap((passage, index): Passage[] =>
      passage.position === position && back.has(index) ? [`d${index}`] : [],
    );
  return [
    ...units.flatMap(({ ordinal }): Passage[] => {
      const passage: Passage = `u${ordinal}`;
      return [...before(ordinal), ...(out.has(passage) ? [] : [passage])];
    }),
    ...before(units.length + 1),
  ];
}
