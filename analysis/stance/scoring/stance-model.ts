import type { Resources } from '../../resources/index.js';
import {
  MODEL_FILE as MENTIONS_FILE,
  type MentionModel,
  mentionModel,
  VECTORS_FILE,
} from '../mention-model/index.js';
import { BLEND_FILE, type Blend, blendOf } from './blend.js';
import { MODEL_FILE as CUES_FILE, type CueModel, cueModel } from './cue-model.js';

/** Files in `corpus/models/` that scores depend on. */
export const MODEL_FILES: readonly string[] = [CUES_FILE, MENTIONS_FILE, VECTORS_FILE, BLEND_FILE];

/** All that a score is made with, apart from lexicons and target. */
export interface StanceModel {
  /** Judging words by grammatical relation to the target: every weight has a name. */
  readonly cues: CueModel;
  /** The trained network and linear model of a sentence around a mention. */
  readonly mentions: MentionModel;
  readonly blend: Blend;
}

/**
 * The models of a corpus, loaded at first use.
 * @throws InputError `damaged-model` or `missing-model`, which name the file and what mends it.
 */
export function stanceModel(resources: Resources): StanceModel {
  return { cues: cueModel(resources), mentions: mentionModel(resources), blend: blendOf(resources) };
}
