import { COMPARED_TABLES } from '../../analysis/compare/index.js';
import { codebook, codebookCsv, codebookMarkdown, TABLES } from '../../analysis/report/index.js';
import { VALIDATION_TABLES } from '../../analysis/validation/index.js';
import { DOCUMENTS, type OwnDocument, renderDocument } from '../documents.js';
import type { View } from '../render.js';
import { definePage, NO_PARAMS, type Page } from './page.js';

/** Every table that can be taken home. */
export const ALL_TABLES = [...TABLES, ...COMPARED_TABLES, ...VALIDATION_TABLES];

/** The rules of coding, and the columns of every table. */
export const codebookPage = definePage({
  path: DOCUMENTS.codebook.path,
  summary: DOCUMENTS.codebook.summary,
  params: NO_PARAMS,
  query: NO_PARAMS,
  make: {
    html: async () => await viewOf(DOCUMENTS.codebook, columnsSection(), CSV_NOTE),
    json: async () => ({ columns: codebook(ALL_TABLES) }),
    csv: async () => ({ name: 'codebook.csv', pieces: [codebookCsv(ALL_TABLES)] }),
  },
});

/** How a researcher works with the program. */
export const guidePage = documentPage(DOCUMENTS.guide);

/** How scores come about. */
export const methodPage = documentPage(DOCUMENTS.method);

/** What the weights of the scorer were trained on. */
export const modelCardPage = documentPage(DOCUMENTS.modelCard);

/** How a researcher adds a target. */
export const targetGuidePage = documentPage(DOCUMENTS.targetGuide);

/** A document without twins. */
function documentPage(document: OwnDocument): Page {
  const { path, summary } = document;
  return definePage({
    path,
    summary,
    params: NO_PARAMS,
    query: NO_PARAMS,
    make: { html: () => viewOf(document) },
  });
}

async function viewOf(document: OwnDocument, more = '', aside: typeof CSV_NOTE | null = null): Promise<View> {
  const { html, headings } = await renderDocument(document, more);
  const { title, section } = document;
  return { template: 'document', title, section, model: { body: html, headings, aside } };
}

/** The columns as a part of the codebook: their headings one level down, without the note to editors. */
function columnsSection(): string {
  return codebookMarkdown(ALL_TABLES)
    .replace(/^This page is written by [^\n]*\n\n/mu, '')
    .replace(/^#/gmu, '##');
}

const CSV_NOTE = {
  text: 'The columns of all CSV files, with type and values:',
  links: [
    { href: '/codebook.csv', name: 'codebook.csv' },
    { href: '/codebook.json', name: 'codebook.json' },
  ],
};
