import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { HOSTILE, HOSTILE_TITLE, TWO_SIDES } from './articles.js';
import { type CodedRow, filledSheet, tableAt } from './coding.js';
import { formOf, IMPORT_TIMEOUT, type LibraryServer, startLibrary } from './library-server.js';

jest.setTimeout(IMPORT_TIMEOUT);

const ANN = { accept: 'text/html', cookie: 'coder=Ann' };
const JSON_ACCEPT = { accept: 'application/json' };

type Fields = Readonly<Record<string, string>>;

let server: LibraryServer;

beforeAll(async () => {
  server = await startLibrary();
  await server.importFiles({ 'two-sides.txt': TWO_SIDES, 'hostile.jsonl': HOSTILE });
});

afterAll(() => server.close());

async function draw(fields: Fields = {}): Promise<string> {
  const asked = new URLSearchParams({ n: '5', coders: 'Anna, Ben', ...fields });
  const { status, headers } = await server.post('/validation', asked, ANN);
  expect(status).toBe(303);
  return headers.get('location') ?? '';
}

async function json(path: string) {
  return JSON.parse((await server.get(path)).text);
}

async function rowsOf(path: string): Promise<CodedRow[]> {
  return await tableAt(server, path);
}

async function filled(
  url: string,
  coder: number,
  change: (row: CodedRow, at: number) => void,
): Promise<string> {
  return await filledSheet(server, `${url}/sheet.csv?coder=${coder}`, change);
}

function label(value: string) {
  return (row: CodedRow): void => {
    row.label = value;
  };
}

async function upload(
  url: string,
  files: Fields,
  fields: Fields = {},
  headers: Record<string, string> = ANN,
) {
  const form = formOf(files);
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return await server.post(`${url}/sheets`, form, headers);
}

describe('/validation', () => {
  it('draws a sample, keeps its key, and lists it', async () => {
    const url = await draw();
    const sample = await json(`${url}.json`);
    expect(sample).toMatchObject({
      target: { ref: 'coalition' },
      items: 5,
      coders: ['Anna', 'Ben'],
      drawnBy: 'Ann',
      validation: null,
    });
    const key = await rowsOf(`${url}/key.csv`);
    const sheet = await rowsOf(`${url}/sheet.csv`);
    expect(key.map(({ item_id }) => item_id)).toEqual(sheet.map(({ item_id }) => item_id));
    expect(sheet.every(({ outlet, label: given }) => outlet === '' && given === '')).toBe(true);
    expect(sheet[0]).not.toHaveProperty('machine_label');
    const { text } = await server.get('/validation');
    expect(text).toContain('waiting for the sheets of Anna and Ben');
    expect(text).toContain(url);
  });

  it('draws the same from the same seed, another from another', async () => {
    const ids = async (seed: string) =>
      (await rowsOf(`${await draw({ seed, n: '4' })}/key.csv`)).map(({ item_id }) => item_id);
    expect(await ids('7')).toEqual(await ids('7'));
    expect(await ids('8')).not.toEqual(await ids('7'));
  });

  it('draws from a study alone, with outlet and date where asked', async () => {
    const { articles } = await json('/articles.json');
    await server.post('/studies', new URLSearchParams({ name: 'One article' }));
    const chosen = articles.find(({ title }: { title: string }) => title === HOSTILE_TITLE);
    await server.post(
      '/articles/add-to-study',
      new URLSearchParams({ article: chosen.id, into: 'one-article' }),
    );
    const url = await draw({ study: 'one-article', sheet: 'open', n: '200' });
    const sheet = await rowsOf(`${url}/sheet.csv`);
    expect(sheet.map(({ title }) => title)).toEqual([HOSTILE_TITLE, HOSTILE_TITLE]);
    expect(sheet[0]?.outlet).toContain('<svg');
    expect(await json(`${url}.json`)).toMatchObject({
      wanted: 200,
      items: 2,
      study: { name: 'One article' },
    });
    expect((await server.get('/validation?study=one-article')).text).toContain(
      '<option value="one-article" selected>',
    );
  });

  it.each([
    [{ n: '0' }, 400],
    [{ n: '1001' }, 400],
    [{ stratify: 'mood' }, 400],
    [{ study: 'none-such' }, 404],
    [{ target: 'none-such' }, 404],
    [{ target: 'nato', study: 'empty' }, 400],
  ])('refuses %j', async (fields, status) => {
    await server.post('/studies', new URLSearchParams({ name: 'empty' }));
    const answer = await server.post('/validation', new URLSearchParams({ n: '5', ...fields }));
    expect(answer.status).toBe(status);
  });

  it('gives coders their names, instructions, and no formula to run', async () => {
    const url = await draw({ coders: '=Anna; ben, BEN' });
    const { coders } = await json(`${url}.json`);
    expect(coders).toEqual(['=Anna', 'BEN']);
    const sheet = await rowsOf(`${url}/sheet.csv?coder=1`);
    expect(sheet.map(({ coder }) => coder)).toEqual(["'=Anna", '', '', '', '']);
    const instructions = await server.get(`${url}/instructions.md`);
    expect(instructions.headers.get('content-disposition')).toContain('attachment');
    expect(instructions.text).toContain('The sheet has 5 paragraphs');
  });
});

describe('coding sheets', () => {
  it('come back, and say how far people agree and what the program is worth', async () => {
    const url = await draw();
    const machine = new Map((await rowsOf(`${url}/key.csv`)).map((row) => [row.item_id, row.machine_label]));
    const anna = await filled(url, 1, (row) => {
      row.label = machine.get(row.item_id ?? '') ?? '';
    });
    const ben = await filled(url, 2, (row, at) => {
      row.label = at === 0 ? 'mixed' : at === 1 ? '' : (machine.get(row.item_id ?? '') ?? '');
      row.author_label = 'neutral';
      row.note = '=<b>note</b>';
    });
    const first = await upload(url, { 'anna.csv': anna });
    expect([first.status, first.headers.get('location')]).toEqual([303, url]);
    expect((await server.get(url)).text).toContain('Two coders of the same paragraphs are needed');
    await upload(url, { 'ben.csv': ben });
    const { validation, coded, sheets } = await json(`${url}.json`);
    expect(validation.agreement).toMatchObject({ items: 4, percent: { value: 0.75 } });
    expect(validation.comparisons.map(({ coder }: { coder: string | null }) => coder)).toEqual([
      null,
      'Anna',
      'Ben',
    ]);
    expect(validation.comparisons[1].five.accuracy.value).toBe(1);
    expect(coded).toEqual([
      { coder: 'Anna', items: 5 },
      { coder: 'Ben', items: 5 },
    ]);
    expect(sheets).toMatchObject([{ file: 'anna.csv' }, { file: 'ben.csv', broughtBy: 'Ann' }]);
    const page = await server.get(`${url}?show=coders`);
    const { document } = parseHTML(page.text);
    expect(document.querySelectorAll('.disagreements tbody tr')).toHaveLength(1);
    expect(document.querySelector('.disagreements a')?.getAttribute('href')).toMatch(
      /^\/articles\/[^?]+\?target=coalition&run=\w+#unit-\d+$/,
    );
    expect(document.querySelector('.note')?.textContent).toBe('=<b>note</b>');
    expect(page.text).not.toContain('NaN');
    const figures = await rowsOf(`${url}.csv`);
    expect(figures.find(({ measure }) => measure === 'percent')?.value).toBe('0.75');
    const codings = await rowsOf(`${url}/codings.csv?for=excel`);
    expect(codings).toHaveLength(9);
    expect(codings.filter(({ note }) => note === "'=<b>note</b>")).toHaveLength(4);
    const author = await json(`${url}.json?field=author`);
    expect(author.validation.comparisons).toMatchObject([{ coder: 'Ben', items: 5 }]);
  });

  it('with faults are refused as a whole, each fault named; what was there stays', async () => {
    const url = await draw();
    await upload(url, { 'ben.csv': await filled(url, 2, label('neutral')) });
    const before = await json(`${url}.json`);
    const wrong = await filled(url, 1, (row, at) => {
      row.label = at === 1 ? '<i>bad</i>' : 'neutral';
      if (at === 3) row.text = 'Other words.';
    });
    const files = {
      'anna.csv': wrong,
      '<img src=x>.xlsx': 'PK\u0003\u0004',
      'none.csv': 'a,b\n1,2\n',
      'empty.csv': await filled(url, 1, label('')),
    };
    const { status, text } = await upload(url, files);
    expect(status).toBe(422);
    for (const words of [
      'Nothing was taken in',
      'anna.csv, row 3, column label: &#34;&lt;i&gt;bad&lt;/i&gt;&#34; is no label',
      'anna.csv, row 5, column text: the text is not the one that was drawn',
      '&lt;img src=x&gt;.xlsx is a workbook',
      'none.csv is no coding sheet',
      'empty.csv has nothing in the column label or author_label',
    ]) {
      expect(text).toContain(words);
    }
    expect(await json(`${url}.json`)).toEqual(before);
    const program = await upload(url, files, {}, JSON_ACCEPT);
    expect(JSON.parse(program.text).problems).toHaveLength(5);
    expect((await server.get(`${url}/sheets`)).status).toBe(200);
  });

  it('of one coder twice are taken only where the new ones are to count', async () => {
    const url = await draw();
    const twice = { 'one.csv': await filled(url, 1, label('neutral')) };
    expect((await upload(url, twice)).status).toBe(303);
    const later = { 'two.csv': await filled(url, 1, label('mixed')) };
    const refused = await upload(url, later);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('New labels replace earlier ones');
    expect((await upload(url, later, { replace: 'yes' })).status).toBe(303);
    const labels = async () => (await rowsOf(`${url}/codings.csv`)).map((row) => row.label);
    expect(new Set(await labels())).toEqual(new Set(['mixed']));
    const { sheets } = await json(`${url}.json`);
    const removed = await server.post(`${url}/sheets/${sheets[1].id}/remove`, undefined, ANN);
    expect(removed.headers.get('location')).toContain(`${url}?change=`);
    expect(new Set(await labels())).toEqual(new Set(['neutral']));
    const notice = await server.get(removed.headers.get('location') ?? '');
    expect(notice.text).toContain('Coding sheet “two.csv” taken out');
    await server.post(undoPath(notice.text), new URLSearchParams({ back: url }));
    expect(new Set(await labels())).toEqual(new Set(['mixed']));
  });

  it('of another sample, too large or none at all are told', async () => {
    const url = await draw();
    const other = await draw({ seed: '9', n: '4' });
    const foreign = await filled(other, 1, (row) => {
      row.item_id = `u${row.text?.length}`;
      row.label = 'neutral';
    });
    expect((await upload(url, { 'other.csv': foreign })).text).toContain('belongs to another sample');
    const large = await upload(url, { 'large.csv': 'x'.repeat(17 * 1024 * 1024) });
    expect([large.status, large.text.includes('large.csv was not taken')]).toEqual([422, true]);
    expect((await upload(url, {})).status).toBe(400);
    expect((await server.post(`${url}/sheets/none/remove`, undefined)).status).toBe(404);
  });
});

describe('a sample', () => {
  it('is deleted with its sheets, and comes back', async () => {
    const url = await draw();
    await upload(url, { 'anna.csv': await filled(url, 1, label('neutral')) });
    const before = await json(`${url}.json`);
    const { headers } = await server.post(`${url}/delete`, undefined, ANN);
    const notice = await server.get(headers.get('location') ?? '');
    expect(notice.text).toContain(
      'Sample of 5 paragraphs toward US-led coalition against Islamic State deleted',
    );
    const gone = await server.get(url);
    expect([gone.status, gone.text.includes('Undo the deletion')]).toEqual([404, true]);
    expect((await json('/validation.json')).samples).not.toContainEqual(
      expect.objectContaining({ id: before.id }),
    );
    await server.post(undoPath(notice.text), new URLSearchParams({ back: url }));
    expect(await json(`${url}.json`)).toEqual(before);
  });

  it('shows no text of an article that was deleted since, and keeps the figures', async () => {
    const url = await draw({ n: '200' });
    await upload(url, { 'anna.csv': await filled(url, 1, label('mixed')) });
    const { validation } = await json(`${url}.json`);
    const { articles } = await json('/articles.json');
    const chosen = articles.find(({ title }: { title: string }) => title === HOSTILE_TITLE);
    const { text } = await server.post(
      '/articles/delete',
      new URLSearchParams({ article: chosen.id }),
      JSON_ACCEPT,
    );
    const page = await server.get(url);
    expect(page.text).toContain('Its article was deleted.');
    expect(page.text).not.toContain('onmouseover');
    expect((await rowsOf(`${url}/sheet.csv`)).some(({ title }) => title === HOSTILE_TITLE)).toBe(false);
    expect((await json(`${url}.json`)).validation).toEqual(validation);
    await server.post(`/changes/${JSON.parse(text).id}/undo`, new URLSearchParams({ back: url }));
  });

  it('is unknown where there is none', async () => {
    for (const path of ['', '.json', '.csv', '/sheet.csv', '/key.csv', '/codings.csv', '/instructions.md']) {
      expect((await server.get(`/validation/none${path}`)).status).toBe(404);
    }
  });
});

function undoPath(html: string): string {
  return parseHTML(html).document.querySelector('form[action$="/undo"]')?.getAttribute('action') ?? '';
}
