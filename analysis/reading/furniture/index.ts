import { type Block, OUTSIDE_CONTENT } from '../page.js';
import { captionRules } from './caption-rules.js';
import { controlRules, dateRules } from './line-rules.js';
import { measure } from './measures.js';
import { noticeRules } from './notice-rules.js';
import { proseOf } from './prose.js';
import {
  type FurnitureRole,
  type FurnitureRule,
  type PageWords,
  rule,
  type Seen,
  type Verdict,
} from './rule.js';

export type { Measures } from './measures.js';
export { comparable, phraseMatcher } from './phrases.js';
export type { Prose } from './prose.js';
export type { FurnitureRole, PageWords, Seen, Verdict } from './rule.js';

/** Characters that rules look at: no furniture is longer, and time stays linear. */
const LINE_LENGTH = 400;

/** Words from which on a sentence is not furniture for a phrase it contains. */
const MAX_PHRASE_SENTENCE = 12;

/** Roles of those reasons of the lexicon that say more than "not of the article". */
const PHRASE_ROLES: ReadonlyMap<string, FurnitureRole> = new Map([
  ['comments prompt', 'comments'],
  ['picture caption or credit', 'caption'],
  ['author note', 'own'],
  ['legal notice', 'own'],
  ['end mark', 'own'],
  ['link to another article', 'pointer'],
  ['list of other articles', 'pointer'],
]);

const phraseRule: FurnitureRule = {
  name: 'phrase',
  judge: ({ line, measures, words }) => {
    if (measures.ended && (measures.words > MAX_PHRASE_SENTENCE || measures.quotes)) return null;
    const reason = words.phrases(line);
    return reason === null ? null : { reason, role: PHRASE_ROLES.get(reason) ?? 'aside' };
  },
};

/** Every rule that recognizes furniture by a block alone; the first that holds gives the reason. */
const furnitureRules: readonly FurnitureRule[] = [
  ...dateRules,
  ...noticeRules,
  ...captionRules,
  ...controlRules,
  phraseRule,
  rule(
    'form',
    'form of the page',
    'aside',
    ({ line, measures }) =>
      measures.words <= 3 && /^(?:name|e-?mail|website|search|submit|password)\b/iu.test(line),
  ),
];

/** A block as the rules see it. */
export function see(block: Block, words: PageWords): Seen {
  const measures = measure(block);
  return { block, measures, prose: proseOf(block, measures), line: block.text.slice(0, LINE_LENGTH), words };
}

/**
 * Why the block is furniture wherever it stands, or null where only its place can tell. What markup
 * sets outside the article may still be its date, its tags or its notice.
 */
export function judge(seen: Seen): Verdict | null {
  const { outside } = seen.block;
  const verdict = firstVerdict(seen);
  if (outside === null || (verdict && verdict.role !== 'aside')) return verdict;
  return verdict ?? { reason: outside, role: outside === OUTSIDE_CONTENT ? 'outside' : 'aside' };
}

function firstVerdict(seen: Seen): Verdict | null {
  for (const { judge: apply } of furnitureRules) {
    const verdict = apply(seen);
    if (verdict) return verdict;
  }
  return null;
}
