import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { packageRoot } from '../analysis/resources/index.js';

/** A heading that can be linked to. */
export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** One of the program's own documents as HTML, with its second-level headings for a table of contents. */
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

/** The document of that name in `docs/`, with `more` Markdown after it. Rejects where the file is missing. */
export async function renderDocument(name: 'codebook' | 'method', more = ''): Promise<RenderedDocument> {
  const source = await readFile(join(packageRoot(), 'docs', `${name}.md`), 'utf8');
  return renderMarkdown(`${source}\n${more}`);
}

/** Markdown as HTML; each heading gets an id that is unique in it. */
export function renderMarkdown(source: string): RenderedDocument {
  const tokens = markdown.parse(source, {});
  for (const [index, token] of tokens.filter(({ type }) => type === 'table_open').entries()) {
    token.attrSet('aria-label', `Table ${index + 1}`);
  }
  const headings: Heading[] = [];
  const used = new Set<string>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const text = plainText(tokens[index + 1]?.children ?? []);
    const id = uniqueId(text, used);
    token.attrSet('id', id);
    if (token.tag === 'h2') headings.push({ id, text });
  }
  return { html: markdown.renderer.render(tokens, markdown.options, {}), headings };
}

function plainText(children: readonly { readonly content: string }[]): string {
  return children.map(({ content }) => content).join('');
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
