import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import type { StaffChange, StaffChangeKind } from '../contract/staffing.ts';
import { findStaffChange, queueStaffing, saveStaffChange } from '../store/staff-store.ts';

/** Who made a change, as the log keeps it; `accountId` null: the program itself, at set-up. */
export const changerOf = ({ actor }: Work) =>
  actor.kind === 'worker'
    ? { accountId: actor.accountId, postId: actor.postId, isDeputy: actor.deputyFor !== undefined }
    : { accountId: null, postId: null, isDeputy: false };

export type Changed = { readonly subjectId: string; readonly repeated: boolean };
type Made = Pick<StaffChange, 'postId' | 'accountId' | 'subjectId' | 'ground' | 'note'>;

/**
 * Makes one change of staff (任免变动) and logs it, in the caller's transaction and after any other that is being made
 * in the district.
 *
 * @returns what was made or ended; the same for the same command again; or `command.used_elsewhere`, or what `make` refuses
 */
export async function changeStaff(
  work: Work,
  command: { readonly commandId: string; readonly kind: StaffChangeKind },
  make: () => Promise<Result<Made>>,
): Promise<Result<Changed>> {
  await queueStaffing(work);
  const earlier = await findStaffChange(work, command.commandId);
  if (earlier)
    return earlier.kind === command.kind
      ? done({ subjectId: earlier.subjectId, repeated: true })
      : refuse('command.used_elsewhere');
  const made = await make();
  if (!made.ok) return made;
  const { accountId, postId } = changerOf(work);
  if (accountId !== null && postId !== null)
    await saveStaffChange(work, { accountId, postId }, { id: command.commandId, kind: command.kind, ...made.value });
  return done({ subjectId: made.value.subjectId, repeated: false });
}
