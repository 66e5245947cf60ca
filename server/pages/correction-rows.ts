import type { Article, CorrectionKind, Result } from '../../analysis/article/index.js';
import { describeCorrection } from '../../analysis/report/index.js';
import type { KeptCorrection } from '../store/index.js';
import { personInWords } from './change-words.js';
import { standingInWords } from './correction-view.js';
import { momentInWords, shortened } from './words.js';

/** A correction with its history, in words: what a program gets, and a row of the table. */
export interface CorrectionRow {
  readonly correctionId: string;
  readonly articleId: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly kind: CorrectionKind;
  /** How addresses name the target of a label; null for what holds towards every target. */
  readonly target: string | null;
  readonly what: string;
  readonly machine: string | null;
  readonly corrected: string | null;
  readonly reason: string;
  readonly coder: string | null;
  readonly at: string;
  readonly revertedAt: string | null;
  readonly revertedBy: string | null;
}

/** What the words of a correction are taken from. */
interface Scene {
  /** The article as it stands. */
  readonly article: Article;
  readonly asRead: Article;
  readonly ordinal: number | null;
  readonly result: Result | null;
}

export function correctionRow(kept: KeptCorrection, { article, ...scene }: Scene): CorrectionRow {
  const { id, correction, machine, reason, coder, at, revertedAt, revertedBy } = kept;
  const words = describeCorrection(correction, scene);
  return {
    correctionId: id,
    articleId: article.id,
    title: article.title,
    outlet: article.outlet,
    kind: correction.kind,
    target: correction.kind === 'set-label' ? correction.target : null,
    what: words.what,
    // What stood there when the correction was made: another run may say otherwise by now.
    machine: machine ?? words.machine,
    corrected: words.corrected,
    reason,
    coder,
    at,
    revertedAt,
    revertedBy,
  };
}

/** A row of a list of corrections. */
export function correctionItem(row: CorrectionRow) {
  const self = `/articles/${encodeURIComponent(row.articleId)}`;
  const isActive = row.revertedAt === null;
  return {
    what: row.what,
    machine: row.machine ?? 'nothing',
    corrected: standingInWords(row),
    reason: row.reason,
    who: personInWords(row.coder),
    when: momentInWords(new Date(row.at)),
    isoWhen: row.at,
    articleHref: self,
    articleTitle: row.title === null ? 'Untitled article' : shortened(row.title, 120),
    outlet: row.outlet,
    target: row.target,
    isActive,
    revertAction: isActive ? `${self}/corrections/${encodeURIComponent(row.correctionId)}/revert` : null,
    fate: isActive
      ? ''
      : `taken back by ${personInWords(row.revertedBy)} on ${momentInWords(new Date(row.revertedAt ?? row.at))}`,
  };
}
