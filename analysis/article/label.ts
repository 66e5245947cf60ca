/** How words stand to a target. */
export const LABELS = ['supportive', 'skeptical', 'mixed', 'neutral', 'unrelated'] as const;
export type Label = (typeof LABELS)[number];
