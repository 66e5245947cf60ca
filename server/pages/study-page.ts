import { formatCount, LABELS } from '../../analysis/report/index.js';
import type { Study, StudyLabels, StudySources } from '../store/index.js';
import { personInWords } from './change-words.js';
import { LIBRARY_HELP, STUDY_HELP } from './help.js';
import { shareBar } from './share-bar.js';
import { studyArticlesUrl, studyUrl } from './studies-page.js';
import { dateInWords, momentInWords } from './words.js';

/** What the page of a study is made of. */
export interface StudyContents {
  readonly study: Study;
  readonly labels: readonly StudyLabels[];
  readonly sources: StudySources;
  readonly targets: readonly { readonly slug: string; readonly name: string }[];
}

/** Outlets that the page lists; the rest is counted. */
const MOST_OUTLETS = 30;

/** The values of the template of one study. */
export function studyPage({ study, labels, sources, targets }: StudyContents): Record<string, unknown> {
  const url = studyUrl(study.id);
  const names = new Map(targets.map(({ slug, name }) => [slug, name]));
  return {
    study,
    articlesHref: studyArticlesUrl(study.id),
    articlesText: formatCount(study.articles, 'article'),
    changedText: `${momentInWords(study.changedAt)}, by ${personInWords(study.changedBy)}`,
    editHref: `${url}/edit`,
    deleteHref: `${url}/delete`,
    exportHref: `${url}/export.zip`,
    validateHref: `/validation?${new URLSearchParams({ study: study.id })}#draw-heading`,
    csvHref: `${url}.csv`,
    jsonHref: `${url}.json`,
    targets: study.targets.map((ref) => targetView(study, ref, names.get(ref) ?? ref, labels)),
    daysText: daysInWords(sources),
    outlets: sources.outlets.slice(0, MOST_OUTLETS).map(({ name, articles }) => ({
      name: name ?? 'not known',
      articles,
      href: name === null ? null : `${studyArticlesUrl(study.id)}&${new URLSearchParams({ outlet: name })}`,
    })),
    moreOutlets: sources.outlets.length > MOST_OUTLETS ? sources.outlets.length - MOST_OUTLETS : 0,
    help: { ...STUDY_HELP, voices: LIBRARY_HELP.voices },
  };
}

const VOICES = [
  { voice: 'author', heading: 'Authors' },
  { voice: 'quoted', heading: 'Quoted voices' },
  { voice: 'whole', heading: 'Articles as a whole' },
] as const;

function targetView(study: Study, ref: string, name: string, labels: readonly StudyLabels[]) {
  const found = labels.find(({ target }) => target === ref);
  const href = (label: string) =>
    `${studyArticlesUrl(study.id)}&${new URLSearchParams({ target: ref, label })}`;
  return {
    name,
    href: `${studyArticlesUrl(study.id)}&${new URLSearchParams({ target: ref })}`,
    scoredText: `${found?.scored ?? 0} of ${formatCount(study.articles, 'article')} scored`,
    isScored: (found?.scored ?? 0) > 0,
    voices: VOICES.map(({ voice, heading }) => {
      const counts = found?.[voice] ?? {};
      const total = found?.scored ?? 0;
      const rows = LABELS.map((label) => ({
        label,
        count: counts[label.label] ?? 0,
        share: total === 0 ? 0 : (counts[label.label] ?? 0) / total,
        shareText: `${counts[label.label] ?? 0} of ${total}`,
        href: voice === 'whole' ? href(label.label) : null,
      }));
      return { heading, rows, bar: shareBar(rows) };
    }),
  };
}

function daysInWords({ from, to, undated }: StudySources): string {
  const without = undated === 0 ? '' : `${formatCount(undated, 'article')} without a date`;
  if (from === null || to === null) return without || 'No article yet';
  const span = from === to ? dateInWords(from) : `${dateInWords(from)} to ${dateInWords(to)}`;
  return without === '' ? span : `${span}; ${without}`;
}
