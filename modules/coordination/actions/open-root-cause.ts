import { v5 as uuidv5 } from 'uuid';
import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findBody } from '../../bodies/index.ts';
import {
  findHeldProcedure,
  listStandings,
  mayBeAddressed,
  mayOpenAtDesk,
  openByWorker,
  takeStep,
  type FieldsRefused,
} from '../../matters/index.ts';
import { rootCause } from '../procedures/root-cause.ts';
import { findOpenRootOf } from '../store/repeat-clusters.ts';
import { isThreshold, THRESHOLD } from '../rules/repeats.ts';
import { queueRootCauses } from '../store/root-queue.ts';
import { insertThreshold } from '../store/threshold-store.ts';
import { workerOf, wrong, wrongBody } from './hold-meeting.ts';

/** Names the commands that tie the matters to their root-cause item, so that opening again ties nothing twice. */
const TIES = '3c0a8a0e-61c5-5b53-8d6b-3a6b0c1c9d21';

export type OpenRootCause = {
  readonly commandId: string;
  readonly what: string;
  readonly why: string;
  readonly bodyId: string | null;
  readonly matters: readonly string[];
};

/**
 * Opens a root-cause item (根治立项) for the owner of the policy and takes up the matters that belong together, in the caller's
 * transaction. The same command again changes nothing.
 *
 * @returns its id and number; or a refusal: `opening.not_your_post`, `matter.not_found` (one of them is not in the asker's
 *   scope), `repeats.taken_already` (an item that is open has one of them), `input.fields`, those of {@link openByWorker}
 * @source catalogue S39
 */
export async function openRootCause(
  work: Work,
  order: OpenRootCause,
): Promise<Result<{ id: string; number: string }> | FieldsRefused> {
  const by = workerOf(work);
  const procedure = await findHeldProcedure(work, rootCause.id);
  if (!procedure) return refuse('procedure.not_found');
  const may = mayOpenAtDesk(procedure, by);
  if (!may.allowed) return refuse(may.code);
  await queueRootCauses(work);
  const taken = await listStandings(work, order.matters);
  if (taken.size < new Set(order.matters).size) return refuse('matter.not_found');
  const keeper = order.bodyId === null ? undefined : await findBody(work, order.bodyId);
  const field = procedure.opening.asks['body'];
  if (!keeper || !field || !mayBeAddressed(keeper, field, by.areaCode))
    return wrongBody(procedure.opening.asks, { what: order.what, why: order.why, body: order.bodyId ?? '' });
  const all = [...taken.values()];
  const opened = await openByWorker(work, procedure, {
    by,
    commandId: order.commandId,
    areaCode: sharedArea(all.map(({ areaCode }) => areaCode)),
    place: '',
    title: order.what,
    keeper,
    input: { what: order.what, why: order.why, body: keeper.bodyId },
  });
  if (!opened.ok) return opened;
  const { matterId, repeated } = opened.value;
  if (!repeated) {
    const earlier = await findOpenRootOf(work, order.matters);
    if (earlier) return refuse('repeats.taken_already', { number: earlier.number });
    await takeUpAll(work, { matterId, commandId: order.commandId, ids: [...taken.keys()] });
  }
  const number = (await listStandings(work, [matterId])).get(matterId)?.number ?? '';
  return done({ id: matterId, number });
}

/** Takes matters up in a root-cause item that was just opened by this command (列入). */
export async function takeUpAll(
  work: Work,
  {
    matterId,
    commandId,
    ids,
  }: { readonly matterId: string; readonly commandId: string; readonly ids: readonly string[] },
): Promise<void> {
  for (const { number } of (await listStandings(work, ids)).values()) {
    const tied = await takeStep(work, {
      matterId,
      step: 'takeUp',
      commandId: uuidv5(`${work.districtId} ${commandId} ${number}`, TIES),
      seenSeq: 1,
      input: { about: number },
    });
    if (!tied.ok) throw new Error(`a root-cause item could not take up ${number}: ${tied.code}`);
  }
}

/** The narrowest area that holds them all: a community, a sub-district or the district. */
export function sharedArea(codes: readonly string[]): string {
  const first = codes[0] ?? '';
  const length = [12, 9, 6].find((digits) => codes.every((code) => code.slice(0, digits) === first.slice(0, digits)));
  return first.slice(0, length ?? 6);
}

/**
 * Chooses from which number on something comes again and again (反复出现的件数), within the bounds.
 *
 * @returns done, or `input.fields` with `repeats.bad_number` or `field.required`
 */
export async function setThreshold(
  work: Work,
  order: { readonly commandId: string; readonly amount: number; readonly source: string },
): Promise<Result<undefined> | FieldsRefused> {
  const { accountId } = workerOf(work);
  if (!isThreshold(order.amount)) {
    const { least, most } = THRESHOLD;
    return {
      ok: false,
      code: 'input.fields',
      fields: { amount: { code: 'repeats.bad_number', details: { least, most } } },
    };
  }
  const source = order.source.trim();
  if (source === '') return wrong('source', 'field.required');
  if ([...source].length > 200) return wrong('source', 'meeting.too_long');
  await insertThreshold(work, { id: order.commandId, amount: order.amount, source, accountId });
  return done(undefined);
}
