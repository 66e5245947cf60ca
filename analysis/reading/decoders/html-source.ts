/** Elements whose source is thrown away before parsing: half of a news page, and none of its text. */
const SILENT = /<(script|style|svg|noscript)(?=[\s>/])([^>]{0,2000})>/giu;

/** Scripts that hold data about the article are kept. */
const LINKED_DATA = /application\/ld\+json/iu;

/**
 * Source without scripts, styles, drawings and comments. Parsing is what costs time, and what is
 * not there cannot be run by anyone. An element without its end tag is left to the parser.
 */
export function withoutSilent(source: string): string {
  const bare = withoutComments(source);
  const lower = bare.toLowerCase();
  const parts: string[] = [];
  let from = 0;
  SILENT.lastIndex = 0;
  for (let match = SILENT.exec(bare); match; match = SILENT.exec(bare)) {
    const [tag, name = '', attributes = ''] = match;
    const bodyStart = match.index + tag.length;
    const close = `</${name.toLowerCase()}`;
    const end = lower.indexOf(close, bodyStart);
    if (end < 0) break;
    SILENT.lastIndex = end + close.length;
    if (LINKED_DATA.test(attributes) || name.toLowerCase() === 'noscript') continue;
    parts.push(bare.slice(from, match.index));
    const closed = bare.indexOf('>', end);
    from = closed < 0 ? bare.length : closed + 1;
    SILENT.lastIndex = from;
  }
  parts.push(bare.slice(from));
  return parts.join(' ');
}

function withoutComments(source: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = source.indexOf('<!--'); start >= 0; start = source.indexOf('<!--', from)) {
    const end = source.indexOf('-->', start + 4);
    if (end < 0) break;
    parts.push(source.slice(from, start));
    from = end + 3;
  }
  parts.push(source.slice(from));
  return parts.join('');
}
