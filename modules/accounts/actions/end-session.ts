import type { Work } from '../../../platform/work.ts';
import { removeSession } from '../store/session-store.ts';

/** Signs out (退出登录): the token is worth nothing afterwards. Ending an ended session does nothing. */
export async function endSession(work: Work, token: string): Promise<void> {
  await removeSession(work, token);
}
