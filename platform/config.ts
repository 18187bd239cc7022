import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { readNotifySettings, type NotifySettings } from './notify/settings.ts';
import { startFaultText, type FaultValues } from './start-fault.ts';

export type Config = {
  readonly mode: 'demo' | 'production';
  /** The district to serve; null: the demo district, or the only one there is. */
  readonly districtId: number | null;
  readonly host: string;
  readonly port: number;
  /** Absolute; holds the embedded database, attachments and, in demo mode, the secret. */
  readonly dataFolder: string;
  /** Null: the embedded database is used. */
  readonly databaseUrl: string | null;
  readonly secret: string;
  readonly namedStatements: boolean;
  readonly photoBytes: number;
  /** Where residents find the site, without a slash at the end; stands in messages to them. */
  readonly siteUrl: string;
  readonly notify: NotifySettings;
  /** Where the background map comes from, one address for each layer; none: our own light drawing alone. The key in it stays here. */
  readonly tiles: { readonly templates: readonly string[]; readonly datum: 'wgs84' | 'gcj02' };
  /** How many proxies of ours stand before the server; the address before them is the visitor's. */
  readonly proxies: number;
  /** Servers of outside bodies that may be called, each as an origin such as `https://water.example.cn`. */
  readonly partners: readonly string[];
  /** Single sign-on; null: none. */
  readonly oidc: OidcSettings | null;
};

export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** The address of this server as browsers see it, without a slash at its end. */
  readonly publicUrl: string;
};

export type Environment = Readonly<Record<string, string | undefined>>;
export type ConfigFault = { readonly code: string; readonly text: string };
export type ConfigReading =
  | { readonly ok: true; readonly value: Config }
  | { readonly ok: false; readonly faults: readonly ConfigFault[] };

const shortestSecret = 32;
const fewestDifferentCharacters = 10;
const bytesPerMegabyte = 1024 * 1024;

/**
 * Reads the settings (配置) from the environment once, at start, and reports all faults together.
 *
 * `PORT` 8750. `HOST` 127.0.0.1: a demo has one-click sign-ins and must not be open to the network unasked, and a
 * production server stands behind a proxy that brings HTTPS; `HOST=0.0.0.0` opens it. `LINLI_DATA` ./data.
 * `LINLI_MODE` demo or production. `LINLI_DISTRICT` the six-digit code of the district to serve, needed when there are several. `DATABASE_URL` for an outside PostgreSQL. `LINLI_SECRET`, at least 32 characters,
 * required in production; a demo makes one and keeps it in the data folder. `LINLI_DB_NAMED_STATEMENTS` on or off.
 * `LINLI_PHOTO_MB` 15. `LINLI_TILES` addresses of map tiles, such as those of 天地图 with its key, and `LINLI_TILES_DATUM`
 * wgs84 or gcj02.
 * `LINLI_PHOTO_MB` 15. `LINLI_PROXIES` 1 in production, else 0. For single sign-on all of `LINLI_OIDC_ISSUER`,
 * `LINLI_OIDC_CLIENT_ID`, `LINLI_OIDC_CLIENT_SECRET`, `LINLI_PUBLIC_URL`, and if wished `LINLI_OIDC_NAME`, `LINLI_OIDC_NAME_EN`.
 * `LINLI_PARTNERS`: the servers of outside bodies that may be called, origins with blanks between.
 * `LINLI_PHOTO_MB` 15. `LINLI_SITE_URL`: where residents find the site. Messages: see `readNotifySettings`.
 *
 * Makes the data folder, and in demo mode the secret, when they are missing.
 */
export function readConfig(environment: Environment): ConfigReading {
  const faults: ConfigFault[] = [];
  const fault = (name: string, values: FaultValues = {}) => {
    faults.push({ code: `config.${name}`, text: startFaultText(`config.${name}`, values) });
  };
  const given = (name: string) => environment[name]?.trim() || undefined;

  const mode = given('LINLI_MODE') ?? 'demo';
  if (mode !== 'demo' && mode !== 'production') fault('mode', { value: mode });

  const districtText = given('LINLI_DISTRICT');
  const districtId = districtText === undefined ? null : wholeNumber(districtText, 100_000, 999_999);
  if (districtId === undefined) fault('district', { value: districtText ?? '' });

  const portText = given('PORT') ?? '8750';
  const port = wholeNumber(portText, 1, 65535);
  if (port === undefined) fault('port', { value: portText });

  const host = given('HOST') ?? '127.0.0.1';
  if (host !== 'localhost' && isIP(host) === 0) fault('host', { value: host });

  const dataFolder = resolve(given('LINLI_DATA') ?? 'data');
  const writable = makeWritable(dataFolder);
  if (!writable) fault('dataFolder', { value: dataFolder });

  const databaseUrl = given('DATABASE_URL') ?? null;
  if (databaseUrl !== null && !isDatabaseUrl(databaseUrl)) fault('databaseUrl');

  const givenSecret = given('LINLI_SECRET');
  if (givenSecret === undefined && mode === 'production') fault('secretMissing');
  if (givenSecret !== undefined && !isStrongSecret(givenSecret)) fault('secretWeak');

  const naming = given('LINLI_DB_NAMED_STATEMENTS') ?? 'on';
  if (naming !== 'on' && naming !== 'off') fault('namedStatements', { value: naming });

  const photoText = given('LINLI_PHOTO_MB') ?? '15';
  const photoMegabytes = wholeNumber(photoText, 1, 100);
  if (photoMegabytes === undefined) fault('photoMegabytes', { value: photoText });

  const templates = given('LINLI_TILES')?.split(/\s+/) ?? [];
  if (!templates.every(isTileTemplate)) fault('tiles');
  const datum = given('LINLI_TILES_DATUM') ?? 'wgs84';
  if (datum !== 'wgs84' && datum !== 'gcj02') fault('tilesDatum', { value: datum });
  const proxiesText = given('LINLI_PROXIES') ?? (mode === 'production' ? '1' : '0');
  const proxies = wholeNumber(proxiesText, 0, 9);
  if (proxies === undefined) fault('proxies', { value: proxiesText });

  const oidc = readOidc(given);
  if (typeof oidc === 'string') fault(oidc);
  const siteUrl = (given('LINLI_SITE_URL') ?? `http://${host}:${portText}`).replace(/\/+$/, '');
  const isSite = URL.canParse(siteUrl) && /^https?:$/.test(new URL(siteUrl).protocol);
  if (given('LINLI_SITE_URL') !== undefined && !isSite) fault('siteUrl');
  const notify = readNotifySettings(given, fault);
  const partners = (given('LINLI_PARTNERS') ?? '').split(/[\s,]+/).filter(Boolean);
  const strange = partners.find((text) => !isOrigin(text));
  if (strange !== undefined) fault('partners', { value: strange });

  if (faults.length > 0) return { ok: false, faults };
  const value: Config = {
    mode: mode as Config['mode'],
    districtId: districtId!,
    host,
    port: port!,
    dataFolder,
    databaseUrl,
    secret: givenSecret ?? demoSecret(dataFolder),
    namedStatements: naming === 'on',
    photoBytes: photoMegabytes! * bytesPerMegabyte,
    tiles: { templates, datum: datum as Config['tiles']['datum'] },
    proxies: proxies!,
    oidc: oidc as OidcSettings | null,
    siteUrl,
    notify,
    partners,
  };
  return { ok: true, value };
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}

/** The settings of single sign-on; null without any; the name of the fault when they are not whole or not safe. */
function readOidc(given: (name: string) => string | undefined): OidcSettings | null | 'oidcPartial' | 'oidcUnsafe' {
  const names = ['LINLI_OIDC_ISSUER', 'LINLI_OIDC_CLIENT_ID', 'LINLI_OIDC_CLIENT_SECRET', 'LINLI_PUBLIC_URL'] as const;
  const [issuer, clientId, clientSecret, publicUrl] = names.map(given);
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret || !publicUrl) return 'oidcPartial';
  if (![issuer, publicUrl].every(isSafeAddress)) return 'oidcUnsafe';
  return {
    issuer,
    clientId,
    clientSecret,
    nameZh: given('LINLI_OIDC_NAME') ?? '统一身份认证',
    nameEn: given('LINLI_OIDC_NAME_EN') ?? 'single sign-on',
    publicUrl: publicUrl.replace(/\/+$/, ''),
  };
}

/** Encrypted, or on this machine. */
function isSafeAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'https:') return true;
  return url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
}

function makeWritable(folder: string): boolean {
  try {
    makeFolders(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** One by one: the recursive form of mkdir never returns where a file system says that a parent is missing. */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  unlessMadeMeanwhile(() => mkdirSync(folder));
}

/** Another command that began at the same moment may have made it; then it stands. */
function unlessMadeMeanwhile(make: () => void): void {
  try {
    make();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function isDatabaseUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;

const isTileTemplate = (text: string): boolean =>
  ['{z}', '{x}', '{y}'].every((part) => text.includes(part)) && /^https?:\/\/[^/]+\//.test(text);

/** Turns away short ones and those that people leave in place: one word repeated, `change-me`, an example. */
function isStrongSecret(secret: string): boolean {
  if (secret.length < shortestSecret || new Set(secret).size < fewestDifferentCharacters) return false;
  return !/change.?me|example|default|password|secret|linli|123456|abcdef/i.test(secret);
}

function demoSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret');
  if (!existsSync(file)) writeOnce(file, `${randomBytes(32).toString('base64url')}\n`);
  return readFileSync(file, 'utf8').trim();
}

/** Whole before it has its name, so that nobody reads half of it. */
function writeOnce(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  try {
    unlessMadeMeanwhile(() => linkSync(draft, file));
  } finally {
    rmSync(draft, { force: true });
  }
}
