import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import { deletionOfStudy, loadStudy, type Study } from '../store/index.js';
import { deleted } from './deleted.js';

/** The study of this id. @throws HttpError 404, with the way back where it was deleted */
export async function knownStudy({ store }: Context, id: string): Promise<Study> {
  const study = await loadStudy(store, id);
  if (study) return study;
  const deletion = await deletionOfStudy(store, id);
  if (deletion) throw deleted('study', deletion);
  const hint = 'See /studies for those there are.';
  throw new HttpError(404, 'unknown-study', 'There is no study of this id.', hint);
}
