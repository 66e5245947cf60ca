import type { Annotated, Layers, Sentence, Span, Target } from '../article/index.js';
import type { Resources } from '../resources/index.js';
import { type Observed, observe } from './evidence/observe.js';
import { findAboutness } from './mentions/aboutness.js';
import { findMentions, type References } from './mentions/find-mentions.js';
import { parseSyntax, type Syntax } from './syntax/syntax.js';

/** One text of an article with what it says of a target. */
export interface ObservedText {
  readonly text: Layers;
  readonly references: References;
  readonly observed: readonly Observed[];
}

export interface ObservedArticle {
  readonly headline: ObservedText | null;
  readonly body: ObservedText;
}

/** Finds mentions and the words that judge the target, in headline and body; nothing is weighed yet. */
export function observeArticle(
  annotated: Annotated,
  target: Target,
  resources: Resources,
  given: readonly Span[] | null,
): ObservedArticle {
  const syntaxOf = rememberedSyntax();
  const found = findMentions(annotated, target, syntaxOf, given);
  const read = (text: Layers, references: References): ObservedText => ({
    text,
    references,
    observed: observe(text, references, findAboutness(text, references), syntaxOf, resources),
  });
  return {
    headline: annotated.headline && found.headline ? read(annotated.headline, found.headline) : null,
    body: read(annotated.body, found.body),
  };
}

/** Where an article refers to a target: in offsets of its title, and of its text. */
export function mentionsOf(annotated: Annotated, target: Target): { headline: Span[]; body: Span[] } {
  const found = findMentions(annotated, target, rememberedSyntax(), null);
  const spans = (references: References | null): Span[] =>
    (references?.mentions ?? []).map(({ start, end }) => ({ start, end }));
  return { headline: spans(found.headline), body: spans(found.body) };
}

function rememberedSyntax(): (sentence: Sentence) => Syntax {
  const parsed = new Map<Sentence, Syntax>();
  return (sentence) => {
    let syntax = parsed.get(sentence);
    if (!syntax) {
      syntax = parseSyntax(sentence);
      parsed.set(sentence, syntax);
    }
    return syntax;
  };
}
