import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Provenance, Target } from '../article/index.js';
import { packageRoot, type Resources } from '../resources/index.js';

/** Characters of a shortened hash: 64 bits, no clash among any number of runs a person makes. */
const HASH_LENGTH = 16;

/** Packages with trained parts that take part in a score; their exact versions are recorded. */
const MODEL_PACKAGES = ['wink-nlp', 'wink-eng-lite-web-model', 'sentiment', 'natural'] as const;

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** What may differ between two runs besides resources and code. */
export interface RunSettings {
  readonly target: Target;
  /** What a person changed in the article; hashed, so that a corrected run is told apart. */
  readonly corrections?: unknown;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The record of what a result was made with; equal provenance and input give equal output. */
export function provenance(resources: Resources, settings: RunSettings): Provenance {
  const manifest = readManifest();
  return {
    version: manifest.version,
    models: Object.fromEntries(MODEL_PACKAGES.map((name) => [name, manifest.dependencies[name] ?? ''])),
    lexicons: resources.lexiconsHash,
    settings: hashOf(settings),
  };
}

/** The identifier of a run in CSV rows: a hash of its provenance. */
export function runId(record: Provenance): string {
  return hashOf(record);
}

/** The version of this program. */
export function programVersion(): string {
  return readManifest().version;
}

let manifest: Manifest | undefined;

function readManifest(): Manifest {
  manifest ??= JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as Manifest;
  return manifest;
}

function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)))
    .digest('hex')
    .slice(0, HASH_LENGTH);
}

/** The same value with the keys of every object in order, so that equal values hash equally. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
