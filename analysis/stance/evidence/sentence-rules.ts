import { valenceOf } from '../../language/index.js';
import { comparisons, counterfactuals } from './frames.js';
import type { Draft } from './observation.js';
import { opponentAbilities, opponentStates } from './opponents.js';
import { lemmaAt, type SentenceView } from './view.js';
import { DEMANDING, OWED_TO_RULES } from './words-of-case.js';

type SentenceRule = (view: SentenceView) => Draft[];

/** Rules that look at a whole sentence, before single hits; their words are taken. */
export const SENTENCE_RULES: readonly SentenceRule[] = [
  demands,
  requirements,
  opponentAbilities,
  distancedNames,
  workings,
  counterfactuals,
  comparisons,
];

/** Rules whose findings stand back behind those of single hits. */
export const LATE_RULES: readonly SentenceRule[] = [opponentStates, tones];

/** How much a demand for what the target lacks says against it. */
const DEMAND = -0.6;

/** "should be authorized", "must answer for": a demand that presupposes a lack. */
function demands(view: SentenceView): Draft[] {
  const found: Draft[] = [];
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

const REQUIRING = new Set(['require', 'need', 'lack']);
const SANCTIONS = new Set(
  'mandate consent approval authorization authorisation permission resolution vote invitation'.split(' '),
);
/** How far behind "requires" the mandate may stand, in tokens. */
const SANCTION_REACH = 10;

/** "requires the consent of", "needs a mandate": a sanction that the target is said to want. */
function requirements(view: SentenceView): Draft[] {
  const { tokens, clauseAt } = view.syntax;
  return view.syntax.verbs.flatMap((group): Draft[] => {
    const role = view.targetRoles.at(group.verb);
    if (!REQUIRING.has(lemmaAt(view, group.verb)) || (role !== 'agent' && role !== 'agentPart')) return [];
    const at = tokens.findIndex(
      (token, place) =>
        place > group.verb &&
        place <= group.verb + SANCTION_REACH &&
        clauseAt[place] === clauseAt[group.verb] &&
        SANCTIONS.has(token.lemma),
    );
    return at < 0
      ? []
      : [
          {
            first: group.verb,
            last: at,
            relation: 'demand',
            value: DEMAND,
            modifiers: [],
            dimension: 'legality',
          },
        ];
  });
}

/** How much it says for the target that it works. */
const WORKS = 0.6;
const WORKING_WITH = new Set([
  'for',
  'with',
  'at',
  'as',
  'to',
  'in',
  'on',
  'toward',
  'towards',
  'together',
  'alongside',
  'closely',
  'under',
]);

/** "The campaign works", "is working well", "is not working": not "works for a bank". */
function workings(view: SentenceView): Draft[] {
  const { links, tokens, verbs } = view.syntax;
  return verbs.flatMap((group, index): Draft[] => {
    const role = view.targetRoles.at(group.verb);
    if (lemmaAt(view, group.verb) !== 'work' || (role !== 'agent' && role !== 'agentPart')) return [];
    const next = tokens[group.verb + 1];
    if ((links.object[index] ?? -1) >= 0 || WORKING_WITH.has(next?.norm ?? '') || group.infinitive) return [];
    const adverb = next?.pos === 'ADV' ? view.hits.find((hit) => hit.first === group.verb + 1) : undefined;
    // "working badly": the adverb says how.
    if ((adverb?.word?.valence ?? 0) < 0) return [];
    const negated = tokens.slice(group.first, group.verb).some((token) => NEGATORS.has(token.norm));
    return [
      {
        first: group.first,
        last: adverb ? adverb.last : group.verb,
        relation: 'verb.agent',
        value: negated ? -WORKS : WORKS,
        modifiers: negated ? ['negated'] : [],
        dimension: 'effectiveness',
      },
    ];
  });
}

const NEGATORS = new Set(['not', "n't", 'never', 'no', 'hardly']);

/** How much "so-called" before its name says against the target. */
const SO_CALLED = -0.6;

/** "the so-called coalition": doubt put on the name itself. */
function distancedNames(view: SentenceView): Draft[] {
  return view.modifiers
    .filter(
      ({ entry, last }) =>
        entry.device === 'doubt' && entry.factor < 0 && view.targetRoles.at(last) === 'modifier',
    )
    .map(({ first, last }) => ({
      first,
      last,
      relation: 'word.modifier' as const,
      value: SO_CALLED,
      modifiers: [],
      dimension: null,
    }));
}

/** AFINN values run from -5 to 5; most words lie within 3. */
const TONE_SCALE = 3;
const TONE_POS = new Set(['ADJ', 'ADV', 'NOUN', 'VERB']);

/** Words that only the general sentiment lexicon knows: a weak sign, near or far. */
function tones(view: SentenceView): Draft[] {
  const found: Draft[] = [];
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
