/** Most tags that are kept; longer lists are indexes, not tags. */
const MAX_KEYWORDS = 40;

/** Words and characters of the longest tag. */
const MAX_TAG_WORDS = 5;
const MAX_TAG_LENGTH = 60;

/** Entries from which on a comma list without a label is taken for tags. */
const MIN_UNLABELLED = 3;

const LABEL = /^[\p{L} -]{2,30}:\s*/u;

/** The tags of a line: after a label by commas or the parts of the line, else by commas. */
export function readKeywords(line: string, pieces: readonly string[]): string[] {
  const label = LABEL.exec(line)?.[0] ?? '';
  const body = line.slice(label.length);
  const byComma = body.split(/\s*[,;]\s*/u);
  const byPiece = pieces.map((piece, at) => (at === 0 ? piece.replace(LABEL, '') : piece));
  return tidyKeywords(byComma.length > 1 ? byComma : byPiece);
}

/** Tags trimmed, without empty and repeated ones. */
export function tidyKeywords(tags: readonly string[]): string[] {
  const seen = new Set<string>();
  for (const tag of tags) {
    const trimmed = tag.replace(/^[#\s]+|[\s.]+$/gu, '');
    if (trimmed !== '' && trimmed.length <= MAX_TAG_LENGTH) seen.add(trimmed);
  }
  return [...seen].slice(0, MAX_KEYWORDS);
}

/** Whether a line without a label is a list of tags: short entries between commas, no sentence. */
export function isTagList(line: string): boolean {
  if (/[.!?:;"“”]/u.test(line)) return false;
  const entries = line.split(', ');
  if (entries.length < MIN_UNLABELLED) return false;
  const capitalized = entries.filter((entry) => /^[\p{Lu}\p{N}#]/u.test(entry)).length;
  const short = entries.every((entry) => entry !== '' && entry.split(' ').length <= MAX_TAG_WORDS);
  return (
    short &&
    capitalized >= entries.length / 2 &&
    !entries.some((entry) => /^(?:and|or|und|et|y)\s/u.test(entry))
  );
}

/** Whether a line is nothing but the label of a list of tags. */
export function isKeywordLabel(line: string): boolean {
  return /^(?:tags|topics|keywords|filed under|schlagworte|schlagwörter|themen|mots-clés|thèmes|etiquetas|temas)\s*:?$/iu.test(
    line,
  );
}

/** Whether a line may be a single tag. */
export function isTag(line: string): boolean {
  return line.length <= MAX_TAG_LENGTH && line.split(' ').length <= MAX_TAG_WORDS && !/[.!?:;|]/u.test(line);
}
