import { rm } from 'node:fs/promises';
import { z } from 'zod';
import type { StagedFile } from '../jobs/index.js';
import { importUrl } from '../pages/import-page.js';
import type { ImportHints } from '../store/index.js';
import { receiveUpload, type UploadedFile } from '../uploads.js';
import type { Action } from './action.js';
import { parse } from './page.js';

/** Form fields beside the files. What they state goes before what is found in the text. */
const FIELDS = z.object({
  text: z.string().default('').meta({ description: 'One article, instead of files or beside them' }),
  title: stated(1000).meta({ description: 'Title of the article' }),
  outlet: stated(200).meta({ description: 'Outlet of the article, or of all files' }),
  published: z
    .union([z.literal(''), z.iso.date()])
    .default('')
    .meta({ description: 'Day of publication, YYYY-MM-DD' }),
});

function stated(longest: number) {
  return z.string().trim().max(longest).default('');
}

type Fields = z.output<typeof FIELDS>;

/** Name under which a pasted article is listed. */
const PASTED = 'pasted-text.txt';

/** Takes files or one pasted article; they are read and scored after the answer. */
export const uploadAction: Action = {
  path: '/imports',
  summary:
    'Uploads files (`files`, several) or one article (`text`); they are read and scored in the background',
  params: z.object({}),
  body: { type: 'multipart/form-data', fields: FIELDS },
  shape: z.object({ id: z.string(), url: z.string(), status: z.enum(['running', 'done', 'failed']) }),
  perform: async ({ store, jobs, settings }, request, response) => {
    const { files, fields } = await receiveUpload(request, response, store.staging, settings);
    try {
      const id = await jobs.importFiles(stagedFiles(files, parse(FIELDS, fields)));
      const url = importUrl(id);
      return { url, status: 202, json: { id, url, status: 'running' } };
    } finally {
      await removeStaged(files);
    }
  },
};

function stagedFiles(files: readonly UploadedFile[], fields: Fields): StagedFile[] {
  const hints = hintsOf(fields);
  const staged = files.map(({ file, path, refusal }): StagedFile => {
    return refusal === null ? { name: file, path, hints } : { name: file, refusal };
  });
  return fields.text.trim() === '' ? staged : [...staged, { name: PASTED, text: fields.text, hints }];
}

function hintsOf({ title, outlet, published }: Fields): ImportHints {
  return {
    ...(title === '' ? {} : { title }),
    ...(outlet === '' ? {} : { outlet }),
    ...(published === '' ? {} : { published }),
  };
}

async function removeStaged(files: readonly UploadedFile[]): Promise<void> {
  for (const { path } of files) if (path !== null) await rm(path, { force: true });
}
