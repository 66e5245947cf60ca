import { changedLines, lineDiff } from '../corpus/index.js';
import type { CorpusVersion } from '../store/index.js';
import { coderName, momentInWords } from './words.js';

/** Two versions of one file, made from the same earlier one. */
export interface Conflict {
  /** What somebody else saved meanwhile. */
  readonly newer: CorpusVersion;
  /** What was to be saved; null for removing the file. */
  readonly mine: string | null;
  /** The fields of the form that is sent to save it anyway. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Page of the thing that both changed. */
  readonly self: string;
  readonly what: string;
  /** Media type of the form where it is not that of forms without files. */
  readonly enctype?: string | undefined;
}

/** The values of the page that says who changed what, when, and lets a person choose. */
export function conflictPage({
  newer,
  mine,
  fields,
  self,
  what,
  enctype,
}: Conflict): Record<string, unknown> {
  return {
    what,
    self,
    enctype: enctype ?? null,
    who: coderName(newer.coder),
    when: momentInWords(newer.createdAt),
    note: newer.note,
    theirVersion: newer.version,
    isTheirsRemoved: newer.content === null,
    isMineRemoved: mine === null,
    lines: changedLines(lineDiff(newer.content ?? '', mine ?? '')),
    fields: Object.entries(fields).flatMap(([name, value]) =>
      [value]
        .flat()
        .flatMap((one) => (one === undefined || one === null ? [] : [{ name, value: String(one) }])),
    ),
  };
}
