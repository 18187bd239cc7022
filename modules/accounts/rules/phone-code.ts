import { randomInt } from 'node:crypto';
import { blindIndex } from '../../../platform/crypto/cipher.ts';
import { readDigits } from './one-time-code.ts';

export const phoneCodeMinutes = 5;
export const phoneCodeTries = 5;
const sessionMs = 30 * 86_400_000;
const idleMs = 7 * 86_400_000;

/** Makes the six digits that are sent to a phone (短信验证码). */
export const makePhoneCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

export const computeCodeEnd = (madeAt: Date): Date => new Date(madeAt.getTime() + phoneCodeMinutes * 60_000);

/** What is stored of it: a keyed hash bound to the browser that asked. */
export const hashPhoneCode = (indexKey: Uint8Array, flow: string, typed: string): Uint8Array =>
  blindIndex(indexKey, `phone code ${flow}`, readDigits(typed));

export type PhoneCodeFacts = { readonly tries: number; readonly expiresAt: Date };

/** Says whether a code can still be entered: five minutes, five tries. */
export const isPhoneCodeAlive = ({ tries, expiresAt }: PhoneCodeFacts, now: Date): boolean =>
  now < expiresAt && tries < phoneCodeTries;

/** A resident stays signed in for thirty days, seven without use. */
export const computeResidentExpiry = (signedInAt: Date): Date => new Date(signedInAt.getTime() + sessionMs);
export const isResidentAlive = (times: { lastSeenAt: Date; expiresAt: Date }, now: Date): boolean =>
  now < times.expiresAt && now.getTime() - times.lastSeenAt.getTime() < idleMs;

/** Says whether codes can be sent to this number: a mobile number of the Chinese mainland, E.164. */
export const isMobile = (phone: string): boolean => /^\+861[3-9]\d{9}$/.test(phone);

/** Where a sealed number of this module belongs. It has no row of its own to be bound to: it moves from code to session. */
export const phoneContext = 'accounts.residents.phone';
