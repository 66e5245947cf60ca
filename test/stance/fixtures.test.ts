import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Target, TargetRef, Unit } from '../../analysis/article/index.js';
import { annotate, score } from '../../analysis/pipeline.js';
import { loadResources, resolveTarget } from '../../analysis/resources/index.js';
import { articleOf, targetOf } from './made.js';

/** What a paragraph must come out as; lists are alternatives, names are parts of a voice's name. */
interface Expected {
  readonly label: readonly string[];
  readonly basis?: string;
  readonly author?: readonly string[];
  readonly voices?: Readonly<Record<string, readonly string[]>>;
  readonly dimensions?: readonly string[];
  readonly modifiers?: readonly string[];
}

interface Fixture {
  readonly why: string;
  readonly target: string | TargetRef | (Partial<Target> & { name: string });
  readonly paragraphs: readonly string[];
  readonly expected: readonly Expected[];
}

const FOLDER = new URL('./fixtures/', import.meta.url);
const resources = loadResources();

function readFixture(name: string): Fixture {
  return JSON.parse(readFileSync(new URL(`${name}/fixture.json`, FOLDER), 'utf8')) as Fixture;
}

function resolve(target: Fixture['target']): Target {
  if (typeof target === 'string') return resolveTarget(target, resources);
  if ('opponents' in target) return targetOf({ dimensions: resources.defaultDimensions, ...target });
  return resolveTarget(target as TargetRef, resources);
}

function check(unit: Unit | undefined, expected: Expected): void {
  expect(expected.label).toContain(unit?.stance.label);
  if (expected.basis) expect(unit?.basis).toBe(expected.basis);
  if (expected.author) expect(expected.author).toContain(unit?.authorStance.label);
  for (const [name, labels] of Object.entries(expected.voices ?? {})) {
    const voice = unit?.voices.find((one) => one.name.includes(name));
    expect(labels).toContain(voice?.label);
  }
  expect(unit?.dimensions ?? []).toEqual(expect.arrayContaining([...(expected.dimensions ?? [])]));
  const modifiers = unit?.evidence.flatMap((evidence) => evidence.modifiers) ?? [];
  expect(modifiers).toEqual(expect.arrayContaining([...(expected.modifiers ?? [])]));
}

describe.each(readdirSync(FOLDER).sort())('%s', (name) => {
  const fixture = readFixture(name);
  const scoring = score(
    annotate(articleOf(fixture.paragraphs), resources),
    resolve(fixture.target),
    resources,
  );

  it.each(fixture.expected.map((expected, at) => [at + 1, expected] as const))(
    'paragraph %d',
    (ordinal, expected) => {
      check(scoring.paragraphs[ordinal - 1], expected);
    },
  );
});
