import { expect, test } from 'vitest';
import { hashToken, makeToken, readTokenDistrict } from './token.ts';

test('a token names its district and is never the same twice', () => {
  const token = makeToken(990199);
  expect(readTokenDistrict(token)).toBe(990199);
  expect(makeToken(990199)).not.toBe(token);
  expect(hashToken(token)).toHaveLength(32);
});

test.each([
  ['nothing', ''],
  ['no district', 'A'.repeat(43)],
  ['a short secret', `990199.${'A'.repeat(42)}`],
  ['another character', `990199.${'A'.repeat(42)}'`],
  ['a district that is no number', `99o199.${'A'.repeat(43)}`],
])('%s is no token', (_, text) => {
  expect(readTokenDistrict(text)).toBeUndefined();
});
