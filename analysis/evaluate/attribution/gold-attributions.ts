import { InputError, type Span } from '../../article/index.js';

/** A statement as people marked it: who (source) says (cue) what (content); a part may have no words. */
export interface GoldAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** "He" or "she" as the source of a statement, and whom it means; null where nobody can tell. */
export interface GoldPronoun extends Span {
  /** Names of which any is right. */
  readonly means: readonly string[] | null;
}

/** What people marked in one article; null for what they did not look at. */
export interface MarkedArticle {
  readonly attributions: readonly GoldAttribution[] | null;
  readonly pronouns: readonly GoldPronoun[] | null;
}

export const PARTS = ['source', 'cue', 'content'] as const;
export type Part = (typeof PARTS)[number];

const SPANS =
  'Give a list of [start, end]: UTF-16 offsets into the text, or into the paragraphs joined by one line break.';

/**
 * What people marked under `gold` of a line: `attributions`, a list of { source, cue, content } with lists
 * of [start, end], and `pronouns`, a list of { start, end, means } (a name, names, or null).
 * @throws InputError `bad-gold` that names `place` and the entry, with what is allowed.
 */
export function readMarked(gold: unknown, text: string, place: string): MarkedArticle {
  const { attributions, pronouns } = (gold ?? {}) as { attributions?: unknown; pronouns?: unknown };
  if (attributions === undefined && pronouns === undefined) {
    throw new InputError(
      'bad-gold',
      `${place}: there are no gold.attributions`,
      'Give "gold": { "attributions": [{ "source", "cue", "content" }] }, or pronouns; labels of paragraphs are measured by --task stance.',
    );
  }
  return {
    attributions:
      entriesOf(attributions, `${place}: gold.attributions`)?.map((entry, index) =>
        attributionOf(entry, text, `${place}: gold.attributions[${index}]`),
      ) ?? null,
    pronouns:
      entriesOf(pronouns, `${place}: gold.pronouns`)?.map((entry, index) =>
        pronounOf(entry, text, `${place}: gold.pronouns[${index}]`),
      ) ?? null,
  };
}

function entriesOf(value: unknown, place: string): readonly Record<string, unknown>[] | null {
  if (value === undefined || value === null) return null;
  if (!Array.isArray(value))
    throw new InputError('bad-gold', `${place} is no list`, 'Give a list, [] for none.');
  return value.map((entry: unknown, index) => {
    if (typeof entry === 'object' && entry !== null) return entry as Record<string, unknown>;
    throw new InputError(
      'bad-gold',
      `${place}[${index}] is ${shown(entry)}`,
      'Give an object for each entry.',
    );
  });
}

function attributionOf(entry: Record<string, unknown>, text: string, place: string): GoldAttribution {
  const spans = (part: Part) => spansOf(entry[part], text, `${place}.${part}`);
  return { source: spans('source'), cue: spans('cue'), content: spans('content') };
}

function pronounOf(entry: Record<string, unknown>, text: string, place: string): GoldPronoun {
  const { means } = entry;
  const names = means === null ? null : [means].flat();
  if (names?.some((name) => typeof name !== 'string' || name.trim() === '') || names?.length === 0) {
    throw new InputError(
      'bad-gold',
      `${place}.means is ${shown(means)}`,
      'Give the name of the person, a list of names of which any is right, or null where nobody can tell.',
    );
  }
  return { ...spanOf([entry.start, entry.end], text, place), means: names as string[] | null };
}

function spansOf(value: unknown, text: string, place: string): Span[] {
  if (!Array.isArray(value))
    throw new InputError('bad-gold', `${place} is ${shown(value)}`, `${SPANS} [] for none.`);
  return value.map((pair: unknown, index) => spanOf(pair, text, `${place}[${index}]`));
}

function spanOf(pair: unknown, text: string, place: string): Span {
  const [start, end] = Array.isArray(pair) && pair.length === 2 ? (pair as unknown[]) : [];
  const fits = Number.isInteger(start) && Number.isInteger(end);
  const span = { start: Number(start), end: Number(end) };
  if (fits && 0 <= span.start && span.start < span.end && span.end <= text.length) return span;
  throw new InputError(
    'bad-gold',
    `${place} is ${shown(pair)} in a text of ${text.length} characters`,
    SPANS,
  );
}

/** A value as an error names it: short, whatever the file holds. */
function shown(value: unknown): string {
  const json = JSON.stringify(value) ?? 'missing';
  return json.length > LONGEST_SHOWN ? `${json.slice(0, LONGEST_SHOWN)}…` : json;
}
const LONGEST_SHOWN = 60;
