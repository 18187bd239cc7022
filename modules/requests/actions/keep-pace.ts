import { blindIndex } from '../../../platform/crypto/cipher.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import { done, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { paces, takeTurn, type Bucket, type Pace, type PaceKind } from '../rules/pace.ts';
import { deleteOldPaces, loadPacesForChange, savePaces, type Counted } from '../store/pace-store.ts';

/** Who sends, as far as it is known; each is counted apart. */
export type Sender = {
  /** What tells a person apart: a telephone number, a device, an account. */
  readonly person?: string;
  readonly address?: string;
  readonly client?: { readonly id: string; readonly pace: Pace };
  /** What is sent: sent again because no answer came, it takes no second turn. */
  readonly commandId?: string;
};

/**
 * Lets a sender send one request (限速), counted in the database, so that several servers count together.
 *
 * @returns nothing; or the refusal `pace.locked` with the seconds until there is room, and then nothing was counted
 */
export async function keepPace(
  work: Work,
  { person, address, client, commandId }: Sender,
  keys: DistrictKeys,
): Promise<Result<null, 'pace.locked'>> {
  const asked: readonly (readonly [PaceKind, string | undefined, Pace])[] = [
    ['address', address, paces.address],
    ['client', client?.id, client?.pace ?? paces.address],
    ['person', person, paces.person],
  ];
  const counted = asked.flatMap(([kind, who, pace]) =>
    who ? [{ kind, pace, subject: Buffer.from(blindIndex(keys.index, `pace ${kind}`, who)) }] : [],
  );
  if (counted.length === 0) return done(null);
  const buckets = await loadPacesForChange(work, counted);
  const filled: (Counted & Bucket)[] = [];
  for (const [n, { kind, subject, pace }] of counted.entries()) {
    if (commandId !== undefined && buckets[n]?.commandId === commandId) continue;
    const turn = takeTurn(buckets[n], pace, work.now);
    if (!turn.ok) return turn;
    filled.push({ kind, subject, ...turn.value });
  }
  if (filled.length > 0) await savePaces(work, filled, commandId);
  return done(null);
}

/** Forgets what is no longer needed to keep pace. */
export const forgetPaces = (work: Work): Promise<void> => deleteOldPaces(work);
