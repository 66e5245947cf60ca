import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { checkCorpus, describeProblem, packageRoot } from '../../analysis/resources/index.js';
import { copyOfCorpus, damage, folderWith } from './corpus-folder.js';

function problemsOf(folder: string): string[] {
  return checkCorpus(folder).problems.map(describeProblem);
}

function goldLine(changes: object = {}, paragraph: object = {}): string {
  return JSON.stringify({
    id: 'a',
    paragraphs: ['Text.'],
    gold: {
      paragraphs: [
        {
          label: 'neutral',
          accepted: ['neutral'],
          author: 'neutral',
          voices: [{ name: 'A', kind: 'named', label: 'neutral' }],
          dimensions: ['unity'],
          basis: 'mentioned',
          ...paragraph,
        },
      ],
    },
    ...changes,
  });
}

describe('checkCorpus', () => {
  it('finds nothing to complain of in the corpus of the program', () => {
    const { files, problems } = checkCorpus(join(packageRoot(), 'corpus'));
    expect(problems.map(describeProblem)).toEqual([]);
    expect(files).toBeGreaterThan(20);
  });

  it('finds every problem of every file at once', () => {
    const folder = copyOfCorpus();
    damage(folder, 'lexicons/verbs.tsv', (text) => text.replace(/^abandon\t-0.5/m, 'Abandon\t-5'));
    damage(folder, 'lexicons/words.tsv', (text) => text.replace('\tmorality\t', '\tbeauty\t'));
    damage(folder, 'targets/nato.yaml', (text) => text.replace('name: NATO', 'name: ""'));
    rmSync(join(folder, 'lexicons/cues.tsv'));
    writeFileSync(join(folder, 'lexicons/verb.tsv'), '');
    const problems = problemsOf(folder);
    expect(problems).toHaveLength(6);
    expect(problems[0]).toMatch(/^targets\/nato.yaml, line 2: name is empty. Allowed: a text/);
    expect(problems).toContainEqual(expect.stringMatching(/^lexicons\/verbs.tsv, line 2: term is "Abandon"/));
    expect(problems).toContainEqual(expect.stringMatching(/^lexicons\/verbs.tsv, line 2: agent is "-5"/));
    expect(problems).toContainEqual(
      expect.stringMatching(/^lexicons\/words.tsv, line \d+: dimension is "beauty"/),
    );
    expect(problems).toContainEqual(expect.stringMatching(/^lexicons\/cues.tsv: the file is missing/));
    expect(problems).toContainEqual(
      expect.stringMatching(/^lexicons\/verb.tsv: there is no lexicon of this name/),
    );
  });

  it('accepts the dimension of a target in a lexicon laid over the corpus', () => {
    const words =
      'term\tpos\tholder\tvalence\tstrength\tdimension\tdevice\tnote\nsilty\tadj\t0\t0\t1\twater\tnone\t\n';
    const target = [
      'slug: dam',
      'name: Dam',
      'dimensions:',
      '  - unity',
      '  - slug: water',
      '    name: Water',
    ];
    const files = {
      'lexicons/words.tsv': words,
      'targets/dam.yaml': [...target, '    definition: W.', '    terms: [flow]'].join('\n'),
    };
    expect(problemsOf(folderWith(files))).toEqual([]);
    expect(problemsOf(folderWith({ 'lexicons/words.tsv': words }))).toEqual([
      expect.stringMatching(
        /^lexicons\/words.tsv, line 2: dimension is "water". Allowed: none, effectiveness/,
      ),
    ]);
  });

  it('reports targets that hide each other or are not read', () => {
    const folder = folderWith({
      'targets/a.yaml': 'slug: a\nname: A\n',
      'targets/b.yaml': 'slug: a\nname: B\n',
      'targets/c.yaml': 'slug: d\nname: D\n',
      'targets/e.json': '{}',
      'targets/README.md': 'Notes.',
    });
    expect(problemsOf(folder)).toEqual([
      'targets/b.yaml, line 1: the file describes the target a. Allowed: the name a.yaml.',
      'targets/b.yaml, line 1: another file describes the target a. Allowed: one file for each slug.',
      'targets/c.yaml, line 1: the file describes the target d. Allowed: the name d.yaml.',
      'targets/e.json: the file is not read. Allowed: files that end in .yaml.',
    ]);
  });

  it.each([
    ['no JSON', '{', 'line 1: the line is not a JSON object'],
    ['a missing id', goldLine({ id: undefined }), 'id is undefined'],
    ['labels for other paragraphs', goldLine({ paragraphs: ['A', 'B'] }), '1 labels for 2 paragraphs'],
    ['no paragraphs', goldLine({ paragraphs: [] }), 'paragraphs is not a list of texts'],
    ['a target without name', goldLine({ target: { slug: 'x' } }), 'target has no name'],
    ['an unknown label', goldLine({}, { label: 'good', accepted: ['good'] }), 'paragraph 1: label is "good"'],
    [
      'a label that is not accepted',
      goldLine({}, { accepted: ['mixed'] }),
      'accepted does not hold the label',
    ],
    ['an unknown basis', goldLine({}, { basis: 'guessed' }), 'basis is "guessed"'],
    ['a basis against the label', goldLine({}, { basis: 'none' }), 'the label is neutral and the basis none'],
    ['an unknown dimension', goldLine({}, { dimensions: ['beauty'] }), 'dimensions is "beauty"'],
    ['no dimensions', goldLine({}, { dimensions: undefined }), 'dimensions is undefined'],
    ['a voice without name', goldLine({}, { voices: [{ label: 'mixed' }] }), 'a voice has no name'],
    [
      'a kind that is none',
      goldLine({}, { voices: [{ name: 'A', kind: 'x', label: 'mixed' }] }),
      'kind is "x"',
    ],
  ])('reports gold with %s', (_, line, expected) => {
    const problems = problemsOf(folderWith({ 'gold/a.jsonl': `${line}\n` }));
    expect(problems[0]).toMatch(/^gold\/a.jsonl, line 1: /);
    expect(problems.join('\n')).toContain(expected);
  });

  it.each([
    ['a place without pronoun', { start: 0, end: 5, means: 'Ana' }, '0 to 5 is "Ana s"'],
    ['no meaning', { start: 9, end: 12 }, 'means is undefined'],
    ['an empty name', { start: 9, end: 12, means: [''] }, 'means is [""]'],
  ])('reports pronouns with %s', (_, pronoun, expected) => {
    const line = (one: object) =>
      `${JSON.stringify({ id: 'a', text: 'Ana said she left.', gold: { pronouns: [one] } })}\n`;
    const problems = problemsOf(folderWith({ 'gold/pronouns/a.jsonl': line(pronoun) }));
    expect(problems[0]).toMatch(/^gold\/pronouns\/a.jsonl, line 1: /);
    expect(problems[0]).toContain(expected);
    for (const means of ['Ana', ['Ana', 'Anna'], null]) {
      expect(problemsOf(folderWith({ 'gold/pronouns/a.jsonl': line({ start: 9, end: 12, means }) }))).toEqual(
        [],
      );
    }
  });

  it('accepts sound gold and reports an id that stands twice', () => {
    expect(problemsOf(folderWith({ 'gold/a.jsonl': `${goldLine()}\n\n` }))).toEqual([]);
    expect(problemsOf(folderWith({ 'gold/a.jsonl': `${goldLine()}\n${goldLine()}\n` }))).toEqual([
      'gold/a.jsonl, line 2: the id "a" stands already in line 1. Allowed: each id once.',
    ]);
  });

  it('compares the manifest of the samples with the folder', () => {
    const article = { file: 'a.txt', index: 0, outlet: 'A', published: '2014-12-03' };
    const articles = [
      article,
      article,
      { ...article, file: 'b.txt', index: -1, outlet: '', published: 'May' },
    ];
    const folder = folderWith({
      'samples/manifest.json': JSON.stringify({ articles }),
      'samples/a.txt': 'A',
      'samples/c.txt': 'C',
    });
    expect(problemsOf(folder).map((problem) => problem.split('. Allowed')[0])).toEqual([
      'samples/manifest.json: article 2: "a.txt#0" is listed twice',
      'samples/manifest.json: article 3: file is "b.txt"',
      'samples/manifest.json: article 3: index is -1',
      'samples/manifest.json: article 3: outlet is ""',
      'samples/manifest.json: article 3: published is "May"',
      'samples/c.txt: the manifest does not list the file',
    ]);
    expect(problemsOf(folderWith({ 'samples/manifest.json': '[]' }))).toHaveLength(1);
  });

  it('wants a model card beside weights', () => {
    const files = { 'models/tagger.json': '{}' };
    expect(problemsOf(folderWith(files))).toEqual([
      'models/tagger.json: the weights have no model card. Allowed: a file "models/tagger.md" beside them.',
    ]);
    expect(problemsOf(folderWith({ ...files, 'models/tagger.md': '# Tagger' }))).toEqual([]);
  });

  it('says so where a folder is missing or holds nothing of a corpus', () => {
    expect(() => checkCorpus('/no/such/folder')).toThrow(expect.objectContaining({ code: 'missing-corpus' }));
    const folder = folderWith({ 'notes.txt': '' });
    mkdirSync(join(folder, 'targets'));
    expect(problemsOf(folder)).toEqual([expect.stringContaining('no file here belongs to a corpus')]);
  });
});
