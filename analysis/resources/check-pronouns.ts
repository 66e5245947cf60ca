import type { Report } from './check-id.js';
import { isObject, type Json, type JsonObject, listOf } from './json-lines.js';

const PRONOUN = /^(?:he|she|him|her)$/iu;

/** Reports pronouns that do not stand where `gold.pronouns` of a line says, or that mean no name and not null. */
export function checkPronouns(line: JsonObject, report: Report): void {
  const { text } = line;
  if (typeof text !== 'string') {
    report('text is no text', 'the passage as one text');
    return;
  }
  const pronouns = isObject(line.gold) ? listOf(line.gold.pronouns) : [];
  if (pronouns.length === 0) report('no pronoun is labeled', 'gold.pronouns with at least one entry');
  for (const pronoun of pronouns) checkPronoun(isObject(pronoun) ? pronoun : {}, text, report);
}

function checkPronoun({ start, end, means }: JsonObject, text: string, report: Report): void {
  const words = text.slice(Number(start), Number(end));
  if (!PRONOUN.test(words)) {
    report(
      `${String(start)} to ${String(end)} is ${JSON.stringify(words)}`,
      'start and end of he, she, him or her',
    );
  }
  const names = listOf(means).length > 0 ? listOf(means) : [means ?? null];
  if (means !== null && !names.every(isName)) {
    report(`means is ${JSON.stringify(means)}`, 'a name, a list of names of which any is right, or null');
  }
}

function isName(value: Json): boolean {
  return typeof value === 'string' && value.trim() !== '';
}
