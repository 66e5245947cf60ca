/** A part of a YAML document, apart from how it was written; lines are counted from 1. */
export type DocumentNode = TextNode | ListNode | MapNode | OtherNode;

interface TextNode {
  readonly kind: 'text';
  readonly line: number;
  readonly text: string;
}

interface ListNode {
  readonly kind: 'list';
  readonly line: number;
  readonly items: readonly DocumentNode[];
}

interface MapNode {
  readonly kind: 'map';
  readonly line: number;
  readonly entries: ReadonlyMap<string, MapEntry>;
}

export interface MapEntry {
  /** Line of the key. */
  readonly line: number;
  readonly value: DocumentNode;
}

/** Nothing, or a value that is no text: a number, a date, yes or no. */
interface OtherNode {
  readonly kind: 'empty' | 'number or switch';
  readonly line: number;
}
