import { describe, expect, it } from '@jest/globals';
import { NameTrie } from '../../analysis/stance/names/name-trie.js';
import { scanWords } from '../../analysis/stance/names/words.js';

function found(names: readonly string[], text: string): string[] {
  const trie = new NameTrie<string>();
  for (const name of names) trie.add(name, name);
  return trie.find(scanWords(text)).map(({ start, end }) => text.slice(start, end));
}

describe('NameTrie', () => {
  it('matches whole words in any case, longest first', () => {
    expect(found(['coalition', 'US-led coalition'], 'The us-led Coalition and coalitions')).toEqual([
      'us-led Coalition',
    ]);
  });

  it('matches acronyms as printed only', () => {
    expect(found(['IS'], 'This is what IS is')).toEqual(['IS']);
    expect(found(['NATO'], 'nato, Nato, NATO')).toEqual(['NATO']);
  });

  it('does not take everyday words in a line of capitals for acronyms', () => {
    expect(found(['IS'], 'THIS IS WHAT IS MEANT')).toEqual([]);
    expect(found(['NATO'], 'THIS IS WHAT NATO MEANT')).toEqual(['NATO']);
  });

  it('sees through hyphens, dots of acronyms and curly apostrophes', () => {
    expect(found(['US-led coalition'], 'a U.S.-led coalition, a US led coalition')).toEqual([
      'U.S.-led coalition',
      'US led coalition',
    ]);
    expect(found(["Da'esh"], 'Da’esh fell')).toEqual(['Da’esh']);
  });

  it('takes names as strings, never as patterns', () => {
    expect(found(['a.c', '(a+)+', 'C++'], 'abc aaa C++ a.c (a+)+')).toEqual(['C++', 'a.c', '(a+)+']);
  });

  it('ignores empty names', () => {
    expect(found(['', '  ', '-'], 'anything - at all')).toEqual([]);
  });
});
