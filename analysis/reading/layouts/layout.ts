import type { Measures, Prose, Verdict } from '../furniture/index.js';
import type { Block } from '../page.js';

/** A block with what the rules found about it alone. */
export interface Judged {
  readonly block: Block;
  readonly measures: Measures;
  readonly prose: Prose;
  readonly verdict: Verdict | null;
}

/** What a block is to the article. */
export type Part = 'title' | 'deck' | 'byline' | 'body' | 'subheading' | 'dropped';

/** A block in its part; `reason` where it is not text of the article. */
export interface Placed {
  readonly judged: Judged;
  readonly part: Part;
  readonly reason: string | null;
}

/** What layouts know besides the blocks. */
export interface LayoutContext {
  /** The title where the source states it. */
  readonly title: string | null;
  /** Whether headings, captions and list items are marked up. */
  readonly marked: boolean;
  /** Whether a paragraph begins with a dateline. */
  readonly hasDateline: (paragraph: string) => boolean;
  /** Whether a word is a verb in the form that follows a name in headlines. */
  readonly isVerb: (word: string) => boolean;
}

/** One way in which articles lie on a page. */
export interface Layout {
  readonly name: string;
  /** Whether the blocks lie so; the first layout that says yes arranges them. */
  readonly fits: (blocks: readonly Judged[], context: LayoutContext) => boolean;
  readonly arrange: (blocks: readonly Judged[], context: LayoutContext) => Placed[];
}
