export { ATTRIBUTION_EVALUATION_COLUMNS, attributionRows } from './attribution-rows.js';
export { attributionTable } from './attribution-table.js';
export {
  type AttributionEvaluation,
  evaluateAttribution,
  type MarkedLayers,
} from './evaluate-attribution.js';
export { type MarkedArticle, readMarked } from './gold-attributions.js';
