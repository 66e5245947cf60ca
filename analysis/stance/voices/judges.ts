import type { Speaker } from '../../article/index.js';
import type { Finding } from '../evidence/observation.js';
import { lemmaAt, type SentenceView, verbIndexAt } from '../evidence/view.js';
import { topPhrase } from '../syntax/links.js';
import { AUTHOR, type SpeakingVoice, unnamedVoice, voiceOf } from './voice.js';

/** Relations in which somebody in the sentence judges the target. */
const JUDGING = new Set(['judged', 'regarded', 'attitude']);

/** Heads of phrases that can hold an opinion, where the article knows no speaker of that name. */
const OPINION_HOLDERS = new Set(
  `official critic analyst expert observer diplomat resident villager lawmaker politician minister leader group
   activist officer soldier commander economist lawyer scholar historian journalist columnist editor newspaper
   opposition government ally partner neighbor neighbour campaigner commentator skeptic sceptic opponent
   supporter protester protestor demonstrator survivor relative family veteran source senator deputy member
   parliamentarian doctor teacher worker union organization organisation charity party committee panel
   watchdog some many others people public voter citizen`.split(/\s+/),
);

/**
 * Who judges, where the sentence says so by its grammar and no attribution covers the words
 * ("officials have voiced doubts about it", "Haddad's criticism of it"); the author if nobody does.
 */
export function judgeOf(view: SentenceView, finding: Finding, speakers: readonly Speaker[]): SpeakingVoice {
  if (!JUDGING.has(finding.relation)) return AUTHOR;
  const phrase = judgePhrase(view, finding);
  const range = view.syntax.phrases[phrase];
  if (!range) return AUTHOR;
  const words = wordsOf(view, range.first, range.last);
  const speaker = speakers.find((known) =>
    [known.name, ...known.variants].some((name) => hasWords(words, name)),
  );
  if (speaker) return voiceOf(speaker);
  const holder = holderOf(view, phrase);
  return holder ? unnamedVoice(holder) : AUTHOR;
}

/** Index of the phrase that does the judging, or -1. */
function judgePhrase(view: SentenceView, finding: Finding): number {
  const { links, phraseAt, phrases, verbs } = view.syntax;
  const verb = verbIndexAt(view, finding.first);
  if (verb >= 0) return (verbs[verb]?.passive ? links.by[verb] : links.subject[verb]) ?? -1;
  const noun = phraseAt[finding.last] ?? -1;
  if (noun < 0) return -1;
  const owner = phrases[noun]?.owner ?? -1;
  if (owner > finding.first - 3 && owner < finding.first && owner >= 0) return noun;
  const governing = verbs.findIndex((_, index) => links.object[index] === topPhrase(phrases, noun));
  return governing >= 0 ? (links.subject[governing] ?? -1) : -1;
}

/** The words of an opinion holder with what belongs to it ("a number of officials"), or null. */
function holderOf(view: SentenceView, top: number): string | null {
  const { phrases } = view.syntax;
  let last = top;
  while (phrases[last + 1]?.parent === last && lemmaAt(view, phrases[last + 1]?.preposition ?? -1) === 'of')
    last++;
  const first = phrases[top];
  const end = phrases[last];
  if (!first || !end) return null;
  const heads = [lemmaAt(view, first.head), lemmaAt(view, end.head)];
  if (!heads.some((head) => OPINION_HOLDERS.has(head))) return null;
  return wordsOf(view, first.first, end.last);
}

function wordsOf(view: SentenceView, first: number, last: number): string {
  return view.syntax.tokens
    .slice(first, last + 1)
    .map((token) => token.text)
    .join(' ');
}

function hasWords(words: string, name: string): boolean {
  return ` ${words} `.includes(` ${name} `);
}
