import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { HOSTILE_TITLE, TWO_SIDES } from './articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from './library-server.js';

jest.setTimeout(IMPORT_TIMEOUT);

let server: LibraryServer;
let path: string;

beforeAll(async () => {
  server = await startLibrary();
  await server.importFiles({ 'first.txt': 'The coalition met.' });
});

afterAll(() => server.close());

let count = 0;

/** A fresh article for each test, since every correction lasts. */
async function freshArticle(): Promise<void> {
  count++;
  const text = TWO_SIDES.replace('was mild', `was mild on day ${count}`);
  const { files } = await server.importFiles({ [`two-sides-${count}.txt`]: text });
  path = files[0]?.articles[0]?.url ?? '';
}

async function json(address: string) {
  return JSON.parse((await server.get(address)).text);
}

const result = () => json(`${path}.json?target=coalition`);
const history = () => json(`${path}/corrections.json`);

async function csv(address: string): Promise<Record<string, string>[]> {
  return parse((await server.get(address)).text, { columns: true, bom: true });
}

/** Sends a form as the browser of that person, or of nobody with a name. */
async function send(to: string, fields: Record<string, string>, coder = '') {
  const cookie = coder === '' ? {} : { cookie: `coder=${encodeURIComponent(coder)}` };
  return await server.post(`${path}${to}`, new URLSearchParams(fields), { accept: 'text/html', ...cookie });
}

async function correct(fields: Record<string, string>, coder = 'Anna') {
  const { revision } = await history();
  return await send('/corrections', { seen: String(revision), ...fields }, coder);
}

async function takeBack(index = 0, coder = 'Ben') {
  const { corrections } = await history();
  return await send(`/corrections/${corrections[index].correctionId}/revert`, {}, coder);
}

describe('metadata', () => {
  beforeAll(freshArticle);

  it('stands as a person set it, beside what was read, until it is taken back', async () => {
    const before = await result();
    const { status, headers } = await send('/metadata', {
      title: 'Ministers meet',
      outlet: 'The Quay Gazette',
      published: '2014-12-06',
      byline: '',
      seen: '0',
      back: `${path}/edit#metadata`,
    });
    expect([status, headers.get('location')]).toEqual([303, `${path}/edit#metadata`]);
    const after = await result();
    expect(after).toMatchObject({
      title: 'Ministers meet',
      outlet: 'The Quay Gazette',
      published: '2014-12-06',
    });
    expect(after.machine).toEqual({
      title: null,
      outlet: before.outlet,
      published: before.published,
      byline: null,
    });
    expect(after.corrections.map(({ what }: { what: string }) => what)).toEqual(['Title', 'Outlet', 'Date']);
    expect(after.headline.text).toBe('Ministers meet');
    expect((await server.get('/articles.json?outlet=The+Quay+Gazette')).text).toContain(path);
    for (let times = 0; times < 3; times++) await takeBack(times);
    expect(await result()).toEqual(before);
    expect((await history()).corrections).toHaveLength(3);
  });

  it('is not scored again where no word of the article changes', async () => {
    const before = await result();
    const { revision } = await history();
    await send('/metadata', { outlet: 'Harbor Times', seen: String(revision) });
    const after = await result();
    expect(after.stance).toEqual(before.stance);
    expect(after.provenance).toEqual({ ...before.provenance, corrections: after.provenance.corrections });
    expect(after.provenance.corrections).not.toBeNull();
  });

  it('may lie before 1900 or after today, with a word of warning; a day that is none is refused', async () => {
    for (const [published, words] of [
      ['1866-03-01', 'before 1900'],
      ['2999-01-01', 'after today'],
    ] as const) {
      const { revision } = await history();
      await send('/metadata', { published, seen: String(revision) });
      expect((await server.get(`${path}/edit`)).text).toContain(words);
      expect((await result()).published).toBe(published);
    }
    const { status, text } = await send('/metadata', { published: '2014-02-30', seen: '0' });
    expect(status).toBe(400);
    expect(text).toContain('YYYY-MM-DD');
  });

  it.each([
    HOSTILE_TITLE,
    'The coalition said '.repeat(60).slice(0, 1000),
    'التحالف الدولي يعلن تقدما',
    'a\0b \uFFFD "quoted" & more',
  ])('takes a title such as %p as words', async (title) => {
    const { revision } = await history();
    await send('/metadata', { title, seen: String(revision) });
    const shown = (await result()).title;
    expect(shown).toBe(title.replace('\0', '\uFFFD').trim());
    for (const page of [path, `${path}/edit`, `${path}/corrections`, '/corrections']) {
      const { status, text } = await server.get(page);
      expect([page, status]).toEqual([page, 200]);
      expect(text).not.toContain('<script>alert');
    }
  });
});

describe('the same field in two tabs', () => {
  beforeAll(freshArticle);

  it('is never overwritten in silence: the page says who changed what when, and both ways on', async () => {
    const { revision } = await history();
    const seen = String(revision);
    await send('/metadata', { outlet: 'The Quay Gazette', seen }, 'Anna <b>');
    const second = await send('/metadata', { outlet: 'Harbor Times', byline: 'Mara', seen }, 'Ben');
    expect(second.status).toBe(409);
    expect(second.text).toContain('Anna &lt;b&gt;');
    expect(second.text).toMatch(/The Quay Gazette[\s\S]*Harbor Times/u);
    expect(await result()).toMatchObject({ outlet: 'The Quay Gazette', byline: null });

    const anyway = Object.fromEntries(
      [...second.text.matchAll(/<input type="hidden" name="(?!back|coder)([^"]+)" value="([^"]*)">/gu)].map(
        ([, name, value]) => [name, value],
      ),
    ) as Record<string, string>;
    expect((await send('/metadata', anyway, 'Ben')).status).toBe(303);
    expect(await result()).toMatchObject({ outlet: 'Harbor Times', byline: 'Mara' });
    const { corrections } = await history();
    expect(
      corrections.find((row: { corrected: string }) => row.corrected === 'The Quay Gazette').revertedBy,
    ).toBe('Ben');
  });

  it('may be two fields: each keeps what the other person did', async () => {
    const { revision } = await history();
    const { outlet, published, byline } = await result();
    const fields = { title: '', outlet, published, byline, seen: String(revision) };
    await send('/metadata', { ...fields, title: 'By Anna' }, 'Anna');
    expect((await send('/metadata', { ...fields, byline: 'By Ben' }, 'Ben')).status).toBe(303);
    expect(await result()).toMatchObject({ title: 'By Anna', byline: 'By Ben' });
  });

  it('is told to a program with what was changed', async () => {
    const body = new URLSearchParams({ outlet: 'Third Paper', seen: '0' });
    const answer = await server.post(`${path}/metadata`, body, { accept: 'application/json' });
    expect(answer.status).toBe(409);
    const { error, conflicts, revision } = JSON.parse(answer.text);
    expect(Object.keys(error)).toEqual(['code', 'message', 'hint', 'requestId']);
    expect(conflicts[0].theirs).toMatchObject({ coder: 'Ben', machine: expect.anything() });
    expect(revision).toBe((await history()).revision);
  });
});

describe('passages', () => {
  beforeAll(freshArticle);
  const texts = async () => (await result()).paragraphs.map(({ text }: { text: string }) => text);

  it('are left out, put back, joined and split, each time scored anew and never lost', async () => {
    const before = await result();
    const [first, second] = await texts();
    await correct({ kind: 'merge-passage', passage: 'u2' });
    expect((await texts())[0]).toBe(`${first} ${second}`);
    await takeBack();
    expect(await result()).toEqual(before);

    const at = second.indexOf('Our strikes');
    expect(at).toBeGreaterThan(0);
    await correct({ kind: 'split-passage', passage: 'u2', at: String(at) });
    expect((await texts())[2]).toBe(second.slice(at));
    // Joining the parts again is taking the split back.
    await correct({ kind: 'merge-passage', passage: 'u2', offset: String(at) });
    expect(await result()).toEqual(before);

    await correct({ kind: 'drop-passage', passage: 'u3' });
    expect(await texts()).toHaveLength(before.paragraphs.length - 1);
    expect((await server.get(path)).text).toContain('Left out by hand');
    await takeBack();
    expect(await result()).toEqual(before);

    const index = before.dropped.findIndex(({ text }: { text: string }) => text.includes('Trade Deal'));
    await correct({ kind: 'restore-dropped', index: String(index) });
    await correct({ kind: 'restore-dropped', index: String(index) });
    expect((await texts()).join()).toContain('Trade Deal');
    expect((await server.get(path)).text).toContain('Put back by hand');
    await takeBack();
    expect(await result()).toEqual(before);
  });

  it('cannot all be left out, and what is not there cannot be corrected', async () => {
    const { paragraphs } = await result();
    const { revision } = await history();
    const all = new URLSearchParams({ kind: 'drop-passage', seen: String(revision) });
    for (const { ordinal } of paragraphs) all.append('passage', `u${ordinal}`);
    const none = await server.post(`${path}/corrections`, all);
    expect([none.status, none.text]).toEqual([400, expect.stringContaining('No paragraph would be left')]);
    for (const fields of [
      { kind: 'drop-passage', passage: 'u99' },
      { kind: 'restore-dropped', index: '99' },
      { kind: 'split-passage', passage: 'u1', at: '0' },
      { kind: 'split-passage', passage: '../u1', at: '3' },
      { kind: 'shorten' },
      { kind: 'set-label', passage: 'u1', target: 'nonsense', label: 'neutral', reason: 'x' },
      {
        kind: 'set-label',
        passage: 'u1',
        target: 'coalition',
        label: 'neutral',
        voice: 'nobody',
        reason: 'x',
      },
      { kind: 'set-label', passage: 'u1', target: 'coalition', label: 'neutral', reason: '  ' },
      { kind: 'set-voice', passage: 'u1', voice: 'author', reason: 'x' },
    ]) {
      const { status } = await correct(fields as unknown as Record<string, string>);
      expect([fields, status]).toEqual([fields, expect.any(Number)]);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    expect((await history()).revision).toBe(revision);
  });

  it('corrected by many at once all stay corrected', async () => {
    const { revision } = await history();
    const seen = String(revision);
    const answers = await Promise.all([
      send('/corrections', { kind: 'drop-passage', passage: 'u4', seen }, 'Anna'),
      send('/corrections', { kind: 'merge-passage', passage: 'u2', seen }, 'Ben'),
      send('/metadata', { outlet: 'The Quay Gazette', seen }, 'Cleo'),
      send('/metadata', { byline: 'Dora', seen }, 'Dora'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    const after = await result();
    expect(after).toMatchObject({ outlet: 'The Quay Gazette', byline: 'Dora' });
    expect(after.corrections).toHaveLength(4);
    expect((await history()).revision).toBe(revision + 4);
  });
});

const REASON = '=cmd("x") <img src=x onerror=alert(1)> السبب';

describe('labels and voices', () => {
  beforeEach(freshArticle);

  it('stand beside the machine’s, in the article as a whole too, and in every export', async () => {
    const before = await result();
    const unit = before.paragraphs.find(
      ({ stance }: { stance: { label: string } }) => stance.label === 'supportive',
    );
    const voice = unit.voices.find(({ kind }: { kind: string }) => kind === 'named');
    const fields = {
      kind: 'set-label',
      passage: `u${unit.ordinal}`,
      target: 'coalition',
      label: 'skeptical',
    };
    await correct({ ...fields, voice: voice.id, reason: REASON });
    const after = await result();
    expect({ ...after, paragraphs: null }).toMatchObject({ stance: before.stance });
    const corrected = after.paragraphs[unit.ordinal - 1];
    expect(corrected).toMatchObject({ ...unit, corrected: { stance: { label: 'skeptical' } } });
    expect(after.correctedStance.score).toBeLessThan(before.stance.score);
    expect(after.corrections[0]).toMatchObject({ reason: REASON, coder: 'Anna', corrected: 'skeptical' });
    const other = await json(`${path}.json?target=nato`);
    expect(other.correctedStance ?? null).toBeNull();

    const listed = await json(`/articles.json?label=${after.correctedStance.label}`);
    expect(JSON.stringify(listed)).toContain(path);
    const { text } = await server.get(path);
    expect(text).toContain('By hand');
    expect(text).not.toContain('<img src=x');
    await takeBack();
    expect(await result()).toEqual(before);
  });

  it('can be another person’s words: the machine scores anew who is said to say them', async () => {
    const before = await result();
    const unit = before.paragraphs.find(({ voices }: { voices: { kind: string }[] }) =>
      voices.some(({ kind }) => kind === 'named'),
    );
    const voice = unit.voices.find(({ kind }: { kind: string }) => kind === 'named');
    const name = '<b>Ann</b> "O\'Hara" آن';
    await correct({
      kind: 'set-voice',
      passage: `u${unit.ordinal}`,
      voice: voice.id,
      to: '',
      name,
      reason: 'It is she',
    });
    const after = await result();
    const voices = after.paragraphs[unit.ordinal - 1].voices;
    expect(voices.map((one: { name: string }) => one.name)).toContain(name);
    expect(after.corrections[0]).toMatchObject({ machine: voice.name, corrected: name });
    const { text } = await server.get(path);
    expect(text).not.toContain('<b>Ann');
    const page = await server.get(`${path}/correct?unit=${unit.ordinal}`);
    expect(page.text).toContain('&lt;b&gt;Ann');
    await takeBack();
    expect(await result()).toEqual(before);
  });

  it('of a voice that is gone wait until it is back', async () => {
    const [first] = (await result()).paragraphs;
    const fields = { kind: 'set-label', passage: `u${first.ordinal}`, target: 'coalition', label: 'mixed' };
    await correct({ ...fields, reason: 'Both' });
    await correct({ kind: 'drop-passage', passage: 'u1' });
    expect((await result()).corrections.map(({ applied }: { applied: boolean }) => applied)).toEqual([
      false,
      true,
    ]);
    expect((await server.get(`${path}/edit`)).text).toContain('Its place is gone for now');
    await takeBack();
    expect((await result()).correctedStance).not.toBeNull();
  });
});

describe('histories', () => {
  it('say who took what back when, also to whoever comes too late', async () => {
    await freshArticle();
    await send('/metadata', { outlet: 'The Quay Gazette', seen: '0' }, 'Anna');
    await takeBack(0, 'Ben');
    const late = await takeBack(0, 'Cleo');
    expect(late.status).toBe(409);
    expect(late.text).toMatch(/Ben<\/bdi> took this correction back on <time/u);
    const [row] = await csv(`${path}/corrections.csv`);
    expect(row).toMatchObject({
      coder: 'Anna',
      reverted_by: 'Ben',
      corrected_value: 'The Quay Gazette',
      kind: 'set-metadata',
    });
    const { text } = await server.get(`${path}/corrections`);
    expect(text).toContain('taken back by Ben');
  });

  it('of the whole library come in pages, and as a CSV that no spreadsheet runs', async () => {
    const { total, corrections } = await json('/corrections.json');
    expect(corrections.length).toBe(total);
    expect((await csv('/corrections.csv')).length).toBe(total);
    const safe = await csv('/corrections.csv?for=excel');
    expect(safe.some(({ reason }) => reason?.startsWith("'=cmd"))).toBe(true);
    expect((await server.get('/corrections?after=nonsense')).status).toBe(400);
    const { text } = await server.get('/corrections');
    expect(text).not.toContain('<img src=x');
  });

  it('answer for an article that is not there', async () => {
    for (const page of ['edit', 'corrections', 'corrections.json', 'correct?unit=1']) {
      expect((await server.get(`/articles/none/${page}`)).status).toBe(404);
    }
    expect((await server.get(`${path}/correct?unit=99`)).status).toBe(404);
  });
});
