import type { Token } from '../../article/index.js';
import { CLAIMS, REVERSERS, SET_ASIDE } from '../evidence/words-of-case.js';
import type { SignalHit } from './connotations.js';

/** Marks at which a clause ends. */
const CLAUSE_END = /^[,;:—–]$/u;
const STRONG_END = /^[;:—–]$/u;
const CONCEDED = -1;
const ASSERTED = 1;

/**
 * How the writer stands by each token: 1 where it follows a contrast ("but"), -1 where it is granted
 * before one or within a concession ("although ..."), 0 where the sentence makes no such difference.
 */
export function standingOf(tokens: readonly Token[], signals: readonly SignalHit[]): Int8Array {
  const standing = new Int8Array(tokens.length);
  for (const { signal, from, to } of signals) {
    if (signal === 'contrast' && from > 0) {
      const start = startOfGranted(tokens, from);
      standing.fill(CONCEDED, start, from);
      standing.fill(ASSERTED, to);
    } else if (signal === 'concession') {
      const end = endOfClause(tokens, to, CLAUSE_END);
      standing.fill(ASSERTED);
      standing.fill(CONCEDED, from, end);
    }
  }
  return standing;
}

/** What a contrast grants begins after the last strong mark before it. */
function startOfGranted(tokens: readonly Token[], contrast: number): number {
  for (let i = contrast - 2; i >= 0; i--) if (STRONG_END.test(tokens[i]?.norm ?? '')) return i + 1;
  return 0;
}

/** The next mark from a position on, or the end of the sentence. */
function endOfClause(tokens: readonly Token[], from: number, mark: RegExp): number {
  const end = tokens.findIndex(({ norm }, i) => i > from && mark.test(norm));
  return end < 0 ? tokens.length : end;
}

/**
 * 1 where words are what somebody holds against the target and the sentence sets it aside: "fears
 * that it would fail proved groundless", "rejected the criticism as unfair".
 */
export function setAside(tokens: readonly Token[]): Uint8Array {
  const aside = new Uint8Array(tokens.length);
  const refuters = tokens.flatMap(({ lemma, norm, pos }, i) =>
    SET_ASIDE.has(norm) || (pos === 'VERB' && REVERSERS.has(lemma)) ? [i] : [],
  );
  if (refuters.length === 0) return aside;
  tokens.forEach(({ lemma, pos }, claim) => {
    if (pos !== 'NOUN' || !CLAIMS.has(lemma)) return;
    const after = refuters.find((i) => i > claim);
    if (refuters.some((i) => i < claim)) aside.fill(1, claim, endOfClause(tokens, claim, CLAUSE_END));
    else if (after !== undefined) aside.fill(1, claim, after + 1);
  });
  return aside;
}
