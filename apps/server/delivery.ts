import type { FastifyBaseLogger } from 'fastify';
import { deliverMessages } from '../../modules/notices/index.ts';
import { districtKeys } from '../../platform/crypto/keys.ts';
import type { Ground } from './ground.ts';
import { asTimer, startRounds } from './rounds.ts';

const EVERY_MS = 5_000;

/** Sends the messages that are due, once; two servers at once never send the same one. */
export function deliverOnce(ground: Ground): Promise<number> {
  const { db, districtId, config, notify } = ground;
  return deliverMessages({
    asTimer: (run) => asTimer(ground, run),
    keys: () => districtKeys(db, districtId, config.secret),
    channels: notify.channels,
    siteUrl: config.siteUrl,
  });
}

/** Empties the outbox every few seconds, apart from the clocks, so that a slow gateway holds up nothing else. */
export function startDelivery(ground: Ground, log: FastifyBaseLogger): { readonly stop: () => Promise<void> } {
  return startRounds(EVERY_MS, () =>
    deliverOnce(ground).catch((error: unknown) => log.error({ err: error }, 'the outbox could not be emptied')),
  );
}
