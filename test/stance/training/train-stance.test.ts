import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadResources, packageRoot } from '../../../analysis/resources/index.js';
import { blendOf } from '../../../analysis/stance/scoring/blend.js';
import { trainStance } from '../../../analysis/stance/training/train-stance.js';

const FILES = ['stance-cues.json', 'mention-model.bin', 'stance-blend.json'];
const GOLD = join(packageRoot(), 'corpus', 'gold');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'standpoint-train-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The first lines of a file of the corpus, as a file of its own. */
function fewLines(name: string, count: number): string {
  const path = join(folder, name.replaceAll('/', '-'));
  const lines = readFileSync(join(GOLD, name), 'utf8').split('\n').slice(0, count);
  writeFileSync(path, lines.join('\n'));
  return path;
}

function train(): Record<string, Buffer> {
  const out = mkdtempSync(join(folder, 'out-'));
  const few = {
    name: 'few',
    path: fewLines('sentences/training.jsonl', 60),
    weights: { cues: 1, linear: 1, network: 1 },
  };
  const paragraphs = fewLines('paragraphs/development.jsonl', 20);
  trainStance({ sources: [few], paragraphs, embeddings: null, out, report: () => {} }, loadResources());
  return Object.fromEntries(FILES.map((file) => [file, readFileSync(join(out, file))]));
}

describe('training the models of stance', () => {
  it('writes files that can be used, the same bytes each time', () => {
    const first = train();
    const second = train();
    for (const file of FILES) expect(first[file]?.equals(second[file] ?? Buffer.of())).toBe(true);
    const trained = { ...loadResources(), models: (name: string) => first[name] ?? null };
    const { confidence } = blendOf(trained);
    for (const value of Object.values(confidence.labels)) expect(Number.isFinite(value)).toBe(true);
  });

  it('names the file and the line that is no labeled mention', () => {
    const path = join(folder, 'bad.jsonl');
    writeFileSync(path, '{"id": "a", "paragraphs": ["One."]}\n');
    const source = { name: 'bad', path, weights: { cues: 1, linear: 1, network: 1 } };
    const training = { sources: [source], paragraphs: path, embeddings: null, out: folder, report: () => {} };
    expect(() => trainStance(training, loadResources())).toThrow(/bad\.jsonl:1 is not a labelled mention/u);
  });

  it('names a file that is not there', () => {
    const source = {
      name: 'none',
      path: '/nowhere.jsonl',
      weights: { cues: 1, linear: 1, network: 1 },
    };
    const training = { sources: [source], paragraphs: '', embeddings: null, out: folder, report: () => {} };
    expect(() => trainStance(training, loadResources())).toThrow(/nowhere\.jsonl cannot be read/u);
  });
});
