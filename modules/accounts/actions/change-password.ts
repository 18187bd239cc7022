import type { Kysely } from 'kysely';
import type { Database } from '../../../platform/db/database.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { done, refuse, type Result } from '../../../platform/result.ts';
import { noScope } from '../../../platform/work.ts';
import type { LiveSession, Origin } from '../contract/account.ts';
import { checkPassword, type PasswordFault } from '../rules/password-rules.ts';
import { hashPassword, verifyPassword } from '../rules/password.ts';
import { loadAccountForChange, savePassword } from '../store/account-store.ts';
import { removeDevices } from '../store/device-store.ts';
import { saveEvent } from '../store/event-store.ts';
import { openSession, removeSessionsOf } from '../store/session-store.ts';
import { rememberDevice } from './begin-session.ts';
import { provePassword } from './prove-again.ts';

export type ChangePassword = {
  readonly session: LiveSession;
  readonly old: string;
  readonly next: string;
  readonly origin: Origin;
  readonly now: Date;
};

/**
 * Changes one's own password (修改密码). All other sessions end at once, all other browsers become unknown, and this
 * session gets a new token.
 *
 * @returns the new token, and the browser's secret if it needs one; or a refusal: `password.wrong_old`, `password.none`,
 *   `session.locked`; `password.same`; those of `checkPassword`; `password.meanwhile`: it was changed at the same moment
 */
export async function changePassword(
  db: Kysely<Database>,
  { session, old, next, origin, now }: ChangePassword,
): Promise<
  Result<
    { token: string; device: string | null },
    PasswordFault | 'password.wrong_old' | 'password.none' | 'password.same' | 'password.meanwhile' | 'session.locked'
  >
> {
  const proved = await provePassword(db, { session, password: old, origin, now });
  if (!proved.ok)
    return proved.code === 'password.wrong' ? refuse('password.wrong_old') : refuse(proved.code, proved.details);
  const owner = { login: session.login, nameZh: session.name, nameEn: session.nameEn };
  const checked = checkPassword(next, owner);
  if (!checked.ok) return checked;
  if (await verifyPassword(next, proved.value)) return refuse('password.same');
  const hash = await hashPassword(next);

  const door = { districtId: session.districtId, scope: noScope, actor: { kind: 'public' }, now } as const;
  return inTransaction(db, door, async (work) => {
    const { accountId, way, actingPostId } = session;
    const account = await loadAccountForChange(work, accountId);
    if (account?.passwordHash !== proved.value) return refuse('password.meanwhile');
    await savePassword(work, accountId, { hash, mustChange: false });
    await removeSessionsOf(work, accountId);
    await removeDevices(work, accountId);
    await saveEvent(work, { accountId, kind: 'passwordChanged' });
    const token = await openSession(work, { accountId, way, deviceName: origin.deviceName, actingPostId });
    return done({ token, device: await rememberDevice(work, accountId, origin, false) });
  });
}
