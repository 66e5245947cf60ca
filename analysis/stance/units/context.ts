import type { Annotated, Layers, Target } from '../../article/index.js';
import type { StanceModel } from '../scoring/stance-model.js';
import type { VoiceMap } from '../voices/find-voice.js';

/** All that a unit is weighed with. */
export interface WeighingContext {
  readonly annotated: Annotated;
  readonly text: Layers;
  readonly voices: VoiceMap;
  readonly target: Target;
  readonly model: StanceModel;
}
