import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** Written first in each sealed value, so that another cipher can be told apart later. */
const aes256Gcm = 1;
const nonceBytes = 12;
const tagBytes = 16;

/**
 * Encrypts a text in the field (字段加密) with AES-256-GCM.
 *
 * @param key 32 bytes
 * @param context where the text belongs (table, column, row); a value moved elsewhere does not open
 * @returns version byte, nonce, tag, ciphertext
 * @source NIST SP 800-38D
 */
export function seal(key: Uint8Array, text: string, context: string): Uint8Array {
  return sealBytes(key, Buffer.from(text, 'utf8'), context);
}

/** Decrypts what `seal` made; throws when key, context or a single bit differ. */
export function open(key: Uint8Array, sealed: Uint8Array, context: string): string {
  return Buffer.from(openBytes(key, sealed, context)).toString('utf8');
}

/** As `seal`, for bytes. */
export function sealBytes(key: Uint8Array, plain: Uint8Array, context: string): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(context, 'utf8'));
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.from([aes256Gcm]), nonce, cipher.getAuthTag(), hidden]);
}

/** As `open`, for bytes. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array {
  const start = 1 + nonceBytes + tagBytes;
  if (sealed.length < start || sealed[0] !== aes256Gcm) throw new Error('not a sealed value');
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + nonceBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(sealed.subarray(1 + nonceBytes, start));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(start)), decipher.final()]);
  } catch (cause) {
    throw new Error('a sealed value does not open with this key and context', { cause });
  }
}

/**
 * Makes the blind index (盲索引) of a value: equal values of one kind give equal bytes, and nothing can be read from them.
 *
 * @param kind what the value is, such as `phone`, so that a phone and an equal-looking code do not meet
 * @param value in its normal form; the caller strips spaces and unifies letters
 * @returns 32 bytes, HMAC-SHA256
 */
export function blindIndex(key: Uint8Array, kind: string, value: string): Uint8Array {
  return createHmac('sha256', key).update(`${kind}\0${value}`, 'utf8').digest();
}
