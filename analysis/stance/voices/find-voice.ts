import type { Attribution, Layers, Span } from '../../article/index.js';
import { contains, overlaps } from '../../article/index.js';
import { AUTHOR, type SpeakingVoice, voiceOf } from './voice.js';

const maps = new WeakMap<Layers, VoiceMap>();

/** The attributions of a text by place, put together at first use. */
export function voiceMap(text: Layers): VoiceMap {
  let map = maps.get(text);
  if (!map) {
    map = new VoiceMap(text);
    maps.set(text, map);
  }
  return map;
}

/** Attributions of a text, to be asked who says a stretch of it. */
export class VoiceMap {
  readonly #byUnit = new Map<number, Attribution[]>();
  readonly #unitOf: (span: Span) => number;

  constructor(text: Layers) {
    this.#unitOf = (span) => unitAt(text, span.start);
    for (const attribution of text.attributions) {
      for (const unit of new Set(
        [...attribution.content, ...attribution.cue].map((part) => unitAt(text, part.start)),
      )) {
        const known = this.#byUnit.get(unit);
        if (known) known.push(attribution);
        else this.#byUnit.set(unit, [attribution]);
      }
    }
  }

  /** The innermost attribution whose content covers the span, or null where the author speaks. */
  innermost(span: Span): Attribution | null {
    let best: Attribution | null = null;
    for (const attribution of this.#near(span)) {
      if (isNobodys(attribution) || !attribution.content.some((content) => contains(content, span))) continue;
      if (!best || sizeOf(attribution) < sizeOf(best)) best = attribution;
    }
    return best;
  }

  /** Who says the words: the source whose content holds them, else the author. */
  speakerAt(span: Span): SpeakingVoice {
    const attribution = this.innermost(span);
    return attribution ? voiceOf(attribution.speaker) : AUTHOR;
  }

  /** The attribution whose cue the span is part of ("praised"), or null. */
  byCue(span: Span): Attribution | null {
    const named = this.#near(span).filter((attribution) => !isNobodys(attribution));
    return named.find((attribution) => attribution.cue.some((cue) => overlaps(cue, span))) ?? null;
  }

  /** Attributions with content or cue in a unit, in order of the text's list. */
  inUnit(ordinal: number): readonly Attribution[] {
    return this.#byUnit.get(ordinal) ?? [];
  }

  #near(span: Span): readonly Attribution[] {
    return this.inUnit(this.#unitOf(span));
  }
}

/** "Claims that ..." without a holder: whoever reports them answers for them. */
export function isNobodys({ speaker, kind }: Attribution): boolean {
  return speaker === null && kind === 'indirect';
}

function sizeOf(attribution: Attribution): number {
  return attribution.content.reduce((sum, content) => sum + content.end - content.start, 0);
}

/** Ordinal of the unit that holds an offset, or -1. */
export function unitAt({ units }: Layers, offset: number): number {
  let low = 0;
  let high = units.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((units[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const unit = units[low];
  return unit && unit.start <= offset && offset <= unit.end ? unit.ordinal : -1;
}
