import type { Field } from '../evaluate/index.js';
import { BOOTSTRAP, type BootstrapOptions } from '../learning/index.js';
import { type CoderAgreement, coderAgreement } from './coder-agreement.js';
import type { Codings } from './codings.js';
import { type Comparison, compareWith } from './comparison.js';
import { populationOf } from './drawn-strata.js';
import { judgedAgainst, majorityOf } from './judged.js';
import { type FilledSheet, labelIn } from './read-sheet.js';
import { cautionsOf, type Verdict, verdictsOf } from './verdicts.js';

/** A sheet as it came back. */
export interface SheetSummary {
  readonly file: string;
  readonly coders: readonly string[];
  readonly items: number;
  /** Rows with a label. */
  readonly filled: number;
}

/** What filled-in coding sheets say of the coding and of the program. */
export interface Validation {
  readonly field: Field;
  readonly sample: {
    readonly items: number;
    /** Items that at least one person coded. */
    readonly coded: number;
    /** Paragraphs from which the sample was drawn. */
    readonly population: number;
  };
  readonly sheets: readonly SheetSummary[];
  /** Null where nothing was coded twice. */
  readonly agreement: CoderAgreement | null;
  /** The majority first where there are several coders, then each coder. */
  readonly comparisons: readonly Comparison[];
  /** Of each label, from the first comparison. */
  readonly verdicts: readonly Verdict[];
  readonly cautions: readonly string[];
}

/** Agreement among coders, and the program against each and against their majority. */
export function validate(
  codings: Codings,
  field: Field,
  bootstrap: BootstrapOptions = BOOTSTRAP,
): Validation {
  const agreement = coderAgreement(codings, bootstrap);
  const comparisons = comparisonsOf(codings, field, bootstrap);
  const [first] = comparisons;
  return {
    field,
    sample: {
      items: codings.key.size,
      coded: codings.items.length,
      population: populationOf(codings.key.values()),
    },
    sheets: codings.sheets.map((sheet) => summaryOf(sheet, field)),
    agreement,
    comparisons,
    verdicts: first ? verdictsOf(first) : [],
    cautions: cautionsOf(agreement),
  };
}

/** A sheet in numbers: who labeled how much of it. */
export function summaryOf({ file, items, codings }: FilledSheet, field: Field): SheetSummary {
  const given = codings.filter((coding) => labelIn(coding, field) !== null);
  return { file, coders: [...new Set(given.map(({ coder }) => coder))], items, filled: given.length };
}

function comparisonsOf({ coders, items }: Codings, field: Field, bootstrap: BootstrapOptions): Comparison[] {
  const each = coders.map((coder, at) => {
    const judged = judgedAgainst(items, ({ labels }) => labels[at] ?? null, field);
    return compareWith(judged, { coder, ties: 0 }, bootstrap);
  });
  if (coders.length < 2) return each;
  const judged = judgedAgainst(items, majorityOf, field);
  const ties = items.length - judged.length;
  return [compareWith(judged, { coder: null, ties }, bootstrap), ...each];
}
