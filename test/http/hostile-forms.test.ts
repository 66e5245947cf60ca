import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { FORM } from '../../server/routes/action.js';
import { ACTIONS } from '../../server/routes/index.js';
import { TWO_SIDES } from './articles.js';
import { IMPORT_TIMEOUT, type LibraryServer, startLibrary } from './library-server.js';

jest.setTimeout(4 * IMPORT_TIMEOUT);

/** What no database keeps, half a character, markup, a path and a pattern in one. */
const HOSTILE_TEXT = '\0\uD800<script>../%(\\';
/** A number that no column of four bytes holds. */
const LARGE = '3000000000';
const VALUES: readonly unknown[] = [HOSTILE_TEXT, LARGE, [HOSTILE_TEXT, { a: LARGE }]];

let server: LibraryServer;
let article: string;
let study: string;

beforeAll(async () => {
  server = await startLibrary();
  const { files } = await server.importFiles({ 'two-sides.txt': TWO_SIDES });
  article = files[0]?.articles[0]?.id ?? '';
  study = JSON.parse((await send('/studies', { name: 'Dam' })).text).id;
});
afterAll(() => server.close());

/** A form as JSON, which may hold what an address cannot. */
async function send(path: string, fields: object, coder = 'RS') {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    cookie: `coder=${coder}`,
  };
  const response = await fetch(server.url + path, { method: 'POST', headers, body: JSON.stringify(fields) });
  return { status: response.status, text: await response.text() };
}

/** Values that each action takes, so that one hostile field among them is reached. */
function soundFields(path: string): Record<string, unknown> {
  if (path.startsWith('/lexicons')) return { key: 'praise', term: 'praise', seen: 0 };
  if (path.startsWith('/targets')) return { name: 'Dam', aliases: 'Nile dam', seen: 0 };
  if (path.startsWith('/articles/:id')) {
    return { kind: 'set-label', passage: 'u1', target: 'coalition', label: 'mixed', reason: 'why', seen: 0 };
  }
  if (path === '/outlets/country') return { outlet: 'The Post', country: 'Kenya', seen: 0 };
  return { article, study, into: study, name: 'Dam', seen: 1, target: 'coalition' };
}

function addressOf(path: string): string {
  return path
    .replace('/articles/:id', `/articles/${article}`)
    .replace('/studies/:id', `/studies/${study}`)
    .replace(/:id|:correction/g, 'x')
    .replace(':slug', 'coalition')
    .replace(':family', 'words')
    .replace(':version', '1');
}

/** What others need is deleted last. */
const IN_ORDER = ACTIONS.filter(({ body }) => body.type === FORM).sort(
  (one, other) => Number(one.path.endsWith('/delete')) - Number(other.path.endsWith('/delete')),
);

it('answers no field of no form with a failure of its own', async () => {
  const failed: unknown[] = [];
  for (const { path, body } of IN_ORDER) {
    for (const name of Object.keys(body.fields.shape)) {
      for (const value of VALUES) {
        const { status } = await send(addressOf(path), { ...soundFields(path), [name]: value });
        if (status >= 500) failed.push([path, name, value, status]);
      }
    }
  }
  expect(failed).toEqual([]);
});

it('takes any name of a person that a browser sends', async () => {
  for (const coder of ['%00', '%00A', '%F0%9F', 'x'.repeat(5000)]) {
    expect([coder, (await send('/studies', { name: 'Named' }, coder)).status]).toEqual([coder, 200]);
  }
});

it('takes hostile parts of addresses for unknown ones', async () => {
  const taken: unknown[] = [];
  for (const { path } of IN_ORDER.filter((action) => action.path.includes(':'))) {
    for (const part of ['%00', '%F0%9F%98%80', '..%2F..%2Fetc', 'x'.repeat(3000)]) {
      const { status } = await send(path.replace(/:\w+/g, part), soundFields(path));
      if (status < 400 || status >= 500) taken.push([path, part, status]);
    }
  }
  expect(taken).toEqual([]);
});

it('gives Excel no name that it would take for a formula', async () => {
  const name = '=HYPERLINK("http://evil.example")';
  await send('/studies', { name }, encodeURIComponent('@coder'));
  await send('/articles/add-to-study', { article, newStudy: name }, encodeURIComponent('+coder'));
  for (const table of ['studies', 'changes', 'outlets', 'runs', 'targets', 'lexicons', 'imports']) {
    const answer = await fetch(`${server.url}/${table}.csv?for=excel`);
    const text = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    expect([table, text.codePointAt(0)]).toEqual([table, 0xfeff]);
    expect([table, text.match(/(?:^|,)"?[=+@]/gmu)]).toEqual([table, null]);
  }
  expect(await (await fetch(`${server.url}/studies.csv?for=excel`)).text()).toContain("'=HYPERLINK");
});
