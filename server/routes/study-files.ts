import { Readable } from 'node:stream';
import yazl from 'yazl';
import {
  codebookCsv,
  csvHeader,
  csvRows,
  LEVELS,
  type Level,
  programVersion,
  rowsOf,
} from '../../analysis/report/index.js';
import type { Context } from '../context.js';
import {
  type LibraryFilter,
  listArticleIds,
  type Study,
  streamResults,
  studyLabels,
  studySources,
} from '../store/index.js';
import { correctionsCsv } from './corrections.js';
import { targetFile } from './target.js';
import { definitionOf } from './target-choice.js';

/** A file of the export: its path in the ZIP file, and its text as it comes out of the database. */
interface ExportedFile {
  readonly path: string;
  readonly pieces: () => AsyncIterable<string> | Iterable<string>;
}

/**
 * A study as a ZIP file, made while it is sent: every table toward each target, the results
 * themselves, the definitions of the targets, the codebook, and a page that explains the files.
 */
export async function studyZip(context: Context, study: Study): Promise<Readable> {
  const zip = new yazl.ZipFile();
  const mtime = study.changedAt;
  const files = await exportedFiles(context, study);
  for (const { path, pieces } of files) {
    // Each begins when its turn comes, so that one file at a time asks the database.
    zip.addReadStreamLazy(path, { mtime }, (take) => {
      take(null, Readable.from(pieces(), { objectMode: false, encoding: 'utf8' }));
    });
  }
  zip.end();
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  return output;
}

async function exportedFiles(context: Context, study: Study): Promise<ExportedFile[]> {
  const summary = await studySummary(context, study);
  const perTarget = await Promise.all(
    study.targets.map((target) => targetFiles(context, { target, study: study.id })),
  );
  return [
    { path: 'README.txt', pieces: () => [readme(study)] },
    { path: 'study.json', pieces: () => [`${JSON.stringify(summary, null, 2)}\n`] },
    { path: 'codebook.csv', pieces: () => [codebookCsv()] },
    { path: 'corrections.csv', pieces: () => correctionsOf(context, study) },
    ...perTarget.flat(),
  ];
}

async function studySummary({ store, resources }: Context, study: Study) {
  const { id, name, notes, methods, targets, articles, createdAt, changedAt, changedBy, revision } = study;
  const [labels, sources] = await Promise.all([studyLabels(store, id), studySources(store, id)]);
  const versions = { program: programVersion(), lexicons: resources.lexiconsHash };
  const texts = { id, name, notes, methods, targets, articles };
  return { ...texts, createdAt, changedAt, changedBy, revision, labels, sources, versions };
}

async function* correctionsOf(context: Context, { id, targets }: Study): AsyncGenerator<string> {
  const [target = ''] = targets;
  const ids = new Set(await listArticleIds(context.store, { target, study: id }));
  yield* correctionsCsv(context, undefined, (articleId) => ids.has(articleId));
}

async function targetFiles(context: Context, filter: LibraryFilter): Promise<ExportedFile[]> {
  const folder = filter.target;
  return [
    await definitionFile(context, folder),
    ...LEVELS.map((level) => ({
      path: `${folder}/${level}.csv`,
      pieces: () => tableOf(context, filter, level),
    })),
    { path: `${folder}/results.jsonl`, pieces: () => linesOf(context, filter) },
  ];
}

/** A target that an article brought along has no file of its own: it goes along as it was then. */
async function definitionFile(context: Context, target: string): Promise<ExportedFile> {
  const yaml = await targetFile(context, target);
  if (yaml !== null) return { path: `${target}/target.yaml`, pieces: () => [yaml] };
  const definition = await definitionOf(context, target);
  return { path: `${target}/target.json`, pieces: () => [`${JSON.stringify(definition, null, 2)}\n`] };
}

async function* tableOf({ store }: Context, filter: LibraryFilter, level: Level): AsyncGenerator<string> {
  yield csvHeader(level);
  for await (const { result, runId } of streamResults(store, filter))
    yield csvRows(rowsOf(result, runId), level);
}

async function* linesOf({ store }: Context, filter: LibraryFilter): AsyncGenerator<string> {
  for await (const { result, runId } of streamResults(store, filter)) {
    yield `${JSON.stringify({ ...result, runId })}\n`;
  }
}

function readme({ name, articles, targets }: Study): string {
  return `${name}

A study of ${articles} articles, exported from Standpoint ${programVersion()}.

study.json            Name, notes, methods text, targets, labels and outlets in numbers, versions.
codebook.csv          What every column of every table holds, with type, unit and range.
corrections.csv       What people changed in these articles, with reason, person and time.
TARGET/               One folder for each target (${targets.join(', ') || 'none'}):
  target.yaml         The target as it is defined now: names, look-alikes, dimensions.
  articles.csv        One row for each article.
  paragraphs.csv      One row for each paragraph, deck, subheading and headline.
  voices.csv          One row for each voice in each paragraph.
  evidence.csv        One row for each stretch of words that moved a score.
  results.jsonl       One JSON object for each article: everything the tables are made of.

Tables are RFC 4180 CSV in UTF-8. They join by article_id, target and run_id; paragraphs, voices and
evidence also by paragraph. Articles that were not scored toward a target are in none of its files.
Texts in them may begin with "=": import the files as text, do not open them by a double click in a
spreadsheet program.
`;
}
