import type { Finding, Relation } from '../evidence/observation.js';

/** Who is meant, in the words of the reader: the target's name and what it does to its opponent. */
type Sentence = (words: string, target: string, favors: boolean) => string;

const well = (favors: boolean) => (favors ? 'well' : 'badly');
const good = (favors: boolean) => (favors ? 'good' : 'bad');

/** One sentence per relation: what the words say of the target. */
const REASONS: Readonly<Record<Relation, Sentence>> = {
  'verb.agent': (words, target, favors) => `“${words}” makes ${target}, who does it, look ${good(favors)}`,
  'verb.agentPart': (words, target, favors) =>
    `“${words}” makes what belongs to ${target}, and does it, look ${good(favors)}`,
  judged: (words, target, favors) => `“${words}” judges ${target} ${well(favors)}`,
  regarded: (words, target, favors) => `“${words}” sees ${target} in a ${good(favors)} light`,
  treated: (words, target, favors) => `“${words}”, done to ${target}, makes it look ${good(favors)}`,
  treatedPart: (words, target, favors) =>
    `“${words}”, done to what belongs to ${target}, makes it look ${good(favors)}`,
  'verb.said': (words, target, favors) => `“${words}” puts what ${target} says in a ${good(favors)} light`,
  'verb.near': (words, target, favors) =>
    `“${words}” stands with ${target} in one clause and sounds ${good(favors)}`,
  'verb.far': (words, target, favors) => `“${words}” sounds ${good(favors)} in a sentence about ${target}`,
  attitude: (words, target, favors) =>
    `“${words}” is an attitude to ${target} that ${favors ? 'favors' : 'disfavors'} it`,
  'word.modifier': (words, target, favors) => `“${words}” describes ${target} as ${good(favors)}`,
  'word.possessed': (words, target, favors) =>
    `“${words}” belongs to ${target} and speaks ${favors ? 'for' : 'against'} it`,
  'word.of': (words, target, favors) =>
    `“${words}” is said of ${target} and speaks ${favors ? 'for' : 'against'} it`,
  'word.about': (words, target, favors) =>
    `“${words}” is about ${target} and speaks ${favors ? 'for' : 'against'} it`,
  'word.copula': (words, target, favors) => `${target} is said to be “${words}”, which is ${good(favors)}`,
  'word.manner': (words, target, favors) => `“${words}” says that ${target} acts ${well(favors)}`,
  'word.object': (words, target, favors) =>
    `what ${target} does is about “${words}”, which is ${good(favors)}`,
  'word.complement': (words, target, favors) => `“${words}” is said of ${target} and is ${good(favors)}`,
  'word.apposition': (words, target, favors) => `“${words}” describes ${target} as ${good(favors)}`,
  'word.adjunct': (words, target, favors) =>
    `“${words}” stands with what ${target} does and sounds ${good(favors)}`,
  'word.near': (words, target, favors) =>
    `“${words}” stands with ${target} in one clause and sounds ${good(favors)}`,
  'word.far': (words, target, favors) => `“${words}” sounds ${good(favors)} in a sentence about ${target}`,
  'opponent.harmed': (words, target, favors) =>
    favors
      ? `“${words}” says that ${target} harms its opponent`
      : `“${words}” says that ${target} helps its opponent`,
  'opponent.state': (words, target, favors) =>
    `“${words}” says that the opponent of ${target} fares ${favors ? 'badly' : 'well'}`,
  'people.harmed': (words, target, favors) =>
    favors ? `“${words}” denies that ${target} harms people` : `“${words}” says that ${target} harms people`,
  ease: (words, target, favors) =>
    `“${words}” says that things go ${favors ? 'the way of' : 'against'} ${target}`,
  demand: (words, target) => `“${words}” demands of ${target} what it is said to lack`,
  'tone.near': (words, target, favors) => `“${words}” sounds ${good(favors)} in one clause with ${target}`,
  'tone.far': (words, target, favors) => `“${words}” sounds ${good(favors)} in a sentence about ${target}`,
  wording: (words, _target, favors) =>
    `“${words}”, where it stands here, is usual in passages that ${favors ? 'favor' : 'disfavor'} what they speak of`,
};

const CHANGES: Readonly<Record<string, string>> = {
  negated: 'negated',
  hedged: 'hedged',
  distanced: 'reported at a distance',
  conceded: 'granted only in passing',
  intensified: 'made stronger',
  softened: 'made weaker',
  contrasted: 'outweighed by what follows',
  rejected: 'set aside',
  reduced: 'made less by the verb',
  doubted: 'put in doubt',
  counterfactual: 'what would be without it',
  compared: 'said of what it is compared with',
  asked: 'asked, not stated',
  excessive: 'said to be too much',
  unreal: 'what was not done',
};

/**
 * A sentence for the reader: what the words say of the target, and what changed their weight. Where
 * the trained word weights turn the direction, that is what it says.
 */
export function reasonOf(finding: Finding, favors: boolean, words: string, target: string): string {
  const relation = finding.value > 0 === favors ? finding.relation : 'wording';
  const sentence = REASONS[relation](words, target, favors);
  if (relation === 'wording') return sentence;
  const changes = finding.modifiers.map((modifier) => CHANGES[modifier] ?? modifier);
  return changes.length === 0 ? sentence : `${sentence} (${changes.join(', ')})`;
}

/** A sentence for words that no rule names: the trained model weighs them where they stand. */
export function learnedReason(words: string, target: string, favors: boolean): string {
  return `“${words}”, where it stands, reads as speaking ${favors ? 'for' : 'against'} ${target}`;
}
