import type * as PlotModule from '@observablehq/plot';

export type Plot = typeof PlotModule;
export type Mark = PlotModule.Markish;
export type PlotOptions = PlotModule.PlotOptions;

/** What is drawn. `title` and `description` say in words what the drawing shows. */
export interface Drawing {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly options: (plot: Plot) => PlotOptions;
}

/** Of a user unit: what is readable when a page shows a chart at its own size. */
const FONT_SIZE = '13';

/**
 * A plot as SVG text. It has no style element, so that a strict content policy lets it through, and
 * draws in `currentColor`, so that it can be read on light and dark. The library is loaded at the
 * first drawing.
 */
export async function drawSvg({ id, title, description, options }: Drawing): Promise<string> {
  const [plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')]);
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = plot.plot({ ...options(plot), document, className: 'plot' });
  for (const style of svg.querySelectorAll('style')) style.remove();
  // Plot names its groups; inside a picture with a title and a description that is noise.
  for (const group of svg.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  const describe = (tag: 'title' | 'desc', text: string) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    element.setAttribute('id', `chart-${id}-${tag}`);
    element.textContent = text;
    return element;
  };
  svg.prepend(describe('title', title), describe('desc', description));
  // An attribute, since a style would not pass the content policy.
  svg.setAttribute('font-size', FONT_SIZE);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `chart-${id}-title`);
  svg.setAttribute('aria-describedby', `chart-${id}-desc`);
  return svg.outerHTML;
}
