export {
  type ClassLogProbabilities,
  type Contribution,
  type Explanation,
  type MentionContext,
  type MentionModel,
  MODEL_FILE,
  mentionModel,
  modelFromFile,
  VECTORS_FILE,
} from './mention-model.js';
export type { SentenceReading } from './sentence-reading.js';
