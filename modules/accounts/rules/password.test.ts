import { expect, test } from 'vitest';
import { hashPassword, isHashWeak, verifyPassword } from './password.ts';

test('a password opens its own hash and no other', async () => {
  const [one, two] = await Promise.all([hashPassword('青石板路下雨天'), hashPassword('青石板路下雨天')]);
  expect(one).not.toBe(two);
  expect(await verifyPassword('青石板路下雨天', one)).toBe(true);
  expect(await verifyPassword('青石板路晴天', one)).toBe(false);
});

test('no stored password is never opened, not even by an empty one', async () => {
  expect(await verifyPassword('', null)).toBe(false);
});

test('a hash of less work than today’s is weak, and still opens', async () => {
  const old = await hashPassword('青石板路下雨天', { N: 2 ** 14, r: 8, p: 3 });
  expect(await verifyPassword('青石板路下雨天', old)).toBe(true);
  expect(isHashWeak(old)).toBe(true);
  expect(isHashWeak(await hashPassword('青石板路下雨天'))).toBe(false);
});
