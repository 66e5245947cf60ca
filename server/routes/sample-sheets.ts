import { readFile, rm } from 'node:fs/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { InputError } from '../../analysis/article/index.js';
import {
  type FilledSheet,
  inspectSheet,
  type KeyedItem,
  requireCodedOnce,
  requireLabels,
  sheetText,
} from '../../analysis/validation/index.js';
import type { Context } from '../context.js';
import { HttpError } from '../errors.js';
import { withChange } from '../own-path.js';
import { toChangeJson } from '../pages/changes-page.js';
import type { SheetProblem } from '../pages/sample-page.js';
import { sampleUrl } from '../pages/validation-page.js';
import { addSheets, loadSampleKey, removeSheet, storableText } from '../store/index.js';
import { receiveUpload, type UploadedFile } from '../uploads.js';
import { type Action, FORM } from './action.js';
import { NO_PARAMS, parse } from './page.js';
import { PARAMETERS } from './parameters.js';
import { contentsOf, knownSample, SAMPLE_PARAMS, sampleView } from './sample.js';
import { CHANGE_SHAPE, doerOf } from './selection.js';

const MEGABYTE = 1024 * 1024;
/** A sheet of a thousand paragraphs with their neighbors has some two megabytes. */
const SHEET_BYTES = 16 * MEGABYTE;
const MOST_SHEETS = 20;
/** Faults that one answer lists: enough to mend a sheet at one go. */
const MOST_PROBLEMS = 100;

const UPLOAD_FIELDS = z.object({
  replace: z
    .enum(['', 'yes'])
    .default('')
    .meta({ description: '`yes`: where a coder coded a paragraph before, the new label counts' }),
});

/** Takes filled-in sheets (`files`), all or none. */
export const uploadSheetsAction: Action = {
  path: '/validation/:id/sheets',
  summary:
    'Takes filled-in coding sheets (`files`, CSV), all or none; 422 lists each cell that cannot be used',
  params: SAMPLE_PARAMS,
  body: { type: 'multipart/form-data', fields: UPLOAD_FIELDS },
  shape: z.object({ id: z.string(), url: z.string(), sheets: z.int() }),
  perform: async (context, request, response) => {
    const sample = await knownSample(context, parse(SAMPLE_PARAMS, request.params).id);
    const { sources, fields } = await receiveSheets(context, request, response);
    const isReplacing = parse(UPLOAD_FIELDS, fields).replace === 'yes';
    const read = readSheets(sources, await loadSampleKey(context.store, sample));
    const problems = read.problems.length > 0 ? read.problems : await kept();
    if (problems.length > 0) {
      const contents = await contentsOf(context, sample, { field: 'unit', show: 'program' });
      return { view: sampleView(contents, problems), status: 422, json: { problems } };
    }
    const { id } = sample;
    const url = sampleUrl(id);
    return { url, status: 200, json: { id, url, sheets: read.sheets.length } };

    async function kept(): Promise<SheetProblem[]> {
      const check = (known: readonly FilledSheet[]) =>
        requireCodedOnce(read.sheets, isReplacing ? undefined : { sheets: known, hint: REPLACE_HINT });
      return await problemsIn(() => addSheets(context.store, sample, read.sheets, check, doerOf(request)));
    }
  },
};

const REPLACE_HINT =
  'If this is a newer state of the same person’s work, check “New labels replace earlier ones by the same coder” and upload again';

async function problemsIn(work: () => Promise<void>): Promise<SheetProblem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof InputError && error.code === 'same-coder') return [toProblem(error)];
    throw error;
  }
}

interface Source {
  readonly file: string;
  readonly bytes: Uint8Array | null;
}

/** The files of an upload; nothing of them stays on disk. */
async function receiveSheets({ store, settings }: Context, request: Request, response: Response) {
  const limits = { ...settings, fileBytes: Math.min(settings.fileBytes, SHEET_BYTES), files: MOST_SHEETS };
  const { files, fields } = await receiveUpload(request, response, store.staging, limits);
  try {
    const sources: Source[] = [];
    // A form in which no file was chosen sends one without a name.
    for (const file of files.filter((one) => !isNothing(one))) {
      sources.push({
        file: storableText(file.file),
        bytes: file.path === null ? null : await readFile(file.path),
      });
    }
    if (sources.length > 0) return { sources, fields };
  } finally {
    for (const { path } of files) if (path !== null) await rm(path, { force: true });
  }
  throw new HttpError(
    400,
    'no-files',
    'No coding sheet was chosen.',
    'Choose the CSV files that coders filled in.',
  );
}

function isNothing({ file }: UploadedFile): boolean {
  return file === 'unnamed file';
}

function readSheets(sources: readonly Source[], key: readonly KeyedItem[]) {
  const items = new Map(key.map((item) => [item.itemId, item]));
  const sheets: FilledSheet[] = [];
  const problems: SheetProblem[] = [];
  for (const { file, bytes } of sources) {
    try {
      if (bytes === null) throw notTaken(file);
      const { sheet, faults } = inspectSheet({ file, text: storableText(sheetText(file, bytes)) }, items);
      problems.push(...faults.map(toProblem));
      if (faults.length === 0) requireLabels(sheet, ['unit', 'author']);
      sheets.push(sheet);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      problems.push(toProblem(error));
    }
  }
  return { sheets, problems: problems.slice(0, MOST_PROBLEMS) };
}

function notTaken(file: string): InputError {
  return new InputError(
    'too-large',
    `${file} was not taken: a sheet has at most ${SHEET_BYTES / MEGABYTE} MB, an upload at most ${MOST_SHEETS} sheets`,
    'Upload the sheets as they were drawn, a few at a time.',
  );
}

function toProblem({ message, hint }: InputError): SheetProblem {
  return { message, hint };
}

const SHEET_PARAMS = z.object({
  ...SAMPLE_PARAMS.shape,
  sheet: PARAMETERS.id.meta({ description: 'Id of the sheet' }),
});

/** Takes a sheet out again. */
export const removeSheetAction: Action = {
  path: '/validation/:id/sheets/:sheet/remove',
  summary: 'Takes a coding sheet out of a sample; can be undone for 30 days',
  params: SHEET_PARAMS,
  body: { type: FORM, fields: NO_PARAMS },
  shape: CHANGE_SHAPE,
  perform: async (context, request) => {
    const { id, sheet } = parse(SHEET_PARAMS, request.params);
    const change = await removeSheet(context.store, await knownSample(context, id), sheet, doerOf(request));
    return { url: withChange(sampleUrl(id), change.id), status: 200, json: toChangeJson(change) };
  },
};
