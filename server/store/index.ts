export {
  deleteArticle,
  findCopies,
  loadArticle,
  loadArticles,
  type StoredArticle,
} from './articles.js';
export { claimJob, releaseJob, takeLostJobs } from './claims.js';
export {
  type CorrectedArticle,
  type Correction,
  type CorrectionContent,
  listCorrections,
  saveCorrection,
} from './corrections.js';
export { errorCode } from './error-code.js';
export { StoreUnavailable } from './failures.js';
export {
  type Import,
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
  type LibraryFilter,
  type LibraryPage,
  type LibraryRow,
  listArticles,
  listOutlets,
  listUnscored,
  streamResults,
} from './library.js';
export { loadResult, type StoredResult } from './load-results.js';
export { writeNoteOnce } from './notes.js';
export { openStore, type Store, type StoreOptions } from './open.js';
export { findOriginal, keepOriginal } from './originals.js';
export { type Analysis, type ScoredResult, saveAnalyses, saveResults } from './results.js';
export { listRuns } from './runs.js';
export type { ImportHints, ImportKind, PartRefusal } from './schema.js';
export {
  listStoredTargets,
  listTargetsOf,
  storedDefinition,
  targetRef,
} from './targets.js';
