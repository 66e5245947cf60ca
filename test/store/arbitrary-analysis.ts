import fc from 'fast-check';
import type {
  Article,
  Evidence,
  Label,
  Reading,
  Result,
  ResultAttribution,
  Stance,
  Target,
  TextUnit,
  Unit,
  Voice,
} from '../../analysis/article/index.js';
import { toHead } from '../../analysis/report/index.js';

/** Any text that reading lets through: every script, no NUL, no lone surrogate. */
const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map((s) => s.replaceAll('\0', ' '));
const name = fc.constantFrom('John Kerry', 'Riad Haddad', 'a "number" of officials', "Élan, O'Brien {x}\\");
const label = fc.constantFrom<Label>('supportive', 'skeptical', 'mixed', 'neutral', 'unrelated');
const score = fc.option(fc.double({ min: -1, max: 1, noNaN: true }).map((n) => n + 0));
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((n) => n + 0);
const maybe = fc.option(text);
const day = fc
  .date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const stance: fc.Arbitrary<Stance> = fc.record({
  label,
  score,
  confidence: share,
  logit: score,
  remainder: score,
});

const voice: fc.Arbitrary<Voice> = fc.record({
  id: fc.constantFrom('author', 'john-kerry', 'unnamed-officials'),
  name,
  kind: fc.constantFrom('author', 'named', 'unnamed', 'organization'),
  label,
  score,
});

const evidence: fc.Arbitrary<Evidence> = fc.record({
  start: fc.nat(1000),
  end: fc.nat(1000),
  direction: fc.constantFrom('supportive', 'skeptical'),
  weight: fc.double({ min: -9, max: 9, noNaN: true }).map((n) => n + 0),
  voice: fc.constantFrom('author', 'john-kerry'),
  dimension: fc.option(fc.constantFrom('legality', 'unity')),
  modifiers: fc.array(fc.constantFrom('negated', 'hedged', 'a,"b"', 'null', ''), { maxLength: 3 }),
  reason: text,
});

const pairs = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 3 });
const attribution: fc.Arbitrary<ResultAttribution> = fc.record({
  id: text,
  parent: maybe,
  source: pairs,
  cue: pairs,
  content: pairs,
  speaker: fc.option(
    fc.record({ id: text, name, kind: fc.constantFrom('named', 'unnamed', 'organization') }),
  ),
  kind: fc.constantFrom('direct', 'indirect', 'mixed'),
  cueKind: fc.constantFrom('speech', 'thought'),
});

const metadata = fc.record({
  id: fc.uuid(),
  textHash: fc.uuid(),
  recordId: text,
  file: text,
  index: fc.nat(99),
  title: maybe,
  outlet: maybe,
  outletBasis: fc.constantFrom('stated', 'inferred', 'unknown'),
  published: fc.option(day),
  publishedBasis: fc.constantFrom('stated', 'inferred', 'unknown'),
  publishedCandidates: fc.array(day, { maxLength: 3 }),
  dateline: fc.option(fc.record({ place: maybe, date: maybe, agency: maybe })),
  byline: maybe,
  language: fc.constantFrom('en', 'de', 'pt-BR'),
  url: maybe,
  keywords: fc.array(text, { maxLength: 3 }),
  dropped: fc.array(
    fc.record({ text, reason: text, position: fc.nat(9) }, { requiredKeys: ['text', 'reason'] }),
    { maxLength: 3 },
  ),
  body: fc.array(fc.tuple(fc.constantFrom('deck', 'body', 'subheading'), text), { maxLength: 5 }),
});

export const article: fc.Arbitrary<Article> = metadata.map(({ file, index, body, ...rest }) => {
  const full = body.map(([, words]) => words).join('\n');
  let start = 0;
  const units = body.map(([role, words], position): TextUnit => {
    const unit = { ordinal: position + 1, role, start, end: start + words.length } as TextUnit;
    start = unit.end + 1;
    return unit;
  });
  return {
    ...rest,
    source: { file, index },
    titleBasis: rest.title === null ? 'missing' : 'stated',
    text: full,
    units,
  } as Article;
});

export const reading: fc.Arbitrary<Reading> = fc.record({
  article,
  targets: fc.array(fc.record({ name: text, aliases: fc.array(text) }), { maxLength: 2 }),
  mentions: fc.option(fc.array(fc.record({ start: fc.nat(99), end: fc.nat(99) }), { maxLength: 2 })),
});

export const target: Target = {
  slug: 'coalition',
  name: 'US-led coalition',
  description: 'For tests',
  aliases: ['US-led coalition'],
  shortForms: ['coalition'],
  activities: [],
  lookalikes: [],
  proponents: [],
  critics: [],
  opponents: [],
  dimensions: [],
};

const labelAndScore = fc.record({ label, score });

const articleStance = fc.record({
  label,
  score,
  confidence: share,
  author: labelAndScore,
  quoted: labelAndScore,
  related: fc.nat(99),
  unrelated: fc.nat(99),
  shares: fc.record({ supportive: share, skeptical: share, mixed: share, neutral: share }),
  interval: fc.option(fc.tuple(share, share)),
});

function unitOf(source: string, place: TextUnit): fc.Arbitrary<Unit> {
  return fc
    .record({
      basis: fc.constantFrom('mentioned', 'anaphoric', 'implied', 'none'),
      stance,
      authorStance: stance,
      voices: fc.array(voice, { maxLength: 3 }),
      dimensions: fc.array(fc.constantFrom('legality', 'unity'), { maxLength: 2 }),
      evidence: fc.array(evidence, { maxLength: 4 }),
    })
    .map((scores): Unit => ({ ...place, text: source.slice(place.start, place.end), ...scores }) as Unit);
}

/** A result on this article, with any numbers, and with its keys in the order of the contract. */
export function resultOn(of: Article): fc.Arbitrary<Result> {
  const place: TextUnit = { ordinal: 0, role: 'headline', start: 0, end: of.title?.length ?? 0 };
  return fc
    .record({
      headline: of.title === null ? fc.constant(null) : fc.option(unitOf(of.title, place)),
      paragraphs: fc.tuple(...of.units.map((unit) => unitOf(of.text, unit))),
      attributions: fc.array(attribution, { maxLength: 4 }),
      stance: articleStance,
      notScored: maybe,
      settings: fc.stringMatching(/^[0-9a-f]{16}$/),
    })
    .map(({ headline, paragraphs, attributions, stance, notScored, settings }) => ({
      ...toHead(of),
      target: { slug: target.slug, name: target.name },
      headline,
      paragraphs,
      attributions,
      stance,
      provenance: {
        version: '0.1.0',
        models: { zebra: '1', ant: '2' },
        lexicons: 'aa',
        settings,
        corrections: null,
      },
      notScored,
    }));
}
