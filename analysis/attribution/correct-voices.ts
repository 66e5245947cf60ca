import {
  type Annotated,
  type Attribution,
  type CorrectedVoice,
  contains,
  type Layers,
  mergeSpans,
  type PlacedVoice,
  type Span,
  type Speaker,
  type TextUnit,
  trimSpan,
} from '../article/index.js';

const AUTHOR = 'author';

/** Ids under which words are listed whose source the text leaves open. */
const NOBODY: readonly string[] = ['unnamed-source', 'unidentified'];

/**
 * The annotated article with other voices in some of its units, all seen from what the machine found:
 * statements of `from` get the speaker `to`; from the author to somebody adds a statement over what
 * the author says there; from somebody to the author takes the statement away.
 */
export function correctVoices(annotated: Annotated, voices: readonly PlacedVoice[]): Annotated {
  if (voices.length === 0) return annotated;
  const cast = new Map(annotated.speakers.map((speaker) => [speaker.id, speaker]));
  for (const { to } of voices) if ('name' in to && !cast.has(to.id)) cast.set(to.id, newSpeaker(to));
  const { headline, body } = annotated;
  return {
    ...annotated,
    body: correctLayers(body, voices, cast),
    headline: headline && correctLayers(headline, voices, cast),
    speakers: [...cast.values()],
    correctedVoices: voices,
  };
}

function newSpeaker({ id, name, kind }: Extract<CorrectedVoice, { name: string }>): Speaker {
  return { id, name, kind, variants: [], role: null };
}

type Cast = ReadonlyMap<string, Speaker>;

/** A correction with the unit that it is about. */
interface Change {
  readonly unit: TextUnit;
  readonly from: string;
  /** Null for the author. */
  readonly speaker: Speaker | null;
}

function correctLayers(layers: Layers, voices: readonly PlacedVoice[], cast: Cast): Layers {
  const changes = voices.flatMap(({ ordinal, from, to }): Change[] => {
    const unit = layers.units.find((candidate) => candidate.ordinal === ordinal);
    return unit ? [{ unit, from, speaker: cast.get(to.id) ?? null }] : [];
  });
  if (changes.length === 0) return layers;
  const parts = new Map(layers.attributions.map((one) => [one.id, changed(one, changes)]));
  const kept = layers.attributions.flatMap((one) => withParents(one, parts, layers.attributions));
  const added = changes.flatMap((change) => statementOf(layers, change));
  return { ...layers, attributions: inPlace(kept, added) };
}

/** A statement with the parts of it that change hands; none where all of it is the author's. */
function changed(attribution: Attribution, changes: readonly Change[]): Attribution[] {
  const own = changes.filter(({ unit, from }) => says(attribution, from) && isIn(attribution.content, unit));
  if (own.length === 0) return [attribution];
  const elsewhere = (spans: readonly Span[]): Span[] =>
    without(
      spans,
      own.map(({ unit }) => unit),
    );
  const rest = elsewhere(attribution.content);
  const isWhole = own.length === 1 && rest.length === 0;
  const moved = own.flatMap(({ unit, speaker }): Attribution[] => {
    if (!speaker) return [];
    if (isWhole) return [{ ...attribution, speaker }];
    return [
      {
        ...attribution,
        id: `${attribution.id}-${unit.ordinal}`,
        speaker,
        source: within(attribution.source, unit),
        cue: within(attribution.cue, unit),
        content: within(attribution.content, unit),
      },
    ];
  });
  if (rest.length === 0) return moved;
  const { source, cue } = attribution;
  return [{ ...attribution, source: elsewhere(source), cue: elsewhere(cue), content: rest }, ...moved];
}

function says({ speaker }: Attribution, voice: string): boolean {
  return speaker ? speaker.id === voice : NOBODY.includes(voice);
}

function isIn(spans: readonly Span[], unit: Span): boolean {
  return within(spans, unit).length > 0;
}

function within(spans: readonly Span[], unit: Span): Span[] {
  return spans
    .map(({ start, end }) => ({ start: Math.max(start, unit.start), end: Math.min(end, unit.end) }))
    .filter(({ start, end }) => start < end);
}

/** The parts of spans that no hole covers. */
function without(spans: readonly Span[], holes: readonly Span[]): Span[] {
  return holes.reduce<Span[]>(
    (parts, hole) =>
      parts.flatMap((part) =>
        [
          { start: part.start, end: Math.min(part.end, hole.start) },
          { start: Math.max(part.start, hole.end), end: part.end },
        ].filter(({ start, end }) => start < end),
      ),
    [...spans],
  );
}

/** The parts of a statement, each under the nearest statement around it that is still there. */
function withParents(
  attribution: Attribution,
  parts: ReadonlyMap<string, readonly Attribution[]>,
  all: readonly Attribution[],
): Attribution[] {
  const parentOf = (part: Attribution): string | null => {
    let { parent } = attribution;
    while (parent !== null) {
      const around = parts.get(parent)?.find((candidate) => encloses(candidate, part));
      if (around) return around.id;
      const id: string = parent;
      parent = all.find((one) => one.id === id)?.parent ?? null;
    }
    return null;
  };
  return (parts.get(attribution.id) ?? []).map((part) => ({ ...part, parent: parentOf(part) }));
}

function encloses(outer: Attribution, inner: Attribution): boolean {
  const parts = [...inner.cue, ...inner.source, ...inner.content];
  return parts.every((span) => outer.content.some((around) => contains(around, span)));
}

/** What the machine had the author say in the unit, as a statement of somebody else. */
function statementOf({ text, attributions }: Layers, { unit, from, speaker }: Change): Attribution[] {
  if (from !== AUTHOR || !speaker) return [];
  const others = attributions.filter((one) => one.speaker !== null || one.kind !== 'indirect');
  const spoken = mergeSpans(others.flatMap((one) => within(one.content, unit)));
  const content = without([unit], spoken)
    .map((span) => trimSpan(text, withoutStop(text, span)))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
  if (content.length === 0) return [];
  return [
    {
      id: `by-hand-${unit.ordinal}`,
      parent: null,
      source: [],
      cue: [],
      content,
      speaker,
      kind: 'indirect',
      cueKind: 'speech',
    },
  ];
}

/** A stretch without what ends the words before it (". Analysts praised"). */
function withoutStop(text: string, { start, end }: Span): Span {
  const stop = /^[\s.,;:!?]*/u.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + stop, end };
}

/** Statements added where they stand in the text; the others keep their order. */
function inPlace(kept: readonly Attribution[], added: readonly Attribution[]): Attribution[] {
  const list = [...kept];
  for (const one of added) {
    const at = list.findIndex((other) => startOf(other) > startOf(one));
    list.splice(at < 0 ? list.length : at, 0, one);
  }
  return list;
}

function startOf({ cue, content }: Attribution): number {
  return (cue[0] ?? content[0])?.start ?? 0;
}
