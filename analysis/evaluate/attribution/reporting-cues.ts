import type { Token } from '../../article/index.js';

/**
 * Dictionary forms of cues that report words, for the row of that name. A list of its own, so that figures
 * stay comparable when the lexicon of cues changes.
 */
const REPORTING: ReadonlySet<string> = new Set(
  `say tell claim argue add note write tweet announce ask accuse acknowledge admit advise affirm allege answer assert
  blast boast call caution charge cite comment complain concede conclude condemn confess confirm contend criticize
  declare demand deny deride describe detail dismiss disclose dispute emphasize exclaim explain express denounce hint
  imply indicate inform insist joke lament maintain mention mock observe pledge point post praise predict proclaim
  promise propose question quip quote read rebuke recall recount refer reiterate remark repeat reply report respond
  retort reveal slam speak state stress suggest talk testify threaten tout urge vow warn accord according statement
  comment claim argument warning`.split(/\s+/u),
);

/** Whether a cue reports words ("said", "according to") rather than thought or intent ("believes", "plans"). */
export function isReporting(tokens: readonly Token[], cue: readonly number[]): boolean {
  return cue.some((i) => REPORTING.has(tokens[i]?.lemma ?? ''));
}
