import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../analysis/article/index.js';
import { packageRoot } from '../analysis/resources/index.js';

const MEGABYTE = 1024 * 1024;
const HIGHEST_PORT = 65_535;
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
/** A shorter one is guessed in no time. */
const SHORTEST_PASSWORD = 8;

/** One row of the table of settings. */
interface Setting<Value> {
  readonly name: string;
  /** As one would write it in the environment; empty where there is none. */
  readonly default: string;
  /** What is allowed, in words. */
  readonly type: string;
  readonly help: string;
  /** Reads the text of the environment. */
  readonly schema: z.ZodType<Value, string>;
}

function setting<Value>(row: Setting<Value>): Setting<Value> {
  return row;
}

const text = z.string().transform((value) => (value === '' ? null : value));
const onOff = z.enum(['on', 'off']).transform((value) => value === 'on');

function whole(lowest: number, highest: number, factor = 1): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(lowest).max(highest))
    .transform((value) => value * factor);
}

/** Every setting, in the order of the documentation. */
const TABLE = {
  port: setting({
    name: 'PORT',
    default: '3000',
    type: `whole number from 0 to ${HIGHEST_PORT}`,
    help: 'Port of the web server; 0 has a free one picked and prints it.',
    schema: whole(0, HIGHEST_PORT),
  }),
  host: setting({
    name: 'HOST',
    default: '127.0.0.1',
    type: 'address of this machine',
    help: 'Address to listen on. Any address but loopback needs STANDPOINT_PASSWORD, STANDPOINT_PUBLIC_HOST and STANDPOINT_PROXY=on.',
    schema: z.string().min(1),
  }),
  data: setting({
    name: 'STANDPOINT_DATA',
    default: '',
    type: 'path of a folder',
    help: "Folder of the library: the database and the uploaded files. Without it `data` in a checkout, for an installed package `standpoint` in the user's data folder (`~/.local/share`).",
    schema: z.string().transform((value) => value || defaultData()),
  }),
  corpus: setting({
    name: 'STANDPOINT_CORPUS',
    default: '',
    type: 'path of a folder',
    help: 'Folder with targets and lexicons of your own; its files are laid over those of the package.',
    schema: text,
  }),
  samples: setting({
    name: 'STANDPOINT_SAMPLES',
    default: 'on',
    type: 'on or off',
    help: 'Whether an empty library is filled with the sample articles.',
    schema: onOff,
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    default: '',
    type: 'address that begins with postgres:// or postgresql://',
    help: 'A PostgreSQL server (15 or newer) to use; without it Standpoint starts its own in STANDPOINT_DATA.',
    schema: text.pipe(
      z
        .string()
        .regex(/^postgres(?:ql)?:\/\//)
        .nullable(),
    ),
  }),
  password: setting({
    name: 'STANDPOINT_PASSWORD',
    default: '',
    type: `at least ${SHORTEST_PASSWORD} characters`,
    help: 'Password that every page asks for.',
    schema: text.pipe(z.string().min(SHORTEST_PASSWORD).nullable()),
  }),
  publicHost: setting({
    name: 'STANDPOINT_PUBLIC_HOST',
    default: '',
    type: 'host name, with a port where it is not the usual one',
    help: 'Name under which browsers reach the server when it is not on loopback.',
    schema: text.pipe(
      z
        .string()
        .regex(/^[A-Za-z0-9.\-:[\]]+$/)
        .nullable(),
    ),
  }),
  proxy: setting({
    name: 'STANDPOINT_PROXY',
    default: 'off',
    type: 'on or off',
    help: 'Whether a proxy in front speaks TLS with the browser and sets X-Forwarded-For.',
    schema: onOff,
  }),
  threads: setting({
    name: 'STANDPOINT_THREADS',
    default: '1',
    type: 'whole number from 1 to 64',
    help: 'Threads that analyze articles.',
    schema: whole(1, 64),
  }),
  uploadBytes: setting({
    name: 'STANDPOINT_MAX_UPLOAD_MB',
    default: '500',
    type: 'megabytes from 1 to 100000',
    help: 'Size of one upload with all its files.',
    schema: whole(1, 100_000, MEGABYTE),
  }),
  fileBytes: setting({
    name: 'STANDPOINT_MAX_FILE_MB',
    default: '50',
    type: 'megabytes from 1 to 100000',
    help: 'Size of one file.',
    schema: whole(1, 100_000, MEGABYTE),
  }),
  files: setting({
    name: 'STANDPOINT_MAX_FILES',
    default: '1000',
    type: 'whole number from 1 to 100000',
    help: 'Number of files in one upload.',
    schema: whole(1, 100_000),
  }),
  textLength: setting({
    name: 'STANDPOINT_MAX_TEXT',
    default: '2000000',
    type: 'characters from 1000 to 100000000',
    help: 'Length of the text of one article.',
    schema: whole(1000, 100_000_000),
  }),
  parseMilliseconds: setting({
    name: 'STANDPOINT_MAX_PARSE_SECONDS',
    default: '60',
    type: 'seconds from 1 to 3600',
    help: 'Time for reading one file; what takes longer is refused.',
    schema: whole(1, 3600, 1000),
  }),
  parseBytes: setting({
    name: 'STANDPOINT_MAX_PARSE_MB',
    default: '1024',
    type: 'megabytes from 64 to 100000',
    help: 'Memory for reading one file; what takes more is refused.',
    schema: whole(64, 100_000, MEGABYTE),
  }),
} as const;

type Table = typeof TABLE;

/** What the program runs with: sizes in bytes, lengths in UTF-16 code units, times in milliseconds. */
export type Settings = { readonly [Key in keyof Table]: z.output<Table[Key]['schema']> };

/** A row of the table of settings as documentation lists it. */
export type SettingRow = Omit<Setting<unknown>, 'schema'>;

/** Every setting, in the order of the documentation. */
export const SETTINGS: readonly SettingRow[] = Object.values(TABLE).map(
  ({ name, default: byDefault, type, help }) => ({ name, default: byDefault, type, help }),
);

/**
 * The settings of an environment; an empty variable counts as not set.
 * @throws InputError `invalid-setting`, naming the setting, its value and what is allowed.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const entries = Object.entries(TABLE).map(([key, row]) => [key, settingValue(row, environment)]);
  const settings = Object.fromEntries(entries) as Settings;
  checkExposure(settings);
  return Object.freeze(settings);
}

function settingValue(row: Setting<unknown>, environment: NodeJS.ProcessEnv): unknown {
  const given = environment[row.name]?.trim() || row.default;
  const parsed = row.schema.safeParse(given);
  if (parsed.success) return parsed.data;
  // A password or the password inside an address must not end up in a log.
  const shown = SECRET.has(row.name) ? 'the value given' : `"${given}"`;
  throw new InputError(
    'invalid-setting',
    `${row.name}: ${shown} is not allowed`,
    `Allowed: ${row.type}. ${row.help}`,
  );
}

const SECRET: ReadonlySet<string> = new Set([TABLE.password.name, TABLE.databaseUrl.name]);

/** A server that others can reach must ask for a password and speak TLS, by a proxy in front of it. */
function checkExposure({ host, password, publicHost, proxy }: Settings): void {
  if (LOOPBACK.has(host)) return;
  const missing = [
    password === null ? TABLE.password.name : null,
    publicHost === null ? TABLE.publicHost.name : null,
    proxy ? null : `${TABLE.proxy.name}=on`,
  ].filter((name) => name !== null);
  if (missing.length === 0) return;
  throw new InputError(
    'exposed-server',
    `HOST: "${host}" is open to others, which needs ${missing.join(', ')}`,
    'Set what is missing, or leave HOST at 127.0.0.1 so that only this machine can reach the server.',
  );
}

/** `data` of a checkout; for an installed package a folder of the user. */
function defaultData(): string {
  const root = packageRoot();
  const installed = root.split(/[/\\]/).includes('node_modules');
  if (!installed) return join(root, 'data');
  return join(process.env.XDG_DATA_HOME || join(homedir(), '.local', 'share'), 'standpoint');
}
