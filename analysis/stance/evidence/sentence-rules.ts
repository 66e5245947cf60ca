import { valenceOf } from '../../language/index.js';
import type { Finding } from './observation.js';
import { opponentAbilities, opponentStates } from './opponents.js';
import { lemmaAt, type SentenceView } from './view.js';
import { DEMANDING, OWED_TO_RULES } from './words-of-case.js';

type SentenceRule = (view: SentenceView) => Finding[];

/** Rules that look at a whole sentence, before single hits; their words are taken. */
export const SENTENCE_RULES: readonly SentenceRule[] = [demands, opponentAbilities];

/** Rules whose findings stand back behind those of single hits. */
export const LATE_RULES: readonly SentenceRule[] = [opponentStates, tones];

/** How much a demand for what the target lacks says against it. */
const DEMAND = -0.6;

/** "should be authorized", "must answer for": a demand that presupposes a lack. */
function demands(view: SentenceView): Finding[] {
  const found: Finding[] = [];
  view.syntax.verbs.forEach((group) => {
    if (group.modal === null || !DEMANDING.has(group.modal)) return;
    if (!OWED_TO_RULES.has(lemmaAt(view, group.verb))) return;
    const role = view.targetRoles.at(group.verb);
    if (role === 'clause' || role === 'sentence') return;
    found.push({
      first: group.first,
      last: group.verb,
      relation: 'demand',
      value: DEMAND,
      modifiers: [],
      dimension: null,
    });
  });
  return found;
}

/** AFINN values run from -5 to 5; most words lie within 3. */
const TONE_SCALE = 3;
const TONE_POS = new Set(['ADJ', 'ADV', 'NOUN', 'VERB']);

/** Words that only the general sentiment lexicon knows: a weak sign, near or far. */
function tones(view: SentenceView): Finding[] {
  const found: Finding[] = [];
  view.syntax.tokens.forEach((token, at) => {
    if (!TONE_POS.has(token.pos)) return;
    const valence = valenceOf(token.norm) || valenceOf(token.lemma);
    if (valence === 0) return;
    const relation = view.targetRoles.at(at) === 'sentence' ? 'tone.far' : 'tone.near';
    found.push({
      first: at,
      last: at,
      relation,
      value: valence / TONE_SCALE,
      modifiers: [],
      dimension: null,
    });
  });
  return found;
}
