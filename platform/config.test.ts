import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { readConfig, type Environment } from './config.ts';

const LINLI_DATA = mkdtempSync(join(tmpdir(), 'linli-config-'));
afterAll(() => rmSync(LINLI_DATA, { recursive: true }));

const goodSecret = 'q8Zt0vK3mXw5sYb7nRj2pLc6hGd9fTa1';
const faultsOf = (environment: Environment) => {
  const reading = readConfig({ LINLI_DATA, ...environment });
  return reading.ok ? [] : reading.faults.map(({ code }) => code.replace('config.', ''));
};
const valueOf = (environment: Environment) => {
  const reading = readConfig({ LINLI_DATA, ...environment });
  if (!reading.ok) throw new Error(reading.faults.map(({ text }) => text).join('\n'));
  return reading.value;
};

test('starts a demo on this machine only, with nothing set', () => {
  expect(valueOf({})).toMatchObject({
    mode: 'demo',
    host: '127.0.0.1',
    port: 8750,
    databaseUrl: null,
    namedStatements: true,
    photoBytes: 15 * 1024 * 1024,
    proxies: 0,
    oidc: null,
  });
});

test('commands that begin at once make one secret, and none of them fails', async () => {
  const config = JSON.stringify(join(import.meta.dirname, 'config.ts'));
  const folders = JSON.stringify(Array.from({ length: 40 }, (_, n) => join(LINLI_DATA, `at-once-${n}`)));
  const code = `import { readConfig } from ${config};
    while (Date.now() < ${Date.now() + 1500});
    console.log(${folders}.map((LINLI_DATA) => readConfig({ LINLI_DATA }).value.secret).join());`;
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', code]);
  const said = await Promise.all([run(), run(), run()]);
  expect(new Set(said.map(({ stdout }) => stdout)).size).toBe(1);
  expect(said[0]?.stdout.split(',')[39]?.length).toBeGreaterThanOrEqual(32);
});

test('makes the secret of a demo once, readable by its owner only', () => {
  const { secret } = valueOf({});
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(valueOf({}).secret).toBe(secret);
  expect(statSync(join(LINLI_DATA, 'secret')).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(LINLI_DATA, 'secret'), 'utf8').trim()).toBe(secret);
});

test('takes what is given', () => {
  const databaseUrl = 'postgresql://linli:pw@db.invalid:5432/linli';
  const given = { LINLI_MODE: 'production', PORT: '80', HOST: '0.0.0.0', DATABASE_URL: databaseUrl };
  const more = { LINLI_SECRET: goodSecret, LINLI_DB_NAMED_STATEMENTS: 'off', LINLI_PHOTO_MB: '3' };
  expect(valueOf({ ...given, ...more })).toMatchObject({
    mode: 'production',
    host: '0.0.0.0',
    port: 80,
    databaseUrl,
    secret: goodSecret,
    namedStatements: false,
    photoBytes: 3 * 1024 * 1024,
    proxies: 1,
    oidc: null,
  });
});

test.each([
  ['port', { PORT: '0' }],
  ['port', { PORT: '65536' }],
  ['port', { PORT: '80a' }],
  ['port', { PORT: '-1' }],
  ['host', { HOST: 'http://here' }],
  ['mode', { LINLI_MODE: 'prod' }],
  ['databaseUrl', { DATABASE_URL: 'localhost:5432' }],
  ['databaseUrl', { DATABASE_URL: 'mysql://u@h/d' }],
  ['databaseUrl', { DATABASE_URL: 'postgresql://u@h' }],
  ['secretMissing', { LINLI_MODE: 'production' }],
  ['secretWeak', { LINLI_SECRET: goodSecret.slice(1) }],
  ['secretWeak', { LINLI_SECRET: 'a'.repeat(64) }],
  ['secretWeak', { LINLI_SECRET: `change-me-${goodSecret}` }],
  ['namedStatements', { LINLI_DB_NAMED_STATEMENTS: 'maybe' }],
  ['photoMegabytes', { LINLI_PHOTO_MB: '0' }],
  ['partners', { LINLI_PARTNERS: 'https://water.example.cn/open311' }],
  ['partners', { LINLI_PARTNERS: 'https://water.example.cn ftp://power.example.cn' }],
  ['tiles', { LINLI_TILES: 'https://tiles.example/{z}/{x}' }],
  ['tiles', { LINLI_TILES: 'file:///{z}/{x}/{y}' }],
  ['tilesDatum', { LINLI_TILES_DATUM: 'bd09' }],
  ['siteUrl', { LINLI_SITE_URL: 'site.invalid' }],
  ['siteUrl', { LINLI_SITE_URL: 'ftp://site.invalid' }],
  ['gateway', { LINLI_SMS_URL: 'https://gateway.invalid' }],
  ['smtp', { LINLI_SMTP_FROM: 'a@b.invalid' }],
])('names the fault %s for %o', (fault, environment) => {
  expect(faultsOf(environment)).toEqual([fault]);
});

test('names a data folder that cannot be made', () => {
  writeFileSync(join(LINLI_DATA, 'file'), '');
  expect(faultsOf({ LINLI_DATA: join(LINLI_DATA, 'file', 'inside') })).toEqual(['dataFolder']);
});

test('reports all faults together, each in both languages', () => {
  const reading = readConfig({ LINLI_DATA, PORT: 'x', LINLI_MODE: 'production' });
  expect(reading.ok ? [] : reading.faults.map(({ text }) => text.split('\n').length)).toEqual([2, 2]);
  expect(faultsOf({ PORT: 'x', LINLI_MODE: 'production' })).toEqual(['port', 'secretMissing']);
});
