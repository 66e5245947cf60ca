/** How words stand to a target. */
export type Label = 'supportive' | 'skeptical' | 'mixed' | 'neutral' | 'unrelated';
