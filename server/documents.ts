import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import { packageRoot } from '../analysis/resources/index.js';

/** HTML inside Markdown is shown as text; only the program's own documents are rendered at all. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });

/** One of the program's own documents, rendered. Headings get ids, so that they can be linked. */
export async function renderDocument(name: 'codebook' | 'method'): Promise<string> {
  return renderMarkdown(await readFile(join(packageRoot(), 'docs', `${name}.md`), 'utf8'));
}

/** Markdown as HTML with ids on its headings. */
export function renderMarkdown(source: string): string {
  const tokens = markdown.parse(source, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') token.attrSet('id', anchorOf(tokens[index + 1]?.content ?? ''));
  }
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** A heading as the last part of an address, as GitHub makes them: `## What is coded` → `what-is-coded`. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
