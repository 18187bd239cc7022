import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { LONGEST_NOTE, LONGEST_REASON } from '../contract/desk-limits.ts';
import { cleanText } from '../rules/clean-text.ts';
import { todayOf } from '../rules/today.ts';
import { calendarOf } from '../store/ground-store.ts';
import { findSeenSeq } from '../store/matter-store.ts';
import { findNote, insertNote } from '../store/note-store.ts';
import { queueByCommand } from '../store/record-store.ts';

export type NoteOrder = { readonly commandId: string; readonly matterId: string; readonly text: string };
type Written = { readonly repeated: boolean };

/**
 * Writes an internal note beside a matter (内部备注): whoever may read the matter may write one, the person who asked and
 * the public never read it, nobody changes it.
 *
 * @returns whether it had been written before; or a refusal: `matter.not_found` outside the scope, `view.no_post`,
 *   `note.empty`, `note.too_long`, `command.used_elsewhere`
 */
export const writeNote = (work: Work, order: NoteOrder): Promise<Result<Written>> =>
  write(work, order, { most: LONGEST_NOTE, staysOn: null });

/** Says why a matter stays tonight (隔夜原因), for the asker's body; the same refusals as {@link writeNote}. */
export async function writeReasonToday(work: Work, order: NoteOrder): Promise<Result<Written>> {
  const { day } = todayOf(await calendarOf(work), work.now);
  return write(work, order, { most: LONGEST_REASON, staysOn: day });
}

async function write(
  work: Work,
  { commandId, matterId, text }: NoteOrder,
  { most, staysOn }: { readonly most: number; readonly staysOn: string | null },
): Promise<Result<Written>> {
  const { actor } = work;
  if (actor.kind !== 'worker') return refuse('view.no_post');
  if ((await findSeenSeq(work, matterId)) === undefined) return refuse('matter.not_found');
  const words = cleanText(text);
  if (words === '') return refuse('note.empty');
  const length = [...words].length;
  if (length > most) return refuse('note.too_long', { max: most, length });
  await queueByCommand(work, commandId);
  const earlier = await findNote(work, commandId);
  if (earlier)
    return earlier.matterId === matterId && earlier.accountId === actor.accountId
      ? done({ repeated: true })
      : refuse('command.used_elsewhere');
  const { accountId, postId, bodyId } = actor;
  await insertNote(work, { id: commandId, matterId, at: work.now, accountId, postId, bodyId, staysOn, text: words });
  return done({ repeated: false });
}
