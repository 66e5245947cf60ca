import type { Token } from 'markdown-it';
import { normalizeInline, normalizeText } from '../normalize.js';
import { type Block, type BlockKind, type Page, plainBlock } from '../page.js';
import type { PageDecoder } from './decoder.js';
import { decodeText } from './encoding.js';
import { readFrontMatter } from './front-matter.js';
import { piecesOf } from './lines.js';

/** Markdown, with or without front matter. */
export const markdown: PageDecoder = {
  holds: 'page',
  decode: async (bytes) => markdownPage(normalizeText(await decodeText(bytes))),
};

/** The blocks of a Markdown text; links and emphasis become their text, pictures are left out. */
export async function markdownPage(source: string): Promise<Page> {
  const { stated, body } = await readFrontMatter(source);
  const { default: MarkdownIt } = await import('markdown-it');
  const tokens = new MarkdownIt({ html: true, linkify: false }).parse(body, {});
  const blocks = blocksOf(tokens);
  const heading = blocks.find(({ level }) => level === 1)?.text ?? null;
  return { blocks, stated: { ...stated, title: stated.title ?? heading }, marked: true };
}

function blocksOf(tokens: readonly Token[]): Block[] {
  const blocks: Block[] = [];
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.nesting === 1) open.push(token);
    else if (token.nesting === -1) open.pop();
    else if (token.type === 'inline') blocks.push(...linesOf(token, open));
    else if (token.type === 'fence' || token.type === 'code_block')
      blocks.push(plainBlock(normalizeInline(token.content)));
    else if (token.type === 'html_block') blocks.push(...htmlLines(token.content));
  }
  return blocks.filter(({ text }) => text !== '');
}

/** A picture and the line below it make one paragraph in Markdown, but are two things. */
function linesOf(token: Token, open: readonly Token[]): Block[] {
  const lines: Token[][] = [[]];
  for (const child of token.children ?? []) {
    const current = lines.at(-1);
    if (
      child.type === 'hardbreak' ||
      (child.type === 'softbreak' && current?.some(({ type }) => type === 'image'))
    )
      lines.push([]);
    else current?.push(child);
  }
  const level = headingLevel(open);
  return lines.map((children, at) => toBlock(children, kindOf(open, lines[at - 1]), level));
}

function headingLevel(open: readonly Token[]): number {
  return Number(/^h([1-6])$/u.exec(open.at(-1)?.tag ?? '')?.[1] ?? 0);
}

function kindOf(open: readonly Token[], above: readonly Token[] | undefined): BlockKind {
  if (headingLevel(open) > 0) return 'heading';
  if (above?.some(({ type }) => type === 'image')) return 'caption';
  return open.some(({ type }) => type === 'list_item_open') ? 'item' : 'text';
}

function toBlock(children: readonly Token[], kind: BlockKind, level: number): Block {
  let linked = 0;
  let emphasized = 0;
  let letters = 0;
  let links = 0;
  let emphasis = 0;
  const parts: string[] = [];
  for (const child of children) {
    if (child.type === 'link_open' || child.type === 'link_close') links += child.nesting;
    if (/^(?:em|strong)_/u.test(child.type)) emphasis += child.nesting;
    const text = textOf(child);
    const count = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
    letters += count;
    if (links > 0) linked += count;
    if (emphasis > 0) emphasized += count;
    parts.push(text);
  }
  const raw = parts.join('');
  return plainBlock(normalizeInline(raw), {
    kind,
    level,
    pieces: piecesOf(raw.replaceAll('\n', ' ')),
    linkShare: letters === 0 ? 0 : linked / letters,
    standfirst: kind === 'text' && letters > 0 && emphasized >= letters * 0.95,
  });
}

function textOf({ type, content }: Token): string {
  if (type === 'text' || type === 'code_inline') return content;
  return type === 'softbreak' || type === 'hardbreak' ? '\n' : '';
}

function htmlLines(content: string): Block[] {
  const text = content.replace(/<[^<>]{0,2000}>/gu, ' ');
  return text
    .split(/\n\s*\n/u)
    .map((part) => plainBlock(normalizeInline(part), { outside: 'markup between paragraphs' }));
}
