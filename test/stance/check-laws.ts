import { expect } from '@jest/globals';
import type { Layers, Scoring, Stance, Unit } from '../../analysis/article/index.js';

/** The contract's tolerance for evidence and remainder against the logit. */
const TOLERANCE = 1e-6;

/** Checks everything that holds of any scoring, whatever the text and the target. */
export function checkLaws(scoring: Scoring, body: Layers): void {
  expect(scoring.paragraphs).toHaveLength(body.units.length);
  scoring.paragraphs.forEach((unit, at) => {
    checkUnit(unit, body.text);
    expect(unit.ordinal).toBe(body.units[at]?.ordinal);
  });
  const { related, unrelated, shares, interval } = scoring.stance;
  expect(related + unrelated).toBe(scoring.paragraphs.length);
  const sum = shares.supportive + shares.skeptical + shares.mixed + shares.neutral;
  expect(sum).toBeCloseTo(related > 0 ? 1 : 0, 9);
  expect(scoring.stance.score === null).toBe(related === 0);
  if (interval) expect(interval[0]).toBeLessThanOrEqual(interval[1]);
}

function checkUnit(unit: Unit, text: string): void {
  expect(unit.text).toBe(text.slice(unit.start, unit.end));
  checkStance(
    unit.stance,
    unit.evidence.map(({ weight }) => weight),
  );
  const author = unit.evidence.filter(({ voice }) => voice === 'author');
  checkStance(
    unit.authorStance,
    author.map(({ weight }) => weight),
  );
  expect(unit.stance.label === 'unrelated').toBe(unit.basis === 'none');
  checkEvidence(unit, text);
  checkVoices(unit);
}

function checkStance(
  { label, score, confidence, logit, remainder }: Stance,
  weights: readonly number[],
): void {
  expect(score === null).toBe(label === 'unrelated');
  expect(confidence).toBeGreaterThanOrEqual(0);
  expect(confidence).toBeLessThanOrEqual(1);
  if (score === null || logit === null || remainder === null) return;
  expect(Math.abs(score)).toBeLessThanOrEqual(1);
  const explained = weights.reduce((sum, weight) => sum + weight, remainder);
  expect(Math.abs(explained - logit)).toBeLessThan(TOLERANCE);
  if (label === 'supportive') expect(Math.max(...weights)).toBeGreaterThan(0);
  if (label === 'skeptical') expect(Math.min(...weights)).toBeLessThan(0);
  if (label === 'mixed') {
    expect(Math.max(...weights)).toBeGreaterThan(0);
    expect(Math.min(...weights)).toBeLessThan(0);
  }
}

function checkEvidence(unit: Unit, text: string): void {
  const lastEnd = new Map<string, number>();
  for (const { start, end, voice, weight, direction, reason } of unit.evidence) {
    expect(start).toBeGreaterThanOrEqual(Math.max(unit.start, lastEnd.get(voice) ?? 0));
    expect(end).toBeLessThanOrEqual(unit.end);
    expect(text.slice(start, end).trim()).not.toBe('');
    expect(weight).not.toBe(0);
    expect(direction).toBe(weight > 0 ? 'supportive' : 'skeptical');
    expect(unit.voices.map(({ id }) => id)).toContain(voice);
    expect(reason).not.toMatch(/undefined|null|\n/u);
    lastEnd.set(voice, end);
  }
}

function checkVoices(unit: Unit): void {
  const ids = unit.voices.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  if (unit.basis !== 'none') expect(ids[0]).toBe('author');
  for (const { label, score } of unit.voices) expect(score === null).toBe(label === 'unrelated');
}
