import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { codeAlphabet, deriveCode, normalizeCode } from './code.ts';

const key = Buffer.alloc(32, 7);
const id = '01890000-0000-7000-8000-000000000001';

test('derives the same code each time, and another for another id or key', () => {
  expect(deriveCode(key, id, 10)).toBe(deriveCode(key, id, 10));
  expect(deriveCode(key, `${id}x`, 10)).not.toBe(deriveCode(key, id, 10));
  expect(deriveCode(randomBytes(32), id, 10)).not.toBe(deriveCode(key, id, 10));
});

test('keeps to the length, also beyond one round of hashing', () => {
  for (const length of [1, 6, 10, 40, 100]) expect(deriveCode(key, id, length)).toHaveLength(length);
});

test('uses only characters that cannot be mistaken, each about equally often', () => {
  const counts = new Map<string, number>();
  for (const character of deriveCode(key, id, 31_000)) counts.set(character, (counts.get(character) ?? 0) + 1);
  expect([...counts.keys()].toSorted().join('')).toBe(codeAlphabet);
  expect(codeAlphabet).not.toMatch(/[01ILO]/);
  const firstEight = Array.from(codeAlphabet.slice(0, 8)).reduce((sum, character) => sum + counts.get(character)!, 0);
  expect(firstEight).toBeGreaterThan(7700);
  expect(firstEight).toBeLessThan(8300);
});

test('reads a code as people type it', () => {
  expect(normalizeCode(' ab2c-3d\u30004E ')).toBe('AB2C3D4E');
  expect(normalizeCode('AB2C')).toBe('AB2C');
});
