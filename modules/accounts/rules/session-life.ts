const hourMs = 3_600_000;
const idleMs = 12 * hourMs;
const totalMs = 7 * 24 * hourMs;
const codeMs = 15 * 60_000;
const noteEveryMs = 5 * 60_000;

export type SessionTimes = { readonly lastSeenAt: Date; readonly expiresAt: Date };

/** Computes when a session (会话) ends however busy it is: seven days after sign-in. */
export const computeExpiry = (signedInAt: Date) => new Date(signedInAt.getTime() + totalMs);

/** Computes when a session that waits for the code of the second factor ends: after a quarter of an hour. */
export const computeCodeExpiry = (signedInAt: Date) => new Date(signedInAt.getTime() + codeMs);

/** Computes the instant before which a session last seen is dead: twelve hours ago. */
export const computeIdleSince = (now: Date) => new Date(now.getTime() - idleMs);

/** Says whether a session still counts: used within twelve hours and begun within seven days. */
export const isSessionAlive = (times: SessionTimes, now: Date) =>
  now < times.expiresAt && times.lastSeenAt > computeIdleSince(now);

/** Says whether this use is worth a write: at most one in five minutes. */
export const isUseWorthNoting = (times: SessionTimes, now: Date) =>
  now.getTime() - times.lastSeenAt.getTime() >= noteEveryMs;

/** Says whether somebody showed who they are so lately that they need not do it again: within ten minutes. */
export const isSignInFresh = (provedAt: Date, now: Date) => now.getTime() - provedAt.getTime() < 10 * 60_000;

type Proof = { readonly provedAt: Date; readonly hasPassword: boolean; readonly hasFactor: boolean };

/**
 * Says whether what opens or closes the way in for others (敏感操作) waits until the person has shown again that it is they:
 * after ten minutes, when the account has a password or a second factor that can be asked for.
 *
 * @source feature 84: an open screen must not be enough to make oneself an administrator
 */
export const mustProveAgain = ({ provedAt, hasPassword, hasFactor }: Proof, now: Date): boolean =>
  !isSignInFresh(provedAt, now) && (hasPassword || hasFactor);
