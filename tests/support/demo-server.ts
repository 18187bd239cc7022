import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { computeDemoRows, demoDistrictId } from '../../db/demo/demo-district.ts';
import { demoSignIns, type DemoSignIn } from '../../db/demo/demo-sign-ins.ts';
import { installed } from '../../apps/server/procedures.ts';
import { makeServer, ssoOf } from '../../apps/server/server.ts';
import { demoAccountsOf } from '../../apps/server/demo-accounts.ts';
import { startListening } from '../../apps/server/listeners.ts';
import type { Ground } from '../../apps/server/ground.ts';
import { installProcedures } from '../../modules/matters/index.ts';
import { openChannels } from '../../platform/notify/channels.ts';
import type { OidcSettings } from '../../platform/config.ts';
import { openFileFolder } from '../../platform/files/folder.ts';
import { freshDatabase } from './database.ts';

export type DemoServer = {
  readonly app: FastifyInstance;
  readonly ground: Ground;
  /** Connects as owner, past row-level security. */
  readonly databaseUrl: string;
  readonly signIns: readonly DemoSignIn[];
  /** The clock of the server; a test turns it. */
  readonly setNow: (now: Date) => void;
  /** Signs in as one of the demo people and gives the cookie. */
  readonly signIn: (key: string) => Promise<string>;
  readonly ask: (
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    with_?: {
      cookie?: string;
      body?: unknown;
      /** The network address it comes from. */
      from?: string;
    },
  ) => Promise<Answer>;
  /** Opens a free port for browsers and gives the address before every path. */
  readonly listen: () => Promise<string>;
  readonly close: () => Promise<void>;
};
export type Answer = { readonly status: number; readonly body: Body; readonly raw: LightMyRequestResponse };
/** Whatever the server said; each test knows what it expects. */
type Body = ReturnType<typeof JSON.parse>;

/** The whole server on a database of its own with the demo district and no requests. */
export async function startDemoServer(
  now = new Date('2026-11-18T02:00:00Z'),
  oidc: OidcSettings | null = null,
): Promise<DemoServer> {
  const database = await freshDatabase('linli_demo');
  const folder = mkdtempSync(join(tmpdir(), 'linli-test-'));
  let clock = now;
  installProcedures(installed);
  startListening();
  const districtId = demoDistrictId;
  const ground: Ground = {
    config: {
      mode: 'demo',
      districtId: null,
      host: '127.0.0.1',
      port: 0,
      dataFolder: folder,
      databaseUrl: database.url,
      secret: 'a secret of the tests, long enough to be one',
      namedStatements: true,
      photoBytes: 15 * 1_048_576,
      tiles: { templates: [], datum: 'wgs84' },
      proxies: 0,
      oidc,
      siteUrl: 'https://site.invalid',
      notify: { mail: null, sms: null, wechat: null },
      partners: [],
    },
    db: database.db,
    files: openFileFolder(join(folder, 'files')),
    notify: openChannels({ mail: null, sms: null, wechat: null }, true),
    districtId,
    clock: () => clock,
  };
  const app = await makeServer(ground, {
    demoAccounts: await demoAccountsOf(database.db, districtId),
    sso: ssoOf(ground.config),
  });
  const signIns = demoSignIns(computeDemoRows());

  const ask: DemoServer['ask'] = async (method, url, { cookie, body, from } = {}) => {
    const headers = cookie ? { cookie } : {};
    const options: InjectOptions = { method, url, headers, ...(from ? { remoteAddress: from } : {}) };
    const raw = await app.inject(body === undefined ? options : { ...options, payload: body as object });
    const isJson = String(raw.headers['content-type']).includes('json');
    return { status: raw.statusCode, body: isJson ? raw.json() : raw.body, raw };
  };
  return {
    app,
    ground,
    databaseUrl: database.url,
    signIns,
    setNow: (next) => {
      clock = next;
    },
    signIn: async (key) => {
      const accountId = signIns.find((one) => one.key === key)?.accountId;
      const { raw } = await ask('POST', '/api/demo/session', { body: { accountId } });
      return String(raw.headers['set-cookie']).split(';')[0] as string;
    },
    ask,
    listen: () => app.listen({ host: '127.0.0.1', port: 0 }),
    close: async () => {
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
