import type { Article, Correction } from '../../analysis/article/index.js';
import { describeCorrection } from '../../analysis/report/index.js';
import type { CorrectionOutcome } from '../jobs/index.js';
import type { View } from '../render.js';
import type { KeptCorrection } from '../store/index.js';
import { personInWords } from './change-words.js';
import { momentInWords } from './words.js';

/** A form as it was sent: where to, with which fields, and where to go on without it. */
export interface SentForm {
  readonly action: string;
  /** Names and values in their order; a repeated field stands there several times. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly url: string;
}

/** The page for a change that meets somebody else's: both values, and both ways to go on. */
export function conflictPage(
  { conflicts, revision }: Extract<CorrectionOutcome, { status: 'conflict' }>,
  asRead: Article,
  { action, fields, url }: SentForm,
): View {
  const others = fields.filter(([name]) => name !== 'seen');
  return {
    template: 'correction-conflict',
    title: 'Changed meanwhile',
    section: '/articles',
    model: {
      conflicts: conflicts.map(({ wanted, theirs }) => ({
        ...changeOf(theirs, asRead),
        mine: inWords(wanted, asRead).corrected ?? NOTHING,
      })),
      action,
      // Sent again, the form knows of the change that stopped it.
      fields: [...others, ['seen', String(revision)]].map(([name, value]) => ({ name, value })),
      url,
    },
  };
}

/** The page for a correction that was taken back already. */
export function stalePage(correction: KeptCorrection, asRead: Article, url: string): View {
  const { what, who, when, isoWhen } = changeOf(correction, asRead);
  return {
    template: 'correction-stale',
    title: 'Taken back already',
    section: '/articles',
    model: { what, who, when, isoWhen, url },
  };
}

const NOTHING = 'nothing';

/** The newest change of a correction: what stands after it, who made it, when and why. */
function changeOf(kept: KeptCorrection, asRead: Article) {
  const { correction, machine, reason, coder, at, revertedAt, revertedBy } = kept;
  const isTakenBack = revertedAt !== null;
  const { what, corrected } = inWords(correction, asRead);
  const moment = revertedAt ?? at;
  return {
    what,
    isTakenBack,
    before: (isTakenBack ? corrected : machine) ?? NOTHING,
    theirs: (isTakenBack ? machine : corrected) ?? NOTHING,
    reason: isTakenBack ? '' : reason,
    who: personInWords(isTakenBack ? revertedBy : coder),
    when: momentInWords(new Date(moment)),
    isoWhen: moment,
  };
}

function inWords(correction: Correction, asRead: Article) {
  return describeCorrection(correction, { asRead, ordinal: null, result: null });
}
