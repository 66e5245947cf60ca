export { type Edition, type Editions, openEditions } from './editions.js';
export {
  checkRows,
  type EntryOrigin,
  entryText,
  FAMILY_NAMES,
  type FamilyName,
  familyColumns,
  headerOf,
  isFamily,
  type LexiconEntry,
  lexiconPath,
  listEntries,
  mergeEntries,
  type OwnEntries,
  readOwnEntries,
  withoutEntry,
  writeOwnEntries,
} from './lexicon-file.js';
export {
  type LibraryTarget,
  listLibraryTargets,
  loadTargetHistory,
  newestVersion,
  readVersion,
  type TargetHistory,
  type TargetOrigin,
  targetPath,
  versionOf,
} from './library-targets.js';
export { changedLines, type DiffLine, lineDiff } from './line-diff.js';
export { countInWords, type NameReview, type NameWarning, reviewNames } from './name-warnings.js';
export {
  draftOf,
  type FieldProblem,
  formOf,
  type ListName,
  slugFor,
  type TargetDraft,
  type TargetForm,
} from './target-draft.js';
