import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import MarkdownIt, { type Token } from 'markdown-it';
import { packageRoot } from '../analysis/resources/index.js';
import { PICTURE_FOLDER, pictures } from './pictures.js';

/** One of the program's own documents, and where it is read in the browser. */
export interface OwnDocument {
  readonly path: string;
  /** Markdown file, from the root of the package. */
  readonly file: string;
  readonly title: string;
  readonly summary: string;
  /** Entry of the navigation or the foot that it belongs to. */
  readonly section: string;
}

/** Every document that is shown, in order. Links between them lead to their pages. */
export const DOCUMENTS = {
  guide: {
    path: '/guide',
    file: 'docs/guide.md',
    title: 'Guide',
    summary: 'How to work with Standpoint, step by step',
    section: '/guide',
  },
  codebook: {
    path: '/codebook',
    file: 'docs/codebook.md',
    title: 'Codebook',
    summary: 'The rules of coding, and what every column of the CSV files holds',
    section: '/codebook',
  },
  method: {
    path: '/method',
    file: 'docs/method.md',
    title: 'Method',
    summary: 'How scores come about, what they mean and what they do not',
    section: '/method',
  },
  modelCard: {
    path: '/method/model-card',
    file: 'corpus/models/stance-blend.md',
    title: 'Model card',
    summary: 'What the trained weights of the scorer were made from, how well they do, and where they fail',
    section: '/method',
  },
  targetGuide: {
    path: '/targets/guide',
    file: 'docs/targets-and-lexicons.md',
    title: 'Targets and lexicons',
    summary: 'How to write a target or change the lexicons',
    section: '/targets',
  },
} as const satisfies Readonly<Record<string, OwnDocument>>;

/** A heading that can be linked to. */
export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** A document as HTML, with its second-level headings for a table of contents. */
export interface RenderedDocument {
  readonly html: string;
  readonly headings: readonly Heading[];
}

/** HTML inside Markdown is shown as text; only the program's own documents are rendered at all. */
const markdown = new MarkdownIt({ html: false });

// A wide table scrolls by itself, by keyboard too, instead of widening the page.
markdown.renderer.rules.table_open = (tokens, index) => {
  const name = markdown.utils.escapeHtml(String(tokens[index]?.attrGet('aria-label') ?? ''));
  return `<div class="table-scroll" tabindex="0" role="region" aria-label="${name}"><table>\n`;
};
markdown.renderer.rules.table_close = () => '</table></div>\n';

// So do long lines of code.
const { fence } = markdown.renderer.rules;
markdown.renderer.rules.fence = (...code) => fence?.(...code).replace('<pre>', '<pre tabindex="0">') ?? '';

/** A document as HTML, with `more` Markdown after it. Rejects where the file is missing. */
export async function renderDocument({ file }: OwnDocument, more = ''): Promise<RenderedDocument> {
  const source = await readFile(join(packageRoot(), file), 'utf8');
  return renderMarkdown(`${source}\n${more}`, file);
}

/** Markdown as HTML; each heading gets an id that is unique in it. Links are relative to `file`. */
export function renderMarkdown(source: string, file: string): RenderedDocument {
  const tokens = markdown.parse(source, {});
  nameTables(tokens);
  alignCells(tokens);
  for (const token of tokens) {
    if (!token.children) continue;
    token.children = withOwnLinks(token.children, file);
    for (const child of token.children) if (child.type === 'image') placePicture(child, file);
  }
  const headings = nameHeadings(tokens);
  return { html: markdown.renderer.render(tokens, markdown.options, {}), headings };
}

function nameTables(tokens: readonly Token[]): void {
  const tables = tokens.filter(({ type }) => type === 'table_open');
  for (const [index, table] of tables.entries()) table.attrSet('aria-label', `Table ${index + 1}`);
}

/** The policy of the pages allows no inline style; `number` is the class of cells that end at the right. */
function alignCells(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.type !== 'th_open' && token.type !== 'td_open') continue;
    token.attrs = token.attrGet('style') === 'text-align:right' ? [['class', 'number']] : null;
  }
}

function nameHeadings(tokens: readonly Token[]): Heading[] {
  const headings: Heading[] = [];
  const used = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const text = (tokens[index + 1]?.children ?? []).map(({ content }) => content).join('');
    const id = uniqueId(text, used);
    token.attrSet('id', id);
    if (token.tag === 'h2') headings.push({ id, text });
  }
  return headings;
}

/** A heading as the last part of an address, as GitHub makes them: `What is coded` → `what-is-coded`. */
function uniqueId(heading: string, used: Set<string>): string {
  const base = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');
  let id = base;
  for (let count = 1; used.has(id); count++) id = `${base}-${count}`;
  used.add(id);
  return id;
}

/** Links to files that are shown as pages lead there; links to other files become plain words. */
function withOwnLinks(tokens: readonly Token[], file: string): Token[] {
  let isDropped = false;
  return tokens.filter((token) => {
    if (token.type === 'link_open') {
      const href = addressOf(String(token.attrGet('href') ?? ''), file);
      isDropped = href === null;
      if (href !== null) token.attrSet('href', href);
    }
    const isLink = token.type === 'link_open' || token.type === 'link_close';
    return !(isLink && isDropped);
  });
}

/** A picture of the guide is shown from its own address, its room kept free until it is there. */
function placePicture(token: Token, file: string): void {
  const path = posix.join(posix.dirname(file), String(token.attrGet('src') ?? ''));
  const name = posix.basename(path);
  const picture = posix.dirname(path) === PICTURE_FOLDER ? pictures().get(name) : undefined;
  if (!picture) return;
  token.attrSet('src', `/guide/images/${name}`);
  token.attrSet('width', String(picture.width));
  token.attrSet('height', String(picture.height));
  token.attrSet('loading', 'lazy');
}

function addressOf(href: string, file: string): string | null {
  if (/^(https?:|#|\/)/.test(href)) return href;
  const [path = '', fragment] = href.split('#');
  const target = posix.join(posix.dirname(file), path);
  const page = Object.values(DOCUMENTS).find((document) => document.file === target);
  if (!page) return null;
  return fragment === undefined ? page.path : `${page.path}#${fragment}`;
}
