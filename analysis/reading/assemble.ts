import type { Article, Reading, TextUnit } from '../article/index.js';
import type { Resources } from '../resources/index.js';
import { articleId, textHash } from './article-id.js';
import { listDropped, type Passage } from './dropped.js';
import { judge, type PageWords, phraseMatcher, see } from './furniture/index.js';
import { headlineVerbs } from './headline-verbs.js';
import { type Judged, type LayoutContext, layouts, type Placed } from './layouts/index.js';
import { cleanByline, readByline } from './metadata/byline.js';
import { readDateline } from './metadata/dateline.js';
import { isKeywordLabel, isTag, isTagList, readKeywords, tidyKeywords } from './metadata/keywords.js';
import { languageOf } from './metadata/language.js';
import { agencyNamed, outletOf, outletsOf } from './metadata/outlet.js';
import { publicationOf } from './metadata/publication.js';
import type { Hints } from './outcome.js';
import type { Block, Page } from './page.js';

/** What an article is made from, besides its page. */
export interface Origin {
  readonly source: Article['source'];
  readonly hints: Hints;
  readonly resources: Resources;
}

/** The article on a page: furniture set aside, metadata read, units in order. Null without any text. */
export async function readingOfPage(page: Page, origin: Origin): Promise<Reading | null> {
  const outlets = outletsOf(origin.resources);
  const statedTitle = origin.hints.title ?? page.stated.title;
  const context: LayoutContext = {
    title: statedTitle,
    marked: page.marked,
    hasDateline: (paragraph) => readDateline(paragraph, outlets) !== null,
    isVerb: headlineVerbs(origin.resources),
  };
  const placed = arrange(page.blocks, context, {
    phrases: phraseMatcher(origin.resources),
    isAgency: (name) => agencyNamed(name, outlets) !== undefined,
  });
  const { text, units, dropped } = compose(placed);
  if (units.length === 0) return null;
  const title = statedTitle ?? placed.find(({ part }) => part === 'title')?.judged.block.text ?? null;
  const dateline = datelineOf(placed, origin);
  const above = placed.slice(
    0,
    placed.findIndex(({ part }) => part === 'body'),
  );
  const { outlet, outletBasis } = outletOf(
    {
      hint: origin.hints.outlet ?? null,
      stated: page.stated.outlet,
      agency: dateline?.agency ?? null,
      above: above
        .filter(isNameless)
        .slice(0, MASTHEAD_LINES)
        .flatMap(({ judged }) => judged.block.pieces),
      notices: placed.filter(isNotice).map(({ judged }) => judged.block.text),
      site: page.stated.site,
      url: page.stated.url,
    },
    outlets,
  );
  const publication = await publicationOf({
    placed,
    stated: origin.hints.published ?? page.stated.published,
    dateline,
    url: page.stated.url,
  });
  const article: Article = {
    id: articleId({ outlet, published: publication.published, title, text }),
    textHash: textHash(text),
    recordId: `${origin.source.file}#${origin.source.index}`,
    source: origin.source,
    title,
    titleBasis: title === null ? 'missing' : 'stated',
    outlet,
    outletBasis,
    ...publication,
    dateline,
    byline: bylineOf(placed, page),
    language: await languageOf(text, page.stated.language),
    url: page.stated.url,
    keywords: keywordsOf(placed, page),
    text,
    units,
    dropped,
  };
  return { article, targets: [], mentions: null };
}

function arrange(blocks: readonly Block[], context: LayoutContext, words: PageWords): Placed[] {
  const judged = blocks.map((block): Judged => {
    const seen = see(block, words);
    return { block, measures: seen.measures, prose: seen.prose, verdict: judge(seen) };
  });
  const layout = layouts.find(({ fits }) => fits(judged, context));
  return layout ? layout.arrange(judged, context) : [];
}

const UNIT_ROLES = { deck: 'deck', body: 'body', subheading: 'subheading' } as const;

function compose(placed: readonly Placed[]): Pick<Article, 'text' | 'units' | 'dropped'> {
  const texts: string[] = [];
  const units: TextUnit[] = [];
  const dropped: Passage[] = [];
  let start = 0;
  for (const { judged, part, reason } of placed) {
    const { text } = judged.block;
    if (part === 'title') continue;
    if (part === 'dropped' || part === 'byline') {
      dropped.push({ judged, reason: reason ?? 'not part of the text', position: units.length + 1 });
    } else {
      units.push({ ordinal: units.length + 1, role: UNIT_ROLES[part], start, end: start + text.length });
      texts.push(text);
      start += text.length + 1;
    }
  }
  return { text: texts.join('\n'), units, dropped: listDropped(dropped) };
}

/** Lines at the top of a page among which the name of the paper is looked for. */
const MASTHEAD_LINES = 8;

/** Lines that may be the name of the paper: no caption, no credit, no date. */
function isNameless({ part, judged: { verdict } }: Placed): boolean {
  return part === 'dropped' && (verdict === null || verdict.role === 'aside');
}

/** Lines in which a publisher names itself. */
function isNotice({ part, judged, reason }: Placed): boolean {
  if (part !== 'dropped' || judged.verdict === null) return false;
  return judged.verdict.role === 'own' || judged.verdict.role === 'caption' || reason === 'notice to readers';
}

function datelineOf(placed: readonly Placed[], { resources }: Origin): Article['dateline'] {
  const outlets = outletsOf(resources);
  const texts = placed.filter(({ part }) => part === 'body').slice(0, 2);
  for (const { judged } of texts) {
    const dateline = readDateline(judged.block.text, outlets);
    if (dateline) return dateline;
  }
  return null;
}

function bylineOf(placed: readonly Placed[], page: Page): string | null {
  if (page.stated.byline) return cleanByline(page.stated.byline);
  const line = placed.find(({ part }) => part === 'byline')?.judged.block.text;
  return line === undefined ? null : (readByline(line)?.names ?? null);
}

function keywordsOf(placed: readonly Placed[], page: Page): readonly string[] {
  if (page.stated.keywords.length > 0) return tidyKeywords(page.stated.keywords);
  const dropped = placed.filter(({ part }) => part === 'dropped').map(({ judged }) => judged);
  const listed = dropped.filter(isKeywordLine).flatMap(({ block }) => readKeywords(block.text, block.pieces));
  return tidyKeywords(listed.length > 0 ? listed : keywordsBelowLabel(dropped));
}

function isKeywordLine({ block, verdict }: Judged): boolean {
  return verdict === null ? isTagList(block.text) : verdict.role === 'keywords';
}

/** Tags below a line that says "Topics", one a line. */
function keywordsBelowLabel(dropped: readonly Judged[]): string[] {
  const label = dropped.findIndex(({ block }) => isKeywordLabel(block.text));
  if (label < 0) return [];
  const below = dropped.slice(label + 1);
  const end = below.findIndex(
    ({ block, verdict }) => (verdict !== null && verdict.role !== 'outside') || !isTag(block.text),
  );
  return below.slice(0, end < 0 ? below.length : end).map(({ block }) => block.text);
}
