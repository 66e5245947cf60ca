import { describe, expect, it } from '@jest/globals';
import type { ResultHead } from '../../../analysis/article/index.js';
import { reportHead } from '../../../server/pages/report-head.js';

const HEAD: ResultHead = {
  id: 'a',
  articleId: 'a',
  textHash: 'h',
  source: { file: 'a.txt', index: 0 },
  title: 'A title',
  titleBasis: 'stated',
  outlet: 'The Quay Gazette',
  outletBasis: 'stated',
  published: '2014-12-03',
  publishedBasis: 'stated',
  publishedCandidates: ['2014-12-03'],
  dateline: null,
  byline: null,
  language: 'en',
  url: null,
  keywords: [],
  text: 'Text.',
  dropped: [],
};

function line(head: Partial<ResultHead>, name: string) {
  return reportHead({ ...HEAD, ...head }).lines.find((candidate) => candidate.name === name);
}

describe('reportHead', () => {
  it('writes a stated date in words, with nothing to explain', () => {
    expect(line({}, 'Published')).toMatchObject({ value: '3 December 2014', basis: '' });
  });

  it('says what an inferred date was inferred from, and what else is possible', () => {
    const head: Partial<ResultHead> = {
      publishedBasis: 'inferred',
      publishedCandidates: ['2014-12-03', '2015-12-03', '2020-12-03'],
      dateline: { place: 'Moscow', date: 'December 3', agency: 'Northline' },
    };
    expect(line(head, 'Published')?.basis).toBe(
      'inferred from “December 3” in the dateline; also possible: 3 December 2015 and 3 December 2020',
    );
  });

  it('says what is not known', () => {
    const unknown = { published: null, publishedBasis: 'unknown', publishedCandidates: [] } as const;
    expect(line(unknown, 'Published')).toMatchObject({ value: 'not known', basis: '' });
    expect(line({ outlet: null, outletBasis: 'unknown' }, 'Outlet')?.value).toBe('not known');
  });

  it('says that an outlet was inferred from the agency', () => {
    const head: Partial<ResultHead> = {
      outletBasis: 'inferred',
      dateline: { place: 'Moscow', date: null, agency: 'The Quay Gazette' },
    };
    expect(line(head, 'Outlet')?.basis).toBe('inferred from the agency in the dateline');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'not an address', '//evil.example'])(
    'makes no link of %s',
    (url) => {
      expect(line({ url }, 'Address')).toMatchObject({ value: url, href: null });
    },
  );

  it('makes a link of a web address', () => {
    expect(line({ url: 'https://news.example/a' }, 'Address')?.href).toBe('https://news.example/a');
  });

  it('leaves out what the source does not have', () => {
    expect(reportHead(HEAD).lines.map(({ name }) => name)).toEqual([
      'Outlet',
      'Published',
      'Language',
      'File',
    ]);
  });
});
