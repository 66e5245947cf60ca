import type { SpeakerKind } from './speaker-kind.js';

/**
 * The id of a speaker, derived from the name: the same name has the same id wherever it speaks. Never
 * `author`, which is nobody's name.
 */
export function speakerId(name: string, kind: SpeakerKind): string {
  const slug = slugOf(name) || 'speaker';
  if (kind === 'unnamed') return `unnamed-${slug}`;
  return slug === 'author' ? 'author-quoted' : slug;
}

function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
