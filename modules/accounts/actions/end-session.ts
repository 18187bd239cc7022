import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { saveEvent, saveTold } from '../store/event-store.ts';
import { removeSession, removeSessionOf, removeSessionsOf } from '../store/session-store.ts';

/** Signs out (退出登录): the token is worth nothing afterwards. Ending an ended session does nothing. */
export async function endSession(work: Work, token: string): Promise<void> {
  await removeSession(work, token);
}

/**
 * Ends one of one's own sessions (结束会话), at once.
 *
 * @returns done, or the refusal `session.not_found`: it has ended already, or is not one's own
 */
export async function endOwnSession(
  work: Work,
  { accountId, sessionId }: { readonly accountId: string; readonly sessionId: string },
): Promise<Result<null, 'session.not_found'>> {
  return (await removeSessionOf(work, accountId, sessionId)) ? done(null) : refuse('session.not_found');
}

/** Ends all of one's sessions but this one; says how many. */
export async function endOtherSessions(
  work: Work,
  { accountId, token }: { readonly accountId: string; readonly token: string },
): Promise<number> {
  const ended = await removeSessionsOf(work, accountId, token);
  if (ended > 0) await saveEvent(work, { accountId, kind: 'sessionsEnded' });
  return ended;
}

/** Notes that the person has read what others did to the account (已告知). */
export const noteTold = (work: Work, accountId: string): Promise<void> => saveTold(work, accountId);
