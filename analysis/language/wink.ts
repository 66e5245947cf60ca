import { createRequire } from 'node:module';
import type { Model } from 'wink-eng-lite-web-model';
import type { ItsFunction, ItsHelpers, PartOfSpeech, WinkMethods } from 'wink-nlp';

/** The parts of wink's core model that its own type leaves out. */
interface CoreModel {
  readonly features: {
    readonly lexeme: { readonly hash: Readonly<Record<string, number>>; readonly intrinsicSize: number };
  };
}

type WinkNlp = (model: Model, pipe: string[]) => WinkMethods & { readonly its: ItsHelpers };

export interface Wink {
  /** Part of speech and lemma of each of the words, in their context. */
  readonly tag: (words: readonly string[]) => { pos: PartOfSpeech[]; lemmas: string[] };
  /** Whether the model's own dictionary holds this form, as one token. */
  readonly knows: (word: string) => boolean;
}

/** Endings of what the model cuts in two even without an apostrophe ("dont", "theyre", "cannot"). */
const CUT_IN_TWO = /(?:nt|ve|re|ll|am|not)$/iu;

let loaded: Wink | null = null;

/** The tagger, loaded at the first call (about 0.2 s). */
export function wink(): Wink {
  loaded ??= load();
  return loaded;
}

function load(): Wink {
  const require = createRequire(import.meta.url);
  const winkNlp = require('wink-nlp') as WinkNlp;
  const model = require('wink-eng-lite-web-model') as Model & { core: () => CoreModel };
  let core: CoreModel | null = null;
  const nlp = winkNlp(
    {
      ...model,
      core: () => {
        core = model.core();
        return core;
      },
    },
    ['pos'],
  );
  const { its } = nlp;
  const lexeme = (core as CoreModel | null)?.features.lexeme;
  const tag: Wink['tag'] = (words) => {
    const tokens = nlp.readDoc(words.join(' ')).tokens();
    return {
      pos: tokens.out(its.pos) as PartOfSpeech[],
      lemmas: tokens.out(its.lemma as ItsFunction<string>),
    };
  };
  const whole = new Map<string, boolean>();
  const isWhole = (word: string) => {
    const known = whole.get(word) ?? tag([word]).pos.length === 1;
    whole.set(word, known);
    return known;
  };
  const inDictionary = (word: string) =>
    (lexeme?.hash[word] ?? Number.POSITIVE_INFINITY) < (lexeme?.intrinsicSize ?? 0);
  return { tag, knows: (word) => inDictionary(word) && (!CUT_IN_TWO.test(word) || isWhole(word)) };
}
