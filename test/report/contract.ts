import { z } from 'zod';

/** The shapes of CONTRACT: what outside checks rely on, in the order in which keys are written. */
const label = z.enum(['supportive', 'skeptical', 'mixed', 'neutral', 'unrelated']);
const score = z.number().min(-1).max(1).nullable();
const probability = z.number().min(0).max(1);
const offset = z.int().min(0);
const basis = z.enum(['stated', 'inferred', 'unknown']);
const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const spans = z.array(z.tuple([offset, offset]));

const stance = z.strictObject({
  label,
  score,
  confidence: probability,
  logit: z.number().nullable(),
  remainder: z.number().nullable(),
});

const role = z.enum(['headline', 'deck', 'body', 'subheading']);

const sided = z.strictObject({ label, score });

const voices = z.array(
  z.strictObject({
    id: z.string().min(1),
    name: z.string().min(1),
    kind: z.enum(['author', 'named', 'unnamed', 'organization']),
    label,
    score,
  }),
);

const unit = z.strictObject({
  ordinal: offset,
  role,
  start: offset,
  end: offset,
  text: z.string(),
  basis: z.enum(['mentioned', 'anaphoric', 'implied', 'none']),
  stance,
  authorStance: stance,
  voices,
  dimensions: z.array(z.string()),
  evidence: z.array(
    z.strictObject({
      start: offset,
      end: offset,
      direction: z.enum(['supportive', 'skeptical']),
      weight: z.number(),
      voice: z.string().min(1),
      dimension: z.string().nullable(),
      modifiers: z.array(z.string()),
      reason: z.string().min(1),
    }),
  ),
  corrected: z.strictObject({ stance: sided, authorStance: sided, voices }).optional(),
});

const attribution = z.strictObject({
  id: z.string(),
  parent: z.string().nullable(),
  source: spans,
  cue: spans,
  content: spans,
  speaker: z
    .strictObject({
      id: z.string().min(1),
      name: z.string().min(1),
      kind: z.enum(['named', 'unnamed', 'organization']),
    })
    .nullable(),
  kind: z.enum(['direct', 'indirect', 'mixed']),
  cueKind: z.enum(['speech', 'thought']),
});

const head = {
  id: z.string().min(1),
  articleId: z.string().regex(/^[\w-]+$/),
  textHash: z.string().min(1),
  source: z.strictObject({ file: z.string(), index: offset }),
  title: z.string().nullable(),
  titleBasis: z.enum(['stated', 'missing']),
  outlet: z.string().nullable(),
  outletBasis: basis,
  published: isoDate.nullable(),
  publishedBasis: basis,
  publishedCandidates: z.array(isoDate),
  dateline: z
    .strictObject({
      place: z.string().nullable(),
      date: z.string().nullable(),
      agency: z.string().nullable(),
    })
    .nullable(),
  byline: z.string().nullable(),
  language: z.string().min(1),
  url: z.string().nullable(),
  keywords: z.array(z.string()),
  text: z.string(),
  dropped: z.array(z.strictObject({ text: z.string(), reason: z.string().min(1) })),
};

const articleStance = z.strictObject({
  label,
  score,
  confidence: probability,
  author: sided,
  quoted: sided,
  related: offset,
  unrelated: offset,
  shares: z.strictObject({
    supportive: probability,
    skeptical: probability,
    mixed: probability,
    neutral: probability,
  }),
  interval: z.tuple([z.number(), z.number()]).nullable().optional(),
});

/** What is there only where a person corrected the article. */
const byHand = {
  machine: z
    .strictObject({
      title: z.string().nullable(),
      outlet: z.string().nullable(),
      published: isoDate.nullable(),
      byline: z.string().nullable(),
    })
    .optional(),
  corrections: z
    .array(
      z.strictObject({
        id: z.string(),
        kind: z.string(),
        what: z.string().min(1),
        machine: z.string().nullable(),
        corrected: z.string().nullable(),
        reason: z.string(),
        coder: z.string().nullable(),
        at: z.iso.datetime(),
        applied: z.boolean(),
        ordinal: offset.nullable(),
        correction: z.looseObject({ kind: z.string() }),
      }),
    )
    .optional(),
  correctedStance: articleStance.nullable().optional(),
};

/** The keys of a line, in their order, where nobody corrected the article. */
export function resultKeys(): string[] {
  return Object.keys(resultSchema.shape).filter((key) => !Object.keys(byHand).includes(key));
}

/** One line of `analyze --format jsonl`. */
export const resultSchema = z.strictObject({
  ...head,
  target: z.strictObject({ slug: z.string().nullable(), name: z.string().min(1) }),
  headline: unit.nullable(),
  paragraphs: z.array(unit),
  attributions: z.array(attribution),
  stance: articleStance,
  provenance: z.strictObject({
    version: z.string(),
    models: z.record(z.string(), z.string()),
    lexicons: z.string(),
    settings: z.string(),
    corrections: z.string().nullable(),
  }),
  notScored: z.string().nullable(),
  ...byHand,
});

/** One line of `parse`. */
export const parsedSchema = z.strictObject({
  ...head,
  paragraphs: z.array(
    z.strictObject({ ordinal: offset, role, start: offset, end: offset, text: z.string() }),
  ),
  duplicateOf: z.string().nullable(),
});
