import type { Store } from './open.js';

/** What the library remembers about itself. */
export type NoteName = 'samples-imported';

/** Writes a note once; false where it was written before. */
export async function writeNoteOnce(store: Store, name: NoteName, value: unknown): Promise<boolean> {
  const row = await store.db
    .insertInto('notes')
    .values({ name, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returning('name')
    .executeTakeFirst();
  return row !== undefined;
}
