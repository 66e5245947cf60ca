import type { AppliedCorrection } from '../../analysis/article/index.js';
import { personInWords } from './change-words.js';
import { momentInWords } from './words.js';

/** A correction as pages show it. */
export interface CorrectionView {
  readonly id: string;
  /** "Outlet", "Label of paragraph 3, John Kerry". */
  readonly what: string;
  readonly machine: string;
  readonly corrected: string;
  readonly reason: string;
  readonly who: string;
  readonly when: string;
  readonly isoWhen: string;
  /** Address that takes it back. */
  readonly revertAction: string;
  /** False where its place is gone for now. */
  readonly isApplied: boolean;
}

/** What stands where a value is nothing. */
const NOTHING = 'nothing';

/** What stands by hand, for a sentence. */
export function standingInWords({ kind, corrected }: Pick<AppliedCorrection, 'kind' | 'corrected'>): string {
  return corrected ?? (kind === 'drop-passage' ? 'left out' : NOTHING);
}

/** A correction of the article of this id. */
export function correctionView(one: AppliedCorrection, articleId: string): CorrectionView {
  return {
    id: one.id,
    what: one.what,
    machine: one.machine ?? NOTHING,
    corrected: standingInWords(one),
    reason: one.reason,
    who: personInWords(one.coder),
    when: momentInWords(new Date(one.at)),
    isoWhen: one.at,
    revertAction: `/articles/${encodeURIComponent(articleId)}/corrections/${encodeURIComponent(one.id)}/revert`,
    isApplied: one.applied,
  };
}
