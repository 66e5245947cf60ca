import type { Label } from '../article/index.js';
import { type Field, type Folded, fold, type Labelled } from '../evaluate/index.js';
import type { CodedItem } from './codings.js';
import { weightsOf } from './weights.js';

/** A coded item beside the program's label, with how many paragraphs it stands for. */
export interface Judged {
  readonly item: CodedItem;
  readonly weight: number;
  readonly label: { readonly expected: Label; readonly predicted: Label };
  /** Over three classes: the program's mixed by the sign of its score, a coder's as neutral. */
  readonly folded: { readonly expected: Folded; readonly predicted: Folded };
}

/** The items for which a label is expected, beside what the program says. */
export function judgedAgainst(
  items: readonly CodedItem[],
  expectedOf: (item: CodedItem) => Label | null,
  field: Field,
): Judged[] {
  const known = items.filter((item) => expectedOf(item) !== null);
  const weights = weightsOf(known);
  return known.flatMap((item) => {
    const expected = expectedOf(item);
    return expected === null ? [] : [toJudged(item, expected, weights.get(item) ?? 0, field)];
  });
}

function toJudged(item: CodedItem, expected: Label, weight: number, field: Field): Judged {
  const machine = machineOf(item, field);
  return {
    item,
    weight,
    label: { expected, predicted: machine.label },
    folded: { expected: fold({ label: expected, score: null }), predicted: fold(machine) },
  };
}

/** What the program says of an item: of the whole paragraph, or of the author's own voice. */
export function machineOf({ machine }: CodedItem, field: Field): Labelled {
  const { label, score, authorLabel, authorScore } = machine;
  return field === 'unit' ? { label, score } : { label: authorLabel, score: authorScore };
}

/** The label that most coders of an item gave; null where two labels are ahead together. */
export function majorityOf({ labels }: CodedItem): Label | null {
  const counts = new Map<Label, number>();
  for (const label of labels) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const [first, ...others] = [...counts].filter(([, count]) => count === most).map(([label]) => label);
  return others.length === 0 ? (first ?? null) : null;
}
