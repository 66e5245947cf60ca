import type {
  Evidence,
  Label,
  Result,
  ResultAttribution,
  Stance,
  Target,
  Unit,
  Voice,
} from '../../analysis/article/index.js';

/** A made-up target with one dimension. */
export const TARGET: Target = {
  slug: 'ferry-line',
  name: 'the Northport ferry line',
  description: 'A ferry line of our own invention.',
  aliases: ['Northport ferry line', 'the ferry'],
  shortForms: ['the line'],
  activities: ['sailings'],
  lookalikes: [],
  proponents: ['Mara Lind'],
  critics: ['Tor Vik'],
  opponents: [],
  dimensions: [
    { slug: 'punctuality', name: 'Punctuality', definition: 'Whether it sails on time.', terms: ['late'] },
  ],
};

const TITLE = '🚢 Ferry wins praise';
const PARAGRAPHS = [
  '🚢 The ferry is “a triumph”, Mara Lind said on Monday.',
  'It has carried 40,000 people since May.',
  'But Tor Vik said it is always late, though he called it handsome.',
  'The weather was fine.',
];
const TEXT = PARAGRAPHS.join('\n');

const LIND = { id: 'mara-lind', name: 'Mara Lind', kind: 'named' as const };
const VIK = { id: 'tor-vik', name: 'Tor Vik', kind: 'named' as const };

/** The span of words in a text as offsets. */
function at(words: string, text: string = TEXT): { start: number; end: number } {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

function evidence(words: string, weight: number, voice: string, more: Partial<Evidence> = {}): Evidence {
  const direction = weight > 0 ? 'supportive' : 'skeptical';
  const reason = `“${words}” is ${weight > 0 ? 'praise' : 'blame'} of the ferry.`;
  return { ...at(words), direction, weight, voice, dimension: null, modifiers: [], reason, ...more };
}

function stance(
  label: Label,
  score: number | null,
  confidence: number,
  weights: readonly number[] = [],
): Stance {
  if (score === null) return { label, score, confidence, logit: null, remainder: null };
  const remainder = 0.1;
  return {
    label,
    score,
    confidence,
    logit: weights.reduce((sum, weight) => sum + weight, remainder),
    remainder,
  };
}

function voice(
  who: { id: string; name: string; kind: Voice['kind'] },
  label: Label,
  score: number | null,
): Voice {
  return { ...who, label, score };
}

const AUTHOR = { id: 'author', name: 'Author', kind: 'author' as const };

function unit(ordinal: number, more: Partial<Unit> & Pick<Unit, 'stance' | 'voices'>): Unit {
  const text = PARAGRAPHS[ordinal - 1] ?? '';
  const evidenceHere = more.evidence ?? [];
  return {
    ordinal,
    role: 'body',
    ...at(text),
    text,
    basis: 'mentioned',
    authorStance: stance('neutral', 0, 0.9),
    dimensions: [],
    evidence: evidenceHere,
    ...more,
  };
}

const ATTRIBUTIONS: readonly ResultAttribution[] = [
  {
    id: 'a1',
    parent: null,
    source: [[at('Mara Lind').start, at('Mara Lind').end]],
    cue: [[at('said on').start, at('said on').start + 4]],
    content: [[at('a triumph').start, at('a triumph').end]],
    speaker: LIND,
    kind: 'direct',
    cueKind: 'speech',
  },
  {
    id: 'a2',
    parent: null,
    source: [[at('Tor Vik').start, at('Tor Vik').end]],
    cue: [[at('said it').start, at('said it').start + 4]],
    content: [[at('it is always late').start, at('it is always late').end]],
    speaker: VIK,
    kind: 'indirect',
    cueKind: 'speech',
  },
];

/** A result as the scorer would make it, small enough to know by heart. */
export const RESULT: Result = {
  id: 'ferry.txt#0',
  articleId: 'article-1',
  textHash: 'text-1',
  source: { file: 'ferry.txt', index: 0 },
  title: TITLE,
  titleBasis: 'stated',
  outlet: 'Northport Post',
  outletBasis: 'inferred',
  published: '2024-05-06',
  publishedBasis: 'stated',
  publishedCandidates: ['2024-05-06'],
  dateline: { place: 'Northport', date: 'May 6', agency: null },
  byline: '=Ann Berg',
  language: 'en',
  url: 'https://post.example/ferry',
  keywords: ['ferry; boats', 'harbor'],
  text: TEXT,
  dropped: [{ text: 'Listen live', reason: 'listen-live line' }],
  target: { slug: TARGET.slug, name: TARGET.name },
  headline: {
    ordinal: 0,
    role: 'headline',
    start: 0,
    end: TITLE.length,
    text: TITLE,
    basis: 'mentioned',
    stance: stance('supportive', 0.7, 0.8, [1.5]),
    authorStance: stance('supportive', 0.7, 0.8),
    voices: [voice(AUTHOR, 'supportive', 0.7)],
    dimensions: [],
    evidence: [{ ...evidence('triumph', 1.5, 'author'), ...at('wins praise', TITLE) }],
  },
  paragraphs: [
    unit(1, {
      role: 'deck',
      stance: stance('supportive', 0.8, 0.9, [2]),
      voices: [voice(AUTHOR, 'neutral', 0), voice(LIND, 'supportive', 0.8)],
      evidence: [evidence('triumph', 2, LIND.id)],
    }),
    unit(2, { basis: 'anaphoric', stance: stance('neutral', 0, 0.7), voices: [voice(AUTHOR, 'neutral', 0)] }),
    unit(3, {
      stance: stance('mixed', -0.2, 0.6, [-1.25, 0.75]),
      voices: [voice(AUTHOR, 'neutral', 0), voice(VIK, 'mixed', -0.2)],
      dimensions: ['punctuality'],
      evidence: [
        evidence('always late', -1.25, VIK.id, { dimension: 'punctuality', modifiers: ['intensified'] }),
        evidence('handsome', 0.75, VIK.id, { modifiers: ['conceded'] }),
      ],
    }),
    unit(4, {
      basis: 'none',
      stance: stance('unrelated', null, 0.95),
      authorStance: stance('unrelated', null, 0.95),
      voices: [],
    }),
  ],
  attributions: ATTRIBUTIONS,
  stance: {
    label: 'mixed',
    score: 0.2,
    confidence: 0.7,
    author: { label: 'neutral', score: 0 },
    quoted: { label: 'mixed', score: 0.3 },
    related: 3,
    unrelated: 1,
    shares: { supportive: 1 / 3, skeptical: 0, mixed: 1 / 3, neutral: 1 / 3 },
    interval: [-0.4, 0.7],
  },
  provenance: {
    version: '0.1.0',
    models: { tagger: '1.0' },
    lexicons: 'lex',
    settings: 'set',
    corrections: null,
  },
  notScored: null,
};
