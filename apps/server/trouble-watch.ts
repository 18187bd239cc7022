import type { FastifyBaseLogger } from 'fastify';
import { findTrouble, type Trouble } from '../../platform/trouble.ts';
import type { Ground } from './ground.ts';

type Met = { readonly trouble: Trouble; readonly at: number; readonly loggedAt: number };

/** The last one that each server met; in milliseconds that no jump of the clock moves. */
const met = new WeakMap<Ground['db'], Met>();

const LOG_EVERY_MS = 10_000;
/** As long as the rounds that would meet it again, and half a minute. */
const FORGET_AFTER_MS = 50_000;

/**
 * Says whether an error comes from something outside that fails (外部故障), remembers it for `/healthz`, and logs it: a database
 * that is away for minutes is one line every ten seconds, not one for each request.
 */
export function meetTrouble({ db }: Pick<Ground, 'db'>, error: unknown, log?: FastifyBaseLogger): Trouble | undefined {
  const trouble = findTrouble(error);
  if (!trouble) return undefined;
  const at = performance.now();
  const before = met.get(db);
  const isKnown = before?.trouble.code === trouble.code && at - before.loggedAt < LOG_EVERY_MS;
  if (log && !isKnown) log.error({ trouble: trouble.code, reason: reasonOf(error) }, 'something outside fails');
  met.set(db, { trouble, at, loggedAt: isKnown || !log ? (before?.loggedAt ?? -LOG_EVERY_MS) : at });
  return trouble;
}

export const isOfStorage = ({ code }: Trouble): boolean => code.startsWith('trouble.storage_');

/** A full or read-only disk that was met a moment ago, and that shows only to who writes; undefined: none. */
export function recentStorageTrouble({ db }: Pick<Ground, 'db'>): Trouble | undefined {
  const last = met.get(db);
  const isRecent = last && performance.now() - last.at < FORGET_AFTER_MS;
  return isRecent && isOfStorage(last.trouble) ? last.trouble : undefined;
}

/** The code only: what the database says of a statement may hold what somebody wrote. */
const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return typeof code === 'string' ? code : String(message);
};
