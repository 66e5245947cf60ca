import { type Article, METADATA_FIELDS, type MetadataField } from '../../analysis/article/index.js';
import { correctionView } from './correction-view.js';
import { dateWarnings } from './date-warnings.js';
import { type EditContents, editRows } from './edit-rows.js';

/** The values of the template for editing an article. */
export function editPage(contents: EditContents): Record<string, unknown> {
  const { stored, applied, outlets, today } = contents;
  const { article, revision } = stored;
  return {
    self: `/articles/${encodeURIComponent(article.id)}`,
    revision,
    language: article.language,
    articleTitle: article.title,
    fields: METADATA_FIELDS.map((field) => fieldView(field, contents)),
    outlets,
    warnings: dateWarnings(article.published, today),
    rows: editRows(contents),
    unplaced: applied.filter((one) => !one.applied).map((one) => correctionView(one, article.id)),
    count: applied.length,
  };
}

const FIELD_NAMES: Readonly<Record<MetadataField, string>> = {
  title: 'Title',
  outlet: 'Outlet',
  published: 'Published',
  byline: 'Byline',
};

/** A field of the metadata, with what was read beside it. */
function fieldView(field: MetadataField, { stored: { article, asRead }, applied }: EditContents) {
  const byHand = applied.find(
    ({ correction }) => correction.kind === 'set-metadata' && correction.field === field,
  );
  return {
    name: field,
    label: FIELD_NAMES[field],
    value: article[field] ?? '',
    machine: asRead[field],
    basis: basisOf(field, asRead),
    byHand: byHand ? correctionView(byHand, article.id) : null,
  };
}

/** Where the value that was read comes from, where that is to be said. */
function basisOf(field: MetadataField, { outletBasis, publishedBasis }: Article): string {
  const isInferred =
    (field === 'outlet' && outletBasis === 'inferred') ||
    (field === 'published' && publishedBasis === 'inferred');
  return isInferred ? 'inferred' : '';
}
