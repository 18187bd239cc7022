import { done, refuse } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { mayEndDeputy } from '../rules/deputies.ts';
import { loadDeputy, saveDeputyEnd } from '../store/deputy-store.ts';
import { loadToday } from '../store/staff-store.ts';
import { changerOf, changeStaff } from './change-staff.ts';

/**
 * Ends a deputy's time at once (结束代理); without it, it ends with its last day.
 *
 * @param as `self`: the holder who is back, or the deputy; `administrator`: anybody's
 * @returns the deputy's id, or a refusal: `deputy.not_found`, or one of {@link mayEndDeputy}
 */
export const endDeputy = (
  work: Work,
  as: 'self' | 'administrator',
  order: { readonly commandId: string; readonly deputyId: string },
) =>
  changeStaff(work, { commandId: order.commandId, kind: 'deputyEnded' }, async () => {
    const deputy = await loadDeputy(work, order.deputyId);
    if (!deputy) return refuse('deputy.not_found');
    const by = { accountId: changerOf(work).accountId, isAdministrator: as === 'administrator' };
    const may = mayEndDeputy(deputy, by, await loadToday(work));
    if (!may.ok) return may;
    await saveDeputyEnd(work, deputy.id);
    const { postId, accountId, id } = deputy;
    return done({ postId, accountId, subjectId: id, ground: null, note: '' });
  });
