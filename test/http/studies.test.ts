import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { parseHTML } from 'linkedom';
import { LEVELS } from '../../analysis/report/index.js';
import { HARBOR, TWO_SIDES } from './articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from './library-server.js';
import { unzip } from './unzip.js';

jest.setTimeout(IMPORT_TIMEOUT);

const JSON_ACCEPT = { accept: 'application/json' };
const ANN = { accept: 'text/html', cookie: 'coder=Ann' };

let server: LibraryServer;
let ids: string[];

beforeAll(async () => {
  server = await startLibrary();
  const { files } = await server.importFiles({ 'two-sides.txt': TWO_SIDES, 'harbor.md': HARBOR });
  ids = files.flatMap(({ articles }) => articles.map(({ id }) => id));
});

afterAll(() => server.close());

type Fields = Record<string, string | readonly string[]>;

function form(fields: Fields): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, one] as [string, string]),
    ),
  );
}

async function post(path: string, fields: Fields, headers: Record<string, string> = ANN) {
  return await server.post(path, form(fields), headers);
}

async function json(path: string) {
  return JSON.parse((await server.get(path)).text);
}

async function makeStudy(name: string, articles: readonly string[] = ids): Promise<string> {
  const made = JSON.parse((await post('/studies', { name }, JSON_ACCEPT)).text);
  if (articles.length > 0) await post('/articles/add-to-study', { article: articles, into: made.id });
  return made.id;
}

describe('a study', () => {
  it('is made, filled from the library, and opened with its numbers', async () => {
    const { status, headers } = await post('/studies', { name: '  Two winters  ', notes: 'a\r\nb' });
    expect([status, headers.get('location')]).toEqual([303, '/studies/two-winters']);
    await post('/articles/add-to-study', { article: ids, into: 'two-winters' });
    const { text } = await server.get('/studies/two-winters');
    expect(text).toContain('Open its 2 articles');
    expect(await json('/studies/two-winters.json')).toMatchObject({
      name: 'Two winters',
      notes: 'a\nb',
      targets: ['coalition'],
      articles: 2,
      labels: [{ target: 'coalition', scored: 2, whole: { unrelated: 1 } }],
    });
    const rows: Record<string, string>[] = parse((await server.get('/studies/two-winters.csv')).text, {
      columns: true,
    });
    const whole = rows.filter(({ voice }) => voice === 'whole');
    expect(whole.reduce((sum, { articles }) => sum + Number(articles), 0)).toBe(2);
  });

  it('shows its articles toward its first target', async () => {
    const id = await makeStudy('Of NATO');
    const study = await json(`/studies/${id}.json`);
    await post(`/studies/${id}/edit`, {
      name: study.name,
      seen: '1',
      targets: ['coalition', 'nato'],
      first: 'nato',
    });
    expect((await json(`/articles.json?study=${id}`)).target).toBe('nato');
    expect((await json(`/articles.json?study=${id}&target=coalition`)).target).toBe('coalition');
  });

  it('edited in two tabs is never overwritten unasked', async () => {
    const id = await makeStudy('Two tabs', []);
    const edit = (fields: Fields, headers = ANN) =>
      post(
        `/studies/${id}/edit`,
        { name: 'Two tabs', targets: 'coalition', first: 'coalition', seen: '1', ...fields },
        headers,
      );
    expect((await edit({ notes: 'from the first tab' })).status).toBe(303);
    const second = await edit({ notes: 'from the second tab', methods: 'kept in any case' });
    expect(second.status).toBe(409);
    for (const words of [
      'Ann',
      'from the first tab',
      'from the second tab',
      'Keep theirs',
      'Save mine anyway',
    ]) {
      expect(second.text).toContain(words);
    }
    expect((await json(`/studies/${id}.json`)).notes).toBe('from the first tab');
    const [theirs, mine] = hiddenForms(second.text);
    await post(`/studies/${id}/edit`, theirs ?? {});
    expect(await json(`/studies/${id}.json`)).toMatchObject({
      notes: 'from the first tab',
      methods: 'kept in any case',
    });
    const stale = await post(`/studies/${id}/edit`, mine ?? {});
    expect(stale.status).toBe(303);
    expect((await json(`/studies/${id}.json`)).notes).toBe('from the second tab');
    const program = await edit({ notes: 'from a program' }, JSON_ACCEPT as typeof ANN);
    expect([program.status, JSON.parse(program.text).error.code]).toEqual([409, 'changed-meanwhile']);
  });

  it('asks before it goes, names what goes, and comes back', async () => {
    const id = await makeStudy('Short lived', [ids[0] ?? '']);
    const page = await server.get(`/studies/${id}/delete`);
    expect(page.text).toContain('Short lived');
    expect(page.text).toContain('1 article');
    const { status, headers } = await post(`/studies/${id}/delete`, {});
    expect(status).toBe(303);
    const location = headers.get('location') ?? '';
    expect(location).toMatch(/^\/studies\?change=/);
    const after = await server.get(location);
    expect(after.text).toContain('Study “Short lived” deleted.');
    for (const path of [`/studies/${id}`, `/articles?study=${id}`, `/studies/${id}/export.zip`]) {
      const gone = await server.get(path);
      expect(gone.status).toBe(404);
      expect(gone.text).toContain('deleted by Ann');
      expect(gone.text).toContain('Undo the deletion');
    }
    await post(undoPath(after.text), { back: `/studies/${id}` });
    expect((await server.get(`/studies/${id}`)).status).toBe(200);
  });

  it('takes its own articles along only where asked', async () => {
    const outcome = await server.importFiles({
      'own.md': `# Quay closed\n\nThe quay is closed, the city said.\n`,
    });
    const own = outcome.files[0]?.articles[0]?.id ?? '';
    const id = await makeStudy('With its own', [own, ids[0] ?? '']);
    await makeStudy('Another', [ids[0] ?? '']);
    expect((await server.get(`/studies/${id}/delete`)).text).toContain('1 article that is in no other study');
    const { headers } = await post(`/studies/${id}/delete`, { articles: 'own' });
    expect((await server.get(`/articles/${own}`)).status).toBe(404);
    expect((await server.get(`/articles/${ids[0]}`)).status).toBe(200);
    const { text } = await server.get(headers.get('location') ?? '');
    await post(undoPath(text), {});
    expect((await server.get(`/articles/${own}`)).status).toBe(200);
  });

  it('is refused without a name, with an unknown target, and with too long a text', async () => {
    for (const fields of [
      { name: '   ' },
      { name: 'x', targets: 'nonsense' },
      { name: 'x', first: '../../etc/passwd' },
      { name: 'x'.repeat(501) },
      { name: 'x', notes: 'x'.repeat(200_001) },
    ]) {
      const { status, text } = await post('/studies', fields, JSON_ACCEPT);
      expect([400, 404]).toContain(status);
      expect(JSON.parse(text).error.hint).toBeTruthy();
    }
  });
});

describe('the export of a study', () => {
  it('holds every table toward each target, the results, the codebook and what explains them', async () => {
    const id = await makeStudy('To take home', [ids[0] ?? '']);
    const answer = await fetch(`${server.url}/studies/${id}/export.zip`);
    expect(answer.headers.get('content-disposition')).toContain(`${id}.zip`);
    const files = unzip(Buffer.from(await answer.arrayBuffer()));
    for (const level of LEVELS) {
      const expected = await server.get(`/articles.csv?study=${id}&level=${level}`);
      expect(files[`coalition/${level}.csv`]).toBe(expected.text);
    }
    const [line = ''] = (files['coalition/results.jsonl'] ?? '').split('\n');
    expect(JSON.parse(line).articleId).toBe(ids[0]);
    const whole = (await server.get('/codebook.csv')).text;
    expect(whole.startsWith(files['codebook.csv'] ?? '-')).toBe(true);
    expect(files['coalition/target.yaml']).toContain('name:');
    expect(files['corrections.csv']).toMatch(/^article_id,correction_id,/);
    const study = JSON.parse(files['study.json'] ?? '{}');
    expect(study).toMatchObject({ id, articles: 1, targets: ['coalition'] });
    for (const path of Object.keys(files)) {
      const name = path.replace('coalition/', '');
      if (name !== 'README.txt') expect(files['README.txt']).toContain(name);
    }
  });
});

describe('hostile studies', () => {
  const names = {
    markup: '<img src=x onerror=alert(1)> <script>alert(2)</script>',
    rightToLeft: 'دراسة عن التحالف الدولي',
    nul: 'before\0after',
    half: 'half \uD800 pair',
    formula: '=HYPERLINK("http://example.org")',
    long: 'W'.repeat(500),
    id: '../../articles',
  };

  it('show their names as words on every page', async () => {
    for (const name of Object.values(names)) {
      const id = await makeStudy(name, [ids[0] ?? '']);
      expect(id).toMatch(/^[a-z0-9-]+$/);
      const paths = [
        `/studies/${id}`,
        `/studies/${id}/edit`,
        `/studies/${id}/delete`,
        `/articles?study=${id}`,
      ];
      for (const path of [...paths, '/studies', '/changes', '/articles']) {
        const { status, text } = await server.get(path);
        expect([path, status]).toEqual([path, 200]);
        const { document } = parseHTML(text);
        expect(document.querySelectorAll('img, script:not([src])').length).toBe(0);
      }
      const zip = await fetch(`${server.url}/studies/${id}/export.zip`);
      expect(unzip(Buffer.from(await zip.arrayBuffer()))['README.txt']).toBeTruthy();
    }
    const kept = (await json('/studies.json')).studies.map(({ name }: { name: string }) => name);
    expect(kept).toEqual(expect.arrayContaining([names.markup, names.rightToLeft, 'before\uFFFDafter']));
  });
});

/** The hidden fields of every form of the page that posts to a study, in order. */
function hiddenForms(html: string): Fields[] {
  const { document } = parseHTML(html);
  return [...document.querySelectorAll('form[action^="/studies/"]')].map((one) => {
    const fields: Record<string, string[]> = {};
    for (const input of one.querySelectorAll('input[type="hidden"]')) {
      const name = input.getAttribute('name') ?? '';
      fields[name] = [...(fields[name] ?? []), input.getAttribute('value') ?? ''];
    }
    return fields;
  });
}

function undoPath(html: string): string {
  return /action="(\/changes\/[^"]+\/undo)"/.exec(html)?.[1] ?? '';
}
