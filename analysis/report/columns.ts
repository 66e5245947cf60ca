import type { Column } from './column.js';
import { ARTICLE_COLUMNS } from './columns/articles.js';
import { EVIDENCE_COLUMNS } from './columns/evidence.js';
import { PARAGRAPH_COLUMNS } from './columns/paragraphs.js';
import { VOICE_COLUMNS } from './columns/voices.js';
import type { ArticleRecord, EvidenceRecord, ParagraphRecord, VoiceRecord } from './rows.js';

/** What a row of a table stands for. */
export type Level = 'articles' | 'paragraphs' | 'voices' | 'evidence';

/** The levels, from the coarsest to the finest. */
export const LEVELS: readonly Level[] = ['articles', 'paragraphs', 'voices', 'evidence'];

/** The columns of every table, in the order in which they are written. */
export const COLUMNS: {
  readonly articles: readonly Column<ArticleRecord>[];
  readonly paragraphs: readonly Column<ParagraphRecord>[];
  readonly voices: readonly Column<VoiceRecord>[];
  readonly evidence: readonly Column<EvidenceRecord>[];
} = {
  articles: ARTICLE_COLUMNS,
  paragraphs: PARAGRAPH_COLUMNS,
  voices: VOICE_COLUMNS,
  evidence: EVIDENCE_COLUMNS,
};
