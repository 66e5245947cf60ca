import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../analysis/resources/index.js';
import { DOCUMENTS, renderMarkdown } from '../../server/documents.js';
import { pictures } from '../../server/pictures.js';

describe('renderMarkdown', () => {
  it('shows HTML as text', () => {
    const { html } = renderMarkdown('A <script>alert(1)</script> word.', 'docs/a.md');
    expect(html).not.toContain('<script>');
  });

  it('gives every heading an id of its own and lists the second level', () => {
    const { html, headings } = renderMarkdown('# Top\n\n## What is coded\n\n## What is coded\n', 'docs/a.md');
    expect(headings).toEqual([
      { id: 'what-is-coded', text: 'What is coded' },
      { id: 'what-is-coded-1', text: 'What is coded' },
    ]);
    expect(html).toContain('<h1 id="top">');
  });

  it('leads from document to document, and nowhere else', () => {
    const source = '[a](codebook.md#who-speaks) [b](../README.md) [c](https://news.example/) [d](#here)';
    const { html } = renderMarkdown(source, 'docs/method.md');
    expect(html).toContain('href="/codebook#who-speaks"');
    expect(html).toContain('href="https://news.example/"');
    expect(html).toContain('href="#here"');
    expect(html).not.toContain('README');
    expect(html).toMatch(/<\/a> b <a/);
  });

  it('lets a wide table scroll by itself, also by keyboard', () => {
    const { html } = renderMarkdown('| a |\n|---|\n| b |\n', 'docs/a.md');
    expect(html).toContain('tabindex="0" role="region" aria-label="Table 1"><table>');
  });

  it('sets columns of figures to the right without an inline style, which the policy would block', () => {
    const { html } = renderMarkdown('| a | b | c |\n|---|--:|:-:|\n| d | 1 | e |\n', 'docs/a.md');
    expect(html).not.toContain('style=');
    expect(html.match(/<t[hd]\b[^>]*>/g)).toEqual([
      '<th>',
      '<th class="number">',
      '<th>',
      '<td>',
      '<td class="number">',
      '<td>',
    ]);
  });

  it('lets long lines of code scroll by themselves, also by keyboard', () => {
    const { html } = renderMarkdown('```r\nx <- 1\n```\n', 'docs/a.md');
    expect(html).toContain('<pre tabindex="0"><code class="language-r">x &lt;- 1');
  });
});

describe('DOCUMENTS', () => {
  it.each(Object.values(DOCUMENTS))('$file is there', ({ file }) => {
    expect(existsSync(join(packageRoot(), file))).toBe(true);
  });
});

describe('pictures', () => {
  it('are shown from their own address, with their size', () => {
    const { html } = renderMarkdown('![A report](images/report.png)', 'docs/guide.md');
    const { width, height } = pictures().get('report.png') ?? { width: 0, height: 0 };
    expect(width).toBeGreaterThan(100);
    expect(html).toContain(`src="/guide/images/report.png"`);
    expect(html).toContain(`width="${width}" height="${height}" loading="lazy"`);
  });

  it('of another folder stay what they are', () => {
    const { html } = renderMarkdown('![A](../images/report.png)', 'docs/guide.md');
    expect(html).toContain('src="../images/report.png"');
  });
});
