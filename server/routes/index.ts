import type { Action } from './action.js';
import { addToStudyAction, compareAction, deleteAction, removeFromStudyAction } from './bulk.js';
import { changesPage, undoAction } from './changes.js';
import { coderAction } from './coder.js';
import { compareRoute } from './compare.js';
import { compareRunsRoute } from './compare-runs.js';
import { correctAction, metadataAction, revertAction } from './correct.js';
import { correctParagraphRoute } from './correct-paragraph.js';
import { correctionsRoute, historyRoute } from './corrections.js';
import { codebookPage, guidePage, methodPage, modelCardPage, targetGuidePage } from './documents.js';
import { editRoute } from './edit.js';
import { faviconRoute } from './favicon.js';
import { healthRoute, readyRoute } from './health.js';
import { importListRoute, importRoute } from './imports.js';
import {
  resetEntryAction,
  restoreLexiconAction,
  saveEntryAction,
  switchOffEntryAction,
} from './lexicon-edit.js';
import { lexiconEntryRoute, previewEntryAction } from './lexicon-entry.js';
import { importRowsAction } from './lexicon-import.js';
import { lexiconFileRoute, lexiconRoute, lexiconsRoute } from './lexicons.js';
import { libraryRoute } from './library.js';
import { openApiRoute } from './openapi.js';
import { originalRoute } from './original.js';
import { outletsRoute, setCountryAction } from './outlets.js';
import type { Page } from './page.js';
import { pictureRoute } from './pictures.js';
import type { PlainRoute } from './plain-route.js';
import { reportRoute } from './report.js';
import { cancelRescoringAction, rescoreAction, rescoringRoute } from './rescoring.js';
import { runRoute, runsRoute } from './runs.js';
import { codingsRoute, deleteSampleAction, sampleRoute } from './sample.js';
import { instructionsRoute, sampleKeyRoute, sheetRoute } from './sample-files.js';
import { removeSheetAction, uploadSheetsAction } from './sample-sheets.js';
import { shortcutsPage } from './shortcuts.js';
import { createStudyAction, studiesRoute } from './studies.js';
import { studyRoute } from './study.js';
import { deleteStudyAction, studyDeleteRoute } from './study-delete.js';
import { editStudyAction, studyEditRoute } from './study-edit.js';
import { studyExportRoute } from './study-export.js';
import { targetFileRoute, targetRoute } from './target.js';
import {
  createTargetAction,
  editTargetRoute,
  newTargetRoute,
  previewTargetAction,
  removeTargetAction,
  restoreTargetAction,
  saveTargetAction,
} from './target-edit.js';
import { importTargetAction, importTargetRoute } from './target-import.js';
import { targetsPage } from './targets.js';
import { uploadAction } from './upload.js';
import { drawSampleAction, validationRoute } from './validation.js';

/** Every page with its twins, in the order of the documentation. */
export const PAGES: readonly Page[] = [
  libraryRoute,
  reportRoute,
  compareRoute,
  correctParagraphRoute,
  editRoute,
  historyRoute,
  correctionsRoute,
  importListRoute,
  importRoute,
  studiesRoute,
  studyRoute,
  studyEditRoute,
  studyDeleteRoute,
  outletsRoute,
  changesPage,
  runsRoute,
  compareRunsRoute,
  runRoute,
  rescoringRoute,
  validationRoute,
  sampleRoute,
  codingsRoute,
  sheetRoute,
  sampleKeyRoute,
  targetsPage,
  targetGuidePage,
  newTargetRoute,
  importTargetRoute,
  editTargetRoute,
  targetRoute,
  lexiconsRoute,
  lexiconEntryRoute,
  lexiconRoute,
  codebookPage,
  methodPage,
  modelCardPage,
  guidePage,
  shortcutsPage,
];

/** Every change that can be asked for. */
export const ACTIONS: readonly Action[] = [
  uploadAction,
  correctAction,
  metadataAction,
  revertAction,
  addToStudyAction,
  removeFromStudyAction,
  deleteAction,
  compareAction,
  createStudyAction,
  editStudyAction,
  deleteStudyAction,
  setCountryAction,
  undoAction,
  createTargetAction,
  previewTargetAction,
  importTargetAction,
  removeTargetAction,
  restoreTargetAction,
  saveTargetAction,
  saveEntryAction,
  switchOffEntryAction,
  resetEntryAction,
  previewEntryAction,
  importRowsAction,
  restoreLexiconAction,
  rescoreAction,
  cancelRescoringAction,
  drawSampleAction,
  uploadSheetsAction,
  removeSheetAction,
  deleteSampleAction,
  coderAction,
];

/** Routes that answer without a password, for whoever watches over the server. */
export const WATCH_ROUTES: readonly PlainRoute[] = [healthRoute, readyRoute];

/** Routes with answers of their own. */
export const PLAIN_ROUTES: readonly PlainRoute[] = [
  originalRoute,
  targetFileRoute,
  lexiconFileRoute,
  studyExportRoute,
  instructionsRoute,
  pictureRoute,
  faviconRoute,
  openApiRoute(() => ({ pages: PAGES, actions: ACTIONS, plain: [...PLAIN_ROUTES, ...WATCH_ROUTES] })),
];
