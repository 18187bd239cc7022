import { createHash } from 'node:crypto';
import type { AttemptLimit } from './attempt.ts';

/** One place where tries are counted. `own`: nobody but this person passes it, so a success clears it. */
export type Gate = { readonly subject: Buffer; readonly limit: AttemptLimit; readonly own: boolean };

/** What is being guessed: the password of a login, or the second factor of an account. */
export type Guessed = { readonly kind: 'password' | 'factor'; readonly name: string };

const subjectOf = (...parts: readonly string[]): Buffer => createHash('sha256').update(parts.join('\0')).digest();

/**
 * Lists where a try to sign in is counted (登录限速).
 *
 * A browser in which the person has signed in before has a gate of its own: whatever strangers do elsewhere, it stays
 * open. All others share three: this login in this network (5 wrong tries), this login from anywhere (60, against many
 * networks at once), and this network for all logins (300, against one password tried on everybody; a whole office
 * behind one address stays far below it).
 *
 * @param network from `networkOf`
 * @source OWASP, "Slow down online guessing attacks with device cookies"; decision 0011
 */
export function gatesFor(guessed: Guessed, network: string, knownDevice: string | null): readonly Gate[] {
  const { kind, name } = guessed;
  if (knownDevice !== null)
    return [{ subject: subjectOf('device', kind, name, knownDevice), limit: { allowed: 10, minutes: 15 }, own: true }];
  return [
    { subject: subjectOf('here', kind, name, network), limit: { allowed: 5, minutes: 15 }, own: true },
    { subject: subjectOf('anywhere', kind, name), limit: { allowed: 60, minutes: 15 }, own: false },
    { subject: subjectOf('network', kind, network), limit: { allowed: 300, minutes: 15 }, own: false },
  ];
}

/** Where asking for and entering phone codes is counted: by number here, by number anywhere, by network. */
export function phoneGates(phoneIndex: Uint8Array, network: string): readonly Gate[] {
  const number = Buffer.from(phoneIndex).toString('base64url');
  return [
    { subject: subjectOf('phone here', number, network), limit: { allowed: 4, minutes: 15 }, own: false },
    { subject: subjectOf('phone', number), limit: { allowed: 10, minutes: 60 }, own: false },
    { subject: subjectOf('phone network', network), limit: { allowed: 60, minutes: 15 }, own: false },
  ];
}

/** Where wrong phone codes are counted, whatever the number: one network guessing on many numbers. */
export const phoneGuessGates = (network: string): readonly Gate[] => [
  { subject: subjectOf('phone guess', network), limit: { allowed: 60, minutes: 15 }, own: false },
];
