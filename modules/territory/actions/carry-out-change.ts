import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { AreaChangeOrder, AreasChanged, ChangePlan } from '../contract/area-change.ts';
import { areaKindOf, parentOf } from '../rules/area-code.ts';
import { planChange } from '../rules/plan-change.ts';
import { saveAreas } from '../store/area-store.ts';
import {
  loadAddresses,
  loadAreaFacts,
  loadChanges,
  loadToday,
  queueChanges,
  saveEffect,
  savePlan,
} from '../store/change-store.ts';
import { followRegisters, openRegisters } from './follow-change.ts';

export type AreasChangedListener = (work: Work, changed: AreasChanged) => Promise<void>;
const listeners = new Map<string, AreasChangedListener>();

/** Counts what still lies in areas that would end (撤销前的清点), as numbers only: modules above know of matters and posts. */
export type CountStaying = (
  work: Work,
  endedCodes: readonly string[],
) => Promise<{ readonly openMatters: number; readonly posts: number }>;

/** Refuses the end of an area in which something still lies (`area.not_empty`); asked when it is decided, and on its day. */
export async function checkEmpty(
  work: Work,
  order: AreaChangeOrder,
  countStaying: CountStaying,
): Promise<Result<null, 'area.not_empty'>> {
  if (order.kind !== 'end') return done(null);
  const { openMatters, posts } = await countStaying(work, [order.code]);
  return openMatters + posts > 0 ? refuse('area.not_empty', { openMatters, posts }) : done(null);
}

/** Lets a module above follow a change of areas, in the same transaction; one listener a name. */
export function listenToAreasChanged(name: string, listener: AreasChangedListener): void {
  listeners.set(name, listener);
}

/** Writes a change into the tree and tells the modules above; a second time does nothing. */
export async function carryOut(work: Work, order: AreaChangeOrder, plan: ChangePlan): Promise<void> {
  const by = work.actor.kind === 'worker' ? work.actor.accountId : null;
  if (!(await saveEffect(work, order.id, { what: 'done', by }))) return;
  const registers = await openRegisters(work, plan);
  const heirs = new Map(plan.successions.filter(({ isWhole }) => isWhole).map(({ from, to }) => [to, from]));
  const addresses = await loadAddresses(work, [...heirs.values()]);
  const founded = plan.founded.map((area) => ({
    ...area,
    kind: areaKindOf(area.code)!,
    parentCode: parentOf(area.code) ?? null,
    addresses: addresses.get(heirs.get(area.code) ?? '') ?? [],
    foundedOn: order.on,
  }));
  if (founded.length > 0) await saveAreas(work, founded);
  await savePlan(work, order.id, order.on, plan);
  await followRegisters(work, order.id, plan, registers);
  await announceAreasChanged(work, { changeId: order.id, kind: order.kind, on: order.on, plan });
}

/** Tells the modules above of a change that is written, in its transaction. */
export async function announceAreasChanged(work: Work, changed: AreasChanged): Promise<void> {
  for (const listener of listeners.values()) await listener(work, changed);
}

/** Changes whose day has come and that have not taken effect, the earliest first. */
export async function listDueChanges(work: Work): Promise<string[]> {
  const due = await loadChanges(work, { dueOn: await loadToday(work), isOpen: true });
  return due.map(({ id }) => id).reverse();
}

/**
 * Lets one decided change take effect (变更生效) when its day has come. What has become impossible since it was decided is
 * noted with its reason and changes nothing. Two timers at once: the second finds it done.
 *
 * @returns whether it took effect now
 */
export async function carryOutDueChange(work: Work, changeId: string, countStaying: CountStaying): Promise<boolean> {
  await queueChanges(work);
  const [change] = await loadChanges(work, { id: changeId });
  if (!change || change.effect || change.on > (await loadToday(work))) return false;
  const { order } = change;
  const codes = order.kind === 'merge' ? [order.code, order.into] : [order.code];
  const areas = await loadAreaFacts(work, [
    ...new Set(codes.map((code) => (code.length >= 12 ? code.slice(0, 9) : code))),
  ]);
  const plan = planChange(order, { districtId: work.districtId, areas });
  const may = plan.ok ? await checkEmpty(work, order, countStaying) : plan;
  if (plan.ok && may.ok) await carryOut(work, order, plan.value);
  else if (!may.ok) {
    const { code, details } = may;
    await saveEffect(work, changeId, { what: 'refused', refusal: { code, ...(details ? { details } : {}) }, by: null });
  }
  return may.ok;
}
