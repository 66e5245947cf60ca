import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

type Rgb = readonly [number, number, number];

const SHEET = readFileSync('views/public/css/tokens.css', 'utf8');
const [LIGHT_PART = '', DARK_PART = ''] = SHEET.split('@media screen and (prefers-color-scheme: dark)');

/** The colors of a scheme by name; what the dark one does not say anew is the light one's. */
function colorsIn(part: string): Map<string, Rgb> {
  return new Map(
    [...part.matchAll(/--([a-z-]+): #([0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, rgbOf(hex)]),
  );
}

function rgbOf(hex: string): Rgb {
  const at = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16) / 255;
  return [at(0), at(2), at(4)];
}

const SCHEMES = {
  light: colorsIn(LIGHT_PART),
  dark: new Map([...colorsIn(LIGHT_PART), ...colorsIn(DARK_PART)]),
};

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance (WCAG 2.2). */
function luminance([r, g, b]: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

/** Contrast ratio (WCAG 2.2), from 1 to 21. */
function contrast(a: Rgb, b: Rgb): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

/** How colors look with a color-vision deficiency of full severity (Machado, Oliveira, Fernandes 2009). */
const VISIONS: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Distance in CIELAB (CIE 1976); 2.3 is just noticeable. */
function distance(a: Rgb, b: Rgb, vision: string): number {
  const [one, other] = [labOf(seen(a, vision)), labOf(seen(b, vision))];
  return Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)));
}

/** Linear light as the eye with that vision receives it. */
function seen(color: Rgb, vision: string): number[] {
  const light = color.map(linear);
  return (VISIONS[vision] ?? []).map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, index) => sum + weight * (light[index] ?? 0), 0),
      ),
    ),
  );
}

function labOf([r = 0, g = 0, b = 0]: readonly number[]): number[] {
  const x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505;
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  const z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089;
  const [fx, fy, fz] = [x, y, z].map((t) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)) as [
    number,
    number,
    number,
  ];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

const INKS = [
  'ink',
  'ink-soft',
  'link',
  'supportive',
  'skeptical',
  'mixed',
  'neutral',
  'danger',
  'ok',
  'hand',
];
const GROUNDS = ['paper', 'surface', 'sunken'];

describe.each(Object.entries(SCHEMES))('colors in a %s window', (_scheme, colors) => {
  const color = (name: string): Rgb => {
    const found = colors.get(name);
    if (!found) throw new Error(`no color ${name}`);
    return found;
  };

  it.each(INKS)('%s can be read on every ground (4.5:1)', (ink) => {
    for (const ground of GROUNDS) expect(contrast(color(ink), color(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['supportive', 'skeptical', 'mixed', 'neutral', 'danger', 'ok', 'hand'])(
    'words in %s, and usual words, can be read on its wash (4.5:1)',
    (name) => {
      for (const ink of [name, 'ink']) {
        expect(contrast(color(ink), color(`${name}-wash`))).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('borders of fields and the focus stand out from what is around them (3:1)', () => {
    for (const line of ['rule-strong', 'focus']) {
      for (const ground of GROUNDS) expect(contrast(color(line), color(ground))).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(Object.keys(VISIONS))('supportive and skeptical keep apart with %s vision', (vision) => {
    const apart = distance(color('supportive'), color('skeptical'), vision);
    expect(apart).toBeGreaterThan(30);
  });
});
