import { codebook, codebookCsv, codebookMarkdown } from '../../analysis/report/index.js';
import { type RenderedDocument, renderDocument } from '../documents.js';
import { definePage, NO_PARAMS } from './page.js';

/** How scores come about, what they are not, and how to cite them. */
export const methodPage = definePage({
  path: '/method',
  summary: 'How scores come about, what they mean and what they do not',
  params: NO_PARAMS,
  query: NO_PARAMS,
  make: {
    html: async () => ({
      template: 'document',
      title: 'Method',
      section: '/method',
      model: modelOf(await renderDocument('method')),
    }),
  },
});

/** The rules of coding, and the columns of every table. */
export const codebookPage = definePage({
  path: '/codebook',
  summary: 'The rules of coding, and what every column of the CSV files holds',
  params: NO_PARAMS,
  query: NO_PARAMS,
  make: {
    html: async () => ({
      template: 'document',
      title: 'Codebook',
      section: '/codebook',
      model: modelOf(await renderDocument('codebook', columnsSection()), CSV_NOTE),
    }),
    json: async () => ({ columns: codebook() }),
    csv: async () => ({ name: 'codebook.csv', pieces: [codebookCsv()] }),
  },
});

function modelOf({ html, headings }: RenderedDocument, aside: typeof CSV_NOTE | null = null) {
  return { body: html, headings, aside };
}

/** The columns as a part of the codebook: their headings one level down, without the note to editors. */
function columnsSection(): string {
  return codebookMarkdown()
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
