import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makeServer, ssoOf } from '../../apps/server/server.ts';
import { demoDistrictId } from '../../db/demo/demo-district.ts';
import { openDatabase } from '../../platform/db/database.ts';
import { openFileFolder } from '../../platform/files/folder.ts';
import { readConfig } from '../../platform/config.ts';
import { openChannels } from '../../platform/notify/channels.ts';
import { listServedRoutes } from './served-routes.ts';

/** A single sign-on that nobody answers at, so that its routes are served and attacked too. */
export const unreachableSso = {
  LINLI_OIDC_ISSUER: 'http://127.0.0.1:9/',
  LINLI_OIDC_CLIENT_ID: 'linli',
  LINLI_OIDC_CLIENT_SECRET: 'invented',
  LINLI_PUBLIC_URL: 'http://127.0.0.1:9',
};

/** The routes of the server that runs beside: made once more here, of the same settings, and never opened. */
export async function listRoutesOf(folder: string, databaseUrl: string): Promise<readonly string[]> {
  const reading = readConfig({ ...unreachableSso, LINLI_DATA: folder, LINLI_MODE: 'demo', DATABASE_URL: databaseUrl });
  if (!reading.ok) throw new Error(reading.faults.map(({ text }) => text).join('\n'));
  const config = reading.value;
  const db = openDatabase(databaseUrl);
  const notify = openChannels(config.notify, true);
  const files = openFileFolder(join(folder, 'files'));
  const ground = { config, db, files, notify, districtId: demoDistrictId, clock: () => new Date() };
  try {
    return await listServedRoutes(() => makeServer(ground, { demoAccounts: [], sso: ssoOf(config) }));
  } finally {
    await db.destroy();
  }
}

/** Every log below a folder. */
export const logsBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.log'))
    .map((path) => join(folder, path));
