import { randomBytes } from 'node:crypto';
import { InputError } from '../../analysis/article/index.js';
import type { FilledSheet } from '../../analysis/validation/index.js';
import { type Change, type Doer, noteChange } from './changes.js';
import type { Store } from './open.js';
import { groupRows, insertRows } from './rows.js';
import { type Sample, sampleName, unknownSample } from './samples.js';

/** A coding sheet that came back, as it was read. */
export interface StoredSheet extends FilledSheet {
  readonly id: string;
  /** Who brought it in, and when. */
  readonly broughtBy: string | null;
  readonly broughtAt: Date;
}

/** The sheets of a sample, in the order in which they came in. */
export async function listSheets({ db }: Pick<Store, 'db'>, sampleId: string): Promise<StoredSheet[]> {
  const sheets = await db
    .selectFrom('sample_sheets as h')
    .innerJoin('samples as s', 's.key', 'h.sample_key')
    .where('s.id', '=', sampleId)
    .where('h.deleted_at', 'is', null)
    .orderBy('h.key')
    .selectAll('h')
    .execute();
  if (sheets.length === 0) return [];
  const rows = await db
    .selectFrom('sample_codings')
    .where(
      'sheet_key',
      'in',
      sheets.map(({ key }) => key),
    )
    .orderBy('sheet_key')
    .orderBy('row')
    .selectAll()
    .execute();
  const codings = groupRows(rows, (row) => row.sheet_key);
  return sheets.map(({ key, id, file, items, coder, created_at }) => ({
    id,
    file,
    items,
    broughtBy: coder,
    broughtAt: created_at,
    codings: (codings.get(key) ?? []).map(({ item_id, author_label, sheet_key, ...coding }) => ({
      ...coding,
      itemId: item_id,
      authorLabel: author_label,
    })),
  }));
}

/**
 * Keeps sheets, all or none. `check` sees those that came in before, while no other sheet can come in.
 * @throws InputError `unknown-sample` where it is gone, and whatever `check` throws
 */
export async function addSheets(
  store: Store,
  sample: Sample,
  sheets: readonly FilledSheet[],
  check: (known: readonly FilledSheet[]) => void,
  { coder, now }: Doer,
): Promise<void> {
  await store.db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('samples')
      .where('id', '=', sample.id)
      .where('deleted_at', 'is', null)
      .select('key')
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw unknownSample();
    check(await listSheets({ db: tx }, sample.id));
    for (const { file, items, codings } of sheets) {
      const { key } = await tx
        .insertInto('sample_sheets')
        .values({
          id: randomBytes(6).toString('hex'),
          sample_key: row.key,
          file,
          items,
          coder,
          created_at: now,
        })
        .returning('key')
        .executeTakeFirstOrThrow();
      await insertRows(
        tx,
        'sample_codings',
        codings.map(({ itemId, authorLabel, ...coding }) => ({
          ...coding,
          sheet_key: key,
          item_id: itemId,
          author_label: authorLabel,
        })),
      );
    }
  });
}

/** Takes a sheet out of a sample; can be undone. @throws InputError `unknown-sheet` where it is gone */
export async function removeSheet(
  store: Store,
  sample: Sample,
  sheetId: string,
  doer: Doer,
): Promise<Change> {
  return await store.db.transaction().execute(async (tx) => {
    const sheet = await tx
      .selectFrom('sample_sheets as h')
      .innerJoin('samples as s', 's.key', 'h.sample_key')
      .where('s.id', '=', sample.id)
      .where('h.id', '=', sheetId)
      .where('h.deleted_at', 'is', null)
      .select(['h.key', 'h.file'])
      .forUpdate('h')
      .executeTakeFirst();
    if (!sheet) {
      const hint = 'Somebody may have taken it out already: see the page of the sample, or /changes.';
      throw new InputError('unknown-sheet', 'There is no sheet of this id in the sample.', hint);
    }
    const detail = { sample: { id: sample.id, name: sampleName(sample) }, file: sheet.file };
    const { key, change } = await noteChange(tx, { kind: 'remove-sheet', detail }, doer);
    await tx
      .updateTable('sample_sheets')
      .set({ deleted_at: doer.now, deleted_change: key })
      .where('key', '=', sheet.key)
      .execute();
    return change;
  });
}
