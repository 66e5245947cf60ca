import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Correction,
  canonical,
  isDataCorrection,
  type Provenance,
  type Target,
} from '../article/index.js';
import { packageRoot, type Resources } from '../resources/index.js';

/** Characters of a shortened hash: 64 bits, no clash among any number of runs a person makes. */
const HASH_LENGTH = 16;

/** Packages with trained parts that take part in a score; their exact versions are recorded. */
const MODEL_PACKAGES = ['wink-nlp', 'wink-eng-lite-web-model', 'sentiment', 'natural'] as const;

/**
 * Weights in `corpus/models/` that take part in a score, recorded by hash. The scorer knows its own
 * file; the name stands here too, so that a page or CSV can be made without loading the scorer.
 */
const MODEL_FILES = [
  'stance-cues.json',
  'mention-model.bin',
  'word-vectors.bin',
  'stance-blend.json',
] as const;

/** Recorded where a corpus has one: the adaptation to somebody's own codes. */
const ADAPTATION_FILE = 'stance-adaptation.json';

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** What may differ between two runs besides resources and code. */
export interface RunSettings {
  readonly target: Target;
  readonly options?: Readonly<Record<string, unknown>>;
}

/**
 * The record of what a result was made with; equal provenance and input give equal output.
 * `corrections` are those that hold for the article.
 */
export function provenance(
  resources: Resources,
  settings: RunSettings,
  corrections: readonly Correction[] = [],
): Provenance {
  const manifest = readManifest();
  const packages = MODEL_PACKAGES.map((name) => [name, manifest.dependencies[name] ?? '']);
  return {
    version: manifest.version,
    models: Object.fromEntries([
      ...weightFiles(resources).map((name) => [name, weightsHash(resources, name)]),
      ...packages,
    ]),
    lexicons: resources.lexiconsHash,
    settings: hashOf(settings),
    corrections: correctionsHash(corrections),
  };
}

/**
 * Hash of the corrections after which an article is scored anew, in whatever order they come; null
 * where there are none. Labels given by hand lie over a score and take no part.
 */
export function correctionsHash(corrections: readonly Correction[]): string | null {
  const data = canonical(corrections).filter(isDataCorrection);
  return data.length === 0 ? null : hashOf(data);
}

function weightFiles(resources: Resources): string[] {
  return resources.models(ADAPTATION_FILE) === null ? [...MODEL_FILES] : [...MODEL_FILES, ADAPTATION_FILE];
}

const knownHashes = new WeakMap<Buffer, string>();

/** Hash of a file of weights, worked out once; `missing` where there is none. */
function weightsHash(resources: Resources, name: string): string {
  const bytes = resources.models(name);
  if (bytes === null) return 'missing';
  const hash = knownHashes.get(bytes) ?? shortHash(bytes);
  knownHashes.set(bytes, hash);
  return hash;
}

/** The identifier of a run in CSV rows: a hash of its provenance. Corrections of an article make no run. */
export function runId({ version, models, lexicons, settings }: Provenance): string {
  return hashOf({ version, models, lexicons, settings });
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
  return shortHash(JSON.stringify(sorted(value)));
}

function shortHash(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex').slice(0, HASH_LENGTH);
}

/** The same value with the keys of every object in order, so that equal values hash equally. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
