import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { LEVELS } from '../../analysis/report/index.js';
import { resultKeys, resultSchema } from '../report/contract.js';
import { HARBOR, TWO_SIDES, WITH_OWN_TARGET } from './articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from './library-server.js';

jest.setTimeout(IMPORT_TIMEOUT);

let server: LibraryServer;
/** Addresses of the articles, by file name. */
const at: Record<string, string> = {};

beforeAll(async () => {
  server = await startLibrary();
  const outcome = await server.importFiles({
    'two-sides.txt': TWO_SIDES,
    'harbor.md': HARBOR,
    'own.jsonl': WITH_OWN_TARGET,
    'german.txt': GERMAN,
  });
  for (const { file, articles } of outcome.files) at[file] = articles[0]?.url ?? '';
});

afterAll(() => server.close());

const GERMAN = `Die Koalition hat in dieser Woche erneut Angriffe auf Stellungen der Miliz geflogen, wie ein Sprecher mitteilte. Die Regierung in Bagdad begrüßte die Angriffe und bat um weitere Hilfe für die Menschen im Norden des Landes. Kritiker sagten dagegen, dass die Angriffe nichts bewirken und viele Menschen in die Flucht treiben würden.`;

async function json(path: string) {
  return JSON.parse((await server.get(path)).text);
}

async function csv(path: string): Promise<Record<string, string>[]> {
  return parse((await server.get(path)).text, { columns: true, bom: true });
}

describe('/articles/:id.json', () => {
  it('is a result as the contract has it, and nothing else', async () => {
    const result = await json(`${at['two-sides.txt']}.json`);
    expect(() => resultSchema.parse(result)).not.toThrow();
    expect(Object.keys(result)).toEqual(resultKeys());
    expect(result.titleBasis).toBe('missing');
    expect(result.dropped.length).toBeGreaterThan(0);
  });

  it('scores towards another target on demand, once', async () => {
    const path = `${at['two-sides.txt']}.json?target=nato`;
    const first = await json(path);
    expect(first.target.slug).toBe('nato');
    expect(await json(path)).toEqual(first);
  });

  it('names the targets there are where one is unknown', async () => {
    for (const target of ['nonsense', '../../etc/passwd', 'corpus/targets/nato.yaml']) {
      const path = `${at['two-sides.txt']}.json?${new URLSearchParams({ target })}`;
      const { status, text } = await server.get(path);
      expect(status).toBe(404);
      expect(JSON.parse(text).error.code).toBe('unknown-target');
      expect(JSON.parse(text).error.hint).toContain('coalition');
    }
  });

  it('shows the target that the article brought along', async () => {
    const result = await json(`${at['own.jsonl']}.json`);
    expect(result.target.name).toBe('the new bridge');
    const page = await server.get(at['own.jsonl'] ?? '');
    expect(page.text).toContain('the new bridge');
  });

  it('answers 404 with the next step for an article and a run that are not there', async () => {
    const article = await server.get('/articles/none.json');
    const run = await server.get(`${at['two-sides.txt']}.json?run=none`);
    expect([article.status, run.status]).toEqual([404, 404]);
    expect(JSON.parse(article.text).error).toMatchObject({ code: 'unknown-article' });
    expect(JSON.parse(run.text).error).toMatchObject({ code: 'unknown-run' });
  });
});

describe('the same text in two outlets', () => {
  const wire = (id: string, outlet: string) =>
    JSON.stringify({ id, outlet, title: 'Ministers meet', text: 'The coalition has failed, he said.' });

  it('stays two articles, and each says so', async () => {
    const { files } = await server.importFiles({
      'wire.jsonl': `${wire('a', 'The Quay Gazette')}\n${wire('b', 'Harbor Times')}\n`,
    });
    const [first, second] = files[0]?.articles ?? [];
    expect(first?.id).not.toBe(second?.id);
    const [one, other] = [await json(`${first?.url}.json`), await json(`${second?.url}.json`)];
    expect(one.textHash).toBe(other.textHash);
    const { text } = await server.get(first?.url ?? '');
    expect(text).toContain('Same text.');
    expect(text).toContain(second?.url);
    expect(text).toContain('Harbor Times');
  });
});

describe('/articles/:id.csv', () => {
  it.each(LEVELS)('has the rows of level %s, with article, target and run', async (level) => {
    const path = `${at['two-sides.txt']}.csv?level=${level}`;
    const rows = await csv(path);
    const { articleId } = await json(`${at['two-sides.txt']}.json`);
    expect(rows.length).toBeGreaterThan(0);
    expect(
      rows.every((row) => row.article_id === articleId && row.target === 'coalition' && row.run_id),
    ).toBe(true);
    const answer = await server.get(path);
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toContain(`${articleId}-${level}.csv`);
  });

  it('carries the paragraphs of the result', async () => {
    const rows = await csv(`${at['two-sides.txt']}.csv?level=paragraphs`);
    const { paragraphs } = await json(`${at['two-sides.txt']}.json`);
    expect(rows.map(({ text }) => text)).toEqual(paragraphs.map(({ text }: { text: string }) => text));
    expect(rows.map(({ label }) => label)).toEqual(
      paragraphs.map(({ stance }: { stance: { label: string } }) => stance.label),
    );
  });

  it('is given its mark for Excel only where asked', async () => {
    const raw = await fetch(`${server.url}${at['two-sides.txt']}.csv`);
    const excel = await fetch(`${server.url}${at['two-sides.txt']}.csv?for=excel`);
    const begins = async (response: Response) => [
      ...new Uint8Array(await response.arrayBuffer()).slice(0, 3),
    ];
    expect(await begins(raw)).not.toEqual([0xef, 0xbb, 0xbf]);
    expect(await begins(excel)).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('names what is allowed where a level is not', async () => {
    const { status, text } = await server.get(`${at['two-sides.txt']}.csv?level=words`, {});
    expect(status).toBe(400);
    expect(JSON.parse(text).error.message).toContain('level');
  });
});

describe('/articles/:id', () => {
  it('stands both sides next to each other, each cue linked to its reason', async () => {
    const { text } = await server.get(at['two-sides.txt'] ?? '');
    for (const side of ['supportive', 'neutral', 'skeptical']) expect(text).toContain(`id="column-${side}"`);
    const targets = [...text.matchAll(/class="evidence \w+" href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(0);
    for (const id of targets) expect(text).toContain(`id="${id}"`);
  });

  it('has every id once', async () => {
    const { text } = await server.get(at['two-sides.txt'] ?? '');
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says that a title is missing, where a date comes from, and what was left out', async () => {
    const { text } = await server.get(at['two-sides.txt'] ?? '');
    expect(text).toContain('Untitled article');
    expect(text).toContain('inferred from');
    expect(text).toContain('Listen Live');
  });

  it('says plainly that an article is not about the target', async () => {
    const { text } = await server.get(at['harbor.md'] ?? '');
    expect(text).toContain('Not about this target.');
    expect(text).toContain('Choose another target');
  });

  it('says why an article in another language was not scored', async () => {
    const { notScored } = await json(`${at['german.txt']}.json`);
    const { text } = await server.get(at['german.txt'] ?? '');
    expect(notScored).toContain('only English');
    expect(text).toContain('Not scored.');
    expect(text).not.toContain('id="viewpoints"');
  });
});

describe('/articles', () => {
  it('lists the articles as page, JSON and CSV, at / too', async () => {
    const { articles, total } = await json('/articles.json');
    expect(total).toBe(articles.length);
    expect(total).toBeGreaterThanOrEqual(4);
    const page = await server.get('/');
    for (const { url } of articles) expect(page.text).toContain(url);
    const rows = await csv('/articles.csv?level=articles');
    expect(rows.map((row) => row.article_id).sort()).toEqual(
      articles
        .filter(({ stance }: { stance: unknown }) => stance !== null)
        .map(({ id }: { id: string }) => id)
        .sort(),
    );
  });

  it('finds words, and says so where nothing fits', async () => {
    const found = await json('/articles.json?q=harbor');
    const page = await server.get('/articles?q=zeppelin');
    expect(found.articles.map(({ url }: { url: string }) => url)).toEqual([at['harbor.md']]);
    expect(page.text).toContain('Nothing fits.');
  });

  it('takes a search for words, never for a pattern', async () => {
    for (const q of ["'; drop table articles; --", '%', '.*', '(((', '\\', '"'.repeat(400)]) {
      expect((await server.get(`/articles.json?${new URLSearchParams({ q })}`)).status).toBe(200);
    }
  });

  it('refuses a day that is none and a damaged cursor', async () => {
    for (const query of ['from=2014-02-30', 'after=nonsense', 'label=happy', 'q=a&q=b']) {
      expect((await server.get(`/articles.json?${query}`)).status).toBe(400);
    }
  });
});

describe('labels to check by hand', () => {
  it('are listed on the page exactly where the table marks them', async () => {
    const path = at['two-sides.txt'];
    const rows = await csv(`${path}.csv?level=paragraphs`);
    const unsure = rows.filter(({ label, confidence }) => label !== 'unrelated' && Number(confidence) < 0.5);
    expect(rows.filter(({ review }) => review === 'TRUE')).toEqual(unsure);
    const { text } = await server.get(path ?? '');
    expect(text.includes('to check by hand:')).toBe(unsure.length > 0);
  });
});
