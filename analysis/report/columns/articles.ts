import type { ArticleStance, Label, MetadataField, Result } from '../../article/index.js';
import type { Column } from '../column.js';
import type { ArticleRecord } from '../rows.js';
import { countWords } from '../speech.js';
import { correctedColumns } from './corrected.js';
import { KEYS, PROVENANCE } from './shared.js';
import {
  BASIS_VALUES,
  COUNT_VALUES,
  HASH_VALUES,
  LABEL_VALUES,
  PROBABILITY_VALUES,
  SCORE_VALUES,
} from './values.js';

/** The columns of the articles table: one article toward one target a row. */
export const ARTICLE_COLUMNS: readonly Column<ArticleRecord>[] = [
  ...KEYS,
  {
    name: 'target_name',
    type: 'text',
    description: 'Name of the target.',
    values: 'name',
    value: ({ result }) => result.target.name,
  },
  {
    name: 'label',
    type: 'category',
    description: 'Stance of the article as a whole; read it beside author_label and quoted_label.',
    values: LABEL_VALUES,
    value: ({ result }) => result.stance.label,
  },
  {
    name: 'score',
    type: 'number',
    description: 'Mean score over the related units (deck and body, headline apart).',
    values: SCORE_VALUES,
    value: ({ result }) => result.stance.score,
  },
  {
    name: 'score_low',
    type: 'number',
    description: 'Lower end of the 95% interval of coding uncertainty around the score.',
    values: SCORE_VALUES,
    value: ({ result }) => result.stance.interval?.[0] ?? null,
  },
  {
    name: 'score_high',
    type: 'number',
    description: 'Upper end of the 95% interval of coding uncertainty around the score.',
    values: SCORE_VALUES,
    value: ({ result }) => result.stance.interval?.[1] ?? null,
  },
  {
    name: 'confidence',
    type: 'number',
    description: 'Probability of the label of the article.',
    values: PROBABILITY_VALUES,
    value: ({ result }) => result.stance.confidence,
  },
  {
    name: 'author_label',
    type: 'category',
    description: "Stance in the author's own words.",
    values: LABEL_VALUES,
    value: ({ result }) => result.stance.author.label,
  },
  {
    name: 'author_score',
    type: 'number',
    description: "Mean score of the author's own words.",
    values: SCORE_VALUES,
    value: ({ result }) => result.stance.author.score,
  },
  {
    name: 'quoted_label',
    type: 'category',
    description: 'Stance of the voices that the article quotes, taken together.',
    values: LABEL_VALUES,
    value: ({ result }) => result.stance.quoted.label,
  },
  {
    name: 'quoted_score',
    type: 'number',
    description: 'Mean score of the voices that the article quotes.',
    values: SCORE_VALUES,
    value: ({ result }) => result.stance.quoted.score,
  },
  ...correctedColumns('', 'the article', ({ result }: ArticleRecord) => standing(result)),
  ...correctedColumns(
    'author_',
    "the author's own words",
    ({ result }: ArticleRecord) => standing(result).author,
  ),
  ...correctedColumns(
    'quoted_',
    'the voices that the article quotes',
    ({ result }: ArticleRecord) => standing(result).quoted,
  ),
  {
    name: 'corrected',
    type: 'logical',
    description: 'Whether a correction by hand has effect, of data or of labels toward this target.',
    values: 'TRUE, FALSE',
    value: ({ result: { corrections = [] } }) => corrections.some(({ applied }) => applied),
  },
  {
    name: 'corrections',
    type: 'integer',
    description: 'Corrections by hand that were not taken back, of data and of labels toward this target.',
    values: COUNT_VALUES,
    value: ({ result }) => result.corrections?.length ?? 0,
  },
  {
    name: 'headline_label',
    type: 'category',
    description: 'Stance of the headline, which does not count for the score of the article.',
    values: `${LABEL_VALUES}; empty without a headline`,
    value: ({ result }) => result.headline?.stance.label ?? null,
  },
  {
    name: 'headline_score',
    type: 'number',
    description: 'Score of the headline.',
    values: SCORE_VALUES,
    value: ({ result }) => result.headline?.stance.score ?? null,
  },
  {
    name: 'related',
    type: 'integer',
    description: 'Units that refer to the target.',
    values: COUNT_VALUES,
    value: ({ result }) => result.stance.related,
  },
  {
    name: 'unrelated',
    type: 'integer',
    description: 'Units that do not refer to the target.',
    values: COUNT_VALUES,
    value: ({ result }) => result.stance.unrelated,
  },
  shareColumn('supportive'),
  shareColumn('skeptical'),
  shareColumn('mixed'),
  shareColumn('neutral'),
  {
    name: 'scored',
    type: 'logical',
    description: 'Whether the article was scored.',
    values: 'TRUE, FALSE',
    value: ({ result }) => result.notScored === null,
  },
  {
    name: 'not_scored_reason',
    type: 'text',
    description: 'Why the article was not scored.',
    values: 'sentence; empty where it was',
    value: ({ result }) => result.notScored,
  },
  {
    name: 'title_basis',
    type: 'category',
    description: 'Whether the source states a headline.',
    values: 'stated, missing',
    value: ({ result }) => result.titleBasis,
  },
  {
    name: 'outlet_basis',
    type: 'category',
    description: 'Where the outlet comes from.',
    values: BASIS_VALUES,
    value: ({ result }) => result.outletBasis,
  },
  {
    name: 'published_candidates',
    type: 'list',
    description: 'Every day that was possible, the most likely first.',
    values: 'dates joined by ;',
    value: ({ result }) => result.publishedCandidates,
  },
  {
    name: 'dateline_place',
    type: 'text',
    description: 'Place in the dateline.',
    values: 'as printed',
    value: ({ result }) => result.dateline?.place ?? null,
  },
  {
    name: 'dateline_date',
    type: 'text',
    description: 'Date in the dateline.',
    values: 'as printed',
    value: ({ result }) => result.dateline?.date ?? null,
  },
  {
    name: 'dateline_agency',
    type: 'text',
    description: 'News agency in the dateline.',
    values: 'as printed',
    value: ({ result }) => result.dateline?.agency ?? null,
  },
  {
    name: 'byline',
    type: 'text',
    description: 'Who wrote the article.',
    values: 'as printed',
    value: ({ result }) => result.byline,
  },
  machineColumn('title', 'Headline'),
  machineColumn('outlet', 'Outlet'),
  machineColumn('published', 'Day of publication'),
  machineColumn('byline', 'Byline'),
  {
    name: 'language',
    type: 'text',
    description: 'Language of the article.',
    values: 'BCP 47 tag',
    value: ({ result }) => result.language,
  },
  {
    name: 'url',
    type: 'text',
    description: 'Address of the article.',
    values: 'URL',
    value: ({ result }) => result.url,
  },
  {
    name: 'keywords',
    type: 'list',
    description: 'Tags of the article.',
    values: 'texts joined by ;',
    value: ({ result }) => result.keywords,
  },
  {
    name: 'source_file',
    type: 'text',
    description: 'File that the article was read from.',
    values: 'path or name',
    value: ({ result }) => result.source.file,
  },
  {
    name: 'source_index',
    type: 'integer',
    description: 'Position of the article in its file.',
    values: 'count from 0',
    value: ({ result }) => result.source.index,
  },
  {
    name: 'dropped',
    type: 'integer',
    description: 'Passages of page furniture that were kept apart.',
    values: COUNT_VALUES,
    value: ({ result }) => result.dropped.length,
  },
  {
    name: 'words',
    type: 'integer',
    description: 'Words of the text without the headline.',
    values: COUNT_VALUES,
    value: ({ result }) => countWords(result.text),
  },
  {
    name: 'text_hash',
    type: 'text',
    description: 'Hash of the text alone: equal for copies in two outlets.',
    values: HASH_VALUES,
    value: ({ result }) => result.textHash,
  },
  ...PROVENANCE,
  {
    name: 'models',
    type: 'list',
    description: 'Models that took part, with their versions.',
    values: 'name=version, joined by ;',
    value: ({ result }) => Object.entries(result.provenance.models).map(([name, hash]) => `${name}=${hash}`),
  },
  {
    name: 'lexicons',
    type: 'text',
    description: 'Hash of targets and lexicons.',
    values: HASH_VALUES,
    value: ({ result }) => result.provenance.lexicons,
  },
  {
    name: 'settings',
    type: 'text',
    description: 'Hash of the target and of all settings of the run.',
    values: HASH_VALUES,
    value: ({ result }) => result.provenance.settings,
  },
  {
    name: 'corrections_hash',
    type: 'text',
    description:
      'Hash of the corrections of data after which the article was scored anew; labels take no part.',
    values: `${HASH_VALUES}; empty where there are none`,
    value: ({ result }) => result.provenance.corrections ?? null,
  },
  {
    name: 'text',
    type: 'text',
    description: 'The text that all offsets point into.',
    values: 'text',
    value: ({ result }) => result.text,
  },
];

/** The stance after corrections. */
function standing({ correctedStance, stance }: Result): ArticleStance {
  return correctedStance ?? stance;
}

function machineColumn(field: MetadataField, noun: string): Column<ArticleRecord> {
  return {
    name: `machine_${field}`,
    type: field === 'published' ? 'date' : 'text',
    description: `${noun} as it was read; ${field} holds what stands after corrections by hand.`,
    values:
      field === 'published' ? 'YYYY-MM-DD; empty where unknown' : 'as printed; empty where there is none',
    value: ({ result }) => (result.machine ?? result)[field],
  };
}

function shareColumn(label: Exclude<Label, 'unrelated'>): Column<ArticleRecord> {
  return {
    name: `share_${label}`,
    type: 'number',
    description: `Share of ${label} units among the related ones.`,
    values: '0 to 1',
    value: ({ result }) => result.stance.shares[label],
  };
}
