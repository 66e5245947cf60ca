import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadResources } from '../../analysis/resources/index.js';
import { FAMILIES } from '../../analysis/resources/lexicon.js';
import { parseTable } from '../../analysis/resources/table.js';

const { corpus, lexicons, targets, defaultDimensions } = loadResources();

function only<Row extends { term: string }>(rows: readonly Row[], term: string): Row | undefined {
  return rows.find((row) => row.term === term);
}

describe('the lexicons', () => {
  it.each(Object.entries(FAMILIES))(
    '%s is in order, which loading relies on for speed',
    (family, columns) => {
      const text = readFileSync(join(corpus, 'lexicons', `${family}.tsv`), 'utf8');
      expect(parseTable(text, columns as typeof FAMILIES.titles, family).ordered).toBe(true);
    },
  );

  it('hold the words that everything else builds on, with the expected sense', () => {
    expect(only(lexicons.cues, 'say')).toMatchObject({ kind: 'speech', tone: 'neutral' });
    expect(only(lexicons.cues, 'claim')).toMatchObject({ tone: 'doubting' });
    expect(only(lexicons.cues, 'stress')).toMatchObject({ tone: 'endorsing' });
    expect(only(lexicons.cues, 'criticize')).toMatchObject({ kind: 'speech', tone: 'negative' });
    expect(only(lexicons.cues, 'believe')).toMatchObject({ kind: 'thought' });
    expect(only(lexicons.cues, 'according to')).toMatchObject({ pos: 'phrase' });
    expect(only(lexicons.modifiers, 'not')?.factor).toBeLessThan(0);
    expect(only(lexicons.modifiers, 'despite')?.device).toBe('concession');
    expect(only(lexicons.modifiers, 'very')?.factor).toBeGreaterThan(1);
    expect(only(lexicons.agencies, 'Reuters')?.outlet).toBe('Reuters');
    expect(only(lexicons.agencies, 'AP')?.outlet).toBe('Associated Press');
    expect(only(lexicons.titles, 'secretary of state')).toBeDefined();
    expect(only(lexicons.furniture, 'listen live')?.match).toBe('line');
  });

  it('turn a weight round by negators, raise it by intensifiers and lower it by concessions', () => {
    for (const { term, device, factor } of lexicons.modifiers) {
      if (device === 'negator') expect({ term, turns: factor < 0 }).toEqual({ term, turns: true });
      if (device === 'intensifier') expect({ term, raises: factor > 1 }).toEqual({ term, raises: true });
      if (device === 'concession')
        expect({ term, lowers: factor > 0 && factor < 1 }).toEqual({ term, lowers: true });
    }
  });

  it('never count a phrase both as a verb and as a word', () => {
    const verbs = new Set(lexicons.verbs.map((row) => row.term));
    const both = lexicons.words.filter((row) => row.pos === 'phrase' && verbs.has(row.term));
    expect(both.map((row) => row.term)).toEqual([]);
  });
});

describe('the targets', () => {
  it('tell the coalition from what shares its words', () => {
    const coalition = targets.get('coalition');
    expect(coalition?.aliases).toEqual(
      expect.arrayContaining(['US-led coalition', 'Operation Inherent Resolve']),
    );
    expect(coalition?.shortForms).toContain('the coalition');
    expect(coalition?.lookalikes).toEqual(
      expect.arrayContaining(['Saudi-led coalition', 'ruling coalition']),
    );
    expect(coalition?.opponents).toEqual(expect.arrayContaining(['Islamic State', 'Daesh', 'the militants']));
    expect(coalition?.dimensions.map(({ slug }) => slug)).toEqual([
      'effectiveness',
      'legality',
      'unity',
      'cost',
      'human-cost',
      'transparency',
    ]);
  });

  it('define each dimension by enough terms to be found', () => {
    const dimensions = [
      ...defaultDimensions,
      ...[...targets.values()].flatMap((target) => target.dimensions),
    ];
    for (const { slug, terms } of dimensions) {
      expect({ slug, enough: terms.length >= 40 }).toEqual({ slug, enough: true });
    }
  });
});
