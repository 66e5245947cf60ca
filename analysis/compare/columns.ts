import type { Column, DimensionRow, Table } from '../report/index.js';
import type { ComparedArticle, Comparison } from './compare-reports.js';
import type { ComparedDimension } from './dimensions.js';
import type { ComparedVoice, VoiceCell } from './voices.js';

/** A cell of the comparison with its row and its column: a row of a long table, as R and Python want it. */
interface CellRecord<Row, Cell> {
  readonly row: Row;
  readonly cell: Cell | null;
  readonly article: ComparedArticle;
  readonly runId: string;
}

type VoiceRecord = CellRecord<ComparedVoice, VoiceCell>;
type DimensionRecord = CellRecord<ComparedDimension, DimensionRow>;

/** Every voice in every article, also where it does not speak: the rows of the table of voices. */
export function voiceRecords({ voices, articles }: Comparison, runIds: readonly string[]): VoiceRecord[] {
  return voices.flatMap((row) => records(row, articles, runIds));
}

/** Every issue in every article, also where it is not touched. */
export function dimensionRecords(
  { dimensions, articles }: Comparison,
  runIds: readonly string[],
): DimensionRecord[] {
  return dimensions.flatMap((row) => records(row, articles, runIds));
}

function records<Row extends { readonly cells: readonly (Cell | null)[] }, Cell>(
  row: Row,
  articles: readonly ComparedArticle[],
  runIds: readonly string[],
): CellRecord<Row, Cell>[] {
  return articles.map((article, index) => ({
    row,
    article,
    cell: row.cells[index] ?? null,
    runId: runIds[index] ?? '',
  }));
}

type AnyRecord = CellRecord<{ readonly onlyIn: number | null; readonly isOpposed: boolean }, unknown>;

const ARTICLE: readonly Column<AnyRecord>[] = [
  {
    name: 'article_id',
    type: 'text',
    description: 'Id of the article.',
    values: 'hash of outlet, date, title and text',
    value: ({ article }) => article.report.result.articleId,
  },
  {
    name: 'target',
    type: 'text',
    description: 'What stance is measured toward.',
    values: 'slug, or name where there is no slug',
    value: ({ article }) => article.report.result.target.slug ?? article.report.result.target.name,
  },
  {
    name: 'run_id',
    type: 'text',
    description: 'The run that the numbers come from.',
    values: 'hexadecimal or URL-safe hash',
    value: ({ runId }) => runId,
  },
  {
    name: 'outlet',
    type: 'text',
    description: 'Outlet of the article.',
    values: 'name; empty where not known',
    value: ({ article }) => article.report.result.outlet,
  },
  {
    name: 'published',
    type: 'date',
    description: 'Day of publication.',
    values: 'ISO 8601; empty where not known',
    value: ({ article }) => article.report.result.published,
  },
  {
    name: 'scored',
    type: 'logical',
    description: 'Whether the article could be scored; if not, an empty cell says nothing.',
    values: 'TRUE, FALSE',
    value: ({ article }) => article.isScored,
  },
];

const CONTRAST: readonly Column<AnyRecord>[] = [
  {
    name: 'present',
    type: 'logical',
    description: 'Whether this row has anything in this article.',
    values: 'TRUE, FALSE',
    value: ({ cell }) => cell !== null,
  },
  {
    name: 'only_here',
    type: 'logical',
    description: 'Whether it has something in this article and in no other of those compared.',
    values: 'TRUE, FALSE',
    value: ({ row, cell }) => cell !== null && row.onlyIn !== null,
  },
  {
    name: 'opposed',
    type: 'logical',
    description: 'Whether it is supportive in one of the articles and skeptical in another.',
    values: 'TRUE, FALSE',
    value: ({ row }) => row.isOpposed,
  },
];

const COUNT = 'count, from 0; empty where not present';

/** The columns of compared voices. */
export const COMPARED_VOICE_COLUMNS: readonly Column<VoiceRecord>[] = [
  {
    name: 'voice_key',
    type: 'text',
    description: 'The voice, the same in all the articles compared.',
    values: 'author, unnamed, or kind and name without case and accents',
    value: ({ row }) => row.key,
  },
  {
    name: 'voice_name',
    type: 'text',
    description: 'Fullest form of the name in any of the articles.',
    values: 'name',
    value: ({ row }) => row.name,
  },
  {
    name: 'voice_kind',
    type: 'category',
    description: 'What kind of voice it is.',
    values: 'author, named, unnamed, organization',
    value: ({ row }) => row.kind,
  },
  ...ARTICLE,
  ...CONTRAST,
  {
    name: 'voices',
    type: 'list',
    description: 'Names that stand for it in this article.',
    values: 'names joined by ;',
    value: ({ cell }) => cell?.names ?? null,
  },
  {
    name: 'words',
    type: 'integer',
    description: 'Words in its mouth.',
    values: COUNT,
    value: ({ cell }) => cell?.words ?? null,
  },
  {
    name: 'word_share',
    type: 'number',
    description: 'Its share of the words of the article, headline apart.',
    values: 'share, 0 to 1; empty where not present',
    value: ({ cell }) => cell?.wordShare ?? null,
  },
  {
    name: 'quotations',
    type: 'integer',
    description: 'Statements quoted word for word, wholly or in part.',
    values: COUNT,
    value: ({ cell }) => cell?.quotations ?? null,
  },
  {
    name: 'related',
    type: 'integer',
    description: 'Paragraphs in which it speaks of the target.',
    values: COUNT,
    value: ({ cell }) => cell?.related ?? null,
  },
  {
    name: 'label',
    type: 'category',
    description: 'Its stance over the article.',
    values: 'supportive, skeptical, mixed, neutral, unrelated; empty where not present',
    value: ({ cell }) => cell?.label.label ?? null,
  },
  {
    name: 'score',
    type: 'number',
    description: 'Mean score over the paragraphs in which it speaks of the target.',
    values: 'from -1 (skeptical) to 1 (supportive); empty where unrelated or not present',
    value: ({ cell }) => cell?.score ?? null,
  },
];

/** The columns of compared issues. */
export const COMPARED_DIMENSION_COLUMNS: readonly Column<DimensionRecord>[] = [
  {
    name: 'dimension',
    type: 'text',
    description: 'The issue on which the target is judged.',
    values: 'slug of a dimension of the target',
    value: ({ row }) => row.slug,
  },
  {
    name: 'dimension_name',
    type: 'text',
    description: 'Its name.',
    values: 'name',
    value: ({ row }) => row.name,
  },
  ...ARTICLE,
  ...CONTRAST,
  {
    name: 'supportive_cues',
    type: 'integer',
    description: 'Cues under this issue that speak for the target.',
    values: COUNT,
    value: ({ cell }) => cell?.supportive ?? null,
  },
  {
    name: 'skeptical_cues',
    type: 'integer',
    description: 'Cues under this issue that speak against the target.',
    values: COUNT,
    value: ({ cell }) => cell?.skeptical ?? null,
  },
  {
    name: 'voices',
    type: 'list',
    description: 'Voices that judge under this issue.',
    values: 'names joined by ;',
    value: ({ cell }) => cell?.voices ?? null,
  },
  {
    name: 'paragraphs',
    type: 'list',
    description: 'Units that touch the issue; 0 is the headline.',
    values: 'ordinals joined by ;',
    value: ({ cell }) => cell?.units.map(String) ?? null,
  },
];

/** What the comparison adds to the codebook. */
export const COMPARED_TABLES: readonly Table[] = [
  {
    name: 'compared voices',
    note: 'One row for each voice of a comparison in each of its articles, also where it does not speak.',
    columns: COMPARED_VOICE_COLUMNS,
  },
  {
    name: 'compared dimensions',
    note: 'One row for each issue of a comparison in each of its articles, also where it is not touched.',
    columns: COMPARED_DIMENSION_COLUMNS,
  },
];
