import type { FastifyBaseLogger } from 'fastify';
import { deliverMessages } from '../../modules/notices/index.ts';
import { districtKeys } from '../../platform/crypto/keys.ts';
import { inTransaction } from '../../platform/db/transaction.ts';
import { areaScope } from '../../platform/work.ts';
import type { Ground } from './ground.ts';

const EVERY_MS = 5_000;

/** Sends the messages that are due, once; two servers at once never send the same one. */
export function deliverOnce(ground: Ground): Promise<number> {
  const { db, districtId, config, notify, clock } = ground;
  const actor = { kind: 'system', name: 'timer' } as const;
  return deliverMessages({
    asTimer: (run) => inTransaction(db, { districtId, now: clock(), actor, scope: areaScope('') }, run),
    keys: () => districtKeys(db, districtId, config.secret),
    channels: notify.channels,
    siteUrl: config.siteUrl,
  });
}

/** Empties the outbox every few seconds, apart from the clocks, so that a slow gateway holds up nothing else. */
export function startDelivery(ground: Ground, log: FastifyBaseLogger): { readonly stop: () => Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let isBusy = false;
  const round = () => {
    if (isBusy) return;
    isBusy = true;
    running = deliverOnce(ground)
      .catch((error: unknown) => log.error({ err: error }, 'the outbox could not be emptied'))
      .finally(() => {
        isBusy = false;
      });
  };
  const interval = setInterval(round, EVERY_MS);
  round();
  return {
    stop: async () => {
      clearInterval(interval);
      await running;
    },
  };
}
