import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../analysis/article/index.js';
import { loadResources, packageRoot, type Resources } from '../../analysis/resources/index.js';
import { copyOfCorpus, damage, folderWith } from './corpus-folder.js';

const VERBS = 'term\tagent\tpatient\teffect\tvalence\tstrength\tkind\tdimension\tnote';

function loadWith(files: Readonly<Record<string, string>>): Resources {
  return loadResources({ overlay: folderWith(files) });
}

describe('loadResources', () => {
  it('loads the corpus of the program, once', () => {
    const resources = loadResources();
    expect(resources.corpus).toBe(join(packageRoot(), 'corpus'));
    expect(resources.overlays).toEqual([]);
    expect([...resources.targets.keys()]).toEqual(['coalition', 'nato', 'un-security-council']);
    expect(loadResources({ corpus: resources.corpus })).toBe(resources);
  });

  it('gives frozen values', () => {
    const { lexicons, targets, defaultDimensions } = loadResources();
    for (const rows of Object.values(lexicons)) {
      expect(Object.isFrozen(rows)).toBe(true);
      expect(rows.every((row: object) => Object.isFrozen(row))).toBe(true);
    }
    for (const target of targets.values()) expect(Object.isFrozen(target)).toBe(true);
    expect(defaultDimensions.every((dimension) => Object.isFrozen(dimension.terms))).toBe(true);
  });

  it('lays targets and rows of an overlay over the corpus', () => {
    const base = loadResources();
    const resources = loadWith({
      'targets/dam.yaml': 'slug: dam\nname: Nile dam\n',
      'targets/nato.yaml': 'slug: nato\nname: The Alliance\n',
      'lexicons/verbs.tsv': `${VERBS}\nabandon\t0\t0\t0\t0\t1\tother\tnone\tmine\nzzz\t0\t0\t0\t0\t1\tother\tnone\t\n`,
    });
    expect([...resources.targets.keys()]).toEqual(['coalition', 'dam', 'nato', 'un-security-council']);
    expect(resources.targets.get('nato')?.name).toBe('The Alliance');
    expect(resources.lexicons.verbs).toHaveLength(base.lexicons.verbs.length + 1);
    expect(resources.lexicons.verbs.find((row) => row.term === 'abandon')?.note).toBe('mine');
    expect(resources.lexicons.verbs.at(-1)?.term).toBe('zzz');
    expect(resources.lexicons.words).toEqual(base.lexicons.words);
  });

  it('replaces a word only where the part of speech is the same', () => {
    const header = 'term\tpos\tholder\tvalence\tstrength\tdimension\tdevice\tnote';
    const resources = loadWith({
      'lexicons/words.tsv': `${header}\ncriminal\tadj\t0\t0\t1\tnone\tnone\tmine\n`,
    });
    const rows = resources.lexicons.words.filter((row) => row.term === 'criminal');
    expect(rows.map((row) => [row.pos, row.note])).toEqual([
      ['adj', 'mine'],
      ['noun', expect.not.stringMatching('mine')],
    ]);
  });

  it('hashes lexicons by content, not by place or line endings', () => {
    const copy = copyOfCorpus();
    const hash = loadResources().lexiconsHash;
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(loadResources({ corpus: copy }).lexiconsHash).toBe(hash);
    const windows = damage(copyOfCorpus(), 'lexicons/titles.tsv', (text) => text.replaceAll('\n', '\r\n'));
    expect(loadResources({ corpus: windows }).lexiconsHash).toBe(hash);
    const edited = damage(copyOfCorpus(), 'lexicons/titles.tsv', (text) => `${text}zzz\t\n`);
    expect(loadResources({ corpus: edited }).lexiconsHash).not.toBe(hash);
  });

  it('reads models, the overlay first, and knows when there is none', () => {
    const resources = loadWith({ 'models/x.json': '{}' });
    expect(resources.models('x.json')?.toString()).toBe('{}');
    expect(resources.models('x.json')).toBe(resources.models('x.json'));
    expect(resources.models('none.json')).toBeNull();
    expect(() => resources.models('../lexicons/verbs.tsv')).toThrow('not a file name');
  });

  it.each<[string, string, (text: string) => string, string]>([
    [
      'a value outside the scale',
      'lexicons/verbs.tsv',
      (text) => text.replace(/^(abandon\t)-0.5/m, '$1-5'),
      'line 2: agent is "-5". Allowed: a number from -1 to 1.',
    ],
    [
      'an unknown word',
      'lexicons/cues.tsv',
      (text) => text.replace(/\tspeech\t/, '\tsinging\t'),
      'kind is "singing". Allowed: speech, thought.',
    ],
    [
      'an unknown key',
      'targets/nato.yaml',
      (text) => text.replace(/^name:/m, 'title:'),
      'line 2: unknown key "title" in a target',
    ],
    [
      'broken YAML',
      'targets/coalition.yaml',
      (text) => text.replace('aliases:', 'aliases: ['),
      'Allowed: valid YAML',
    ],
    [
      'broken dimensions',
      'dimensions.yaml',
      (text) => text.replace('slug: ', 'slag: '),
      'unknown key "slag"',
    ],
    ['an emptied file', 'lexicons/titles.tsv', () => '', 'line 1: the header is ""'],
  ])('names file, line, problem and what is allowed for %s', (_, file, change, expected) => {
    const folder = damage(copyOfCorpus(), file, change);
    let error: unknown;
    try {
      loadResources({ corpus: folder });
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({
      code: 'damaged-corpus',
      hint: expect.stringContaining('standpoint check-corpus'),
    });
    expect(String(error)).toContain(join(folder, file));
    expect(String(error)).toContain(expected);
  });

  it('says which lexicon is missing', () => {
    const folder = copyOfCorpus();
    rmSync(join(folder, 'lexicons/cues.tsv'));
    expect(() => loadResources({ corpus: folder })).toThrow('cues.tsv: the file is missing');
  });

  it('refuses a folder that is not there', () => {
    expect(() => loadResources({ overlay: '/no/such/folder' })).toThrow(
      expect.objectContaining({ code: 'missing-corpus' }),
    );
  });
});

describe('several overlays', () => {
  it('go one over the other, in order, and may take an entry out', () => {
    const folders = [
      folderWith({
        'targets/nato.yaml': 'slug: nato\nname: First\n',
        'lexicons/verbs.tsv': `${VERBS}\nzzz\t0\t0\t0\t0\t1\tother\tnone\tfirst\n`,
      }),
      folderWith({
        'targets/nato.yaml': 'slug: nato\nname: Second\n',
        'lexicons/verbs.tsv': `${VERBS}\n#- zzz\t\t\t\t\t\t\t\t\n#- abandon\n`,
      }),
    ];
    const { targets, lexicons, overlays } = loadResources({ overlay: folders });
    expect(overlays).toEqual(folders);
    expect(targets.get('nato')?.name).toBe('Second');
    const terms = lexicons.verbs.map(({ term }) => term);
    expect(terms).not.toContain('zzz');
    expect(terms).not.toContain('abandon');
    expect(loadResources({ overlay: [...folders].reverse() }).targets.get('nato')?.name).toBe('First');
  });

  it('say where a line that takes an entry out is at fault', () => {
    const words = 'term\tpos\tholder\tvalence\tstrength\tdimension\tdevice\tnote';
    const overlay = folderWith({ 'lexicons/words.tsv': `${words}\n#- criminal\tadj\n#- criminal\n` });
    expect(() => loadResources({ overlay })).toThrow(/line 3: the entry to take out is "criminal"/);
  });
});
