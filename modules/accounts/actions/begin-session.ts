import type { Work } from '../../../platform/work.ts';
import type { Origin, SignIn, SignInWay } from '../contract/account.ts';
import { hashToken, makeToken, readTokenDistrict } from '../rules/token.ts';
import { isKnownDevice, saveDevice } from '../store/device-store.ts';
import { saveEvent } from '../store/event-store.ts';
import { loadFactorForChange } from '../store/factor-store.ts';
import { openSession, removeSession } from '../store/session-store.ts';

/**
 * Begins the session (会话) of somebody whose first proof was right. With a second factor it opens nothing until the code
 * comes. The token is always a new one, and the browser's earlier session ends, so nobody can be made to use a session
 * that somebody else knows.
 */
export async function beginSession(
  work: Work,
  given: {
    readonly accountId: string;
    readonly way: SignInWay;
    readonly origin: Origin;
    readonly replaces: string | null;
  },
): Promise<SignIn> {
  const { accountId, way, origin, replaces } = given;
  if (replaces) await removeSession(work, replaces);
  const factor = way === 'demo' ? undefined : await loadFactorForChange(work, accountId);
  const awaitsFactor = Boolean(factor?.confirmedAt);
  const token = await openSession(work, { accountId, way, deviceName: origin.deviceName, awaitsFactor });
  const device = awaitsFactor || way === 'demo' ? null : await rememberDevice(work, accountId, origin);
  return { token, accountId, device };
}

/**
 * Notes the browser as one in which this person has signed in; a new secret when it had none.
 *
 * @param isNews whether a browser that was not known is written down as a new one
 */
export async function rememberDevice(
  work: Work,
  accountId: string,
  { device }: Origin,
  isNews = true,
): Promise<string | null> {
  const usable = device !== null && readTokenDistrict(device) === work.districtId ? device : null;
  const secret = usable ?? makeToken(work.districtId);
  if (isNews && (!usable || !(await isKnownDevice(work, accountId, hashToken(secret)))))
    await saveEvent(work, { accountId, kind: 'newDevice' });
  await saveDevice(work, accountId, hashToken(secret));
  return usable === null ? secret : null;
}
