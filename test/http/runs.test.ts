import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { TWO_SIDES } from './articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from './library-server.js';

jest.setTimeout(IMPORT_TIMEOUT);

const JSON_ACCEPT = { accept: 'application/json' };
const WORDS = 'term\tpos\tholder\tvalence\tstrength\tdimension\tdevice\tnote';

let server: LibraryServer;
let article: string;

beforeAll(async () => {
  server = await startLibrary();
  const { files } = await server.importFiles({ 'two-sides.txt': TWO_SIDES });
  article = files[0]?.articles[0]?.id ?? '';
});
afterAll(() => server.close());

async function post(path: string, fields: Readonly<Record<string, string>>) {
  const answer = await server.post(path, new URLSearchParams(fields), JSON_ACCEPT);
  return { status: answer.status, json: JSON.parse(answer.text) };
}

async function getJson(path: string) {
  return JSON.parse((await server.get(path)).text);
}

/** Scores everything again and waits for the end. */
async function scoreAgain(fields: Readonly<Record<string, string>> = { scope: 'all' }) {
  const { status, json } = await post('/runs', fields);
  expect(status).toBe(202);
  for (;;) {
    const found = await getJson(`${json.url}.json`);
    if (found.status !== 'running') return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('lexicons', () => {
  it('take an entry, try it, change it, switch one off and let the corpus decide again', async () => {
    const entry = {
      term: 'crippled',
      pos: 'adj',
      holder: '-1',
      valence: '-1',
      strength: '3',
      dimension: 'none',
      device: 'none',
      note: 'mine',
    };
    const tried = await post('/lexicons/words/preview', { ...entry, article });
    expect([tried.json.problems, tried.json.preview.rows.length > 0]).toEqual([[], true]);
    expect((await getJson('/lexicons/words.json?own=only')).total).toBe(0);

    expect((await post('/lexicons/words', { ...entry, seen: '0' })).json.version).toBe(1);
    expect((await post('/lexicons/words/off', { key: 'criminal\tadj', seen: '1' })).json.version).toBe(2);
    const own = await getJson('/lexicons/words.json?own=only');
    expect(
      own.entries.map(({ term, origin }: { term: string; origin: string }) => `${term} ${origin}`),
    ).toEqual(['criminal off', 'crippled library']);
    const file = await server.get('/lexicons/words/tsv');
    expect(file.text).toBe(`${WORDS}\n#- criminal\tadj\ncrippled\tadj\t-1\t-1\t3\tnone\tnone\tmine\n`);
    expect((await post('/lexicons/words/reset', { key: 'criminal\tadj', seen: '2' })).json.version).toBe(3);
    expect((await getJson('/lexicons/words.json?own=only')).total).toBe(1);
  });

  it('let two people change different entries, and stop them at the same one', async () => {
    const entry = {
      agent: '0',
      patient: '0',
      effect: '0',
      valence: '0',
      strength: '1',
      kind: 'other',
      dimension: 'none',
    };
    await post('/lexicons/verbs', { ...entry, term: 'zig', seen: '0' });
    expect((await post('/lexicons/verbs', { ...entry, term: 'zag', seen: '0' })).json.version).toBe(2);
    const late = await post('/lexicons/verbs', { ...entry, term: 'zig', agent: '1', seen: '0' });
    expect([late.status, late.json.error.code]).toEqual([409, 'changed-meanwhile']);
    expect(
      (await post('/lexicons/verbs', { ...entry, term: 'zig', agent: '1', seen: '2' })).json.version,
    ).toBe(3);
  });

  it('refuse what a column does not allow, by entry and by line of a table', async () => {
    const bad = await post('/lexicons/modifiers', { term: 'Very', device: 'hedge', factor: '9' });
    expect([bad.status, bad.json.problems]).toEqual([
      422,
      [expect.stringContaining('term is "Very"'), 'factor is "9". Allowed: a number from -1 to 2.'],
    ]);
    const form = new FormData();
    form.append('text', 'term\tdevice\tfactor\tnote\nhardly ever\tnegator\t-0.5\t\nbroken\tnothing\t0\t\n');
    const table = await server.post('/lexicons/modifiers/import', form, JSON_ACCEPT);
    expect([table.status, JSON.parse(table.text).problems]).toEqual([
      422,
      [expect.stringContaining('lexicons/modifiers.tsv, line 3: device is "nothing"')],
    ]);
    expect((await server.get('/lexicons/nothing')).status).toBe(404);
  });

  it('imported where somebody else was quicker can be sent again as they are', async () => {
    const sent = async (term: string, seen: number, headers: Record<string, string>) => {
      const form = new FormData();
      form.append('text', `term\tnote\n${term}\t\n`);
      form.append('seen', String(seen));
      return await server.post('/lexicons/titles/import', form, headers);
    };
    expect((await sent('grand vizier', 0, JSON_ACCEPT)).status).toBe(200);
    const late = await sent('high steward', 0, { accept: 'text/html' });
    expect(late.status).toBe(409);
    expect(late.text).toContain('<form method="post" enctype="multipart/form-data"');
    expect(late.text).toMatch(/name="text" value="term\tnote\r?\nhigh steward/u);
    expect((await sent('high steward', 1, JSON_ACCEPT)).status).toBe(200);
  });

  it('of a file that no lexicon could be are refused, and nothing stays on disk', async () => {
    const form = new FormData();
    form.append('files', new File(['x'.repeat(3 * 1024 * 1024)], 'titles.tsv'));
    expect((await server.post('/lexicons/titles/import', form, JSON_ACCEPT)).status).toBe(413);
    expect((await server.post('/lexicons/titles/import', new FormData(), JSON_ACCEPT)).status).toBe(400);
    expect(readdirSync(join(server.data, 'staging'))).toEqual([]);
  });

  it('are searched literally and paged', async () => {
    expect((await getJson('/lexicons/verbs.json?q=.*')).total).toBe(0);
    const first = await server.get('/lexicons/verbs');
    const next = /href="([^"]*after=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await server.get(next)).text).not.toContain('>abandon<');
  });
});

describe('runs', () => {
  it('are made again only where something changed, told of in reports, and compared', async () => {
    const before = await scoreAgain();
    expect(before).toMatchObject({ status: 'done', scored: 1, current: 0, failed: 0 });
    expect(await scoreAgain()).toMatchObject({ scored: 0, current: 1 });
    expect((await server.get(`/articles/${article}`)).text).not.toContain('data-stale');

    const { target } = await getJson('/targets/coalition.json');
    await post('/targets/coalition', { name: target.name, aliases: 'weather', seen: '0' });
    const report = await server.get(`/articles/${article}`);
    expect(report.text).toContain(
      'Scored with the corpus’s own version of the target; version 1 is current.',
    );
    expect((await server.get('/targets/coalition')).text).toContain(
      '1 of 1 articles were scored with the corpus’s own version',
    );
    expect(await scoreAgain({ target: 'coalition', article })).toMatchObject({ scored: 1 });

    const { runs } = await getJson('/runs.json?target=coalition');
    expect(
      runs.map(({ isInForce, newest }: { isInForce: boolean; newest: number }) => [isInForce, newest]),
    ).toEqual([
      [true, 1],
      [false, 0],
      [false, 0],
    ]);
    const query = new URLSearchParams({ a: runs[1].id, b: runs[0].id });
    const compared = await getJson(`/runs/compare.json?${query}`);
    const units = compared.transitions.reduce((sum: number, one: { units: number }) => sum + one.units, 0);
    const same = compared.transitions.filter((one: { from: string; to: string }) => one.from === one.to);
    expect(compared.units).toBe(units);
    expect(compared.agreement).toBeCloseTo(
      same.reduce((sum: number, one: { units: number }) => sum + one.units, 0) / units,
    );
    expect(compared.changed.length).toBeGreaterThan(1);
    const cues = compared.changed.flatMap((one: { lost: object[]; gained: object[] }) => [
      ...one.lost,
      ...one.gained,
    ]);
    expect(cues.length).toBeGreaterThan(0);
    const rows: Record<string, string>[] = parse((await server.get(`/runs/compare.csv?${query}`)).text, {
      columns: true,
    });
    expect(rows.map(({ ordinal }) => Number(ordinal))).toEqual(
      compared.changed.map(({ ordinal }: { ordinal: number }) => ordinal),
    );
    const [first] = compared.changed;
    const cell = await getJson(`/runs/compare.json?${query}&from=${first.labels[0]}&to=${first.labels[1]}`);
    for (const { labels } of cell.changed) expect(labels).toEqual(first.labels);
    for (const path of ['/runs', `/runs/${runs[0].id}`, `/runs/compare?${query}`]) {
      expect((await server.get(path)).status).toBe(200);
    }
  });

  it('say what cannot be compared or scored', async () => {
    const { runs } = await getJson('/runs.json');
    const self = await server.get(`/runs/compare?a=${runs[0].id}&b=${runs[0].id}`);
    expect([self.status, self.text.includes('cannot be compared with itself')]).toEqual([400, true]);
    expect((await server.get('/runs/none')).status).toBe(404);
    expect((await post('/runs', { scope: 'checked' })).json.error.code).toBe('no-articles');
    expect((await post('/runs', { scope: 'all', toward: '../etc' })).json.error.code).toBe('unknown-target');
    expect((await post('/rescorings/none/cancel', {})).status).toBe(404);
  });
});
