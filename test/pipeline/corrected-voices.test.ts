import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  type Annotated,
  type Attribution,
  type CorrectedVoice,
  contains,
  type PlacedVoice,
  type Scoring,
} from '../../analysis/article/index.js';
import { annotate, score } from '../../analysis/pipeline.js';
import { provenance, toReport, toResult } from '../../analysis/report/index.js';
import { loadResources, resolveTarget } from '../../analysis/resources/index.js';
import { checkLaws } from '../stance/check-laws.js';
import { articleOf } from '../stance/made.js';

const resources = loadResources();
const target = resolveTarget('coalition', resources);

const PARAGRAPHS = [
  'The US-led coalition has failed to reduce the damage, Riad Haddad said. “Its raids are useless,” he added.',
  'Officials have voiced doubts about the coalition. Analysts praised its efficient airstrikes.',
  'The coalition is a success, John Kerry said, and Haddad claimed that it was groundless.',
];
const TITLE = 'Kerry says the coalition is a success';

const ARTICLE = articleOf(PARAGRAPHS, { title: TITLE, titleBasis: 'stated' });
const ANN: CorrectedVoice = { id: 'ann-berg', name: 'Ann Berg', kind: 'named' };
const AUTHOR: CorrectedVoice = { id: 'author' };

function annotated(...voices: PlacedVoice[]): Annotated {
  return annotate(ARTICLE, resources, voices);
}

function scored(of: Annotated): Scoring {
  return score(of, target, resources);
}

function said({ body }: Annotated, ordinal: number): string[] {
  const unit = body.units[ordinal - 1] ?? { start: 0, end: 0 };
  return body.attributions
    .filter(({ content }) => content.some((span) => contains(unit, span)))
    .map(({ speaker, content }) => {
      const words = content.map(({ start, end }) => body.text.slice(start, end)).join(' … ');
      return `${speaker?.name ?? '?'}: ${words}`;
    });
}

describe('a voice corrected by hand', () => {
  it('speaks the words of whom the machine heard, in its unit only', () => {
    const before = annotated();
    const after = annotated({ ordinal: 1, from: 'riad-haddad', to: ANN });
    expect(said(before, 1).every((words) => words.startsWith('Riad Haddad: '))).toBe(true);
    expect(said(after, 1)).toEqual(said(before, 1).map((words) => words.replace('Riad Haddad', 'Ann Berg')));
    expect(said(after, 3)).toEqual(said(before, 3));
    expect(after.speakers).toContainEqual({ ...ANN, variants: [], role: null });
  });

  it('moves evidence and label along, and no words or weights', () => {
    const [before] = scored(annotated()).paragraphs;
    const [after] = scored(annotated({ ordinal: 1, from: 'riad-haddad', to: ANN })).paragraphs;
    expect(before?.voices.map(({ id }) => id)).toEqual(['author', 'riad-haddad']);
    expect(after?.voices.map(({ id }) => id)).toEqual(['author', 'ann-berg']);
    expect(after?.stance).toEqual(before?.stance);
    const renamed = before?.evidence.map((one) => ({
      ...one,
      voice: one.voice === 'riad-haddad' ? 'ann-berg' : one.voice,
    }));
    expect(after?.evidence).toEqual(renamed);
  });

  it('may be the author, who then says it', () => {
    const after = annotated({ ordinal: 1, from: 'riad-haddad', to: AUTHOR });
    expect(said(after, 1)).toEqual([]);
    const [unit] = scored(after).paragraphs;
    expect(unit?.voices).toHaveLength(1);
    expect(unit?.authorStance.label).toBe('skeptical');
  });

  it('may speak what the author says, apart from the words of others', () => {
    const after = annotated({ ordinal: 3, from: 'author', to: ANN });
    const own = said(after, 3).find((words) => words.startsWith('Ann Berg'));
    expect(own).toContain('John Kerry said');
    expect(own).not.toContain('success');
    expect(said(annotated({ ordinal: 2, from: 'author', to: ANN }), 2)).toContain(
      'Ann Berg: Officials have voiced doubts about … Analysts praised',
    );
    expect(said(after, 3).filter((words) => !words.startsWith('Ann Berg'))).toEqual(said(annotated(), 3));
  });

  it('takes over what only the grammar gives to somebody', () => {
    const before = scored(annotated()).paragraphs[1];
    const judges = (before?.voices ?? []).filter(({ kind }) => kind === 'unnamed').map(({ id }) => id);
    expect(judges.length).toBeGreaterThan(0);
    const voices = judges.map((from) => ({ ordinal: 2, from, to: ANN }));
    const after = scored(annotated(...voices)).paragraphs[1];
    expect(after?.voices.map(({ id }) => id)).toEqual(['author', 'ann-berg']);
    expect(after?.evidence.map(({ weight }) => weight)).toEqual(before?.evidence.map(({ weight }) => weight));
  });

  it('is seen from what the machine heard: two can change places', () => {
    const after = annotated(
      { ordinal: 3, from: 'riad-haddad', to: { id: 'john-kerry', name: 'x', kind: 'named' } },
      { ordinal: 3, from: 'john-kerry', to: { id: 'riad-haddad', name: 'y', kind: 'named' } },
    );
    const swapped = said(annotated(), 3).map((words) =>
      words.startsWith('John Kerry')
        ? words.replace('John Kerry', 'Riad Haddad')
        : words.replace('Riad Haddad', 'John Kerry'),
    );
    expect(said(after, 3)).toEqual(swapped);
  });

  it('speaks in the headline, and shows in the shares of the words', () => {
    const headline = scored(annotated({ ordinal: 0, from: 'john-kerry', to: ANN })).headline;
    expect(headline?.voices.map(({ id }) => id)).toContain('ann-berg');
    const of = annotated({ ordinal: 2, from: 'author', to: ANN });
    const result = toResult(of, scored(of), provenance(resources, { target }));
    const row = toReport(result, target).voices.find(({ voice }) => voice.id === 'ann-berg');
    expect(row).toMatchObject({ words: 7, paragraphs: 1, first: 2 });
  });

  it('leaves nothing behind when it is taken back', () => {
    const before = JSON.stringify([annotated(), scored(annotated())]);
    scored(annotated({ ordinal: 1, from: 'riad-haddad', to: ANN }));
    expect(JSON.stringify([annotated(), scored(annotated())])).toBe(before);
  });
});

const WORDS =
  `the coalition Kerry Haddad officials it they said that claimed praised criticized “ ” " according to doubts about
  failed successful but killed civilians , . ; is useless works added`.split(/\s+/);
const paragraphs = fc.array(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 25 }).map((words) => words.join(' ')),
  { minLength: 1, maxLength: 4 },
);

describe('any voices', () => {
  const choice = fc.record({
    ordinal: fc.nat(4),
    at: fc.nat(5),
    to: fc.constantFrom<CorrectedVoice>(
      ANN,
      AUTHOR,
      { id: 'haddad', name: 'Haddad', kind: 'named' },
      { id: 'unnamed-crowd', name: 'a crowd', kind: 'unnamed' },
    ),
  });

  it('keep the laws of scoring and of attributions, in any order', () => {
    fc.assert(
      fc.property(paragraphs, fc.array(choice, { maxLength: 4 }), (texts, choices) => {
        const article = articleOf(texts, { title: texts[0] ?? null, titleBasis: 'stated' });
        const machine = annotate(article, resources);
        const heard = [...new Set(['author', 'unidentified', ...machine.speakers.map(({ id }) => id)])];
        const voices = onePerSubject(
          choices.map(({ ordinal, at, to }) => ({ ordinal, from: heard[at % heard.length] ?? 'author', to })),
        );
        const of = annotate(article, resources, voices);
        const scoring = score(of, target, resources);
        checkLaws(scoring, of.body);
        checkAttributions(of.body.attributions, of.body.text.length);
        for (const { speaker } of of.body.attributions) {
          if (speaker) expect(of.speakers.map(({ id }) => id)).toContain(speaker.id);
        }
        for (const { ordinal, from } of voices.filter((voice) => silences(voice, voices))) {
          const unit = scoring.paragraphs[ordinal - 1];
          expect(unit?.voices.map(({ id }) => id) ?? []).not.toContain(from);
        }
        const other = annotate(article, resources, [...voices].reverse());
        expect(score(other, target, resources)).toEqual(scoring);
      }),
      { numRuns: 150 },
    );
  });
});

/** Whether nobody else's words go to whom the voice takes them from; the author always speaks. */
function silences({ ordinal, from }: PlacedVoice, voices: readonly PlacedVoice[]): boolean {
  if (from === 'author' || from === 'unidentified') return false;
  return !voices.some((other) => other.ordinal === ordinal && other.to.id === from);
}

function onePerSubject(voices: readonly PlacedVoice[]): PlacedVoice[] {
  return [...new Map(voices.map((voice) => [`${voice.ordinal} ${voice.from}`, voice])).values()];
}

function checkAttributions(attributions: readonly Attribution[], length: number): void {
  const byId = new Map(attributions.map((attribution) => [attribution.id, attribution]));
  expect(byId.size).toBe(attributions.length);
  for (const { parent, source, cue, content } of attributions) {
    expect(content.length).toBeGreaterThan(0);
    for (const span of [...source, ...cue, ...content]) {
      expect(span.start).toBeLessThan(span.end);
      expect(contains({ start: 0, end: length }, span)).toBe(true);
      if (parent !== null) {
        expect(byId.get(parent)?.content.some((part) => contains(part, span))).toBe(true);
      }
    }
  }
}
