import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { AreaChangeOrder, ChangePlan } from '../contract/area-change.ts';
import type { ChangeRefusal } from '../rules/change-facts.ts';
import { planChange } from '../rules/plan-change.ts';
import { loadAreaFacts, loadChanges, loadToday, queueChanges, saveChange, saveEffect } from '../store/change-store.ts';
import { carryOut } from './carry-out-change.ts';

export type ChangeDecided = { readonly id: string; readonly isDone: boolean; readonly repeated: boolean };
export type DecideRefusal = ChangeRefusal | 'area.change_pending' | 'area.change_used_elsewhere';

/** The codes that a change names; two changes that wait for their day may not name the same area. */
export const codesOf = (order: AreaChangeOrder): string[] =>
  order.kind === 'merge'
    ? [order.code, order.into]
    : order.kind === 'split'
      ? [order.code, ...order.parts.flatMap(({ grids }) => grids)]
      : [order.code];

const nameOf = (order: AreaChangeOrder) => ('nameZh' in order ? order.nameZh : '');

/** Works out what an order would do today (变更预览), with nothing written; refused like {@link decideAreaChange}. */
export async function planOf(work: Work, order: AreaChangeOrder): Promise<Result<ChangePlan, DecideRefusal>> {
  const around = codesOf(order).map((code) => (code.length >= 12 ? code.slice(0, 9) : code));
  const areas = await loadAreaFacts(work, [...new Set(around)]);
  const plan = planChange(order, { districtId: work.districtId, areas });
  if (!plan.ok) return plan;
  for (const code of order.kind === 'found' ? [] : codesOf(order)) {
    const [waiting] = (await loadChanges(work, { code, isOpen: true })).filter(({ id }) => id !== order.id);
    if (waiting) return refuse('area.change_pending', { on: waiting.on, source: waiting.source });
  }
  return plan;
}

/**
 * Decides a change of areas (决定区划变更): it takes effect at once when its day has come, else on its day by the timer.
 *
 * @returns whether it took effect, also for the same order sent again; or a refusal:
 *   - those of {@link planChange}
 *   - `area.change_pending`: another change of one of these areas waits for its day
 *   - `area.change_used_elsewhere`: the id belongs to another order
 * @source S09
 */
export async function decideAreaChange(
  work: Work,
  order: AreaChangeOrder,
): Promise<Result<ChangeDecided, DecideRefusal>> {
  await queueChanges(work);
  const [known] = await loadChanges(work, { id: order.id });
  if (known) {
    const isSame = codesOf(known.order).join() === codesOf(order).join() && known.order.kind === order.kind;
    if (!isSame || known.on !== order.on || nameOf(known.order) !== nameOf(order))
      return refuse('area.change_used_elsewhere');
    return done({ id: order.id, isDone: known.effect?.what === 'done', repeated: true });
  }
  const plan = await planOf(work, order);
  if (!plan.ok) return plan;
  await saveChange(work, order, codesOf(order), work.actor.kind === 'worker' ? work.actor.accountId : null);
  const isDue = order.on <= (await loadToday(work));
  if (isDue) await carryOut(work, order, plan.value);
  return done({ id: order.id, isDone: isDue, repeated: false });
}

/**
 * Withdraws a change before its day (撤回变更).
 *
 * @returns done; or a refusal: `change.not_found`; `area.change_over`: it took effect, or was withdrawn, before
 */
export async function withdrawAreaChange(
  work: Work,
  id: string,
): Promise<Result<null, 'change.not_found' | 'area.change_over'>> {
  await queueChanges(work);
  const [known] = await loadChanges(work, { id });
  if (!known) return refuse('change.not_found');
  const by = work.actor.kind === 'worker' ? work.actor.accountId : null;
  if (known.effect || !(await saveEffect(work, id, { what: 'withdrawn', by }))) return refuse('area.change_over');
  return done(null);
}
