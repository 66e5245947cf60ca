import { basename } from 'node:path';
import { filesIn } from './corpus-files.js';
import type { Findings } from './findings.js';
import { isObject, type JsonObject, listOf, readJson } from './json-lines.js';
import { shown } from './problem.js';

const MANIFEST = 'samples/manifest.json';

/** What may lie in `samples/` without being an article. */
const NOT_ARTICLES: readonly string[] = ['README.md', basename(MANIFEST)];

/**
 * Checks that `samples/manifest.json`, where there is one, lists the articles of the folder: each
 * file once per article, with its outlet and an ISO date or null, and no file left out.
 */
export function checkSamples(findings: Findings): void {
  const text = findings.read(MANIFEST);
  if (text === null) return;
  const manifest = readJson(text);
  if (!isObject(manifest) || !Array.isArray(manifest.articles)) {
    findings.report(MANIFEST, null, 'the file has no list "articles"', 'JSON with {"articles": [...]}');
    return;
  }
  const files = filesIn(findings.folder, 'samples').map((file) => basename(file));
  const articles = listOf(manifest.articles);
  const listed = new Set<string>();
  articles.forEach((article, index) => {
    const place = `article ${index + 1}`;
    const report = (problem: string, allowed: string) =>
      findings.report(MANIFEST, null, `${place}: ${problem}`, allowed);
    if (isObject(article)) checkArticle(article, files, listed, report);
    else report('is not a JSON object', '{"file": "...", "index": 0, ...}');
  });
  const named = new Set(articles.map((article) => (isObject(article) ? article.file : undefined)));
  for (const file of files) {
    if (NOT_ARTICLES.includes(file)) continue;
    findings.read(`samples/${file}`);
    if (!named.has(file))
      findings.report(`samples/${file}`, null, 'the manifest does not list the file', 'an entry for it');
  }
}

function checkArticle(
  article: JsonObject,
  files: readonly string[],
  listed: Set<string>,
  report: (problem: string, allowed: string) => void,
): void {
  const { file, index, outlet, published } = article;
  if (typeof file !== 'string' || !files.includes(file)) {
    report(`file is ${JSON.stringify(file)}`, 'the name of a file in samples/');
  }
  if (typeof index !== 'number' || !Number.isInteger(index) || index < 0) {
    report(`index is ${JSON.stringify(index)}`, 'a whole number from 0');
  }
  const key = `${String(file)}#${String(index)}`;
  if (listed.has(key)) report(`${shown(key)} is listed twice`, 'each article once');
  listed.add(key);
  if (typeof outlet !== 'string' || outlet === '')
    report(`outlet is ${JSON.stringify(outlet)}`, 'the name of the outlet');
  if (published !== null && !(typeof published === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(published))) {
    report(`published is ${JSON.stringify(published)}`, 'a date such as "2014-12-03", or null');
  }
}
