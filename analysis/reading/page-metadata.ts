import type { Article } from '../article/index.js';
import type { Judged, Placed } from './layouts/index.js';
import { cleanByline, readByline } from './metadata/byline.js';
import { readDateline } from './metadata/dateline.js';
import { isKeywordLabel, isTag, isTagList, readKeywords, tidyKeywords } from './metadata/keywords.js';
import { type Outlets, outletOf } from './metadata/outlet.js';
import { publicationOf } from './metadata/publication.js';
import type { Hints } from './outcome.js';
import type { Page } from './page.js';

/** What an article's page says about it, each with its basis. */
export type PageMetadata = Pick<
  Article,
  | 'title'
  | 'titleBasis'
  | 'outlet'
  | 'outletBasis'
  | 'published'
  | 'publishedBasis'
  | 'publishedCandidates'
  | 'dateline'
  | 'byline'
  | 'url'
  | 'keywords'
>;

/** Metadata from what a person stated, the markup, and the lines around the text, in this order. */
export async function metadataOf(
  page: Page,
  placed: readonly Placed[],
  hints: Hints,
  outlets: Outlets,
): Promise<PageMetadata> {
  const { stated } = page;
  const title =
    hints.title ?? stated.title ?? placed.find(({ part }) => part === 'title')?.judged.block.text ?? null;
  const dateline = datelineOf(placed, outlets);
  const published = hints.published ?? stated.published;
  return {
    title,
    titleBasis: title === null ? 'missing' : 'stated',
    ...outletOf(cluesOf(page, placed, hints, dateline), outlets),
    ...(await publicationOf({ placed, stated: published, dateline, url: stated.url })),
    dateline,
    byline: bylineOf(placed, page),
    url: stated.url,
    keywords: keywordsOf(placed, page),
  };
}

function cluesOf(page: Page, placed: readonly Placed[], hints: Hints, dateline: Article['dateline']) {
  const body = placed.findIndex(({ part }) => part === 'body');
  const above = placed.slice(0, body).filter(isNameless).slice(0, MASTHEAD_LINES);
  return {
    hint: hints.outlet ?? null,
    stated: page.stated.outlet,
    agency: dateline?.agency ?? null,
    above: above.flatMap(({ judged }) => judged.block.pieces),
    notices: placed.filter(isNotice).map(({ judged }) => judged.block.text),
    site: page.stated.site,
    url: page.stated.url,
  };
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

function datelineOf(placed: readonly Placed[], outlets: Outlets): Article['dateline'] {
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
