import type { FastifyBaseLogger } from 'fastify';
import { lookAtSystems, sendHandoffs, type Exchange, type Reach } from '../../modules/partners/index.ts';
import type { Config } from '../../platform/config.ts';
import { districtKeys } from '../../platform/crypto/keys.ts';
import type { Ground } from './ground.ts';
import { asTimer, startRounds } from './rounds.ts';

const EVERY_MS = 10_000;

/** Which servers of outside bodies may be called: those the operator named, and in a demo this machine. */
export const reachOf = ({ partners, mode }: Pick<Config, 'partners' | 'mode'>): Reach => ({
  origins: partners,
  isDemo: mode === 'demo',
});

export const exchangeOf = (ground: Ground): Exchange => ({
  asTimer: (run) => asTimer(ground, run),
  keys: () => districtKeys(ground.db, ground.districtId, ground.config.secret),
  reach: reachOf(ground.config),
});

/**
 * Sends what is due to the systems of outside bodies and asks them how things stand (对接往来), every few seconds, apart from the clocks
 * and the outbox, so that a slow system holds up nothing else.
 */
export function startExchange(ground: Ground, log: FastifyBaseLogger): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const exchange = { ...exchangeOf(ground), signal: ending.signal };
  const rounds = startRounds(EVERY_MS, async () => {
    await sendHandoffs(exchange).catch((error: unknown) =>
      log.error({ err: error }, 'outside bodies could not be told'),
    );
    await lookAtSystems(exchange).catch((error: unknown) =>
      log.error({ err: error }, 'outside bodies could not be asked'),
    );
  });
  return {
    stop: () => {
      ending.abort(); // a system that does not answer keeps the server no longer
      return rounds.stop();
    },
  };
}
