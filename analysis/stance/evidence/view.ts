import type { Sentence, Token } from '../../article/index.js';
import type { Resources, VerbEntry } from '../../resources/index.js';
import { type CueHit, findHits, findModifiers, type ModifierHit } from '../cues/hits.js';
import { cueLexicon } from '../cues/lexicon.js';
import { RoleMap, type TokenRange } from '../syntax/roles.js';
import type { Syntax } from '../syntax/syntax.js';

/** One sentence with all that the rules look at. */
export interface SentenceView {
  readonly sentence: Sentence;
  readonly syntax: Syntax;
  readonly hits: readonly CueHit[];
  readonly modifiers: readonly ModifierHit[];
  readonly targets: readonly TokenRange[];
  readonly opponents: readonly TokenRange[];
  readonly targetRoles: RoleMap;
  /** Null without an opponent in the sentence. */
  readonly opponentRoles: RoleMap | null;
  /** Lexicon row of each verb group, null for verbs that the lexicon does not know. */
  readonly verbEntries: readonly (VerbEntry | null)[];
  /** Words that only report who speaks ("claimed"): they judge nobody unless they judge the target. */
  readonly reporting: readonly TokenRange[];
  /** Whether a word has a connotation of its own. */
  readonly isJudging: (token: Token) => boolean;
}

/** Puts together the view of one sentence. */
export function viewOf(
  sentence: Sentence,
  syntax: Syntax,
  targets: readonly TokenRange[],
  opponents: readonly TokenRange[],
  reporting: readonly TokenRange[],
  resources: Resources,
): SentenceView {
  const lexicon = cueLexicon(resources);
  const hits = findHits(sentence.tokens, lexicon);
  const byAnchor = new Map(hits.map((hit) => [hit.anchor, hit.verb]));
  return {
    sentence,
    syntax,
    hits,
    modifiers: findModifiers(sentence.tokens, lexicon).filter((modifier) => !isInside(modifier, reporting)),
    targets,
    opponents,
    targetRoles: new RoleMap(syntax, targets),
    opponentRoles: opponents.length > 0 ? new RoleMap(syntax, opponents) : null,
    reporting,
    isJudging: lexicon.hasConnotation,
    verbEntries: syntax.verbs.map((group) => byAnchor.get(group.verb) ?? null),
  };
}

/** Whether a range shares a token with any of the others. */
export function isInside(range: TokenRange, others: readonly TokenRange[]): boolean {
  return others.some((other) => range.first <= other.last && range.last >= other.first);
}

/** Index of the verb group whose full verb stands at a position, or -1. */
export function verbIndexAt(view: SentenceView, position: number): number {
  return view.syntax.verbs.findIndex((group) => group.verb === position);
}

/** Lemma at a position, empty outside the sentence. */
export function lemmaAt(view: SentenceView, position: number): string {
  return view.syntax.tokens[position]?.lemma ?? '';
}
