import type { Work } from '../../../platform/work.ts';
import type { NoteView } from '../contract/notes.ts';
import { findSeenSeq } from '../store/matter-store.ts';
import { loadNotes } from '../store/note-store.ts';
import { loadNames } from './names.ts';

/** The internal notes of a matter (内部备注), the oldest first; undefined outside the scope, and for who is no worker. */
export async function listNotes(work: Work, matterId: string): Promise<NoteView[] | undefined> {
  if (work.actor.kind !== 'worker' || (await findSeenSeq(work, matterId)) === undefined) return undefined;
  const notes = await loadNotes(work, matterId);
  const ids = (of: 'bodyId' | 'accountId' | 'postId') => notes.map((note) => note[of]);
  const names = await loadNames(work, ids('bodyId'), ids('accountId'), { postIds: ids('postId') });
  return notes.map(({ id, at, accountId, postId, bodyId, staysOn, text }) => ({
    id,
    at: at.toISOString(),
    by: names.worker(accountId, postId, bodyId),
    text,
    staysOn,
  }));
}
