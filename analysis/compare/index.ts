export {
  COMPARED_DIMENSION_COLUMNS,
  COMPARED_TABLES,
  COMPARED_VOICE_COLUMNS,
  dimensionRecords,
  voiceRecords,
} from './columns.js';
export { type ComparedArticle, type Comparison, compareReports } from './compare-reports.js';
export type { ComparedDimension } from './dimensions.js';
export type { ComparedVoice, VoiceCell } from './voices.js';
