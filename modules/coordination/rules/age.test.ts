import { expect, test } from 'vitest';
import { computeAge } from './age.ts';

test('a case grows older after it was listed, and never younger', () => {
  const listedAt = new Date('2026-11-18T00:00:00Z');
  const on = (day: string) => new Date(`${day}T00:00:00Z`);
  expect(computeAge('underOne', listedAt, on('2027-11-17'))).toBe('underOne');
  expect(computeAge('underOne', listedAt, on('2027-11-19'))).toBe('one');
  expect(computeAge('three', listedAt, on('2026-11-17'))).toBe('three');
  expect(computeAge('three', listedAt, on('2028-11-19'))).toBe('five');
  expect(computeAge('ten', listedAt, on('2030-01-01'))).toBe('ten');
});
