import { timingSafeEqual } from 'node:crypto';
import type { Kysely } from 'kysely';
import { blindIndex } from '../../../platform/crypto/cipher.ts';
import { normalizeCode } from '../../../platform/crypto/code.ts';
import type { DistrictKeys } from '../../../platform/crypto/keys.ts';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import { areaScope, type Work } from '../../../platform/work.ts';
import { networkOf } from '../../accounts/index.ts';
import { findMatterIdByNumber, readMatterNumber } from '../../matters/index.ts';
import { followCodeOf } from '../rules/follow-code.ts';
import { codePaces, countWrongCode, mayTryCode, paceHere, type WrongCodes } from '../rules/follow-lock.ts';
import { holdNumber } from '../store/code-attempt-store.ts';
import { emptyPace, loadPace, loadPacesForChange, savePaces } from '../store/pace-store.ts';

type Shown = {
  readonly districtId: number;
  readonly number: string;
  readonly code: string;
  /** The address of the network that it came from; kept as a keyed hash, for a day. */
  readonly address: string;
  readonly now: Date;
};

/**
 * Opens a request to someone who has its number and code (凭码查询). The try is counted even when it is refused, so this
 * keeps its own transaction. Wrong codes are counted by the network that they come from, so that who guesses at a
 * neighbour's number closes it to themselves alone.
 *
 * @returns the matter; or a refusal: `follow.wrong_code`, the same for a number that does not exist, or
 *   `follow.locked` with the minutes left
 * @source decision 0029
 */
export async function showCode(
  db: Kysely<Database>,
  { districtId, now, ...shown }: Shown,
  keys: DistrictKeys,
): Promise<Result<{ matterId: string }, 'follow.wrong_code' | 'follow.locked'>> {
  const number = readMatterNumber(shown.number);
  if (!number) return refuse('follow.wrong_code');
  const doors = doorsOf(keys, number, networkOf(shown.address));
  const answer = await inTransaction(
    db,
    { districtId, now, actor: { kind: 'public' }, scope: areaScope('') },
    async (work) => {
      const [, wrong, matterId] = await Promise.all([
        holdNumber(work, number),
        loadWrongCodes(work, doors),
        findMatterIdByNumber(work, number),
      ]);
      const may = mayTryCode(wrong, now);
      if (!may.ok) return { refused: may };
      if (matterId && isSame(followCodeOf(keys, matterId), normalizeCode(shown.code))) {
        if (wrong.here) await emptyPace(work, 'codeHere', doors.codeHere);
        return { matterId };
      }
      await countAt(work, doors, wrong);
      return { refused: refuse('follow.wrong_code') };
    },
  );
  return 'matterId' in answer ? done({ matterId: answer.matterId }) : answer.refused;
}

const doorsOf = ({ index }: DistrictKeys, number: string, network: string) => ({
  codeHere: blindIndex(index, 'code here', `${number} ${network}`),
  codeNumber: blindIndex(index, 'code number', number),
  codeNetwork: blindIndex(index, 'code network', network),
});
type Doors = ReturnType<typeof doorsOf>;

async function loadWrongCodes(work: Work, doors: Doors): Promise<WrongCodes> {
  const [here, number, network] = await Promise.all([
    loadPace(work, 'codeHere', doors.codeHere),
    loadPace(work, 'codeNumber', doors.codeNumber),
    loadPace(work, 'codeNetwork', doors.codeNetwork),
  ]);
  return { here, number, network };
}

/** Counts a wrong code at each door, that of the network last, because others who hold other numbers wait for it. */
async function countAt(work: Work, doors: Doors, { number }: WrongCodes): Promise<void> {
  const paces = [
    ['codeHere', paceHere(number, work.now)],
    ['codeNumber', codePaces.number],
    ['codeNetwork', codePaces.network],
  ] as const;
  const counted = paces.map(([kind, pace]) => ({ kind, pace, subject: Buffer.from(doors[kind]) }));
  const buckets = await loadPacesForChange(work, counted);
  await savePaces(
    work,
    counted.map(({ kind, pace, subject }, n) => ({ kind, subject, ...countWrongCode(buckets[n], pace, work.now) })),
  );
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
