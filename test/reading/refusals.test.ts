import { describe, expect, it } from '@jest/globals';
import { MAX_ARTICLE_BYTES } from '../../analysis/reading/index.js';
import { readAll, readArticle, refusalOf, unitTexts } from './read.js';

const encode = (text: string) => new TextEncoder().encode(text);

describe('input that cannot be read', () => {
  it.each([
    ['nothing', ''],
    ['only white space', ' \n\t\r\n '],
  ])('refuses %s', async (_name, content) => {
    const refusal = await refusalOf({ file: 'a.txt', bytes: encode(content) });
    expect(refusal).toMatchObject({ ok: false, file: 'a.txt', index: 0, code: 'empty-file' });
    expect(refusal.hint).not.toBe('');
  });

  it('refuses a page without any text', async () => {
    const refusal = await refusalOf({
      file: 'a.html',
      bytes: encode('<html><body><script>1</script></body></html>'),
    });
    expect(refusal.code).toBe('empty-file');
  });

  it('names the type of binary data under a text name', async () => {
    const png = Uint8Array.from([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
    ]);
    const refusal = await refusalOf({ file: 'photo.txt', bytes: png });
    expect(refusal).toMatchObject({ code: 'binary-content' });
    expect(refusal.reason).toContain('PNG');
  });

  it('refuses binary data of no known type', async () => {
    const bytes = Uint8Array.from({ length: 4_000 }, (_, at) => (at * 7) % 32);
    expect((await refusalOf({ file: 'a.txt', bytes })).code).toBe('binary-content');
  });

  it('refuses by size before it looks at the content', async () => {
    const refusal = await refusalOf({ file: 'big.txt', bytes: new Uint8Array(5 * MAX_ARTICLE_BYTES) });
    expect(refusal).toMatchObject({ code: 'too-large' });
    expect(refusal.reason).toContain('100 MB');
  });

  it('refuses a stated date that is none', async () => {
    const refusal = await refusalOf({
      file: 'a.txt',
      bytes: encode('Text.'),
      hints: { published: '2014-02-30' },
    });
    expect(refusal).toMatchObject({ code: 'bad-date' });
    expect(refusal.reason).toContain('2014-02-30');
  });

  it('goes on after lines of a JSONL file that are at fault', async () => {
    const lines = [
      '{"id":"1","text":"One."}',
      '{broken',
      '',
      '{"id":"3"}',
      '{"id":"4","paragraphs":["Four."]}',
    ];
    const outcomes = await readAll({ file: 'a.jsonl', bytes: encode(lines.join('\n')) });
    expect(
      outcomes.map((outcome) =>
        outcome.ok ? outcome.reading.article.recordId : [outcome.line, outcome.code],
      ),
    ).toEqual(['1', [2, 'bad-json'], [4, 'no-text'], '4']);
    expect(
      outcomes.map((outcome) => (outcome.ok ? outcome.reading.article.source.index : outcome.index)),
    ).toEqual([0, 1, 2, 3]);
  });
});

describe('input that is large or odd', () => {
  it('reads a paragraph of ten thousand lines', async () => {
    const line = 'the coalition met again and its members said once more that they would';
    const article = await readArticle(`${Array.from({ length: 10_000 }, () => line).join('\n')}.`);
    expect(article.units).toHaveLength(1);
    expect(article.text).toHaveLength((line.length + 1) * 10_000);
  });

  it('reads a line of a million characters of any kind', async () => {
    const runs = ['(', ' - ', 'a(', '"', '. ', ', A', '©', '1 of ', '<p', '\u00A0', 'Photo: ', '[Read'];
    for (const run of runs) {
      const content = `A sentence stands here, as it should in any article.\n\n${run.repeat(1_000_000 / run.length)}`;
      expect((await readArticle(content)).units.length).toBeGreaterThan(0);
    }
  });

  it('reads deeply nested markup', async () => {
    const depth = 3_000;
    const content = `<html><body>${'<div>'.repeat(depth)}<p>One whole sentence lies at the bottom of this page.</p>${'</div>'.repeat(depth)}</body></html>`;
    const outcomes = await readAll({ file: 'deep.html', bytes: encode(content) });
    expect(outcomes).toHaveLength(1);
  });

  it('keeps lines without any sentence where no rule knows them', async () => {
    expect(unitTexts(await readArticle('coalition strikes convoy'))).toEqual(['coalition strikes convoy']);
  });
});
