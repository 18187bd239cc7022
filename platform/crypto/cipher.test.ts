import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { blindIndex, open, seal } from './cipher.ts';

const key = randomBytes(32);
const text = '幸福里 3 号楼 2 单元 501';
const context = 'requests.reporters address 018f';

test('opens what it sealed', () => {
  expect(open(key, seal(key, text, context), context)).toBe(text);
  expect(open(key, seal(key, '', context), context)).toBe('');
});

test('seals equal texts differently each time', () => {
  expect(seal(key, text, context)).not.toEqual(seal(key, text, context));
});

test('does not open with another key', () => {
  expect(() => open(randomBytes(32), seal(key, text, context), context)).toThrow('does not open');
});

test('does not open in another place', () => {
  expect(() => open(key, seal(key, text, context), 'requests.reporters address 019a')).toThrow('does not open');
});

test('does not open when any single bit was changed, or the end was cut off', () => {
  const sealed = seal(key, text, context);
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const tampered = Uint8Array.from(sealed);
    tampered[bit >> 3]! ^= 1 << (bit & 7);
    expect(() => open(key, tampered, context), `bit ${bit}`).toThrow(/does not open|not a sealed value/);
  }
  expect(() => open(key, sealed.subarray(0, -1), context)).toThrow('does not open');
  expect(() => open(key, sealed.subarray(0, 20), context)).toThrow('not a sealed value');
});

test('gives equal values of one kind the same blind index, and other kinds and keys another', () => {
  const index = blindIndex(key, 'phone', '13800000000');
  expect(blindIndex(key, 'phone', '13800000000')).toEqual(index);
  expect(blindIndex(key, 'phone', '13800000001')).not.toEqual(index);
  expect(blindIndex(key, 'code', '13800000000')).not.toEqual(index);
  expect(blindIndex(randomBytes(32), 'phone', '13800000000')).not.toEqual(index);
  expect(index).toHaveLength(32);
});
