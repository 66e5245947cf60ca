import { describe, expect, it } from '@jest/globals';
import { sentencesOf } from '../../analysis/language/index.js';
import { RoleMap } from '../../analysis/stance/syntax/roles.js';
import { parseSyntax, type Syntax } from '../../analysis/stance/syntax/syntax.js';

function parse(text: string): Syntax {
  const [sentence] = sentencesOf(text, [{ ordinal: 1, role: 'body', start: 0, end: text.length }]);
  if (!sentence) throw new Error('no sentence');
  return parseSyntax(sentence);
}

function words(syntax: Syntax, phrase: number | undefined): string | null {
  const range = syntax.phrases[phrase ?? -1];
  return range
    ? syntax.tokens
        .slice(range.first, range.last + 1)
        .map((token) => token.text)
        .join(' ')
    : null;
}

/** Verb, subject and object of each verb group. */
function links(text: string): (string | null)[][] {
  const syntax = parse(text);
  return syntax.verbs.map((group, at) => [
    syntax.tokens[group.verb]?.text ?? '',
    words(syntax, syntax.links.subject[at]),
    words(syntax, syntax.links.object[at]),
  ]);
}

function role(text: string, mention: string, word: string): string {
  const syntax = parse(text);
  const at = (wanted: string) => syntax.tokens.findIndex((token) => token.text === wanted);
  return new RoleMap(syntax, [{ first: at(mention), last: at(mention) }]).at(at(word));
}

describe('parseSyntax', () => {
  it.each([
    ['The mission opened two roads.', ['opened', 'The mission', 'two roads']],
    ['The mission has managed to open the road.', ['open', 'The mission', 'the road']],
    ['The missions that we have flown have reduced the threat.', ['reduced', 'The missions', 'the threat']],
    ['The alliance led by Washington has lost the war.', ['lost', 'The alliance', 'the war']],
    ['Russia, which is not taking part, has stated its view.', ['stated', 'Russia', 'its view']],
    ['It is harder for the rebels to assemble forces.', ['assemble', 'the rebels', 'forces']],
  ])('finds who does what: %s', (text, expected) => {
    expect(links(text)).toContainEqual(expected);
  });

  it.each([
    ['The mission opened two roads.', 'mission', 'opened', 'agent'],
    ['Villagers praised the mission.', 'mission', 'praised', 'patient'],
    ['Villagers praised the results of the mission.', 'mission', 'praised', 'patientPart'],
    ['The mission was criticized by villagers.', 'mission', 'criticized', 'patient'],
    ['The mission is ineffective.', 'mission', 'ineffective', 'copula'],
    ['The mission is brave but ineffective.', 'mission', 'ineffective', 'copula'],
    ["The mission's credibility fell.", 'mission', 'credibility', 'possessed'],
    ['Officials have doubts about the mission.', 'mission', 'doubts', 'about'],
    ['Officials have doubts about the efficiency of the mission.', 'mission', 'doubts', 'about'],
    ['The mission is acting inefficiently.', 'mission', 'inefficiently', 'manner'],
    ['Villagers called the mission a failure.', 'mission', 'failure', 'complement'],
    ['Critics of the mission were arrested.', 'mission', 'arrested', 'clause'],
    ['Four men were killed in a mission strike.', 'mission', 'killed', 'agentPart'],
  ])('gives words their role: %s', (text, mention, word, expected) => {
    expect(role(text, mention, word)).toBe(expected);
  });
});
