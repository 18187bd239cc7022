import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { migrate } from '../../../platform/db/migrate.ts';
import { findFreePort, startServerProcess } from '../../trial/server-process.ts';
import { tellAfterwards } from './told.ts';
import { withClient, type Store } from './store.ts';

export const BASE = 'bench_base';
const MADE_WITHIN_MS = 1_800_000;

/** The demo district as the server itself makes it, with its month, when its days are folded into digests and drawn from. */
export const ensureBase = (store: Store): Promise<void> =>
  store.ensure(BASE, null, async (databaseUrl) => {
    await migrate(databaseUrl);
    const folder = join(store.folder, 'data');
    const port = await findFreePort();
    const server = await startServerProcess({ folder, port, databaseUrl, readyWithinMs: MADE_WITHIN_MS });
    try {
      await withClient(databaseUrl, async (owner) => {
        while ((await owner.query('select from matters.visit_draws limit 1')).rowCount === 0) await wait(500);
      });
    } finally {
      await server.end('SIGTERM');
    }
    await withClient(databaseUrl, (owner) => owner.query(tellAfterwards));
  });
