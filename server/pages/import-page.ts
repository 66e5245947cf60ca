import { formatCount } from '../../analysis/report/index.js';
import type { Import, ImportedArticle, ImportedFile, ImportStatus, ImportSummary } from '../store/index.js';
import { momentInWords } from './words.js';

/** Path of the page of an import. */
export function importUrl(id: string): string {
  return `/imports/${encodeURIComponent(id)}`;
}

/** An import as the contract writes it. */
export function toImportJson({ id, status, files }: Import) {
  return { id, status, files: files.map(toFileJson) };
}

function toFileJson({ file, status, code, reason, hint, articles, refusals }: ImportedFile) {
  return {
    file,
    status,
    ...(reason === null ? {} : { code, reason, hint }),
    articles: articles.map(({ id, title, duplicateOf, restored }) => ({
      id,
      url: articleUrl(id),
      title,
      ...(duplicateOf === null ? {} : { duplicateOf }),
      ...(restored ? { restored } : {}),
    })),
    ...(refusals.length === 0 ? {} : { refusals }),
  };
}

function articleUrl(id: string): string {
  return `/articles/${encodeURIComponent(id)}`;
}

const STATUS_NAMES: Readonly<Record<ImportStatus, string>> = {
  running: 'Running',
  done: 'Done',
  failed: 'Nothing could be read',
};

const FILE_STATUS_NAMES = { running: 'Being read', done: 'Done', refused: 'Refused' } as const;

/** The values of the template of one import. */
export function importPage(found: Import): Record<string, unknown> {
  const { files, status } = found;
  const ended = files.filter((file) => file.status !== 'running').length;
  const articles = files.reduce((sum, file) => sum + file.articles.length, 0);
  const known = countOf(files, (one) => one.duplicateOf !== null && !one.restored);
  const restored = countOf(files, (one) => one.restored);
  const refused = files.filter((file) => file.status === 'refused').length;
  return {
    id: found.id,
    status,
    statusName: STATUS_NAMES[status],
    isRunning: status === 'running',
    startedAt: momentInWords(found.createdAt),
    ended,
    total: files.length,
    outcome: [
      formatCount(articles - known - restored, 'new article'),
      ...(known > 0 ? [`${known} already in the library`] : []),
      ...(restored > 0 ? [`${restored} brought back that had been deleted`] : []),
      ...(refused > 0 ? [`${formatCount(refused, 'file')} refused`] : []),
    ].join(', '),
    onlyArticle: onlyArticle(found),
    files: files.map(toFileRow),
  };
}

function countOf(files: readonly ImportedFile[], isMeant: (article: ImportedArticle) => boolean): number {
  return files.flatMap(({ articles }) => articles).filter(isMeant).length;
}

/** The page that a person who uploaded a single article wants next. */
function onlyArticle({ files, status }: Import): string | null {
  const [article, ...others] = files.flatMap((file) => file.articles);
  return status === 'done' && article && others.length === 0 ? articleUrl(article.id) : null;
}

/** Articles of one file that are listed by name; a file can hold thousands. */
const LISTED = 50;

function toFileRow(file: ImportedFile) {
  return {
    file: file.file,
    status: file.status,
    statusName: FILE_STATUS_NAMES[file.status],
    reason: file.reason,
    hint: file.hint,
    refusals: file.refusals.slice(0, LISTED).map(({ index, line, reason, hint }) => ({
      place: line === null ? `Article ${index + 1}` : `Line ${line}`,
      reason,
      hint,
    })),
    articles: file.articles.slice(0, LISTED).map(({ id, title, duplicateOf, restored }) => ({
      href: articleUrl(id),
      title: title ?? 'Untitled article',
      note: noteOn(duplicateOf !== null, restored),
    })),
    moreText: moreText(file.articles.length - LISTED),
  };
}

function noteOn(isKnown: boolean, isRestored: boolean): string {
  if (isRestored) return 'had been deleted, and is back';
  return isKnown ? 'was in the library already' : '';
}

/** The values of the template of the list of imports. */
export function importListPage(imports: readonly ImportSummary[]): Record<string, unknown> {
  return {
    imports: imports.map((summary) => ({
      href: importUrl(summary.id),
      kindName: summary.kind === 'samples' ? 'Sample articles' : 'Upload',
      status: summary.status,
      statusName: STATUS_NAMES[summary.status],
      startedAt: momentInWords(summary.createdAt),
      files: summary.files,
      refused: summary.refused,
      articles: summary.articles,
    })),
  };
}

function moreText(count: number): string {
  return count > 0 ? `and ${count.toLocaleString('en')} more` : '';
}
