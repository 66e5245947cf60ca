import type { Label } from '../article/index.js';
import { formatCount } from './format.js';
import { LABELS, type LabelView } from './labels.js';
import { drawSvg, type Mark, type Plot, type PlotOptions } from './svg.js';
import { oneLine } from './terminal.js';
import type { ReadingUnit, Report } from './viewpoints.js';
import type { VoiceRow } from './voice-rows.js';

/** A drawing for a page: SVG without style of its own; colors come from the classes of labels. */
export interface Chart {
  readonly id: 'scores' | 'shares' | 'voices';
  readonly svg: string;
  readonly caption: string;
}

const WIDTH = 720;
const ROW_HEIGHT = 44;
const BAR_HEIGHT = 26;
const NAME_MARGIN = 170;
/** Characters of a name that fit into its margin. */
const NAME_LENGTH = 24;
/** Voices that get a row of their own; with more, a chart says less than the table below it. */
const MOST_VOICES = 12;
const MOST_TICKS = 24;

/** One voice in one unit. */
interface Point {
  readonly place: string;
  readonly ordinal: number;
  readonly voice: string;
  readonly name: string;
  readonly label: LabelView;
  readonly score: number;
  readonly scoreText: string;
  /** What the machine has, where a person corrected it; else empty. */
  readonly note: string;
}

/** The charts of a report, in the order of the page; none where nothing refers to the target. */
export async function charts(report: Report): Promise<Chart[]> {
  if (report.summary.notScored !== null || report.summary.related === 0) return [];
  return [await scoresChart(report), await sharesChart(report), await voicesChart(report)];
}

/** Score of every voice in every paragraph, one row for each voice. */
async function scoresChart({ reading, voices, summary }: Report): Promise<Chart> {
  const shown = mostHeard(voices);
  const rows = new Map(shown.map(({ voice }) => [voice.id, rowName(voice.name, voice.id)]));
  const points = reading.flatMap((unit) => pointsOf(unit, rows));
  const names = [...rows.values()];
  const svg = await drawSvg({
    id: 'scores',
    title: `Scores toward ${summary.targetName}, paragraph by paragraph and voice by voice`,
    description: points.map(inWords).join(' '),
    options: (plot) => ({
      width: WIDTH,
      height: names.length * ROW_HEIGHT + 70,
      marginBottom: 45,
      marginLeft: NAME_MARGIN,
      marginRight: 30,
      x: paragraphAxis(reading.map(({ ordinal }) => ordinal)),
      y: { domain: [-1, 1], axis: null },
      fy: { domain: names, label: null, padding: 0.1, axis: 'left', tickFormat: displayName },
      marks: [
        plot.ruleY([0], { strokeOpacity: 0.35 }),
        ...LABELS.flatMap((label) => lollipops(plot, label, points)),
      ],
    }),
  });
  const caption = 'Up is supportive, down is skeptical; a line marks 0. One row for each voice.';
  return { id: 'scores', svg, caption };
}

/** Numbers stand below as many paragraphs as have room for them. */
function paragraphAxis(ordinals: readonly number[]): NonNullable<PlotOptions['x']> {
  const step = Math.ceil(ordinals.length / MOST_TICKS);
  const ticks = ordinals.filter((ordinal) => ordinal % step === 0);
  return {
    domain: ordinals,
    type: 'point',
    label: 'paragraph',
    labelOffset: 40,
    tickSize: 0,
    ticks,
    tickFormat: (ordinal: number) => (ordinal === 0 ? 'H' : String(ordinal)),
  };
}

function mostHeard(voices: readonly VoiceRow[]): VoiceRow[] {
  const related = voices.filter(({ related: count }) => count > 0);
  return [...related].sort((a, b) => b.related - a.related || b.words - a.words).slice(0, MOST_VOICES);
}

const SEPARATOR = '\u0000';

/** Two voices may share a name; the id after it keeps their rows apart. */
function rowName(name: string, id: string): string {
  return `${oneLine(name, NAME_LENGTH)}${SEPARATOR}${id}`;
}

function displayName(row: string): string {
  return row.split(SEPARATOR)[0] ?? '';
}

function pointsOf(unit: ReadingUnit, rows: ReadonlyMap<string, string>): Point[] {
  return unit.voices.flatMap(({ voice, label, score, scoreText, byHand }) => {
    const row = rows.get(voice.id);
    if (row === undefined || score === null) return [];
    const { place, ordinal } = unit;
    const note = byHand === null ? '' : ` (${byHand.note})`;
    return [{ place, ordinal, voice: row, name: voice.name, label, score, scoreText, note }];
  });
}

function inWords({ place, name, label, scoreText, note }: Point): string {
  return `${place}, ${name}: ${label.name.toLowerCase()} ${scoreText}${note}.`;
}

/** One set of marks for each label: its shape and its class tell it, not its color alone. */
function lollipops(plot: Plot, { label }: LabelView, points: readonly Point[]): Mark[] {
  const own = points.filter((point) => point.label.label === label);
  if (own.length === 0) return [];
  const common = { x: 'ordinal', fy: 'voice', className: label };
  return [
    plot.ruleX(own, { ...common, y1: 0, y2: 'score', stroke: 'currentColor', strokeWidth: 2 }),
    plot.dot(own, { ...common, ...SHAPES[label], y: 'score', fill: 'currentColor', r: 5, title: inWords }),
  ];
}

const SHAPES: Readonly<
  Record<Label, { symbol: 'triangle' | 'square' | 'diamond' | 'circle'; rotate: number }>
> = {
  supportive: { symbol: 'triangle', rotate: 0 },
  skeptical: { symbol: 'triangle', rotate: 180 },
  mixed: { symbol: 'diamond', rotate: 0 },
  neutral: { symbol: 'square', rotate: 0 },
  unrelated: { symbol: 'circle', rotate: 0 },
};

/** One bar of a chart with a name before and words after it. */
interface Bar {
  readonly row: string;
  readonly label: LabelView;
  readonly share: number;
  readonly words: string;
}

/** How many of the related paragraphs carry each label. */
async function sharesChart({ summary }: Report): Promise<Chart> {
  const bars = summary.shares.map(({ label, share, shareText, count }) => ({
    row: label.name,
    label,
    share,
    words: `${label.sign} ${formatCount(count, 'paragraph')}, ${shareText}`,
  }));
  const svg = await drawSvg({
    id: 'shares',
    title: 'Labels of the paragraphs about the target',
    description: bars.map(({ row, words }) => `${row}: ${words}.`).join(' '),
    options: (plot) => barOptions(plot, bars),
  });
  return { id: 'shares', svg, caption: `${summary.relatedText}.` };
}

/** How many of the article's words each voice has, those of one side together. */
async function voicesChart({ voices }: Report): Promise<Chart> {
  const sides = LABELS.map(({ label }) => label);
  const bars = [...voices]
    .sort((a, b) => b.words - a.words)
    .slice(0, MOST_VOICES)
    .sort((a, b) => sides.indexOf(a.label.label) - sides.indexOf(b.label.label) || b.words - a.words)
    .map(({ voice, label, wordShare, wordShareText }) => ({
      row: rowName(voice.name, voice.id),
      label,
      share: wordShare,
      words: `${label.sign} ${wordShareText}, ${label.name.toLowerCase()}`,
    }));
  const svg = await drawSvg({
    id: 'voices',
    title: 'Share of the words by voice',
    description: bars.map(({ row, words }) => `${displayName(row)}: ${words}.`).join(' '),
    options: (plot) => barOptions(plot, bars),
  });
  return {
    id: 'voices',
    svg,
    caption: 'Share of the article’s words in the mouth of each voice, by its stance.',
  };
}

function barOptions(plot: Plot, bars: readonly Bar[]): PlotOptions {
  return {
    width: WIDTH,
    height: bars.length * BAR_HEIGHT + 40,
    marginLeft: NAME_MARGIN,
    marginRight: 150,
    x: { domain: [0, 1], label: null, axis: null },
    y: { domain: bars.map(({ row }) => row), label: null, tickSize: 0, tickFormat: displayName },
    marks: [
      ...LABELS.flatMap(({ label }) => {
        const own = bars.filter((bar) => bar.label.label === label);
        return own.length === 0
          ? []
          : [
              plot.barX(own, {
                x: 'share',
                y: 'row',
                fill: 'currentColor',
                className: label,
                insetTop: 3,
                insetBottom: 3,
              }),
            ];
      }),
      plot.text(bars, { x: 'share', y: 'row', text: 'words', textAnchor: 'start', dx: 6 }),
      plot.ruleX([0]),
    ],
  };
}
