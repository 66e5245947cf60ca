import { formatCount } from '../../analysis/report/index.js';
import type { Study } from '../store/index.js';
import { personInWords } from './change-words.js';
import { momentInWords, shortened } from './words.js';

/** Path of the page of a study. */
export function studyUrl(id: string): string {
  return `/studies/${encodeURIComponent(id)}`;
}

/** Path of the list of a study's articles, toward its first target. */
export function studyArticlesUrl(id: string): string {
  return `/articles?${new URLSearchParams({ study: id })}`;
}

/** A study as programs get it. */
export function toStudyJson(study: Study) {
  return { ...study, url: studyUrl(study.id) };
}

/** Characters of the notes that a list shows. */
const NOTES_SHOWN = 160;

/** The values of the template of the list of studies. */
export function studiesPage(studies: readonly Study[]): Record<string, unknown> {
  return {
    studies: studies.map(({ id, name, notes, targets, articles, changedBy, changedAt }) => ({
      href: studyUrl(id),
      articlesHref: studyArticlesUrl(id),
      name,
      notes: shortened(notes, NOTES_SHOWN),
      targets,
      articlesText: formatCount(articles, 'article'),
      changedText: `${momentInWords(changedAt)}, by ${personInWords(changedBy)}`,
    })),
  };
}
