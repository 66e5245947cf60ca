import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { readArticle, unitTexts } from './read.js';

const TEXT = 'Hélène Müller said that the “pact” – a café idea – had cost 5 € and a friendship.';
const CYRILLIC =
  'Министры договорились о совместной миссии, сообщил представитель правительства в среду вечером.';

describe('encodings', () => {
  it.each([
    ['UTF-8', iconv.encode(TEXT, 'utf-8')],
    ['UTF-8 with mark', iconv.encode(TEXT, 'utf-8', { addBOM: true })],
    ['UTF-16LE with mark', iconv.encode(TEXT, 'utf-16le', { addBOM: true })],
    ['UTF-16BE with mark', iconv.encode(TEXT, 'utf-16be', { addBOM: true })],
    ['UTF-16LE without mark', iconv.encode(TEXT, 'utf-16le')],
    ['UTF-16BE without mark', iconv.encode(TEXT, 'utf-16be')],
    ['windows-1252', iconv.encode(TEXT, 'windows-1252')],
  ])('reads %s', async (_name, bytes) => {
    expect(unitTexts(await readArticle(bytes))).toEqual([TEXT]);
  });

  it.each(['windows-1251', 'koi8-r'])('tells %s by its letters', async (encoding) => {
    const text = `${CYRILLIC} ${CYRILLIC}`;
    expect(unitTexts(await readArticle(iconv.encode(text, encoding)))).toEqual([text]);
  });

  it('believes the encoding that a page declares', async () => {
    const page = `<html><head><meta charset="windows-1254"><title>x</title></head><body><p>İstanbul’da ${TEXT.replace('ü', 'ş')}</p></body></html>`;
    const [text] = unitTexts(await readArticle(iconv.encode(page, 'windows-1254'), 'page.html'));
    expect(text).toContain('İstanbul’da Hélène Mşller');
  });

  it('does not believe a declaration that the bytes belie', async () => {
    const page = `<html><head><meta charset="iso-8859-1"></head><body><p>${TEXT}</p></body></html>`;
    expect(unitTexts(await readArticle(iconv.encode(page, 'utf-8'), 'page.html'))).toEqual([TEXT]);
  });
});
