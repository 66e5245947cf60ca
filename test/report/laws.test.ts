import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Result, Target } from '../../analysis/article/index.js';
import { readBytes } from '../../analysis/reading/index.js';
import {
  type Card,
  csvHeader,
  csvRows,
  LEVELS,
  rowsOf,
  type Side,
  toReport,
} from '../../analysis/report/index.js';
import { loadResources, packageRoot, resolveTarget } from '../../analysis/resources/index.js';
import { scoreReading } from '../../server/score-reading.js';
import { resultSchema } from './contract.js';

jest.setTimeout(180_000);

const SAMPLES = join(packageRoot(), 'corpus', 'samples');
const FILES = readdirSync(SAMPLES).filter(
  (name) => /\.(txt|md|html|jsonl)$/.test(name) && name !== 'README.md',
);
const TOLERANCE = 1e-6;

const resources = loadResources();
const target: Target = resolveTarget('coalition', resources);
const results: Result[] = [];

beforeAll(async () => {
  for (const name of FILES) {
    const input = { file: name, bytes: readFileSync(join(SAMPLES, name)) };
    for await (const outcome of readBytes(input, resources)) {
      if (!outcome.ok) throw new Error(`${name}: ${outcome.reason}`);
      results.push(...scoreReading(outcome.reading, [target], resources).map(({ result }) => result));
    }
  }
});

function eachUnit(check: (unit: Result['paragraphs'][number], text: string, result: Result) => void): void {
  for (const result of results) {
    if (result.headline) check(result.headline, result.title ?? '', result);
    for (const unit of result.paragraphs) check(unit, result.text, result);
  }
}

function eachCard(check: (card: Card, side: Side, result: Result) => void): void {
  for (const result of results) {
    for (const { side, cards } of toReport(result, target).columns) {
      for (const card of cards) check(card, side, result);
    }
  }
}

describe('every sample article', () => {
  it('has the shape of the contract', () => {
    expect(results.length).toBeGreaterThanOrEqual(FILES.length);
    for (const result of results) expect(resultSchema.parse(result)).toEqual(result);
  });

  it('has spans inside their parents, with the text that they cover', () => {
    eachUnit((unit, text) => {
      expect(text.slice(unit.start, unit.end)).toBe(unit.text);
      for (const { start, end } of unit.evidence) {
        expect(start).toBeGreaterThanOrEqual(unit.start);
        expect(end).toBeLessThanOrEqual(unit.end);
        expect(start).toBeLessThan(end);
      }
    });
    for (const { attributions, text } of results) {
      for (const [start, end] of attributions.flatMap(({ source, cue, content }) => [
        ...source,
        ...cue,
        ...content,
      ])) {
        expect(start).toBeLessThan(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }
  });

  it('has evidence and remainder that add up to the logit', () => {
    eachUnit(({ stance, evidence }) => {
      if (stance.logit === null) return;
      const sum = evidence.reduce((total, { weight }) => total + weight, stance.remainder ?? 0);
      expect(Math.abs(sum - stance.logit)).toBeLessThan(TOLERANCE);
    });
  });

  it('has no supportive, skeptical or mixed label without evidence', () => {
    eachUnit(({ stance, evidence }) => {
      const directions = new Set(evidence.map(({ direction }) => direction));
      if (stance.label === 'supportive' || stance.label === 'skeptical')
        expect(directions).toContain(stance.label);
      if (stance.label === 'mixed') expect(directions.size).toBe(2);
    });
  });

  it('has voices and a score exactly where it is related', () => {
    eachUnit(({ stance, voices, evidence }) => {
      expect(stance.score === null).toBe(stance.label === 'unrelated');
      const ids = new Set(voices.map(({ id }) => id));
      expect(ids.size).toBe(voices.length);
      for (const { voice } of evidence) expect(ids).toContain(voice);
    });
  });

  it('counts related and unrelated units and shares over the related', () => {
    for (const { stance } of results) {
      const { supportive, skeptical, mixed, neutral } = stance.shares;
      expect(supportive + skeptical + mixed + neutral).toBeCloseTo(stance.related > 0 ? 1 : 0, 9);
    }
  });

  it('comes back from CSV at every level', () => {
    for (const result of results) {
      const rows = rowsOf(result);
      for (const level of LEVELS) {
        const file = csvHeader(level) + csvRows(rows, level);
        expect(parse(file, { columns: true, record_delimiter: '\r\n' })).toHaveLength(rows[level].length);
      }
    }
  });

  it('has cards that join to their paragraphs', () => {
    eachCard((card, _side, result) => {
      const unit = [result.headline, ...result.paragraphs].find((one) => one?.ordinal === card.ordinal);
      expect(card.segments.map(({ text }) => text).join('')).toBe(unit?.text);
    });
  });

  it('has cards that stand on the side of their voice, with evidence of that side only', () => {
    eachCard((card, side) => {
      expect([side, 'mixed']).toContain(card.label.label);
      const directions = new Set<string>(card.evidence.map(({ direction }) => direction));
      if (side !== 'neutral') expect([...directions].filter((direction) => direction !== side)).toEqual([]);
    });
  });

  it('shares out all words among its voices', () => {
    for (const result of results) {
      const { voices } = toReport(result, target);
      expect(voices.reduce((sum, { wordShare }) => sum + wordShare, 0)).toBeCloseTo(1, 9);
    }
  });
});
