import type { Work } from '../../../platform/work.ts';
import { say } from '../../../platform/i18n/words.ts';
import type { ChangePlan } from '../contract/area-change.ts';
import { loadToday, queueChanges, saveChange, saveEffect, savePlan } from '../store/change-store.ts';
import { endGrid } from '../store/grid-store.ts';
import { announceAreasChanged } from './carry-out-change.ts';
import '../words/index.ts';

/**
 * Ends a grid whose addresses went over to another (撤销网格) as a change of areas of its own, so that posts, charges and
 * matters follow, and its code leads to the grid that goes on.
 *
 * @param changeId the change of the community's grids by which it ends
 */
export async function endGridInto(
  work: Work,
  changeId: string,
  { code, into }: { readonly code: string; readonly into: string },
): Promise<void> {
  await queueChanges(work);
  const by = work.actor.kind === 'worker' ? work.actor.accountId : null;
  const on = await loadToday(work);
  const order = {
    id: changeId,
    kind: 'merge',
    code,
    into,
    on,
    source: say('territory', 'changes.byGrids').zh,
  } as const;
  await endGrid(work, code);
  await saveChange(work, order, [code, into], by);
  await saveEffect(work, changeId, { what: 'done', by });
  const successions = [{ from: code, to: into, isWhole: true }];
  const plan: ChangePlan = { ended: [code], founded: [], successions, renamed: [] };
  await savePlan(work, changeId, on, { ...plan, ended: [] });
  await announceAreasChanged(work, { changeId, kind: 'merge', on, plan });
}
