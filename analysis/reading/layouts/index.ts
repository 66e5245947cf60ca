import type { Layout } from './layout.js';
import { plainArticle } from './plain-article.js';
import { webPage } from './web-page.js';

export type { Judged, LayoutContext, Placed } from './layout.js';

/** Every layout, in the order in which they are tried; the last one takes all. */
export const layouts: readonly Layout[] = [plainArticle, webPage];
