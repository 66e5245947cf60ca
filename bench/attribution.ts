/*
 * How well attributions are found, measured on articles with attributions marked by people.
 *
 *   npx tsx bench/attribution.ts FILE.jsonl [--limit N] [--errors N]
 *
 * Each line: { text, gold: { attributions: [{ source, cue, content }] } } with lists of [start, end]
 * offsets, as in PolNeAR (Newell et al., 2018). "who" is the share of the words of gold contents that are
 * given to a source with the same head word; "reporting" counts gold attributions with a cue of speech.
 */
import { readFileSync } from 'node:fs';
import type { Span, TextUnit, Token } from '../analysis/article/index.js';
import { attribute } from '../analysis/attribution/index.js';
import { sentencesOf } from '../analysis/language/index.js';
import { loadResources, type Resources } from '../analysis/resources/index.js';

interface GoldAttribution {
  readonly source: readonly [number, number][];
  readonly cue: readonly [number, number][];
  readonly content: readonly [number, number][];
}

interface GoldLine {
  readonly id: string;
  readonly text: string;
  readonly gold: { readonly attributions: readonly GoldAttribution[] };
}

/** An attribution as sets of token indices. */
interface TokenAttribution {
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly content: readonly number[];
}

interface Case {
  readonly line: GoldLine;
  readonly tokens: readonly Token[];
  /** 1 for tokens inside quotations or their marks. */
  readonly quoted: Uint8Array;
  readonly gold: readonly TokenAttribution[];
  readonly found: readonly TokenAttribution[];
}

type Part = 'source' | 'cue' | 'content';
const PARTS: readonly Part[] = ['source', 'cue', 'content'];

function unitsOf(text: string): TextUnit[] {
  const units: TextUnit[] = [];
  let start = 0;
  for (const paragraph of text.split('\n\n')) {
    units.push({ start, end: start + paragraph.length, ordinal: units.length + 1, role: 'body' });
    start += paragraph.length + 2;
  }
  return units;
}

function caseOf(line: GoldLine, resources: Resources): Case {
  const units = unitsOf(line.text);
  const sentences = sentencesOf(line.text, units);
  const { quotations, attributions } = attribute(line.text, units, sentences, resources);
  const tokens = sentences.flatMap((sentence) => sentence.tokens);
  const quoted = new Uint8Array(tokens.length);
  for (const quotation of quotations) {
    for (const i of tokensIn(tokens, { start: quotation.start - 1, end: quotation.end + 1 })) quoted[i] = 1;
  }
  const inTokens = (spans: readonly Span[]) => [...new Set(spans.flatMap((span) => tokensIn(tokens, span)))];
  const goldSpans = (pairs: readonly [number, number][]) => pairs.map(([start, end]) => ({ start, end }));
  return {
    line,
    tokens,
    quoted,
    gold: line.gold.attributions.map((gold) => ({
      source: inTokens(goldSpans(gold.source)),
      cue: inTokens(goldSpans(gold.cue)),
      content: inTokens(goldSpans(gold.content)),
    })),
    found: attributions.map((found) => ({
      source: inTokens(found.source),
      cue: inTokens(found.cue),
      content: inTokens(found.content),
    })),
  };
}

function tokensIn(tokens: readonly Token[], span: Span): number[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) > span.start) high = middle;
    else low = middle + 1;
  }
  const found: number[] = [];
  for (let i = low; i < tokens.length && (tokens[i]?.start ?? 0) < span.end; i++) found.push(i);
  return found;
}

/** The head word of a source: the last noun or name before its first preposition, comma or relative clause. */
function headOf(tokens: readonly Token[], source: readonly number[]): number {
  let last = -1;
  let lastName = -1;
  for (const i of source) {
    const token = tokens[i];
    if (!token) continue;
    if (last >= 0 && /^(?:,|\(|—|–|--|of|for|in|at|from|with|on|who|which|that|to|and)$/u.test(token.norm))
      break;
    if (/^'s?$/u.test(token.norm)) continue;
    if (/^(?:NOUN|PROPN|PRON|NUM)$/u.test(token.pos)) last = i;
    if (token.pos === 'PROPN') lastName = i;
  }
  if (last < 0) return source.at(-1) ?? -1;
  return lastName >= 0 && tokens[last]?.pos === 'PROPN' ? lastName : last;
}

function sameSource(tokens: readonly Token[], gold: TokenAttribution, found: TokenAttribution): boolean {
  if (gold.source.length === 0 || found.source.length === 0) return false;
  const goldHead = headOf(tokens, gold.source);
  const foundHead = headOf(tokens, found.source);
  if (tokens[goldHead]?.norm === tokens[foundHead]?.norm) return true;
  const relative = /^(?:who|which|that)$/u.test(tokens[goldHead]?.norm ?? '');
  return found.source.includes(goldHead) && (relative || gold.source.includes(foundHead));
}

const REPORTING = new Set(
  `say tell claim argue add note write tweet announce ask accuse acknowledge admit advise affirm allege answer assert
  blast boast call caution charge cite comment complain concede conclude condemn confess confirm contend criticize
  declare demand deny deride describe detail dismiss disclose dispute emphasize exclaim explain express denounce hint
  imply indicate inform insist joke lament maintain mention mock observe pledge point post praise predict proclaim
  promise propose question quip quote read rebuke recall recount refer reiterate remark repeat reply report respond
  retort reveal slam speak state stress suggest talk testify threaten tout urge vow warn accord statement comment claim
  argument warning according`.split(/\s+/u),
);

function kindOf({ tokens, quoted }: Case, content: readonly number[]): 'direct' | 'indirect' | 'mixed' {
  const words = content.filter((i) => /[\p{L}\p{N}]/u.test(tokens[i]?.norm ?? ''));
  const inside = words.filter((i) => quoted[i] === 1).length;
  if (inside === 0) return 'indirect';
  return inside / words.length >= 0.95 ? 'direct' : 'mixed';
}

class Share {
  hits = 0;
  all = 0;
  add(hits: number, all: number): void {
    this.hits += hits;
    this.all += all;
  }
  toString(): string {
    return ((100 * this.hits) / Math.max(1, this.all)).toFixed(1);
  }
}

function tally<Key>(table: Map<Key, Share>, key: Key, hits: number, all: number): void {
  const share = table.get(key) ?? new Share();
  share.add(hits, all);
  table.set(key, share);
}

function scoreWho(cases: readonly Case[], errors: string[]): Map<string, Share> {
  const who = new Map<string, Share>();
  for (const one of cases) {
    const holders = holdersOf(one.found, one.tokens.length);
    for (const gold of one.gold) {
      if (gold.content.length === 0 || gold.source.length === 0) continue;
      const right = (i: number) => holders[i]?.some((found) => sameSource(one.tokens, gold, found)) === true;
      const hits = gold.content.filter(right).length;
      for (const group of groupsOf(one, gold)) tally(who, group, hits, gold.content.length);
      if (hits < gold.content.length / 2)
        errors.push(describe(one, gold, groupsOf(one, gold).slice(1).join(' ')));
    }
  }
  return who;
}

/** The rows of the table that a gold attribution counts in. */
function groupsOf(one: Case, gold: TokenAttribution): string[] {
  const kind = kindOf(one, gold.content);
  const reporting = gold.cue.some((i) => REPORTING.has(one.tokens[i]?.lemma ?? ''));
  if (!reporting) return ['all', kind];
  return kind === 'indirect' ? ['all', kind, 'reporting', 'indirect reporting'] : ['all', kind, 'reporting'];
}

function holdersOf(found: readonly TokenAttribution[], size: number): TokenAttribution[][] {
  const holders: TokenAttribution[][] = Array.from({ length: size }, () => []);
  for (const attribution of found) for (const i of attribution.content) holders[i]?.push(attribution);
  return holders;
}

function describe(one: Case, gold: TokenAttribution, kind: string): string {
  const words = (indices: readonly number[]) => indices.map((i) => one.tokens[i]?.text).join(' ');
  const touching = one.found.filter((found) =>
    [...found.content, ...found.cue].some((i) => gold.content.includes(i) || gold.cue.includes(i)),
  );
  const shown = touching
    .map((found) => `\n      got [${words(found.source)}] <${words(found.cue)}> {${words(found.content)}}`)
    .join('');
  return `${kind}: [${words(gold.source)}] <${words(gold.cue)}> {${words(gold.content)}}${shown}`;
}

/** Share of the found pairs of word and source that people marked as well. */
function scorePrecision(cases: readonly Case[], wrong: string[]): { all: Share; inQuotes: Share } {
  const all = new Share();
  const inQuotes = new Share();
  for (const one of cases) {
    const gold = holdersOf(one.gold, one.tokens.length);
    for (const found of one.found) {
      if (found.source.length === 0) continue;
      let right = 0;
      for (const i of found.content) {
        const hit = gold[i]?.some((marked) => sameSource(one.tokens, marked, found)) ? 1 : 0;
        right += hit;
        all.add(hit, 1);
        if (one.quoted[i] === 1) inQuotes.add(hit, 1);
      }
      if (right < found.content.length / 2)
        wrong.push(describe(one, found, 'spurious').replace(/\n.*got/u, '\n      got'));
    }
  }
  return { all, inQuotes };
}

function scoreTokens(cases: readonly Case[], part: Part): string {
  let both = 0;
  let gold = 0;
  let found = 0;
  for (const one of cases) {
    const goldTokens = new Set(one.gold.flatMap((attribution) => attribution[part]));
    const foundTokens = new Set(one.found.flatMap((attribution) => attribution[part]));
    gold += goldTokens.size;
    found += foundTokens.size;
    for (const i of foundTokens) if (goldTokens.has(i)) both++;
  }
  const precision = both / Math.max(1, found);
  const recall = both / Math.max(1, gold);
  const f = (2 * precision * recall) / Math.max(1e-9, precision + recall);
  return [precision, recall, f].map((share) => (100 * share).toFixed(1)).join(' / ');
}

function main(): void {
  const [path] = process.argv.slice(2);
  const option = (name: string) => Number(process.argv[process.argv.indexOf(name) + 1] ?? 0);
  if (!path || path.startsWith('--')) {
    process.stderr.write('usage: npx tsx bench/attribution.ts FILE.jsonl [--limit N] [--errors N]\n');
    process.exitCode = 2;
    return;
  }
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const limit = process.argv.includes('--limit') ? option('--limit') : lines.length;
  const articles = lines.slice(0, limit).map((line) => JSON.parse(line) as GoldLine);
  const resources = loadResources();
  articles.slice(0, 3).map((line) => caseOf(line, resources));
  const started = performance.now();
  const cases = articles.map((line) => caseOf(line, resources));
  const seconds = (performance.now() - started) / 1000;
  const errors: string[] = [];
  const wrong: string[] = [];
  const words = cases.reduce((sum, one) => sum + one.tokens.length, 0);
  const precision = scorePrecision(cases, wrong);
  const print = (line: string) => process.stdout.write(`${line}\n`);
  print(
    `${cases.length} articles, ${words} words, ${Math.round(words / seconds)} words/s (sentences, tags and attributions)`,
  );
  for (const [name, share] of scoreWho(cases, errors)) print(`who, ${name}: ${share} of ${share.all} words`);
  print(
    `precision: ${precision.all} (of words with a source), ${precision.inQuotes} (inside quotation marks)`,
  );
  for (const part of PARTS) print(`${part} words, precision / recall / F: ${scoreTokens(cases, part)}`);
  if (process.argv.includes('--errors')) for (const error of sample(errors, option('--errors'))) print(error);
  if (process.argv.includes('--spurious'))
    for (const error of sample(wrong, option('--spurious'))) print(error);
}

function sample(items: readonly string[], count: number): string[] {
  const step = Math.max(1, Math.floor(items.length / Math.max(1, count)));
  return items.filter((_, index) => index % step === 0).slice(0, count);
}

main();
