import type { CalibrationBin } from '../../analysis/evaluate/index.js';

const WIDTH = 560;
const HEIGHT = 520;
const LEFT = 74;
const RIGHT = 34;
const TOP = 64;
const BOTTOM = 62;
const SIDE_X = WIDTH - LEFT - RIGHT;
const SIDE_Y = HEIGHT - TOP - BOTTOM;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1];
/** Space between two bars. */
const GAP = 4;
/** A card of its own, so that the drawing reads the same on light and dark pages. */
const PAPER = '#fffdf8';
const INK = '#22262b';
const SOFT = '#5b636d';
const LINE = '#d5d9de';
const BAR = '#2f6f9f';
/** Clear of the top of a bar, where a count stands. */
const COUNT_OFFSET = 7;

const x = (share: number) => round(LEFT + share * SIDE_X);
const y = (share: number) => round(TOP + (1 - share) * SIDE_Y);

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/**
 * Reliability diagram: for each bin of confidence a bar as high as the share that was right, with how
 * many it holds above it and a dot at the mean confidence. Bars that reach the diagonal are calibrated.
 */
export function reliabilitySvg(bins: readonly CalibrationBin[]): string {
  const filled = bins.filter(({ count }) => count > 0);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="14">`,
    '<title id="title">Reliability diagram: stated confidence and share that was right</title>',
    `<desc id="desc">${filled.map(inWords).join(' ')}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" rx="10" fill="${PAPER}"/>`,
    text(
      LEFT,
      28,
      'How often a label was right, by its confidence',
      `fill="${INK}" font-size="17" font-weight="600"`,
    ),
    text(LEFT, 49, 'Number above a bar: paragraphs. Dot: what calibration asks for.', `fill="${SOFT}"`),
    ...TICKS.flatMap(gridAt),
    ...filled.map(bar),
    `<line x1="${x(0)}" y1="${y(0)}" x2="${x(1)}" y2="${y(1)}" stroke="${INK}" stroke-width="1.5" stroke-dasharray="6 5"/>`,
    ...filled.map(dot),
    ...filled.map(count),
    text(LEFT + SIDE_X / 2, HEIGHT - 16, 'Confidence of the label', `fill="${INK}" text-anchor="middle"`),
    `<text transform="translate(22 ${TOP + SIDE_Y / 2}) rotate(-90)" fill="${INK}" text-anchor="middle">Share that was right</text>`,
    '</svg>',
    '',
  ].join('\n');
}

function inWords({ from, to, count: held, accuracy }: CalibrationBin): string {
  return `${percent(from)} to ${percent(to)}: ${held} paragraphs, ${percent(accuracy)} right.`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}

function gridAt(share: number): string[] {
  return [
    `<line x1="${x(0)}" y1="${y(share)}" x2="${x(1)}" y2="${y(share)}" stroke="${LINE}"/>`,
    text(LEFT - 10, y(share) + 5, percent(share), `fill="${SOFT}" text-anchor="end"`),
    text(x(share), TOP + SIDE_Y + 22, percent(share), `fill="${SOFT}" text-anchor="middle"`),
  ];
}

function bar({ from, to, accuracy }: CalibrationBin): string {
  const width = round(x(to) - x(from) - GAP);
  const height = round(y(0) - y(accuracy));
  return `<rect x="${round(x(from) + GAP / 2)}" y="${y(accuracy)}" width="${width}" height="${height}" fill="${BAR}" fill-opacity="0.75"/>`;
}

function dot({ confidence, from, to }: CalibrationBin): string {
  return `<circle cx="${round((x(from) + x(to)) / 2)}" cy="${y(confidence)}" r="4" fill="${PAPER}" stroke="${INK}" stroke-width="1.5"/>`;
}

/** Above the bar and its dot, on paper, so that neither line nor bar runs through it. */
function count({ from, to, accuracy, confidence, count: held }: CalibrationBin): string {
  const top = y(Math.max(accuracy, confidence)) - COUNT_OFFSET;
  const halo = `stroke="${PAPER}" stroke-width="4" paint-order="stroke"`;
  return text(
    round((x(from) + x(to)) / 2),
    round(top),
    String(held),
    `fill="${INK}" text-anchor="middle" ${halo}`,
  );
}

function text(left: number, top: number, words: string, attributes: string): string {
  return `<text x="${left}" y="${top}" ${attributes}>${words}</text>`;
}
