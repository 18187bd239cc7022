import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { findArea, getToday, listDoors } from '../../territory/index.ts';
import type { NewCharge } from '../contract/chain.ts';
import { mayCharge, type ChargeRefusal, type ChargeWish } from '../rules/may-charge.ts';
import { endChargeAt, hasCharge, saveCharges } from '../store/charge-store.ts';
import { loadPost } from '../store/post-store.ts';

export type SetCharge = ChargeWish & { readonly commandId: string; readonly postId: string };

/**
 * Charges the holder of a post with a place (包联); who had it until now is kept with the day on which that ended.
 * The same command again changes nothing.
 *
 * @returns done, or a refusal of {@link mayCharge}, `area.not_found` or `post.not_found`
 */
export async function setCharge(
  work: Work,
  wish: SetCharge,
): Promise<Result<undefined, ChargeRefusal | 'area.not_found' | 'post.not_found'>> {
  if (await hasCharge(work, wish.commandId)) return done(undefined);
  const area = await findArea(work, wish.areaCode);
  if (!area) return refuse('area.not_found');
  const places = wish.rung === 'buildingContact' ? await listDoors(work, wish.areaCode) : [];
  const decision = mayCharge(wish, new Set(places.flatMap(({ labels }) => labels)));
  if (!decision.ok) return decision;
  if (!(await loadPost(work, wish.postId))) return refuse('post.not_found');
  const { commandId, ...charge } = wish;
  await endChargeAt(work, wish);
  await saveCharges(work, [{ ...charge, id: commandId, fromOn: await getToday(work) }]);
  return done(undefined);
}

/** Creates charges (包联) in bulk, when a district is set up. */
export async function createCharges(work: Work, list: readonly NewCharge[]): Promise<void> {
  await saveCharges(work, list);
}

/**
 * Ends who is charged with a place, from today; the rung then shows as a gap.
 *
 * @returns done, or the refusal `charge.not_found`: nobody is charged with it
 */
export async function endCharge(work: Work, at: ChargeWish): Promise<Result<undefined, 'charge.not_found'>> {
  return (await endChargeAt(work, at)) ? done(undefined) : refuse('charge.not_found');
}
