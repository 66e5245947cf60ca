import type { Article, Reading } from '../article/index.js';
import type { Resources } from '../resources/index.js';
import { articleId, textHash } from './article-id.js';
import { compose } from './compose.js';
import { judge, type PageWords, phraseMatcher, see } from './furniture/index.js';
import { headlineVerbs } from './headline-verbs.js';
import { type Judged, type LayoutContext, layouts, type Placed } from './layouts/index.js';
import { readDateline } from './metadata/dateline.js';
import { languageOf } from './metadata/language.js';
import { agencyNamed, outletsOf } from './metadata/outlet.js';
import type { Hints } from './outcome.js';
import type { Block, Page } from './page.js';
import { metadataOf } from './page-metadata.js';

/** What an article is made from, besides its page. */
export interface Origin {
  readonly source: Article['source'];
  readonly hints: Hints;
  readonly resources: Resources;
}

/** The article on a page: furniture set aside, metadata read, units in order. Null without any text. */
export async function readingOfPage(page: Page, origin: Origin): Promise<Reading | null> {
  const { source, hints, resources } = origin;
  const outlets = outletsOf(resources);
  const placed = arrange(page, origin);
  const composed = compose(placed);
  if (composed.units.length === 0) return null;
  const metadata = await metadataOf(page, placed, hints, outlets);
  const { text } = composed;
  const article: Article = {
    id: articleId({ ...metadata, text }),
    textHash: textHash(text),
    recordId: `${source.file}#${source.index}`,
    source,
    ...metadata,
    language: await languageOf(text, page.stated.language),
    ...composed,
  };
  return { article, targets: [], mentions: null };
}

function arrange({ blocks, stated, marked }: Page, { hints, resources }: Origin): Placed[] {
  const outlets = outletsOf(resources);
  const context: LayoutContext = {
    title: hints.title ?? stated.title,
    marked,
    hasDateline: (paragraph) => readDateline(paragraph, outlets) !== null,
    isVerb: headlineVerbs(resources),
  };
  const judged = judgeAll(blocks, {
    phrases: phraseMatcher(resources),
    isAgency: (name) => agencyNamed(name, outlets) !== undefined,
  });
  const layout = layouts.find(({ fits }) => fits(judged, context));
  return layout ? layout.arrange(judged, context) : [];
}

function judgeAll(blocks: readonly Block[], words: PageWords): Judged[] {
  return blocks.map((block) => {
    const seen = see(block, words);
    return { block, measures: seen.measures, prose: seen.prose, verdict: judge(seen) };
  });
}
