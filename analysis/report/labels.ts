import type { Label } from '../article/index.js';

/** A label with its sign: shape and word say what color says, so that color is never alone. */
export interface LabelView {
  readonly label: Label;
  readonly name: string;
  /** One character that stands for the label in margins and charts. */
  readonly sign: string;
  readonly meaning: string;
}

/** All labels in the order in which pages, tables and legends list them. */
export const LABELS: readonly LabelView[] = [
  { label: 'supportive', name: 'Supportive', sign: '▲', meaning: 'speaks well of the target' },
  { label: 'neutral', name: 'Neutral', sign: '■', meaning: 'refers to the target and evaluates nothing' },
  { label: 'skeptical', name: 'Skeptical', sign: '▼', meaning: 'finds fault with the target or doubts it' },
  { label: 'mixed', name: 'Mixed', sign: '◆', meaning: 'speaks well of the target and finds fault with it' },
  { label: 'unrelated', name: 'Unrelated', sign: '○', meaning: 'does not refer to the target' },
];

/** The label with its name, sign and meaning. */
export function labelView(label: Label): LabelView {
  const view = LABELS.find((candidate) => candidate.label === label);
  if (!view) throw new Error(`invalid label: ${label}`);
  return view;
}
