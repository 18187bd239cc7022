import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { sayRefusal } from '../../platform/i18n/words.ts';
import type { Trouble } from '../../platform/trouble.ts';
import type { Ground } from './ground.ts';
import { isOfStorage, meetTrouble, recentStorageTrouble } from './trouble-watch.ts';
import { unheldOf } from './unheld-watch.ts';

/**
 * `/healthz` (健康检查): `ok`, and in words what fails outside (`trouble`). 503 while the database does not answer, because
 * then nothing can be done here; a full or read-only disk is said with 200, because reading goes on.
 */
export function registerHealth(app: FastifyInstance, ground: Ground): void {
  app.get('/healthz', async (request, reply) => {
    const { unheld, at } = unheldOf(ground);
    const present = await findPresent(ground, request.log);
    const trouble = present ?? recentStorageTrouble(ground);
    if (!trouble) return { ok: true, unheld, unheldLookedAt: at };
    return reply.code(present && !isOfStorage(present) ? 503 : 200).send({
      ok: false,
      trouble: { code: trouble.code, message: sayRefusal(trouble) },
      unheld,
      unheldLookedAt: at,
    });
  });
}

/** Looks at database and folder of attachments now. */
async function findPresent(ground: Ground, log: FastifyInstance['log']): Promise<Trouble | undefined> {
  try {
    await sql`select 1`.execute(ground.db);
    await ground.files.check();
    return undefined;
  } catch (error) {
    const trouble = meetTrouble(ground, error, log);
    if (!trouble) throw error;
    return trouble;
  }
}
