import { describe, expect, it } from '@jest/globals';
import { statements } from './read.js';

/** Texts with what is said in them: "speaker | cue | content". */
const CASES: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'direct, with the name before the verb',
    '"Our efforts work," Foreign Minister Jan Hammond said.',
    ['Jan Hammond | said | "Our efforts work,"'],
  ],
  [
    'inverted',
    '‘We will win,’ said Hammond, the British foreign secretary, who was in Brussels.',
    ['Hammond | said | ‘We will win,’'],
  ],
  ['inverted without quotation', 'Coalition failing, says Syria', ['Syria | says | Coalition failing']],
  [
    'a quotation that goes on after the name',
    '"The mission is a success," the general said. "It is not," replied the senator. "You are wrong."',
    [
      'the general | said | "The mission is a success,"',
      'the senator | replied | "It is not," … "You are wrong."',
    ],
  ],
  [
    'a continued quotation is a second statement',
    '"The raids work," Anna Berg said. "We go on," she added.',
    ['Anna Berg | said | "The raids work,"', 'Anna Berg | added | "We go on,"'],
  ],
  [
    'indirect with and without "that"',
    'Lavrov said on Monday that the raids had failed. Kerry insisted they work.',
    ['Lavrov | said | that the raids had failed', 'Kerry | insisted | they work'],
  ],
  [
    'mixed',
    'A Western diplomat, who asked not to be named, described the mission as "a disaster".',
    ['A Western diplomat | described | the mission as "a disaster"'],
  ],
  [
    'a statement between commas',
    'The alliance, Turkish Prime Minister Ahmet Davutoglu said on Tuesday, has no strategy.',
    ['Ahmet Davutoglu | said | The alliance … has no strategy'],
  ],
  [
    'according to',
    'According to Moscow, the raids are illegal.',
    ['Moscow | According to | the raids are illegal'],
  ],
  [
    'in the view of',
    "In the ambassador's view, the alliance is failing.",
    ['the ambassador | view | the alliance is failing'],
  ],
  [
    'verbs with an object as content',
    'Iranian Foreign Minister Javad Zarif accused the alliance of prolonging the war and urged Riyadh to stop.',
    ['Javad Zarif | accused | the alliance of prolonging the war', 'Javad Zarif | urged | Riyadh to stop'],
  ],
  [
    'set phrases',
    'Several lawmakers have voiced doubts about the cost of the strikes.',
    ['Several lawmakers | have voiced doubts about | the cost of the strikes'],
  ],
  [
    'participles share the subject',
    'Officials praised the pact, calling it a milestone and adding that more would follow.',
    [
      'Officials | praised | the pact',
      'Officials | calling | it a milestone',
      'Officials | adding | that more would follow',
    ],
  ],
  [
    'cue nouns',
    'His claim that the raids failed was rejected by the Pentagon.',
    ['? | claim | that the raids failed', 'Pentagon | was rejected | His claim that the raids failed'],
  ],
  [
    'passive',
    'The alliance has been criticized by human rights groups for killing civilians.',
    ['human rights groups | has been criticized | The alliance … for killing civilians'],
  ],
  [
    'hearsay has no speaker',
    'Reports that the alliance had bombed a hospital were dismissed.',
    ['? | Reports | that the alliance had bombed a hospital'],
  ],
  [
    'what follows a colon',
    'Colonel Anna Berg, a spokeswoman for the alliance, told reporters: "We had no reason to strike."',
    ['Anna Berg | told | "We had no reason to strike."'],
  ],
  [
    'any verb after a quotation',
    '"Nobody asked me," Hammond deadpanned.',
    ['Hammond | deadpanned | "Nobody asked me,"'],
  ],
  [
    'as X put it',
    'As the general put it, "this will take years".',
    ['the general | put | "this will take years"'],
  ],
  [
    'nested',
    'Lavrov said Washington believes the strikes are working.',
    [
      'Lavrov | said | Washington believes the strikes are working',
      'Washington | believes | the strikes are working',
    ],
  ],
  [
    'a quotation over two paragraphs',
    '"It was a deliberate attack.\n"We will never forgive it," said the doctor.',
    ['the doctor | said | "It was a deliberate attack. … "We will never forgive it,"'],
  ],
  [
    'a paragraph that is all quotation, after one voice',
    '"The raids work," said Anna Berg.\n"They have cost the enemy its oil and its roads, and they will go on."',
    [
      'Anna Berg | said | "The raids work," … "They have cost the enemy its oil and its roads, and they will go on."',
    ],
  ],
  [
    'a transcript',
    'ANCHOR: Does the air campaign work?\nKERRY: It does.\nANCHOR: How do you know?',
    ['ANCHOR | : | Does the air campaign work?', 'KERRY | : | It does.', 'ANCHOR | : | How do you know?'],
  ],
  ['a headline with a colon', 'Kerry: coalition is working', ['Kerry | : | coalition is working']],
  [
    'a headline with a shred of quotation',
    "US-led strikes 'have killed 1,000', monitors say",
    ["monitors | say | US-led strikes 'have killed 1,000'"],
  ],
  [
    'no capitals',
    'he was late. kerry added that it would take time.',
    ['kerry | added | that it would take time'],
  ],
  [
    'a statement cut in two after its verb',
    'It was, Anna Berg said, one of the worst raids.',
    ['Anna Berg | said | It was … one of the worst raids'],
  ],
  [
    'only the last clause before ", she said"',
    'Anna Berg left; most families, she said, had fled.',
    ['Anna Berg | said | most families … had fled'],
  ],
  [
    'a source described by a clause',
    'An official who attended the session said Mr. Lund had told them that it works.',
    ['An official | said | Mr. Lund had told them that it works', 'Lund | had told | that it works'],
  ],
  [
    'a subordinate clause ends the statement',
    'While Moscow said the raids failed, the ministers went home.',
    ['Moscow | said | the raids failed'],
  ],
  [
    'a verb that could be a noun',
    'Peter Lund, who heads a think tank in Oslo, doubts that the alliance will last.',
    ['Peter Lund | doubts | that the alliance will last'],
  ],
  [
    'said of somebody, by nobody in particular',
    'The strikes are said to have killed many.',
    ['? | are said to | The strikes … have killed many'],
  ],
  ['what nobody said', 'Nobody suggested that it works. No delegation mentioned the raids.', []],
  ['what is wanted or possible is not said', 'Partners should publish what they give.', []],
  ['deeds do not speak', 'The raids have claimed many lives.', []],
  ['a clause that describes a noun', 'They issued a statement that sorts the efforts.', []],
  ['asked in passing', 'Asked how long it would take, he shrugged.', []],
  ['scare quotes and titles are nobody speaking', 'The "moderate" rebels watched "The Square" in Idlib.', []],
  ['a label before a colon is nobody', 'Analysis: the coalition after a year', []],
  ['a verb of another sense is no cue', 'The delegates held talks and saw the old town.', []],
  ['the author is no source', 'I think we know that the strikes work.', []],
];

describe('attribute', () => {
  it.each(CASES)('%s', (_, text, expected) => {
    expect(statements(text)).toEqual(expected);
  });
});
