import { createHash } from 'node:crypto';

/** Characters of base64url: 96 bits, so that a million articles collide with a chance of 1 in 10^16. */
const HASH_LENGTH = 16;

/** What an article's identity is made of. */
export interface Identity {
  readonly outlet: string | null;
  readonly published: string | null;
  readonly title: string | null;
  readonly text: string;
}

/** URL-safe hash of outlet, published, title and text: the same article read twice has one id. */
export function articleId({ outlet, published, title, text }: Identity): string {
  // JSON keeps the fields apart: no text can pretend to be a title followed by a text.
  return hash(JSON.stringify([outlet, published, title, text]));
}

/** Hash of the text alone: equal for copies of one wire report in two outlets. */
export function textHash(text: string): string {
  return hash(text);
}

function hash(content: string): string {
  return createHash('sha256').update(content, 'utf8').digest('base64url').slice(0, HASH_LENGTH);
}
