/** Classes of the regression, in their order. */
export const CLASSES = ['skeptical', 'neutral', 'supportive'] as const;
