import { collapseSpace, normalizeText } from '../normalize.js';
import { type Block, type BlockKind, plainBlock } from '../page.js';
import { type DomElement, type DomNode, isElement, isTextNode } from './dom.js';
import { outsideReason, STANDFIRST } from './html-places.js';
import { piecesOf } from './lines.js';

/** Elements whose text is part of the line they stand in; every other element is a block. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** Elements without text for readers. Scripts are data here: nothing of a page is ever run. */
const SILENT = new Set(
  'script style noscript template iframe object embed svg canvas audio video map head meta link title input select textarea datalist math img picture source'.split(
    ' ',
  ),
);

const HEADING = /^h([1-6])$/u;

/** Nesting beyond which a page is an attack on the stack, not a layout: its text is taken as one line. */
const MAX_DEPTH = 400;

/** What is known of the elements that are open while walking. */
interface Surroundings {
  readonly kind: BlockKind;
  readonly level: number;
  readonly outside: string | null;
  readonly standfirst: boolean;
  readonly inLink: boolean;
  readonly inEmphasis: boolean;
}

const OUTERMOST: Surroundings = {
  kind: 'text',
  level: 0,
  outside: null,
  standfirst: false,
  inLink: false,
  inEmphasis: false,
};

/** The line that is being gathered. */
interface Gathering {
  readonly parts: string[];
  linked: number;
  emphasized: number;
  letters: number;
}

/** The walk: the blocks so far, the line at hand, and the breaks since its last letter. */
interface Walk {
  readonly blocks: Block[];
  line: Gathering;
  breaks: number;
}

/** The lines and paragraphs of an element in reading order, each with what its markup says of it. */
export function blocksOf(root: DomNode): Block[] {
  const walk: Walk = { blocks: [], line: emptyLine(), breaks: 0 };
  readChildren(walk, root, OUTERMOST, 0);
  endLine(walk, OUTERMOST);
  return walk.blocks;
}

function readChildren(walk: Walk, node: DomNode, around: Surroundings, depth: number): void {
  for (const child of node.childNodes) {
    if (isTextNode(child)) gather(walk, child.textContent ?? '', around);
    else if (isElement(child)) {
      if (depth > MAX_DEPTH) gather(walk, child.textContent ?? '', around);
      else readElement(walk, child, around, depth);
    }
  }
}

function readElement(walk: Walk, element: DomElement, around: Surroundings, depth: number): void {
  const tag = element.tagName.toLowerCase();
  if (tag === 'br') {
    // One break ends a line of a head or verse; two are how old pages part paragraphs.
    walk.line.parts.push('\n');
    if (++walk.breaks >= 2) endLine(walk, around);
    return;
  }
  if (SILENT.has(tag)) return;
  const inside = surroundingsOf(element, tag, around);
  const isInline = INLINE.has(tag) && inside.outside === around.outside;
  if (isInline) walk.line.parts.push(tag === 'a' || tag === 'span' ? TOUCHING : '');
  else endLine(walk, around);
  readChildren(walk, element, inside, depth + 1);
  if (!isInline) endLine(walk, inside);
}

function endLine(walk: Walk, around: Surroundings): void {
  if (walk.line.letters > 0) walk.blocks.push(...toBlocks(walk.line, around));
  walk.line = emptyLine();
  walk.breaks = 0;
}

function emptyLine(): Gathering {
  return { parts: [], linked: 0, emphasized: 0, letters: 0 };
}

/** Counts characters for letters: shares of a line need no more, and this runs for each text of a page. */
function gather(walk: Walk, text: string, around: Surroundings): void {
  const { line } = walk;
  line.parts.push(text.replace(/\s/gu, ' '));
  const letters = text.trim().length;
  if (letters > 0) walk.breaks = 0;
  line.letters += letters;
  if (around.inLink) line.linked += letters;
  if (around.inEmphasis) line.emphasized += letters;
}

function surroundingsOf(element: DomElement, tag: string, around: Surroundings): Surroundings {
  const level = HEADING.exec(tag)?.[1];
  return {
    kind: kindOf(tag, around.kind),
    level: level === undefined ? (INLINE.has(tag) ? around.level : 0) : Number(level),
    outside: around.outside ?? outsideReason(element, tag),
    standfirst: around.standfirst || STANDFIRST.test(classOf(element)),
    inLink: around.inLink || tag === 'a',
    inEmphasis: around.inEmphasis || tag === 'b' || tag === 'strong' || tag === 'em' || tag === 'i',
  };
}

function classOf(element: DomElement): string {
  return element.getAttribute('class') ?? '';
}

function kindOf(tag: string, outer: BlockKind): BlockKind {
  if (HEADING.test(tag)) return 'heading';
  if (tag === 'figcaption') return 'caption';
  if (tag === 'li' || tag === 'dd' || tag === 'dt') return 'item';
  if (INLINE.has(tag)) return outer;
  return tag === 'p' && outer === 'item' ? 'item' : outer === 'caption' ? 'caption' : 'text';
}

function toBlocks(line: Gathering, around: Surroundings): Block[] {
  const known = {
    kind: around.kind,
    level: around.level,
    linkShare: line.linked / line.letters,
    standfirst: around.standfirst || (around.kind !== 'heading' && line.emphasized >= line.letters * WHOLLY),
    outside: around.outside,
  };
  return linesOf(joinParts(line.parts)).flatMap((raw) => {
    const normal = normalizeText(raw);
    const text = collapseSpace(normal);
    return text === '' ? [] : [plainBlock(text, { ...known, pieces: piecesOf(normal) })];
  });
}

/** Share of emphasized letters from which on a line counts as wholly emphasized; marks may stay plain. */
const WHOLLY = 0.95;

/**
 * Single breaks part the lines of a head ("By Jane Doe<br>Posted on Monday") or wrap a paragraph;
 * where a line goes on in small letters, they wrap it.
 */
function linesOf(raw: string): string[] {
  const lines = raw.split('\n').filter((part) => part.trim() !== '');
  const wraps = lines.some((part, at) => at > 0 && /^\s*\p{Ll}/u.test(part));
  return wraps ? [lines.join(' ')] : lines;
}

/** Stands where an element begins that may touch the one before; no text holds it after normalizing. */
const TOUCHING = '\u200A';

/** Links that touch each other are entries of a menu: without a blank their words would be glued. */
function joinParts(parts: readonly string[]): string {
  return parts
    .join('')
    .replace(/(?<=[\p{Ll}\d.!?])\u200A+(?=\p{Lu})/gu, ' ')
    .replaceAll('\u200A', '');
}
