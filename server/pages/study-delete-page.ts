import { formatCount } from '../../analysis/report/index.js';
import { type Study, UNDO_DAYS } from '../store/index.js';
import { studyUrl } from './studies-page.js';

/** The values of the page that asks before a study goes. */
export function studyDeletePage(study: Study, ownArticles: number): Record<string, unknown> {
  const url = studyUrl(study.id);
  return {
    study,
    action: `${url}/delete`,
    studyHref: url,
    exportHref: `${url}/export.zip`,
    articlesText: formatCount(study.articles, 'article'),
    ownText:
      ownArticles === 0
        ? null
        : `Also delete its ${formatCount(ownArticles, 'article')} that ${ownArticles === 1 ? 'is' : 'are'} in no other study`,
    days: UNDO_DAYS,
  };
}
