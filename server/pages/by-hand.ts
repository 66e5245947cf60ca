import type { AppliedCorrection, Result } from '../../analysis/article/index.js';
import type { ByHand, VoiceByHand } from '../../analysis/report/index.js';
import { type CorrectionView, correctionView } from './correction-view.js';
import { listInWords } from './words.js';

/** What a person changed about a card or a paragraph, for the page to show beside what stands. */
export interface ByHandView {
  /** The machine's label and score; null where only the speaker was corrected. */
  readonly machine: { readonly label: ByHand['machineLabel']; readonly scoreText: string } | null;
  /** Whom the machine heard; empty where nobody corrected that. */
  readonly heardText: string;
  /** The corrections behind it, to be taken back; none where a label follows from others. */
  readonly corrections: readonly CorrectionView[];
}

/** Null where everything is the machine's. */
export function byHandView(
  {
    byHand,
    voiceByHand = null,
  }: { readonly byHand: ByHand | null; readonly voiceByHand?: VoiceByHand | null },
  { articleId, corrections = [] }: Pick<Result, 'articleId'> & { corrections?: readonly AppliedCorrection[] },
): ByHandView | null {
  if (byHand === null && voiceByHand === null) return null;
  const label = corrections.filter(({ id }) => id === byHand?.correctionId);
  return {
    machine: byHand && { label: byHand.machineLabel, scoreText: byHand.machineScoreText },
    heardText: voiceByHand ? listInWords(voiceByHand.machineNames) : '',
    corrections: [...label, ...(voiceByHand?.corrections ?? [])].map((one) => correctionView(one, articleId)),
  };
}
