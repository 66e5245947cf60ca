import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import type { LeftOut } from '../pages/report-page.js';
import { deletionOf, listCorrections, loadArticle, type StoredArticle } from '../store/index.js';
import { deleted } from './deleted.js';

/** What was left out of an article and what of it was put back, numbered as when it was read. */
export interface Passages {
  readonly dropped: readonly LeftOut[];
  readonly restored: readonly LeftOut[];
}

/** The passages of the article of this id. @throws HttpError 404 */
export async function passagesOf(context: Context, id: string): Promise<Passages> {
  const { asRead } = await knownArticle(context, id);
  const corrections = await listCorrections(context.store, id);
  const active = corrections.filter(
    ({ kind, revertedAt }) => kind === 'restore-dropped' && revertedAt === null,
  );
  const back = new Set(active.map(({ detail }) => detail.index));
  const all: LeftOut[] = asRead.dropped.map((passage, index) => ({ index, ...passage }));
  return {
    dropped: all.filter(({ index }) => !back.has(index)),
    restored: all.filter(({ index }) => back.has(index)),
  };
}

/** The article of this id. @throws HttpError 404 */
export async function knownArticle({ store }: Context, id: string): Promise<StoredArticle> {
  const article = await loadArticle(store, id);
  if (article) return article;
  const deletion = await deletionOf(store, id);
  if (deletion) throw deleted('article', deletion);
  throw new HttpError(
    404,
    'unknown-article',
    'The library holds no article of this id.',
    'It may have been removed. Look for it in the library, or upload it again.',
  );
}
