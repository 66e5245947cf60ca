import type { Token } from '../../article/index.js';
import { valenceOf } from '../../language/index.js';
import type { CueEntry, ModifierEntry, Resources, VerbEntry, WordEntry } from '../../resources/index.js';
import { TermTrie } from './term-trie.js';

/** A row of one of the lexicons that carry a judgement. */
export type JudgingEntry =
  | { readonly family: 'verb'; readonly row: VerbEntry }
  | { readonly family: 'word'; readonly row: WordEntry }
  | { readonly family: 'cue'; readonly row: CueEntry };

/** The lexicons compiled for matching. */
export interface CueLexicon {
  readonly judging: TermTrie<JudgingEntry>;
  readonly modifiers: TermTrie<ModifierEntry>;
  /** Whether a word has any connotation, in these lexicons or in the general one. */
  readonly hasConnotation: (token: Token) => boolean;
}

const compiled = new WeakMap<Resources, CueLexicon>();

/** The matchers of a corpus, compiled at first use. */
export function cueLexicon(resources: Resources): CueLexicon {
  let lexicon = compiled.get(resources);
  if (!lexicon) {
    lexicon = compile(resources);
    compiled.set(resources, lexicon);
  }
  return lexicon;
}

function compile({ lexicons }: Resources): CueLexicon {
  const judging = new TermTrie<JudgingEntry>();
  for (const row of lexicons.verbs) judging.add(row.term, { family: 'verb', row });
  for (const row of lexicons.words) judging.add(row.term, { family: 'word', row });
  const known = new Set(lexicons.verbs.map((row) => row.term));
  for (const row of lexicons.cues) {
    if (row.pos === 'noun') judging.add(row.term, { family: 'cue', row });
    else if (!known.has(row.term) && row.tone in VERDICT)
      judging.add(row.term, { family: 'verb', row: asVerb(row) });
  }
  const modifiers = new TermTrie<ModifierEntry>();
  for (const row of lexicons.modifiers) modifiers.add(row.term, row);
  return { judging, modifiers, hasConnotation: connotationOf(lexicons) };
}

/** What a verb of judging makes of the one spoken of, where the verb lexicon does not say. */
const VERDICT: Partial<Record<CueEntry['tone'], number>> = { positive: 0.6, negative: -0.6 };

function asVerb({ term, tone, note }: CueEntry): VerbEntry {
  const patient = VERDICT[tone] ?? 0;
  const kind = patient > 0 ? 'speech-positive' : 'speech-negative';
  return { term, agent: 0, patient, effect: 0, valence: patient, strength: 2, kind, dimension: 'none', note };
}

/** Negations change what other words say and say nothing themselves, though lexicons rate them. */
const NEGATIONS = new Set(['not', "n't", 'no', 'never', 'nor', 'neither', 'none', 'without']);

function connotationOf({ verbs, words }: Resources['lexicons']): (token: Token) => boolean {
  const verbTerms = new Set(
    verbs.filter((row) => row.agent || row.patient || row.effect || row.valence).map((row) => row.term),
  );
  const wordTerms = new Set(words.filter((row) => row.holder || row.valence).map((row) => row.term));
  const known = (word: string) => !NEGATIONS.has(word) && (wordTerms.has(word) || valenceOf(word) !== 0);
  return ({ norm, lemma, pos }) => known(norm) || known(lemma) || (pos === 'VERB' && verbTerms.has(lemma));
}
