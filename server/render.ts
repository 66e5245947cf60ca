import { join } from 'node:path';
import ejs from 'ejs';
import type { Request } from 'express';
import { programVersion } from '../analysis/report/index.js';
import { packageRoot } from '../analysis/resources/index.js';
import { coderOf } from './coder.js';
import { FOOT_GROUPS, MAIN_LINKS } from './navigation.js';
import { HOME, withChange } from './own-path.js';
import type { ChangeNotice } from './pages/change-words.js';
import { ACCEPTED_FILES } from './uploads.js';

/** What a page shows: its template and the values in it; nothing is left to work out there. */
export interface View {
  /** File in `views/`, without its ending. */
  readonly template: string;
  readonly title: string;
  readonly model: Readonly<Record<string, unknown>>;
  /** Path of the entry of the navigation or the foot that is marked as the current one. */
  readonly section?: string;
  /** Seconds after which a browser without script loads the page again. */
  readonly refresh?: number;
}

/** Style sheets in `views/public/css/`, in the order in which later ones override earlier ones. */
const STYLESHEETS = [
  'tokens',
  'base',
  'frame',
  'controls',
  'forms',
  'parts',
  'coding',
  'tables',
  'library-filters',
  'library',
  'library-bulk',
  'studies',
  'report',
  'board',
  'compare',
  'compare-narrow',
  'reading',
  'corrections',
  'pages',
  'editing',
  'correcting',
  'validation',
  'print',
] as const;

type Sheet = (typeof STYLESHEETS)[number];

/** Sheets that one template alone has a use for. */
const ONLY_ON: Partial<Record<Sheet, string>> = { compare: 'compare', 'compare-narrow': 'compare' };

/** The first page that anybody sees, and the one seen most, come without the sheets of others: each stays under 100 KB. */
const NOT_ON: Readonly<Record<string, readonly Sheet[]>> = {
  library: ['validation', 'studies', 'board', 'coding', 'editing', 'correcting'],
  article: ['validation', 'studies', 'library', 'library-filters', 'library-bulk'],
};

/** The sheets of a page, in order. */
function sheetsOf(template: string): Sheet[] {
  return STYLESHEETS.filter(
    (sheet) => (ONLY_ON[sheet] ?? template) === template && !NOT_ON[template]?.includes(sheet),
  );
}

const VIEWS = join(packageRoot(), 'views');

const FRAME_VALUES = {
  navigation: MAIN_LINKS,
  footGroups: FOOT_GROUPS,
  accept: ACCEPTED_FILES,
  version: programVersion(),
};

/** What every page shows of the request that asked for it. */
export interface Frame {
  /** Who sits at the browser, or null. */
  readonly coder: string | null;
  /** Path and query of the page, to return to. */
  readonly self: string;
  /** The change that led here, with the way to undo it; null for a page that no change led to. */
  readonly notice: ChangeNotice | null;
}

export function frameOf(request: Request, notice: ChangeNotice | null = null): Frame {
  const self = request.method === 'GET' ? withChange(request.originalUrl, null) : HOME;
  return { coder: coderOf(request), self, notice };
}

/** A view as an HTML page. Templates are compiled once. Rejects when the template fails. */
export function renderView(
  { template, title, model, section, refresh }: View,
  frame: Frame,
): Promise<string> {
  const page = { title, section: section ?? null, refresh: refresh ?? null };
  const values = {
    ...model,
    ...FRAME_VALUES,
    ...page,
    stylesheets: sheetsOf(template),
    coder: frame.coder,
    here: frame.self,
    changed: frame.notice,
  };
  return ejs.renderFile(join(VIEWS, `${template}.ejs`), values, { cache: true });
}
