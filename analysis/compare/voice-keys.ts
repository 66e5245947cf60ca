import type { Report, VoiceRow } from '../report/index.js';

/** The key under which all authors stand in one row, each in the column of their article. */
export const AUTHOR_KEY = 'author';
/** The key under which everyone without a name stands: "an official" here is not "an official" there. */
export const UNNAMED_KEY = 'unnamed';

/** The key of a voice: voices of several articles with one key are taken for the same. */
export type KeyOf = (voice: VoiceRow['voice']) => string;

/**
 * Names match whatever their case, accents and hyphens ("al-Abadi", "Al Abadi"). A surname alone is
 * taken for the only full name that ends with it, if there is just one in all the articles.
 */
export function voiceKeys(reports: readonly Report[]): KeyOf {
  const named = reports.flatMap(({ voices }) => voices.filter(({ voice }) => voice.kind === 'named'));
  const full = new Set(named.map(({ voice }) => folded(voice.name)).filter((name) => name.includes(' ')));
  return ({ kind, name }) => {
    if (kind === 'author') return AUTHOR_KEY;
    if (kind === 'unnamed') return UNNAMED_KEY;
    if (kind === 'organization') return `organization ${folded(name).replace(/^the /, '')}`;
    const own = folded(name);
    const [match, ...others] = [...full].filter((one) => one.endsWith(` ${own}`));
    return `named ${match !== undefined && others.length === 0 ? match : own}`;
  };
}

/** Letters and digits only, without case and accents; the name itself where it has none. */
function folded(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return words?.join(' ') ?? name;
}
