import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import { deletionOf, loadArticle, type StoredArticle } from '../store/index.js';
import { deleted } from './deleted.js';

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
