import type { FastifyBaseLogger } from 'fastify';
import { listUnheld } from '../../modules/matters/index.ts';
import { tellUnheld } from '../../modules/notices/index.ts';
import type { Ground } from './ground.ts';
import { asTimer } from './rounds.ts';

/** What the last look for open matters that nobody holds (无人承办) gave; `/healthz` shows it without asking the database anew. */
export type UnheldWatch = { unheld: number; at: string | null };

const watches = new WeakMap<Ground, UnheldWatch>();

/** The last look of this server; none before the first. */
export const unheldOf = (ground: Ground): UnheldWatch => watches.get(ground) ?? { unheld: 0, at: null };

const EVERY_MS = 60_000;

/**
 * Looks once a minute for open matters that nobody holds (无人承办告警), which must be none: each is told to the head of the tier
 * above and of the centre once a day, logged, and counted in `/healthz`.
 *
 * @returns how many there are, up to a hundred; undefined when it was looked a moment ago
 */
export async function watchUnheldOnce(ground: Ground, log: FastifyBaseLogger): Promise<number | undefined> {
  const now = ground.clock();
  const before = unheldOf(ground);
  const sinceMs = before.at === null ? EVERY_MS : Math.abs(now.getTime() - new Date(before.at).getTime());
  if (sinceMs < EVERY_MS) return undefined;
  const unheld = await asTimer(ground, async (work) => {
    const found = await listUnheld(work);
    await tellUnheld(work, found);
    return found;
  });
  watches.set(ground, { unheld: unheld.length, at: now.toISOString() });
  if (unheld.length > 0 && unheld.length !== before.unheld)
    log.error({ matters: unheld.map(({ number, why }) => `${number} ${why}`) }, 'open matters are held by nobody');
  return unheld.length;
}
