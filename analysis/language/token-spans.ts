import type { Span } from '../article/index.js';
import { takesFullStop } from './abbreviations.js';

/** Longest token in code units; what is longer is cut, so that no later step meets a 1 MB word. */
const LONGEST_TOKEN = 120;

/*
 * Alternatives in order of preference, tried at one position each. All repetitions are over disjoint
 * character classes or bounded, so that scanning is linear in the text.
 */
const ADDRESS = String.raw`(?:https?:\/\/|www\.)[^\s<>"“”«»]{1,120}|[\w.+-]{1,64}@[\w.-]{1,64}\w`;
const DOMAIN = String.raw`[\p{L}\p{N}-]{1,60}\.(?:com|org|net|gov|edu|info|io|co\.uk|news)(?![\p{L}\p{N}])`;
const HANDLE = String.raw`[@#]\w{1,64}`;
const INITIALISM = String.raw`[A-HJ-Z]\.(?=\s{1,3}\p{Lu})|(?:\p{L}\.){2,20}(?:[-‑]\p{L}{1,40}){0,3}`;
const NUMBER = String.raw`\p{N}{1,40}(?:[.,:/]\p{N}{1,20}){0,10}(?:[-‑–]\p{L}{1,40}){0,4}\p{L}{0,40}`;
const WORD = String.raw`[\p{L}\p{M}\p{N}_]{1,60}(?:[-‑'’ʼ&][\p{L}\p{M}\p{N}_]{1,60}){0,6}`;
const MARKS = "\\.{2,20}|-{2,20}|(?<=\\S)'(?='')|''|``";
const TOKEN = new RegExp(
  `${ADDRESS}|${DOMAIN}|${HANDLE}|${INITIALISM}|${NUMBER}|${WORD}|${MARKS}|[^\\s]`,
  'uy',
);

const LONGEST_ABBREVIATION = 6;

/** Enclitics that become tokens of their own: "n't", "'s", "'re". */
const ENCLITIC = /(?:n['’ʼ]t|['’ʼ](?:s|re|ve|ll|d|m))$/iu;
const TRAILING_PUNCTUATION = /[.,;:!?)\]]+$/u;

/**
 * Token spans of the part of `text` inside `span`, in order. The same characters always give the
 * same tokens. Contractions are split ("do|n't", "Kerry|'s", "can|not"), words with hyphens and
 * initialisms are kept whole ("US-led", "U.S."), each other mark stands alone.
 */
export function tokenSpans(text: string, span: Span): Span[] {
  const spans: Span[] = [];
  let at = span.start;
  while (at < span.end) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const end = Math.min(endOfToken(text, at), span.end);
    pushParts(text, { start: at, end }, spans);
    at = Math.max(end, spans.at(-1)?.end ?? end);
  }
  return spans;
}

function isSpace(code: number): boolean {
  return (
    code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x3000 || code === 0xfeff
  );
}

function endOfToken(text: string, at: number): number {
  TOKEN.lastIndex = at;
  const match = TOKEN.exec(text);
  if (!match) return at + 1;
  let word = match[0].slice(0, LONGEST_TOKEN);
  if (/^(?:https?:|www\.)/iu.test(word)) word = word.replace(TRAILING_PUNCTUATION, '');
  const end = at + word.length;
  if (text[end] !== '.' || word.length > LONGEST_ABBREVIATION) return end;
  const next = text
    .slice(end + 1, end + 3)
    .trimStart()
    .charAt(0);
  return takesFullStop(word, next) ? end + 1 : end;
}

function pushParts(text: string, span: Span, spans: Span[]): void {
  const word = text.slice(span.start, span.end);
  const cut = splitPoint(word);
  if (cut === 0) {
    spans.push(span);
    return;
  }
  spans.push({ start: span.start, end: span.start + cut }, { start: span.start + cut, end: span.end });
}

function splitPoint(word: string): number {
  if (/^cannot$/iu.test(word)) return 'can'.length;
  const match = word.length > 2 ? ENCLITIC.exec(word) : null;
  return match?.index ?? 0;
}
