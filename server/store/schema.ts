import type { ColumnType, Generated } from 'kysely';
import type {
  Article,
  ArticleStance,
  Basis,
  CorrectionKind,
  Dateline,
  Direction,
  Dropped,
  Label,
  Provenance,
  ReferenceBasis,
  Span,
  SpeakerKind,
  Target,
  TargetRef,
  UnitRole,
  VoiceKind,
} from '../../analysis/article/index.js';

/** JSON is written as text, so that its keys come back in the order in which they were given. */
type Json<T> = ColumnType<T, string, string>;
type CreatedAt = ColumnType<Date, never, never>;

/** A file as it came in; its bytes lie in the data directory under a generated name. */
export interface OriginalsTable {
  key: Generated<number>;
  sha256: string;
  name: string;
  media_type: string | null;
  bytes: number;
  stored_as: string;
  created_at: CreatedAt;
}

export type ImportKind = 'upload' | 'samples';

export interface ImportsTable {
  key: Generated<number>;
  id: string;
  kind: ImportKind;
  /** Targets to score, as slugs; articles that name their own are scored towards those. */
  targets: string[];
  created_at: CreatedAt;
  finished_at: ColumnType<Date | null, never, Date | null>;
}

export type FileStatus = 'running' | 'done' | 'refused';

/** A part of a file that could not be read; the other parts went on. */
export interface PartRefusal {
  readonly index: number;
  readonly line: number | null;
  readonly code: string;
  readonly reason: string;
  readonly hint: string;
}

export interface ImportHints {
  readonly title?: string;
  readonly outlet?: string;
  readonly published?: string;
}

export interface ImportFilesTable {
  key: Generated<number>;
  import_key: number;
  position: number;
  file: string;
  original_key: number | null;
  hints: Json<ImportHints>;
  status: FileStatus;
  code: string | null;
  reason: string | null;
  hint: string | null;
  refusals: Json<PartRefusal[]>;
}

export interface ImportArticlesTable {
  file_key: number;
  position: number;
  article_key: number;
  duplicate: boolean;
  /** Whether the article had been deleted, and this file brought it back. */
  restored: Generated<boolean>;
}

export interface ArticlesTable {
  key: Generated<number>;
  id: string;
  text_hash: string;
  record_id: string;
  source_file: string;
  source_index: number;
  title: string | null;
  title_basis: 'stated' | 'missing';
  outlet: string | null;
  outlet_basis: Basis;
  published: string | null;
  published_basis: Basis;
  published_candidates: string[];
  dateline: Json<Dateline | null> | null;
  byline: string | null;
  language: string;
  url: string | null;
  keywords: string[];
  text: string;
  dropped: Json<Dropped[]>;
  /** The article as it was read, where a correction changed it; null where none did. */
  as_read: ColumnType<Article | null, string | null, string | null>;
  given_targets: Json<TargetRef[]>;
  given_mentions: ColumnType<Span[] | null, string | null, string | null>;
  /** The file and position that brought the article in first. */
  origin_file_key: number | null;
  origin_position: number | null;
  created_at: CreatedAt;
  /** Counts the changes of its corrections. */
  revision: Generated<number>;
  sort_date: ColumnType<string, never, never>;
  search: ColumnType<string, never, never>;
  /** A deleted article is invisible everywhere, until the change is undone or expires. */
  deleted_at: Generated<Date | null>;
  deleted_change: Generated<number | null>;
}

export interface UnitsTable {
  article_key: number;
  ordinal: number;
  role: UnitRole;
  start_offset: number;
  end_offset: number;
}

export interface TargetsTable {
  key: Generated<number>;
  /** How addresses name the target: its slug, or one made of a hash for a target without. */
  ref: string;
  slug: string | null;
  name: string;
}

/** One way of coding: a target as defined then, with program, models, lexicons and settings. */
export interface RunsTable {
  key: Generated<number>;
  id: string;
  target_key: number;
  definition: Json<Target>;
  provenance: Json<Provenance>;
  created_at: CreatedAt;
}

/** The attributions of an article as one version of the program found them; equal ones are kept once. */
export interface AnnotationsTable {
  key: Generated<number>;
  article_key: number;
  hash: string;
}

export type SpanPairs = readonly (readonly [number, number])[];

export interface AttributionsTable {
  annotation_key: number;
  position: number;
  id: string;
  parent: string | null;
  source: Json<SpanPairs>;
  cue: Json<SpanPairs>;
  content: Json<SpanPairs>;
  speaker_id: string | null;
  speaker_name: string | null;
  speaker_kind: SpeakerKind | null;
  kind: 'direct' | 'indirect' | 'mixed';
  cue_kind: 'speech' | 'thought';
}

/** One article coded in one run; the rows of the following tables hang on its key. */
export interface ArticleStancesTable {
  key: Generated<number>;
  article_key: number;
  run_key: number;
  target_key: number;
  annotation_key: number;
  /** Whether it is the newest of its article and target. */
  is_current: boolean;
  label: Label;
  score: number | null;
  confidence: number;
  author_label: Label;
  author_score: number | null;
  quoted_label: Label;
  quoted_score: number | null;
  related: number;
  unrelated: number;
  share_supportive: number;
  share_skeptical: number;
  share_mixed: number;
  share_neutral: number;
  /** Coding uncertainty of the score; both null where there is none. */
  interval_low: number | null;
  interval_high: number | null;
  not_scored: string | null;
  scored_at: CreatedAt;
  /** Dimensions and speakers of all its units, each once: for filters. */
  dimensions: Generated<string[]>;
  speakers: Generated<string[]>;
  /** What stands after the labels that a person gave; null where nobody gave one. */
  corrected_label: Label | null;
  corrected_score: number | null;
  corrected: ColumnType<ArticleStance | null, string | null | undefined, string | null>;
}

export interface UnitStancesTable {
  stance_key: number;
  ordinal: number;
  basis: ReferenceBasis;
  label: Label;
  score: number | null;
  confidence: number;
  logit: number | null;
  remainder: number | null;
  author_label: Label;
  author_score: number | null;
  author_confidence: number;
  author_logit: number | null;
  author_remainder: number | null;
  dimensions: string[];
}

export interface VoiceStancesTable {
  stance_key: number;
  ordinal: number;
  position: number;
  voice_id: string;
  name: string;
  kind: VoiceKind;
  label: Label;
  score: number | null;
}

export interface EvidenceTable {
  stance_key: number;
  ordinal: number;
  position: number;
  start_offset: number;
  end_offset: number;
  direction: Direction;
  weight: number;
  voice_id: string;
  dimension: string | null;
  modifiers: string[];
  reason: string;
}

/** What a person changed; taking it back keeps the row, so that every step can be followed. */
export interface CorrectionsTable {
  key: Generated<number>;
  id: string;
  article_key: number;
  kind: CorrectionKind;
  /** The correction without its kind. */
  detail: Json<Record<string, unknown>>;
  /** What stood there when it was made, in words. */
  machine: ColumnType<string | null, string, never>;
  reason: Generated<string>;
  /** Who made it, as they called themselves. */
  coder: string | null;
  created_at: CreatedAt;
  /** The change of the article that made it, and the one that took it back. */
  made_revision: number;
  reverted_revision: number | null;
  reverted_at: ColumnType<Date | null, never, Date | null>;
  reverted_by: string | null;
}

/** Things to remember about the library as a whole, such as that the samples were brought in. */
export interface NotesTable {
  name: string;
  value: Json<unknown>;
}

/** A job in work, with the lock that its worker process holds while it lives. */
export interface ClaimsTable {
  job_id: string;
  queue: string;
  worker_lock: number;
}

/** What was done to the library as a whole, and how to take it back. */
export type ChangeKind =
  | 'delete-articles'
  | 'add-to-study'
  | 'remove-from-study'
  | 'delete-study'
  | 'set-country'
  | 'delete-sample'
  | 'remove-sheet';

export interface ChangesTable {
  key: Generated<number>;
  id: string;
  kind: ChangeKind;
  detail: Json<Record<string, unknown>>;
  /** Who did it; null for someone without a name. */
  coder: string | null;
  created_at: Date;
  undone_at: Date | null;
  undone_by: string | null;
  /** When it became final: what it deleted is gone. */
  expired_at: Date | null;
}

/** The articles that a change touched. */
export interface ChangeArticlesTable {
  change_key: number;
  article_key: number;
}

export interface StudiesTable {
  key: Generated<number>;
  id: string;
  name: string;
  notes: string;
  methods: string;
  targets: string[];
  revision: number;
  created_at: Date;
  deleted_at: Date | null;
  deleted_change: number | null;
}

/** Every state of a study's own texts, with who wrote it. */
export interface StudyRevisionsTable {
  study_key: number;
  revision: number;
  name: string;
  notes: string;
  methods: string;
  targets: string[];
  coder: string | null;
  created_at: Date;
}

export interface StudyArticlesTable {
  study_key: number;
  article_key: number;
}

/** Where the country of an outlet comes from. */
export type OutletBasis = 'lexicon' | 'manifest' | 'hand';

export interface OutletsTable {
  name: string;
  country: string | null;
  basis: OutletBasis;
  revision: number;
  coder: string | null;
  updated_at: Date;
}

/** Every speaker that an article quotes, by id. */
export interface SpeakersTable {
  id: string;
  name: string;
}

/** A version of a file of the library's own corpus; the newest of each path is in force. */
export interface CorpusFilesTable {
  key: Generated<number>;
  /** `targets/SLUG.yaml` or `lexicons/FAMILY.tsv`. */
  path: string;
  /** Counted from 1 for each path. */
  version: number;
  /** Null where the file was removed: what the corpus says holds again. */
  content: string | null;
  coder: string | null;
  note: string;
  created_at: CreatedAt;
}

/** Articles that were asked to be scored again towards one target. */
export interface RescoringsTable {
  key: Generated<number>;
  id: string;
  target_ref: string;
  definition: Json<Target>;
  /** Key of the newest version of a corpus file when it was asked for; 0 for none. */
  edition: number;
  /** Which articles were meant, in words. */
  scope: string;
  coder: string | null;
  created_at: CreatedAt;
  finished_at: ColumnType<Date | null, never, Date | null>;
  cancelled_at: ColumnType<Date | null, never, Date | null>;
  cancelled_by: string | null;
  /** Why it ended before its time, or null. */
  failure: string | null;
}

export type RescoringOutcome = 'scored' | 'current' | 'failed';

/** What became of an article in a rescoring; null outcome while it waits. */
export interface RescoringArticlesTable {
  rescoring_key: number;
  article_key: number;
  outcome: RescoringOutcome | null;
  reason: string | null;
  hint: string | null;
}

/** A sample of paragraphs that people code, as it was asked for. */
export interface SamplesTable {
  key: Generated<number>;
  id: string;
  target_ref: string;
  target_name: string;
  /** The study that it was drawn from, as it was called then; null for the whole library. */
  study_id: string | null;
  study_name: string | null;
  /** How many paragraphs were asked for. */
  wanted: number;
  stratify: string[];
  blind: boolean;
  seed: number;
  /** Who is to code it; empty where nobody was named. */
  coders: string[];
  /** Who drew it. */
  coder: string | null;
  created_at: Date;
  deleted_at: Generated<Date | null>;
  deleted_change: Generated<number | null>;
}

/** The key of a sample: where each paragraph is from and what the program said of it. */
export interface SampleItemsTable {
  sample_key: number;
  /** In the order of the sheet, from 0. */
  position: number;
  item_id: string;
  article_id: string;
  run_id: string;
  ordinal: number;
  stratum: string;
  population: number;
  sampled: number;
  text_hash: string;
  machine_label: Label;
  machine_score: number | null;
  machine_confidence: number;
  machine_author_label: Label;
  machine_author_score: number | null;
}

/** What a coder reads of a drawn paragraph; it goes with its article. */
export interface SampleTextsTable {
  sample_key: number;
  position: number;
  article_key: number;
  title: string | null;
  outlet: string | null;
  published: string | null;
  before: string;
  text: string;
  after: string;
}

/** A filled-in coding sheet that came back. */
export interface SampleSheetsTable {
  key: Generated<number>;
  id: string;
  sample_key: number;
  file: string;
  /** Rows, coded or not. */
  items: number;
  /** Who brought it in. */
  coder: string | null;
  created_at: Date;
  deleted_at: Generated<Date | null>;
  deleted_change: Generated<number | null>;
}

/** A row of a sheet in which something was written. */
export interface SampleCodingsTable {
  sheet_key: number;
  row: number;
  item_id: string;
  /** Who coded it. */
  coder: string;
  label: Label | null;
  author_label: Label | null;
  note: string;
}

/** Every table of the store. */
export interface Database {
  originals: OriginalsTable;
  imports: ImportsTable;
  import_files: ImportFilesTable;
  import_articles: ImportArticlesTable;
  articles: ArticlesTable;
  units: UnitsTable;
  targets: TargetsTable;
  runs: RunsTable;
  annotations: AnnotationsTable;
  attributions: AttributionsTable;
  article_stances: ArticleStancesTable;
  unit_stances: UnitStancesTable;
  voice_stances: VoiceStancesTable;
  evidence: EvidenceTable;
  corrections: CorrectionsTable;
  notes: NotesTable;
  claims: ClaimsTable;
  changes: ChangesTable;
  change_articles: ChangeArticlesTable;
  studies: StudiesTable;
  study_revisions: StudyRevisionsTable;
  study_articles: StudyArticlesTable;
  outlets: OutletsTable;
  speakers: SpeakersTable;
  corpus_files: CorpusFilesTable;
  rescorings: RescoringsTable;
  rescoring_articles: RescoringArticlesTable;
  samples: SamplesTable;
  sample_items: SampleItemsTable;
  sample_texts: SampleTextsTable;
  sample_sheets: SampleSheetsTable;
  sample_codings: SampleCodingsTable;
}
