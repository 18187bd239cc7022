import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import type { Work } from '../../../platform/work.ts';
import type { Reach } from '../contract/reach.ts';

/** What sending and asking stand on (对接往来). */
export type Exchange = {
  /** Runs one piece of work of the timer in a transaction of its own. */
  readonly asTimer: <T>(run: (work: Work) => Promise<T>) => Promise<T>;
  readonly keys: () => Promise<DistrictKeys>;
  readonly reach: Reach;
  /** How long one call may take; absent: fifteen seconds. */
  readonly timeoutMs?: number;
  /** Ends the call that is waited for, and begins no other. */
  readonly signal?: AbortSignal;
};

/** Where the key of a connection belongs: it does not open in another district or for another body. */
export const keyContext = (districtId: number, bodyId: string): string =>
  `partners.connections ${districtId} ${bodyId}`;
