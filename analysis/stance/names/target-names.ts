import type { Target } from '../../article/index.js';
import { NameTrie } from './name-trie.js';
import { scanWords } from './words.js';

/** What a name found in a text stands for. */
export type NameKind = 'alias' | 'shortForm' | 'activity' | 'lookalike' | 'opponent';

/** The names of a target compiled for matching. */
export interface TargetNames {
  readonly trie: NameTrie<NameKind>;
  /** Words that occur in aliases: a short form made of them names the target, others only point to it. */
  readonly aliasWords: ReadonlySet<string>;
  /** Words of the target's full name: a look-alike with one of them takes the target's place. */
  readonly nameWords: ReadonlySet<string>;
  /** Words of all names that belong to the target's case, opponents' and proponents' included. */
  readonly caseWords: ReadonlySet<string>;
  /** First words of proponents' names that are capitalized, such as countries ("US", "British"). */
  readonly proponentNations: ReadonlySet<string>;
  /** Proponents and the target itself: who may say "we" for it. */
  readonly proponents: NameTrie<true>;
}

const compiled = new WeakMap<Target, TargetNames>();

/** The matchers of a target, compiled at first use. */
export function targetNames(target: Target): TargetNames {
  let names = compiled.get(target);
  if (!names) {
    names = compile(target);
    compiled.set(target, names);
  }
  return names;
}

function compile(target: Target): TargetNames {
  const trie = new NameTrie<NameKind>();
  const aliases = [target.name, ...target.aliases];
  for (const name of aliases) trie.add(bare(name), 'alias');
  for (const name of target.lookalikes) trie.add(name, 'lookalike');
  for (const name of target.shortForms) trie.add(bare(name), 'shortForm');
  for (const name of target.activities) trie.add(bare(name), 'activity');
  for (const name of target.opponents) trie.add(bare(name), 'opponent');
  const proponents = new NameTrie<true>();
  for (const name of [...aliases, ...target.shortForms, ...target.proponents])
    proponents.add(bare(name), true);
  return {
    trie,
    aliasWords: wordsOf(aliases),
    nameWords: wordsOf([target.name]),
    caseWords: wordsOf([...aliases, ...target.opponents, ...target.proponents]),
    proponentNations: nationsOf(target.proponents),
    proponents,
  };
}

/** Words that open names of offices rather than of countries. */
const OFFICES = new Set(
  'secretary state king president white joint central special coalition combined foreign defense defence prime security'.split(
    ' ',
  ),
);

/** The first words of names of several words, where another word of office follows ("British Prime Minister"). */
function nationsOf(proponents: readonly string[]): Set<string> {
  const nations = proponents.flatMap((name) => {
    const [first, ...rest] = scanWords(name);
    const office = rest.some(
      (word) =>
        OFFICES.has(word.norm) ||
        /^(?:military|officials?|administration|forces|army|government)$/u.test(word.norm),
    );
    return first && office && /^\p{Lu}/u.test(first.printed) && !OFFICES.has(first.norm) ? [first.norm] : [];
  });
  return new Set(nations);
}

function bare(name: string): string {
  return name.replace(/^the\s+/iu, '');
}

function wordsOf(names: readonly string[]): Set<string> {
  return new Set(names.flatMap((name) => scanWords(name).map((word) => word.norm)));
}
