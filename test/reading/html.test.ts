import { describe, expect, it } from '@jest/globals';
import { readArticle, unitTexts } from './read.js';

const PARAGRAPHS = [
  'The river pact held for another year, its members said on Monday at a meeting in Delft that ran late.',
  'Skippers, who had doubted it from the start, admitted that the locks were faster than before.',
  'A tenth state may join in spring, although two members have yet to pay what they promised in 2013.',
];

function page(head: string, around: (article: string) => string): string {
  const article = `<article>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')}</article>`;
  return `<!doctype html><html lang="en"><head>${head}</head><body>${around(article)}</body></html>`;
}

const plain = (head: string) =>
  readArticle(
    page(head, (article) => article),
    'page.html',
  );

describe('pages', () => {
  it('take the title from data, OpenGraph or title element, without the site', async () => {
    const data = JSON.stringify({
      '@graph': [
        {
          '@type': ['NewsArticle'],
          headline: 'Pact &amp; Peace',
          author: [{ name: 'Ann Lee' }, { name: 'Bo Ek' }],
          datePublished: '2015-03-04T23:30:00-08:00',
          publisher: { name: 'River Herald' },
          keywords: 'a, b',
        },
      ],
    });
    expect(
      await plain(`<script type="application/ld+json">${data}</script><title>Other | River Herald</title>`),
    ).toMatchObject({
      title: 'Pact & Peace',
      byline: 'Ann Lee and Bo Ek',
      published: '2015-03-04',
      publishedBasis: 'stated',
      outlet: 'River Herald',
      outletBasis: 'stated',
      keywords: ['a', 'b'],
    });
    expect(
      (
        await plain(
          '<meta property="og:site_name" content="River Herald"><title>Pact holds in Delft - River Herald</title>',
        )
      ).title,
    ).toBe('Pact holds in Delft');
    expect(
      (await plain('<title>River Herald: Pact holds in Delft | World news | River Herald</title>')).title,
    ).toContain('Pact holds in Delft');
  });

  it('survive damaged data', async () => {
    expect(
      (
        await plain(
          '<script type="application/ld+json">{"@type": "NewsArticle", </script><meta property="og:title" content="Pact holds">',
        )
      ).title,
    ).toBe('Pact holds');
  });

  it('keep only addresses of the web', async () => {
    expect((await plain('<link rel="canonical" href="javascript:alert(1)">')).url).toBeNull();
    expect((await plain('<link rel="canonical" href="https://a.example/x">')).url).toBe(
      'https://a.example/x',
    );
  });

  it('never run what they hold', async () => {
    const state = globalThis as { ran?: boolean };
    const article = await readArticle(
      page(
        '<script>globalThis.ran = true; document.title = "Wrong"</script>',
        (text) =>
          `<img src="x" onerror="globalThis.ran = true">${text}<svg onload="globalThis.ran=true"></svg>`,
      ),
      'page.html',
    );
    expect(state.ran).toBeUndefined();
    expect(unitTexts(article)).toEqual(PARAGRAPHS);
    expect(article.dropped).toEqual([]);
  });

  it('report what lies outside the content, and count what would bury it', async () => {
    const links = Array.from(
      { length: 500 },
      (_, at) => `<li><a href="/${at}">Section number ${at}</a></li>`,
    ).join('');
    const article = await readArticle(
      page('', (text) => `<nav><ul>${links}</ul></nav>${text}<footer>© 2015 River Herald</footer>`),
      'page.html',
    );
    expect(unitTexts(article)).toEqual(PARAGRAPHS);
    expect(article.dropped.length).toBeLessThan(100);
    expect(article.dropped.at(-1)?.text).toMatch(/^and \d+ more$/u);
    expect(article.dropped[0]).toMatchObject({ text: 'Section number 0', position: 1 });
  });

  it('drop captions and boxes with their reasons', async () => {
    const article = await readArticle(
      page('', (text) =>
        text.replace(
          '</p>',
          '</p><figure><img src="x"><figcaption>Barges wait at the lock in Delft.</figcaption></figure><aside class="related"><h3>Related</h3><a href="/x">Lock keepers strike again</a></aside>',
        ),
      ),
      'page.html',
    );
    expect(unitTexts(article)).toEqual(PARAGRAPHS);
    expect(article.dropped.find(({ text }) => text.startsWith('Barges'))?.reason).toBe('picture caption');
    expect(article.dropped.find(({ text }) => text.startsWith('Lock keepers'))?.position).toBe(2);
  });

  it('are read when cut off in the middle of a tag', async () => {
    const whole = page('<title>Pact holds</title>', (article) => article);
    const cut = whole.slice(0, whole.indexOf(PARAGRAPHS[2] ?? '') + 40);
    const texts = unitTexts(await readArticle(cut, 'page.html'));
    expect(texts.slice(0, 2)).toEqual(PARAGRAPHS.slice(0, 2));
    expect(texts).toHaveLength(3);
  });

  it('without any article element give their paragraphs', async () => {
    const content = PARAGRAPHS.map((text) => `${text}<br><br>`).join('\n');
    expect(unitTexts(await readArticle(content, 'fragment.html'))).toEqual(PARAGRAPHS);
  });

  it('are known under the name of a text file', async () => {
    expect(
      unitTexts(
        await readArticle(
          page('', (article) => article),
          'saved.txt',
        ),
      ),
    ).toEqual(PARAGRAPHS);
  });
});
