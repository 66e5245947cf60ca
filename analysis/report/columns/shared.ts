import type { Span } from '../../article/index.js';
import type { Column } from '../column.js';
import type { ArticleRecord, ParagraphRecord } from '../rows.js';
import { BASIS_VALUES, HASH_VALUES } from './values.js';

/** What begins every row of every table. */
export const KEYS: readonly Column<ArticleRecord>[] = [
  {
    name: 'article_id',
    type: 'text',
    description: 'Identifier of the article: a hash of outlet, date, title and text as they were read.',
    values: HASH_VALUES,
    value: ({ result }) => result.articleId,
  },
  {
    name: 'target',
    type: 'text',
    description: 'What stance is measured toward: the slug of the target, its name where it has none.',
    values: 'slug or name',
    value: ({ result }) => result.target.slug ?? result.target.name,
  },
  {
    name: 'run_id',
    type: 'text',
    description:
      'The run that made this row: equal runs used the same program, models, lexicons and settings.',
    values: HASH_VALUES,
    value: ({ runId }) => runId,
  },
  {
    name: 'record_id',
    type: 'text',
    description: 'Identifier that the source gave to the article, or one made of file name and position.',
    values: 'as in the source',
    value: ({ result }) => result.id,
  },
  {
    name: 'outlet',
    type: 'text',
    description: 'Who published the article.',
    values: 'name; empty where unknown',
    value: ({ result }) => result.outlet,
  },
  {
    name: 'published',
    type: 'date',
    description: 'Day of publication.',
    values: 'YYYY-MM-DD; empty where unknown',
    value: ({ result }) => result.published,
  },
  {
    name: 'published_basis',
    type: 'category',
    description: 'Where the date comes from.',
    values: BASIS_VALUES,
    value: ({ result }) => result.publishedBasis,
  },
  {
    name: 'title',
    type: 'text',
    description: 'Headline of the article.',
    values: 'as printed; empty where the source has none',
    value: ({ result }) => result.title,
  },
];

/** What ends every row of every table. */
export const PROVENANCE: readonly Column<ArticleRecord>[] = [
  {
    name: 'version',
    type: 'text',
    description: 'Version of the program that made this row.',
    values: 'semantic version',
    value: ({ result }) => result.provenance.version,
  },
];

/** Where a unit stands. */
export const PLACE: readonly Column<ParagraphRecord>[] = [
  {
    name: 'paragraph',
    type: 'integer',
    description: 'Position of the unit in the article.',
    values: 'from 1; 0 is the headline',
    value: ({ unit }) => unit.ordinal,
  },
  {
    name: 'role',
    type: 'category',
    description: 'What the unit is on the page.',
    values: 'headline, deck, body, subheading',
    value: ({ unit }) => unit.role,
  },
];

/** The four offsets of a span: in code units and in code points. */
export function offsetColumns<Row extends ParagraphRecord>(
  noun: string,
  spanOf: (row: Row) => Span,
): readonly Column<Row>[] {
  const where = 'in the text of the article, in the headline for paragraph 0';
  return [
    {
      name: 'start',
      type: 'integer',
      description: `First character of the ${noun} ${where}.`,
      values: 'UTF-16 code units from 0 (JavaScript, Java)',
      value: (row) => spanOf(row).start,
    },
    {
      name: 'end',
      type: 'integer',
      description: `First character after the ${noun}.`,
      values: 'UTF-16 code units from 0 (JavaScript, Java)',
      value: (row) => spanOf(row).end,
    },
    {
      name: 'start_cp',
      type: 'integer',
      description:
        'The same as start, counted as R and Python count; in R: substr(text, start_cp + 1, end_cp).',
      values: 'code points from 0',
      value: (row) => row.toCodePoints(spanOf(row).start),
    },
    {
      name: 'end_cp',
      type: 'integer',
      description: 'The same as end, counted as R and Python count.',
      values: 'code points from 0',
      value: (row) => row.toCodePoints(spanOf(row).end),
    },
  ];
}
