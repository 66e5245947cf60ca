import type { Annotated, Layers, Sentence, Span, Target } from '../../article/index.js';
import { bySpan } from '../../article/index.js';
import { targetNames } from '../names/target-names.js';
import { scanWords } from '../names/words.js';
import type { Syntax } from '../syntax/syntax.js';
import { findAnaphora, type PronounClass } from './anaphora.js';
import type { Mention } from './mention.js';
import { findNamed } from './named.js';
import { findProponents, findSpokenFor } from './proponents.js';

/** References to the target and its opponents in one text, in order. */
export interface References {
  readonly mentions: readonly Mention[];
  readonly opponents: readonly Span[];
}

export interface FoundReferences {
  readonly headline: References | null;
  readonly body: References;
  /** Ids of speakers who speak for the target. */
  readonly proponents: ReadonlySet<string>;
}

/**
 * Everything in an article that refers to the target. `given` mentions (offsets in the body)
 * replace the search; opponents are looked for in either case.
 */
export function findMentions(
  annotated: Annotated,
  target: Target,
  syntaxOf: (sentence: Sentence) => Syntax,
  given: readonly Span[] | null,
): FoundReferences {
  const names = targetNames(target);
  const texts = annotated.headline ? [annotated.headline, annotated.body] : [annotated.body];
  const named = findNamed(
    texts.map((text) => text.text),
    names,
  );
  const pronouns = pronounClass(target, annotated);
  const referred = texts.map((text, index): References => {
    const own = named[index] ?? { mentions: [], opponents: [] };
    const taken =
      given && text === annotated.body ? { ...own, mentions: givenMentions(annotated.body, given) } : own;
    const anaphora = findAnaphora(text.sentences, syntaxOf, taken, pronouns);
    const opponents = [...own.opponents, ...anaphora.opponents].sort(bySpan);
    if (taken !== own) return { mentions: taken.mentions, opponents };
    return { mentions: inOrder([...own.mentions, ...anaphora.mentions]), opponents };
  });
  const proponents = findProponents(
    texts,
    referred.map(({ mentions }) => mentions),
    names,
  );
  const references = texts.map((text, index): References => {
    const { mentions, opponents } = referred[index] ?? { mentions: [], opponents: [] };
    const spoken = given && text === annotated.body ? [] : findSpokenFor(text, proponents, mentions);
    return { mentions: inOrder([...mentions, ...spoken]), opponents };
  });
  const body = references.at(-1) ?? { mentions: [], opponents: [] };
  return { headline: annotated.headline ? (references[0] ?? null) : null, body, proponents };
}

function inOrder(mentions: readonly Mention[]): Mention[] {
  return [...mentions].sort(bySpan);
}

function givenMentions(body: Layers, given: readonly Span[]): Mention[] {
  const inside = given.filter(
    (span) => span.start >= 0 && span.start < span.end && span.end <= body.text.length,
  );
  return inOrder(inside.map(({ start, end }) => ({ start, end, basis: 'mentioned' })));
}

/** A target is a person when the article lets it speak as one, or its names are those of one. */
function pronounClass(target: Target, annotated: Annotated): PronounClass {
  const names = new Set([target.name, ...target.aliases].map((name) => name.toLowerCase()));
  const speaks = annotated.speakers.some(
    (speaker) =>
      speaker.kind === 'named' &&
      [speaker.name, ...speaker.variants].some((name) => names.has(name.toLowerCase())),
  );
  return speaks || isPersonal(target) ? 'person' : 'thing';
}

/** A full name with its last word as a short form is a person's ("Angela Merkel", "Merkel"). */
function isPersonal(target: Target): boolean {
  const words = scanWords(target.name);
  const last = words.at(-1)?.printed;
  const forms = [...target.shortForms, ...target.aliases];
  return words.length > 1 && last !== undefined && /^\p{Lu}\p{Ll}/u.test(last) && forms.includes(last);
}
