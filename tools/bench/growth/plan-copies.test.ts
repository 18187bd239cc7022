import { expect, test } from 'vitest';
import { makeRandom } from '../../../db/demo/random.ts';
import { planCopies } from './plan-copies.ts';
import type { SourceMatter } from './source-matters.ts';

const source = (isOpen: boolean, openedOn: string): SourceMatter => ({
  id: '',
  number: '',
  openedOn,
  openedAtMs: Date.parse(openedOn),
  isOpen,
  community: '',
  place: '',
  rows: [],
});
const sources = [source(true, '2026-11-20'), source(false, '2026-11-01'), source(false, '2026-11-10')];

test('copies fill three years in order, two in a hundred stand open with what stands there, and open ones stay recent', () => {
  const standing = { all: 3, open: 1 };
  const copies = planCopies(sources, { count: 2997, standing }, makeRandom(1));
  expect(copies.length).toBe(2997);
  const listed = Array.from({ length: copies.length }, (_, i) => {
    const { isOpen, openedAtMs } = sources[copies.sourceAt(i)] as SourceMatter;
    return { isOpen, shift: copies.shiftDaysAt(i), day: openedAtMs / 86_400_000 + copies.shiftDaysAt(i) };
  });
  const open = listed.filter(({ isOpen }) => isOpen);
  expect(open.length + standing.open).toBe(60);
  expect(open.every(({ shift }) => shift === 0)).toBe(true);
  expect(listed.every(({ shift }) => shift <= 0)).toBe(true);
  const days = listed.map(({ day }) => day);
  expect(days).toEqual(days.toSorted((a, b) => a - b));
  expect((days.at(-1) ?? 0) - (days[0] ?? 0)).toBeGreaterThan(1000);
});
