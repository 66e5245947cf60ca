import type { Request } from 'express';
import type { Context } from './context.js';
import { CHANGE_PARAMETER } from './own-path.js';
import { type ChangeNotice, changeNotice } from './pages/change-words.js';
import { loadChange } from './store/index.js';

/** The notice of the change that the address of a page names; null where it names none. */
export async function noticeOf({ store }: Context, { query }: Request): Promise<ChangeNotice | null> {
  const id = query[CHANGE_PARAMETER];
  if (typeof id !== 'string' || id === '' || id.includes('\0')) return null;
  const change = await loadChange(store, id);
  return change && changeNotice(change);
}
