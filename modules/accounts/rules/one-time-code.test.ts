import { Secret, TOTP } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { factorAddress, findCodeStep, makeFactorSecret } from './one-time-code.ts';

/** RFC 6238, appendix B: the secret 12345678901234567890; its SHA1 rows, last six digits. */
const rfcSecret = new Secret({ buffer: new TextEncoder().encode('12345678901234567890').buffer }).base32;
const secret = makeFactorSecret();
const codeAt = (at: Date) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at.getTime() });
const now = new Date('2030-03-08T10:00:15+08:00');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const step = Math.floor(now.getTime() / 30_000);

describe('a code of the second factor (动态码)', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [20_000_000_000, '353130'],
  ])('at second %i of RFC 6238 is %s', (seconds, code) => {
    expect(findCodeStep(rfcSecret, code, 0, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
  });

  test('is accepted half a minute early and late, no more', () => {
    expect([-60, -30, 0, 30, 60].map((seconds) => findCodeStep(secret, codeAt(later(seconds)), 0, now))).toEqual([
      undefined,
      step - 1,
      step,
      step + 1,
      undefined,
    ]);
  });

  test('is accepted once, and none before it', () => {
    expect(findCodeStep(secret, codeAt(now), step, now)).toBeUndefined();
    expect(findCodeStep(secret, codeAt(later(-30)), step, now)).toBeUndefined();
    expect(findCodeStep(secret, codeAt(later(30)), step, now)).toBe(step + 1);
  });

  test('is read from full-width digits and with a space in the middle', () => {
    const wide = [...codeAt(now)].map((digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0)).join('');
    expect(findCodeStep(secret, wide, 0, now)).toBe(step);
    expect(findCodeStep(secret, ` ${codeAt(now).slice(0, 3)} ${codeAt(now).slice(3)} `, 0, now)).toBe(step);
  });

  test.each(['', '12345', '1234567', 'abcdef', '\0\0\0\0\0\0', '1'.repeat(10_000), '一二三四五六'])(
    '%j is none',
    (typed) => expect(findCodeStep(secret, typed, 0, now)).toBeUndefined(),
  );
});

test('the address for the QR code names district and login', () => {
  expect(factorAddress(rfcSecret, { issuer: '邻里 样例区', label: 'bai.song' })).toMatch(
    /^otpauth:\/\/totp\/.*bai\.song\?issuer=.*secret=/,
  );
});
