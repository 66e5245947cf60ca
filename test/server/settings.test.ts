import { describe, expect, it } from '@jest/globals';
import { InputError } from '../../analysis/article/index.js';
import { readSettings, SETTINGS } from '../../server/settings.js';

function refusal(environment: Record<string, string>): InputError {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('accepted');
}

describe('settings', () => {
  it('listen on loopback without any variable, and treat an empty one as not set', () => {
    const settings = readSettings({ PORT: '', HOST: ' ' });
    expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', samples: true, databaseUrl: null });
    expect(Object.isFrozen(settings)).toBe(true);
  });

  it('read sizes in bytes and times in milliseconds', () => {
    const settings = readSettings({ STANDPOINT_MAX_FILE_MB: '2', STANDPOINT_MAX_PARSE_SECONDS: '3' });
    expect(settings).toMatchObject({ fileBytes: 2 * 1024 * 1024, parseMilliseconds: 3000 });
  });

  it.each([
    [{ PORT: '70000' }, 'PORT: "70000"', 'whole number from 0 to 65535'],
    [{ PORT: '3e3' }, 'PORT: "3e3"', 'whole number'],
    [{ STANDPOINT_SAMPLES: 'yes' }, 'STANDPOINT_SAMPLES: "yes"', 'on or off'],
    [{ STANDPOINT_PUBLIC_HOST: 'a b' }, 'STANDPOINT_PUBLIC_HOST: "a b"', 'host name'],
  ])('refuse %j, naming setting, value and what is allowed', (environment, message, hint) => {
    const error = refusal(environment);
    expect(error.message).toContain(message);
    expect(error.hint).toContain(hint);
  });

  it('never repeat a password or the password in an address', () => {
    expect(refusal({ STANDPOINT_PASSWORD: 'secret' }).message).not.toContain('secret');
    expect(refusal({ DATABASE_URL: 'mysql://me:secret@db' }).message).not.toContain('secret');
  });

  it('let nobody else in without password, host name and TLS', () => {
    const open = { HOST: '0.0.0.0' };
    const password = { STANDPOINT_PASSWORD: 'long enough' };
    expect(refusal(open).message).toMatch(/STANDPOINT_PASSWORD, STANDPOINT_PUBLIC_HOST, STANDPOINT_PROXY=on/);
    expect(refusal({ ...open, ...password }).message).not.toContain('STANDPOINT_PASSWORD');
    const all = { ...open, ...password, STANDPOINT_PUBLIC_HOST: 'frames.example', STANDPOINT_PROXY: 'on' };
    expect(readSettings(all)).toMatchObject({ host: '0.0.0.0', proxy: true, publicHost: 'frames.example' });
  });

  it('have a default that they accept', () => {
    const environment = Object.fromEntries(SETTINGS.map((row) => [row.name, row.default]));
    expect(readSettings(environment)).toEqual(readSettings({}));
  });
});
