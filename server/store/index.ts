export { type ArticleChoice, listArticleChoices } from './article-choices.js';
export {
  deleteArticle,
  findCopies,
  loadArticle,
  loadArticles,
  type StoredArticle,
} from './articles.js';
export { addToStudy, deleteArticles, removeFromStudy, type StudyChoice } from './bulk.js';
export {
  type Change,
  type Doer,
  deletionOf,
  deletionOfSample,
  deletionOfStudy,
  listChanges,
  loadChange,
  UNDO_DAYS,
} from './changes.js';
export { claimJob, releaseJob, takeLostJobs } from './claims.js';
export {
  type ChangedUnit,
  type ChangeFilter,
  compareRuns,
  listChangedUnits,
  type RunComparison,
} from './compare-runs.js';
export {
  type CorpusChange,
  type CorpusChangeOutcome,
  type CorpusVersion,
  listEditionFiles,
  listNewestVersions,
  listVersions,
  newestEdition,
  saveCorpusFile,
} from './corpus-files.js';
export { type KeptCorrection, listCorrections } from './corrections.js';
export { countOwnArticles, deleteStudy } from './delete-study.js';
export { createSample, type SampleWish } from './draw-sample.js';
export { errorCode } from './error-code.js';
export { StoreUnavailable } from './failures.js';
export {
  type Import,
  type ImportedArticle,
  type ImportedFile,
  type ImportStatus,
  type ImportSummary,
  listImports,
  loadImport,
} from './import-reports.js';
export {
  createImport,
  deleteImport,
  fileToRead,
  finishFile,
  importedPositions,
  listUnfinishedFiles,
  type NewFile,
} from './imports.js';
export {
  countArticles,
  type LibraryPage,
  type LibraryRow,
  listArticleIds,
  listArticles,
  listUnscored,
  streamResults,
} from './library.js';
export type { LabelCounts } from './library-bars.js';
export type { LibraryFilter } from './library-filter.js';
export {
  type FilterOption,
  listCountries,
  listOutlets,
  listRunOptions,
  listSpeakers,
  listStudyNames,
  type SpeakerOption,
  speakerName,
} from './library-options.js';
export {
  DEFAULT_SORT,
  type Direction,
  SORT_NAMES,
  SORTS,
  type Sort,
  type SortName,
} from './library-sorts.js';
export {
  type CorrectionOfArticle,
  type CorrectionPage,
  listAllCorrections,
  streamCorrections,
} from './list-corrections.js';
export { loadResult, type StoredResult } from './load-results.js';
export { countNames, type NameCount } from './name-counts.js';
export { writeNoteOnce } from './notes.js';
export { openStore, type Store, type StoreOptions } from './open.js';
export { findOriginal, keepOriginal, storableText } from './originals.js';
export {
  type KnownOutlet,
  keepKnownOutlets,
  listOutletsWithCountry,
  type Outlet,
  setCountry,
} from './outlets.js';
export { purgeDeleted } from './purge.js';
export {
  cancelRescoring,
  createRescoring,
  finishRescoring,
  listRescorings,
  listUnfinishedRescorings,
  loadRescoring,
  nextToRescore,
  noteRescored,
  type Rescoring,
  type RescoringWork,
  rescoringWork,
} from './rescorings.js';
export { type Analysis, type ScoredResult, saveAnalyses, saveResults } from './results.js';
export { currentRunKeys, listRuns, loadCoding, loadRun, type Run, runsOfTarget } from './runs.js';
export { addSheets, listSheets, removeSheet, type StoredSheet } from './sample-sheets.js';
export {
  deleteSample,
  listSamples,
  loadSample,
  loadSampleKey,
  loadSampleTexts,
  type Sample,
  unknownSample,
} from './samples.js';
export {
  type ChangeOutcome,
  type CorrectedData,
  type CorrectionChange,
  saveCorrections,
} from './save-corrections.js';
export type { ImportHints, ImportKind, PartRefusal, RescoringOutcome } from './schema.js';
export {
  createStudy,
  type EditOutcome,
  editStudy,
  listStudies,
  loadStudy,
  type Study,
  type StudyRevision,
  type StudyTexts,
  type TextField,
} from './studies.js';
export { type StudyLabels, type StudySources, studyLabels, studySources } from './study-overview.js';
export {
  listStoredTargets,
  listTargetsOf,
  storedDefinition,
  targetRef,
} from './targets.js';
export { type UndoOutcome, undoChange } from './undo.js';
