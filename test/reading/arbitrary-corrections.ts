import fc from 'fast-check';
import {
  type Article,
  type Correction,
  InputError,
  type Passage,
  passageText,
} from '../../analysis/article/index.js';
import { checkCorrection } from '../../analysis/reading/index.js';

const word = fc.constantFrom('Ferry', 'ran', 'late', '🚢', 'naïve', 'نعم', 'said', '“no”', '.', 'é');
const blank = fc.constantFrom(' ', '  ', '\u00A0', '\t');

/** Words with any white space between them; sometimes at the ends, and sometimes nothing. */
const words = fc
  .array(fc.tuple(word, blank), { maxLength: 6 })
  .chain((pairs) => fc.constantFrom(pairs.flat().join(''), pairs.flat().slice(0, -1).join('')));

const passage = fc.record({
  text: words,
  gap: fc.constantFrom('\n', '\n\n', '\r\n \r\n'),
  role: fc.constantFrom('deck' as const, 'body' as const, 'subheading' as const),
});

const leftOut = fc.record({
  text: words,
  reason: fc.constantFrom('menu', 'photo caption'),
  place: fc.option(fc.nat(6)),
});

/** An article as any reader could leave it: verbatim gaps, empty paragraphs, passages left out. */
export const asRead: fc.Arbitrary<Article> = fc
  .record({
    passages: fc.array(passage, { minLength: 1, maxLength: 5 }),
    leftOut: fc.array(leftOut, { maxLength: 4 }),
    title: fc.option(fc.constantFrom('Ferry late', 'نعم <b>')),
    lead: fc.constantFrom('', '\n', '  '),
  })
  .map(({ passages, leftOut: others, title, lead }): Article => {
    let text = lead;
    const units = passages.map(({ text: printed, gap, role }, at) => {
      const start = text.length;
      text += printed + (at === passages.length - 1 ? '' : gap);
      return { ordinal: at + 1, role, start, end: start + printed.length };
    });
    const places = others
      .map(({ place }) => (place === null ? null : 1 + (place % (units.length + 1))))
      .sort((a, b) => (a ?? 0) - (b ?? 0));
    const dropped = others.map(({ text: printed, reason }, at) => {
      const position = places[at] ?? null;
      return position === null ? { text: printed, reason } : { text: printed, reason, position };
    });
    return { ...BLANK, title, titleBasis: title === null ? 'missing' : 'stated', text, units, dropped };
  });

const BLANK: Omit<Article, 'title' | 'titleBasis' | 'text' | 'units' | 'dropped'> = {
  id: 'id',
  textHash: 'hash',
  recordId: 'record',
  source: { file: 'ferry.jsonl', index: 0 },
  outlet: 'Coast Herald',
  outletBasis: 'inferred',
  published: null,
  publishedBasis: 'unknown',
  publishedCandidates: [],
  dateline: null,
  byline: 'Ann Berg',
  language: 'en',
  url: null,
  keywords: [],
};

/** Corrections that could hold for the article, of every kind, contradicting ones among them. */
export function correctionsOf(article: Article): fc.Arbitrary<Correction[]> {
  const passages: Passage[] = [
    'h',
    ...article.units.map(({ ordinal }): Passage => `u${ordinal}`),
    ...article.dropped.map((_, index): Passage => `d${index}`),
  ];
  const place = fc.constantFrom(...passages).chain((where) =>
    fc.record({
      passage: fc.constant(where),
      offset: fc.constantFrom(0, ...cutsOf(passageText(article, where) ?? '')),
    }),
  );
  const one: fc.Arbitrary<Correction> = fc.oneof(
    fc.record({
      kind: fc.constant('set-metadata' as const),
      field: fc.constantFrom('title' as const, 'outlet' as const, 'published' as const, 'byline' as const),
      value: fc.constantFrom(null, '1871-03-18', '2914-01-01', ' '),
    }),
    place.map(({ passage: where }): Correction => ({ kind: 'drop-passage', passage: where })),
    fc.nat(3).map((index): Correction => ({ kind: 'restore-dropped', index })),
    place.map((at): Correction => ({ kind: 'split-passage', ...at })),
    place.map((at): Correction => ({ kind: 'merge-passage', ...at })),
    place.map((at): Correction => ({ kind: 'set-voice', ...at, from: 'ann', to: { id: 'author' } })),
    fc
      .tuple(place, fc.constantFrom('mixed' as const, 'neutral' as const))
      .map(([at, label]): Correction => ({ kind: 'set-label', target: 'ferry', ...at, voice: null, label })),
  );
  // Two cuts side by side are where cutting goes wrong.
  const close = place.map(({ passage: where, offset }): Correction[] => [
    { kind: 'split-passage', passage: where, offset },
    { kind: 'split-passage', passage: where, offset: offset + 1 },
  ]);
  return fc
    .array(
      fc.oneof(
        one.map((correction) => [correction]),
        close,
      ),
      { maxLength: 8 },
    )
    .map((all) => all.flat().filter((correction) => isPossible(article, correction)));
}

/** Places beside white space, where cuts meet, and the last letter. */
function cutsOf(text: string): number[] {
  return [...text.matchAll(/\s|\p{L}$/gu)].flatMap(({ index }) => [index, index + 1]);
}

function isPossible(article: Article, correction: Correction): boolean {
  try {
    checkCorrection(article, correction);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}
