import { InputError, type Label } from '../article/index.js';
import type { Field } from '../evaluate/index.js';
import { quoted, type TableFile } from './named-table.js';
import { type Key, type KeyItem, readKey } from './read-key.js';
import { type Coding, type FilledSheet, labelIn, readSheet, requireLabels } from './read-sheet.js';

/** A sampled paragraph with what each coder said of it. */
export interface CodedItem extends KeyItem {
  /** By coder, in their order; null where a coder gave none. At least one is given. */
  readonly labels: readonly (Label | null)[];
  /** What coders wrote beside their labels, in the same order; empty where nothing. */
  readonly notes: readonly string[];
}

/** Filled-in sheets joined with their key. */
export interface Codings {
  /** Names of the coders, in order of appearance. */
  readonly coders: readonly string[];
  readonly items: readonly CodedItem[];
  /** Every item of the sample, coded or not. */
  readonly key: Key;
  readonly sheets: readonly FilledSheet[];
}

/**
 * Reads filled-in sheets and their key. Half-filled sheets are used as far as they go.
 * @throws InputError as readKey, readSheet and requireLabels do, `same-coder` where one coder coded an item twice.
 */
export function readCodings(sources: readonly TableFile[], keySource: TableFile, field: Field): Codings {
  const key = readKey(keySource);
  const sheets = sources.map((source) => readSheet(source, key));
  for (const sheet of sheets) requireLabels(sheet, [field]);
  requireCodedOnce(sheets);
  return joinCodings(sheets, key, field);
}

/** Sheets joined with their key; where a coder coded an item twice, the later sheet counts. */
export function joinCodings(sheets: readonly FilledSheet[], key: Key, field: Field): Codings {
  const coders = new Map<string, string>();
  const byItem = new Map<string, Map<string, Coding>>();
  for (const coding of sheets.flatMap(({ codings }) => codings)) {
    if (labelIn(coding, field) === null) continue;
    const id = coderId(coding.coder);
    if (!coders.has(id)) coders.set(id, coding.coder);
    const given = byItem.get(coding.itemId) ?? new Map<string, Coding>();
    byItem.set(coding.itemId, given.set(id, coding));
  }
  const ids = [...coders.keys()];
  const items = [...key.values()].flatMap((item) => {
    const given = byItem.get(item.itemId);
    if (!given) return [];
    const inOrder = ids.map((id) => given.get(id));
    const labels = inOrder.map((coding) => (coding ? labelIn(coding, field) : null));
    return [{ ...item, labels, notes: inOrder.map((coding) => coding?.note ?? '') }];
  });
  return { coders: [...coders.values()], items, key, sheets };
}

/** Sheets that came in before, and what somebody can do who has to give one again. */
interface Known {
  readonly sheets: readonly FilledSheet[];
  readonly hint: string;
}

const TWO_PEOPLE = 'if two people did it, write their names in the column coder.';

/**
 * Refuses sheets in which a coder coded an item twice, or once more than in the known ones.
 * @throws InputError `same-coder`, which names file and row
 */
export function requireCodedOnce(sheets: readonly FilledSheet[], known?: Known): void {
  const before = new Set(known?.sheets.flatMap(({ codings }) => codings.map(placeOf)));
  const here = new Set<string>();
  for (const { file, codings } of sheets) {
    for (const coding of codings) {
      const place = placeOf(coding);
      const row = `${file}, row ${coding.row}`;
      if (known && before.has(place)) throw sameCoder(row, coding, `${known.hint}; ${TWO_PEOPLE}`);
      if (here.has(place))
        throw sameCoder(row, coding, `Leave out the sheet or row given twice; ${TWO_PEOPLE}`);
      here.add(place);
    }
  }
}

function placeOf({ coder, itemId }: Coding): string {
  return `${itemId} ${coderId(coder)}`;
}

/** One coder may be written in several ways, with the apostrophe that keeps a name from running as a formula. */
export function coderId(name: string): string {
  return name.replace(/^'/u, '').replace(/\s+/gu, ' ').trim().toLowerCase();
}

function sameCoder(place: string, { coder, itemId }: Coding, hint: string): InputError {
  return new InputError('same-coder', `${place}: ${quoted(coder)} has coded ${itemId} already`, hint);
}
