/** Every label. */
export const LABEL_VALUES = 'supportive, skeptical, mixed, neutral, unrelated';

/** Range of a score. */
export const SCORE_VALUES = 'from -1 (skeptical) to 1 (supportive); empty where unrelated';

/** Range of a probability. */
export const PROBABILITY_VALUES = 'probability, 0 to 1';

/** Range of a count. */
export const COUNT_VALUES = 'count, from 0';

/** Where metadata may come from. */
export const BASIS_VALUES = 'stated, inferred, unknown';

/** Form of a hash. */
export const HASH_VALUES = 'hexadecimal or URL-safe hash';
