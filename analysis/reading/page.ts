/** What a decoder knows of a block from the markup around it. */
export type BlockKind = 'text' | 'heading' | 'item' | 'caption' | 'link';

/** The reason where nothing but the extraction of the content says that a block is none of it. */
export const OUTSIDE_CONTENT = 'outside the content of the page';

/** A line or paragraph as it came in, before anyone asked whether it belongs to the article. */
export interface Block {
  /** Normalized: NFC, single blanks, no invisible characters, none at the ends. */
  readonly text: string;
  readonly kind: BlockKind;
  /** Level of a heading from 1; 0 for other blocks. */
  readonly level: number;
  /** Parts of the line as set apart by tabs, runs of blanks, bars, bullets or arrows. */
  readonly pieces: readonly string[];
  /** Share of the letters that are part of links, 0 to 1. */
  readonly linkShare: number;
  /** Whether the whole block is emphasized or marked as a summary: the dress of a deck. */
  readonly standfirst: boolean;
  /** Why the markup alone already says that the block is not part of the article, or null. */
  readonly outside: string | null;
}

/** What the source itself says about the article (markup, front matter, fields). */
export interface StatedMetadata {
  readonly title: string | null;
  readonly outlet: string | null;
  /** What the page's window title says besides the title: a clue to the outlet. */
  readonly site: string | null;
  /** As printed; dates are read later. */
  readonly published: string | null;
  readonly byline: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly keywords: readonly string[];
}

/** Nothing stated. */
export const NOTHING_STATED: StatedMetadata = {
  title: null,
  outlet: null,
  site: null,
  published: null,
  byline: null,
  language: null,
  url: null,
  keywords: [],
};

/** A decoded file: blocks in reading order, and what was stated about them. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly stated: StatedMetadata;
  /** Whether headings, captions and list items are marked, so that shape need not be guessed. */
  readonly marked: boolean;
}

/** A block with nothing known but its text. */
export function plainBlock(text: string, known: Partial<Omit<Block, 'text'>> = {}): Block {
  return {
    text,
    kind: 'text',
    level: 0,
    pieces: [text],
    linkShare: 0,
    standfirst: false,
    outside: null,
    ...known,
  };
}
