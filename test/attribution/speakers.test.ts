import { describe, expect, it } from '@jest/globals';
import { read } from './read.js';

/** The speaker of each attribution by name, "?" where nobody is named. */
function speakers(text: string): string[] {
  return read(text).attributions.map(({ speaker }) => speaker?.name ?? '?');
}

describe('speakers', () => {
  it.each([
    ['family names', 'Envoy Anna Berg arrived. Berg said it works.', ['Anna Berg']],
    ['initials', 'Gen. Martin E. Dempsey arrived. Dempsey said it works.', ['Martin E. Dempsey']],
    [
      'the office in other words',
      'Norwegian Minister of Defense Anna Berg arrived. The defense minister said it works. The minister added that it lasts.',
      ['Anna Berg', 'Anna Berg'],
    ],
    [
      'an office before a comma',
      'The UN envoy, Jan van der Meer, left. The envoy called for a truce.',
      ['Jan van der Meer'],
    ],
    [
      'he and she',
      'Anna Berg met Peter Lund on Monday. She said it works. He denied it.',
      ['Anna Berg', 'Peter Lund'],
    ],
    ['it', 'The ministry rejected the report. It said the figures were false.', ['ministry', 'ministry']],
    [
      'they',
      'Some lawmakers demanded a vote. They said it was overdue.',
      ['Some lawmakers', 'Some lawmakers'],
    ],
    ['two at once', 'Anna Berg and Peter Lund said it works.', ['Anna Berg and Peter Lund']],
    [
      'the same somebody again',
      'A source in the ministry said it works. The source added that it lasts.',
      ['A source in the ministry', 'A source in the ministry'],
    ],
    [
      'he, of somebody without a name',
      'Peter Lund came. A French officer said it works. "It lasts," he added.',
      ['A French officer', 'A French officer'],
    ],
    [
      'nobody where another woman stands between',
      'Anna Berg came. His mother waited. "It works," she said.',
      ['?'],
    ],
    [
      'a form of address tells who is meant',
      'Donald Lund came with his daughter, Ivanka Lund. Mr. Lund said it works.',
      ['Donald Lund'],
    ],
    [
      'a description with a name in it',
      'Sen. Anna Berg came. The Vermont senator said it works.',
      ['Anna Berg'],
    ],
    ['who', 'Anna Berg, who said it works, left.', ['Anna Berg']],
    ['nobody where it is not clear', 'He said it works.', ['?']],
    [
      'two of one name: the one who was named last',
      'Anna Berg left. Her rival Peter Berg came. Berg said it works.',
      ['Peter Berg'],
    ],
  ])('%s', (_, text, expected) => {
    expect(speakers(text)).toEqual(expected);
  });

  it.each([
    [
      'Syrian Ambassador to Russia Riad Haddad claimed it failed.',
      'riad-haddad',
      'named',
      'Syrian Ambassador to Russia',
    ],
    [
      'Army spokesman Rear Admiral Tom Kirk said it works.',
      'tom-kirk',
      'named',
      'Army spokesman Rear Admiral',
    ],
    [
      'Ambassador to Saudi Arabia Anna Berg said it works.',
      'anna-berg',
      'named',
      'Ambassador to Saudi Arabia',
    ],
    [
      'Tom Kirk, the deputy chairman of the board, said it works.',
      'tom-kirk',
      'named',
      'deputy chairman of the board',
    ],
    ['A number of officials said it works.', 'unnamed-a-number-of-officials', 'unnamed', null],
    ['The Norwegian Defense Ministry said it works.', 'norwegian-defense-ministry', 'organization', null],
    ['Moscow said it works.', 'moscow', 'organization', null],
    ['The Pentagon said it works.', 'pentagon', 'organization', null],
    ['Angela Müller said it works.', 'angela-muller', 'named', null],
  ])('%s', (text, id, kind, role) => {
    const { speaker } = read(text).attributions[0] ?? { speaker: null };
    expect([speaker?.id, speaker?.kind, speaker?.role]).toEqual([id, kind, role]);
  });

  it('collects the ways a name is written, each speaker once', () => {
    const { speakers: cast } = read('Anna Berg said it works. "It lasts," Berg added. Moscow denied it.');
    expect(cast.map(({ id, variants }) => [id, variants])).toEqual([
      ['anna-berg', ['Berg']],
      ['moscow', []],
    ]);
  });

  it('gives a headline the speakers of its article', () => {
    const body = read('US Secretary of State Anna Berg said the alliance works.');
    const headline = read('Berg: alliance works', body.speakers);
    expect(headline.speakers).toEqual(body.speakers);
  });

  it('never takes a name for the author', () => {
    expect(read('Moscow said it works. Author said it fails.').speakers.map(({ id }) => id)).not.toContain(
      'author',
    );
  });
});
