import type { Token } from '../../article/index.js';
import { isPartOfName } from '../cues/hits.js';
import type { Role } from '../syntax/roles.js';
import { isInside, type SentenceView } from './view.js';

/** A token of a sentence about the target with the names of what the trained word weights look at. */
export interface WordTerms {
  readonly at: number;
  readonly terms: readonly string[];
}

const CONTENT = new Set(['ADJ', 'ADV', 'NOUN', 'VERB', 'INTJ']);
/** Names and numbers say who and how many, which does not carry over to other articles. */
const UNKNOWABLE = new Set(['PROPN', 'NUM', 'PUNCT', 'SYM', 'SPACE', 'X']);
/** How far from a mention a word's place counts. */
const PLACE_REACH = 2;
/** A negator reaches this many tokens forward. */
const NEGATION_REACH = 4;
const NEGATORS = new Set([
  'not',
  "n't",
  'no',
  'never',
  'without',
  'neither',
  'nor',
  'hardly',
  'nothing',
  'nobody',
  'cannot',
]);

/**
 * Terms that begin with this say nothing of direction, only whether a passage evaluates at all:
 * those of words without any connotation, which nobody would accept as evidence.
 */
export const DIRECTIONLESS = '~';

/** Coarse places of a word towards the target. */
const PLACE: Partial<Record<Role, string>> = {
  agent: 'does',
  agentPart: 'does',
  patient: 'gets',
  patientPart: 'gets',
  patientPrep: 'gets',
  modifier: 'is',
  possessed: 'is',
  of: 'is',
  copula: 'is',
  complement: 'is',
  apposition: 'is',
  manner: 'is',
  about: 'about',
  object: 'deed',
  adjunct: 'deed',
  clause: 'near',
};

/**
 * Words as the trained word weights know them: lemma with negation ("not:good"), lemma with its
 * place towards the target ("does:fail"), pairs of neighbors, and words right beside a mention.
 */
export function wordTerms(view: SentenceView): WordTerms[] {
  const { tokens } = view.syntax;
  const hidden = [...view.targets, ...view.opponents];
  const known = tokens.map(
    ({ pos }, at) =>
      !UNKNOWABLE.has(pos) &&
      !isPartOfName(tokens, { first: at, last: at }) &&
      !isInside({ first: at, last: at }, hidden),
  );
  const negated = negatedTokens(tokens);
  const beside = placesBeside(view);
  return tokens.flatMap((token, at) => {
    if (!known[at]) return [];
    const place = PLACE[view.targetRoles.at(at)];
    const before = known[at - 1] ? tokens[at - 1] : undefined;
    const judging = view.isJudging(token);
    const mark = judging ? '' : DIRECTIONLESS;
    const terms = [
      ...(CONTENT.has(token.pos) ? contentTerms(token, negated[at] ?? false, place) : []),
      ...contextTerms(token, before, beside.get(at)),
    ].map((term) => `${mark}${term}`);
    return terms.length > 0 ? [{ at, terms }] : [];
  });
}

function contentTerms(token: Token, negated: boolean, place: string | undefined): string[] {
  const lemma = negated ? `not:${token.lemma}` : token.lemma;
  return place ? [lemma, `${place}:${lemma}`] : [lemma];
}

/** The pair with the word before, and the place right beside a mention. */
function contextTerms(token: Token, before: Token | undefined, where: string | undefined): string[] {
  const pair = before ? [`${before.lemma} ${token.lemma}`] : [];
  return where ? [...pair, `${where}:${token.lemma}`] : pair;
}

function negatedTokens(tokens: readonly Token[]): boolean[] {
  let reach = 0;
  return tokens.map((token) => {
    const negated = reach > 0;
    reach = token.pos === 'PUNCT' ? 0 : reach - 1;
    if (NEGATORS.has(token.norm)) reach = NEGATION_REACH;
    return negated;
  });
}

/** Names of the places right before and after mentions ("left1", "right2"). */
function placesBeside(view: SentenceView): Map<number, string> {
  const places = new Map<number, string>();
  for (const { first, last } of view.targets) {
    for (let step = 1; step <= PLACE_REACH; step++) {
      places.set(first - step, `left${step}`);
      places.set(last + step, `right${step}`);
    }
  }
  return places;
}
