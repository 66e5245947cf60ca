import { z } from 'zod';
import { type CsvVariant, textTable } from '../../analysis/report/index.js';
import { coderOf } from '../coder.js';
import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import { withChange } from '../own-path.js';
import { changeInWords, fateInWords } from '../pages/change-words.js';
import { changesPage as changesModel, toChangeJson } from '../pages/changes-page.js';
import { type Change, listChanges, type UndoOutcome, undoChange } from '../store/index.js';
import { type Action, FORM } from './action.js';
import { definePage, NO_PARAMS, parse } from './page.js';
import { PARAMETERS, TABLE_QUERY } from './parameters.js';

const CHANGE = z.object({ id: z.string(), kind: z.string(), text: z.string() }).loose();

/** What was done to the library in the last days, each with the way to undo it. */
export const changesPage = definePage({
  path: '/changes',
  summary: 'The changes to the library of the last 30 days, which can be undone',
  params: NO_PARAMS,
  query: TABLE_QUERY,
  shape: z.object({ changes: z.array(CHANGE) }),
  make: {
    html: async (context) => ({
      template: 'changes',
      title: 'Changes',
      section: '/changes',
      model: changesModel(await newest(context)),
    }),
    json: async (context) => ({ changes: (await newest(context)).map(toChangeJson) }),
    csv: async (context, { query }) => ({
      name: 'changes.csv',
      pieces: [toTable(await newest(context), query.for)],
    }),
  },
});

async function newest({ store }: Context): Promise<Change[]> {
  return await listChanges(store, new Date());
}

const COLUMNS = ['change_id', 'kind', 'what', 'articles', 'coder', 'at', 'undone_at', 'undone_by'];

function toTable(changes: readonly Change[], variant?: CsvVariant): string {
  const rows = changes.map((change) => [
    change.id,
    change.kind,
    changeInWords(change),
    String(change.detail.articles ?? ''),
    change.coder ?? '',
    change.createdAt.toISOString(),
    change.undoneAt?.toISOString() ?? '',
    change.undoneBy ?? '',
  ]);
  return textTable([COLUMNS, ...rows], variant);
}

const FIELDS = z.object({ back: PARAMETERS.back });
const PARAMS = z.object({ id: PARAMETERS.id.meta({ description: 'Id of the change' }) });

/** Takes a change back, once, within its days. */
export const undoAction: Action = {
  path: '/changes/:id/undo',
  summary: 'Undoes a change: what was deleted is back, what was added or taken out is as before',
  params: PARAMS,
  body: { type: FORM, fields: FIELDS },
  shape: CHANGE,
  perform: async ({ store }, request) => {
    const { id } = parse(PARAMS, request.params);
    const { back } = parse(FIELDS, request.body);
    const outcome = await undoChange(store, id, { coder: coderOf(request), now: new Date() });
    if (outcome?.kind !== 'undone') throw refusal(outcome);
    return { url: withChange(back, id), status: 200, json: toChangeJson(outcome.change) };
  },
};

function refusal(outcome: UndoOutcome | null): HttpError {
  if (outcome === null) {
    const hint = 'See /changes for those of the last 30 days.';
    return new HttpError(404, 'unknown-change', 'There is no change of this id.', hint);
  }
  const what = changeInWords(outcome.change);
  const hint = 'Nothing was changed now. See /changes for what was done.';
  return new HttpError(409, 'stale-undo', `${what}: ${reason(outcome)}.`, hint);
}

function reason({ kind, change }: UndoOutcome): string {
  if (kind === 'changed-since') return 'this was changed again since, and undoing it would lose that';
  return fateInWords(change) || 'this is final, its days are over';
}
