import type { Evidence } from '../../article/index.js';
import type { Relation } from '../evidence/observation.js';
import type { Weighed } from '../scoring/labels.js';
import type { SpeakingVoice } from '../voices/voice.js';

/** Weighed words with their voice. */
export interface Piece extends Weighed {
  /** Null for words that only tell evaluation from plain report and move no direction. */
  readonly evidence: Evidence | null;
  readonly speaker: SpeakingVoice;
  /** `learned` for words that only the mention model speaks for. */
  readonly relation: Relation | 'learned';
}
