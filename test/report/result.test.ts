import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Annotated, Article, Correction, Scoring } from '../../analysis/article/index.js';
import { provenance, runId, toHead, toParsed, toResult } from '../../analysis/report/index.js';
import { loadResources } from '../../analysis/resources/index.js';
import { MODEL_FILES } from '../../analysis/stance/index.js';
import { parsedSchema, resultKeys, resultSchema } from './contract.js';
import { RESULT, TARGET } from './sample.js';

const { id, articleId, paragraphs, ...head } = RESULT;

const ARTICLE: Article = {
  ...head,
  id: articleId,
  recordId: id,
  units: paragraphs.map(({ ordinal, role, start, end }) => ({ ordinal, role, start, end })),
  dropped: [{ text: 'Listen live', reason: 'listen-live line', position: 1 }],
};

const ANNOTATED: Annotated = {
  article: ARTICLE,
  body: {
    text: ARTICLE.text,
    units: ARTICLE.units,
    sentences: [],
    quotations: [],
    attributions: [
      {
        id: 'a1',
        parent: null,
        source: [{ start: 0, end: 2 }],
        cue: [],
        content: [
          { start: 3, end: 5 },
          { start: 7, end: 9 },
        ],
        speaker: { id: 'mara-lind', name: 'Mara Lind', kind: 'named', variants: ['Lind'], role: 'captain' },
        kind: 'mixed',
        cueKind: 'speech',
      },
    ],
  },
  headline: null,
  speakers: [],
};

const SCORING: Scoring = {
  target: { slug: TARGET.slug, name: TARGET.name },
  headline: RESULT.headline,
  paragraphs,
  stance: RESULT.stance,
};

describe('a result', () => {
  const result = toResult(ANNOTATED, SCORING, RESULT.provenance);

  it('has the keys of the contract in its order and nothing else', () => {
    expect(resultSchema.parse(result)).toEqual(result);
    expect(Object.keys(result)).toEqual(resultKeys());
  });

  it('writes attributions with spans as pairs', () => {
    expect(result.attributions[0]).toMatchObject({
      content: [
        [3, 5],
        [7, 9],
      ],
      speaker: { id: 'mara-lind', name: 'Mara Lind', kind: 'named' },
    });
  });

  it('says why it was not scored', () => {
    expect(toResult(ANNOTATED, SCORING, RESULT.provenance, 'in German').notScored).toBe('in German');
  });
});

describe('what parse prints', () => {
  it('is the head, the units with their text, and the original of a copy', () => {
    const parsed = toParsed(ARTICLE, 'other');
    expect(parsedSchema.parse(parsed)).toEqual(parsed);
    expect(Object.keys(parsed)).toEqual(Object.keys(parsedSchema.shape));
    expect(parsed.paragraphs.map(({ text }) => text)).toEqual(paragraphs.map(({ text }) => text));
    expect(parsed).toMatchObject({ ...toHead(ARTICLE), duplicateOf: 'other' });
  });
});

describe('provenance', () => {
  const resources = loadResources();

  it('carries the version of the program and the hash of the lexicons', () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(provenance(resources, { target: TARGET })).toMatchObject({
      version: manifest.version,
      lexicons: resources.lexiconsHash,
    });
  });

  it('records the weights of the scorer by hash', () => {
    const { models } = provenance(resources, { target: TARGET });
    const other = { ...resources, models: () => Buffer.from('other weights') };
    const changed = provenance(other, { target: TARGET }).models;
    for (const file of MODEL_FILES) {
      expect(models[file]).toMatch(/^[0-9a-f]{16}$/);
      expect(changed[file]).not.toBe(models[file]);
    }
  });

  it('differs with target and options, and does not with the order of keys', () => {
    const runs = [
      { target: TARGET },
      { target: { ...TARGET, aliases: ['the boat'] } },
      { target: TARGET, options: { weight: 'words' } },
    ].map((settings) => runId(provenance(resources, settings)));
    expect(new Set(runs).size).toBe(3);
    const reversed = Object.fromEntries(Object.entries(TARGET).reverse()) as unknown as typeof TARGET;
    expect(runId(provenance(resources, { target: reversed }))).toBe(runs[0]);
  });

  it('notes corrections of data, in any order, beside what makes a run', () => {
    const settings = { target: TARGET };
    const drop: Correction = { kind: 'drop-passage', passage: 'u1' };
    const outlet: Correction = { kind: 'set-metadata', field: 'outlet', value: 'Coast Herald' };
    const label: Correction = {
      kind: 'set-label',
      target: 'ferry-line',
      passage: 'u1',
      offset: 0,
      voice: null,
      label: 'mixed',
    };
    const plain = provenance(resources, settings);
    const corrected = provenance(resources, settings, [drop, label, outlet]);
    expect(plain.corrections).toBeNull();
    expect(corrected.corrections).toMatch(/^[0-9a-f]{16}$/);
    expect(provenance(resources, settings, [outlet, drop])).toEqual(corrected);
    expect(provenance(resources, settings, [label])).toEqual(plain);
    expect(provenance(resources, settings, [drop]).corrections).not.toBe(corrected.corrections);
    expect(runId(corrected)).toBe(runId(plain));
  });

  it('gives the records of earlier versions, which know no corrections, the run that they had', () => {
    const { corrections: _, ...earlier } = provenance(resources, { target: TARGET });
    expect(runId(earlier)).toBe(runId(provenance(resources, { target: TARGET })));
  });
});
