import { type Dimension, LABELS, type Target } from '../article/index.js';
import { checkId, type Report } from './check-id.js';
import { checkPronouns } from './check-pronouns.js';
import { filesIn } from './corpus-files.js';
import type { Findings } from './findings.js';
import { isObject, type Json, type JsonObject, listOf, readJson } from './json-lines.js';

const BASES = ['mentioned', 'anaphoric', 'implied', 'none'];
const VOICE_KINDS = ['named', 'unnamed', 'organization'];

/** The target of gold lines that name none; the same as on the command line. */
const DEFAULT_TARGET = 'coalition';

/** Folders of gold: whether every code of the codebook must be given there, the label alone, or pronouns. */
const FOLDERS = [
  { folder: 'gold', holds: 'codes' },
  { folder: 'gold/paragraphs', holds: 'labels' },
  { folder: 'gold/pronouns', holds: 'pronouns' },
  { folder: 'gold/sentences', holds: 'labels' },
] as const;

/**
 * Checks the labeled articles in the folders of gold: one JSON object a line in the program's input
 * format, with `gold.paragraphs` as long as the article, known labels, bases, kinds and dimensions,
 * and mentions that lie in their paragraphs; where pronouns are labeled, `gold.pronouns` in the text.
 */
export function checkGold(
  findings: Findings,
  targets: ReadonlyMap<string, Target>,
  defaults: readonly Dimension[],
): void {
  for (const { folder, holds } of FOLDERS) {
    for (const file of filesIn(findings.folder, folder).filter((name) => name.endsWith('.jsonl'))) {
      checkLines(findings, file, (line, report) => {
        if (holds === 'pronouns') checkPronouns(line, report);
        else checkLine(line, holds === 'codes' ? dimensionsFor(line, targets, defaults) : null, report);
      });
    }
  }
}

/** Checks each line of a file that is not empty: an object with an id of its own, and what `check` says. */
function checkLines(
  findings: Findings,
  file: string,
  check: (line: JsonObject, report: Report) => void,
): void {
  const lineOfId = new Map<string, number>();
  (findings.read(file) ?? '').split('\n').forEach((text, index) => {
    if (text.trim() === '') return;
    const report: Report = (problem, allowed) => findings.report(file, index + 1, problem, allowed);
    const line = readJson(text);
    if (isObject(line)) {
      checkId(line, index + 1, lineOfId, report);
      check(line, report);
    } else report('the line is not a JSON object', 'one JSON object a line');
  });
}

/** Slugs that may label a line; any where the corpus does not hold the target that it means. */
function dimensionsFor(
  line: JsonObject,
  targets: ReadonlyMap<string, Target>,
  defaults: readonly Dimension[],
): readonly string[] {
  const given = isObject(line.target) ? line.target.slug : DEFAULT_TARGET;
  const target = typeof given === 'string' ? targets.get(given) : undefined;
  return (target?.dimensions ?? defaults).map((dimension) => dimension.slug);
}

function checkLine(line: JsonObject, dimensions: readonly string[] | null, report: Report): void {
  if (line.target !== undefined && !(isObject(line.target) && typeof line.target.name === 'string')) {
    report('target has no name', '{"name": "...", "aliases": ["..."]}');
  }
  const paragraphs = listOf(line.paragraphs);
  if (paragraphs.length === 0 || paragraphs.some((text) => typeof text !== 'string')) {
    report('paragraphs is not a list of texts', 'a list with at least one text');
  }
  const gold = isObject(line.gold) ? listOf(line.gold.paragraphs) : [];
  if (gold.length !== paragraphs.length) {
    report(
      `${gold.length} labels for ${paragraphs.length} paragraphs`,
      'one entry in gold.paragraphs for each paragraph',
    );
  }
  checkMentions(line, paragraphs, report);
  gold.forEach((entry, index) => {
    const place = `paragraph ${index + 1}`;
    const reportThere: Report = (problem, allowed) => report(`${place}: ${problem}`, allowed);
    if (isObject(entry)) {
      checkValue(entry, 'label', LABELS, reportThere);
      if (dimensions) checkParagraph(entry, dimensions, reportThere);
    } else report(`${place}: the labels are not a JSON object`, '{"label": "...", ...}');
  });
}

function checkMentions(line: JsonObject, paragraphs: readonly Json[], report: Report): void {
  for (const mention of listOf(line.mentions)) {
    const { paragraph, start, end } = isObject(mention) ? mention : {};
    const text = paragraphs[Number(paragraph)];
    const fits =
      typeof text === 'string' &&
      Number(start) >= 0 &&
      Number(start) < Number(end) &&
      Number(end) <= text.length;
    if (!fits)
      report(`the mention ${JSON.stringify(mention)} lies in no paragraph`, 'paragraph, start and end');
  }
}

function checkParagraph(entry: JsonObject, dimensions: readonly string[], report: Report): void {
  checkValue(entry, 'author', LABELS, report);
  checkValue(entry, 'basis', BASES, report);
  checkValues(entry, 'accepted', LABELS, report);
  checkValues(entry, 'dimensions', dimensions, report);
  const label = entry.label;
  if (!listOf(entry.accepted).includes(label ?? null)) {
    report('accepted does not hold the label itself', `a list with ${JSON.stringify(label)}`);
  }
  if ((label === 'unrelated') !== (entry.basis === 'none')) {
    report(
      `the label is ${String(label)} and the basis ${String(entry.basis)}`,
      'unrelated with none, others with another basis',
    );
  }
  for (const voice of listOf(entry.voices)) {
    if (!isObject(voice) || typeof voice.name !== 'string' || voice.name === '') {
      report('a voice has no name', '{"name": "...", "kind": "...", "label": "..."}');
      continue;
    }
    checkValue(voice, 'kind', VOICE_KINDS, report);
    checkValue(voice, 'label', LABELS, report);
  }
}

function checkValue(owner: JsonObject, key: string, allowed: readonly string[], report: Report): void {
  checkOne(owner[key], key, allowed, report);
}

function checkValues(owner: JsonObject, key: string, allowed: readonly string[], report: Report): void {
  if (!Array.isArray(owner[key]))
    report(`${key} is ${JSON.stringify(owner[key])}`, `a list of ${allowed.join(', ')}`);
  for (const value of listOf(owner[key])) checkOne(value, key, allowed, report);
}

function checkOne(value: Json | undefined, key: string, allowed: readonly string[], report: Report): void {
  if (typeof value === 'string' && allowed.includes(value)) return;
  report(`${key} is ${JSON.stringify(value)}`, allowed.join(', '));
}
