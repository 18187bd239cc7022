import { expect, test } from 'vitest';
import { makeGrams } from '../../matters/index.ts';
import { rankAlike, type Nearby } from './likely-duplicate.ts';

const now = new Date('2026-07-10T02:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const grid = '990102001001001';
const nearby = (number: string, words: string, over: Partial<Nearby> = {}): Nearby => ({
  number,
  grams: makeGrams(words),
  category: 'lighting',
  areaCode: grid,
  openedAt: daysAgo(2),
  answeredAt: null,
  ...over,
});
const report = (words: string) => ({ grams: makeGrams(words), category: 'lighting' as const, areaCode: grid });
const numbers = (words: string, others: Nearby[]) => rankAlike(report(words), others, now).map(({ number }) => number);

const lamp = nearby('lamp', '小区南门的路灯全不亮，晚上不敢走。');
const water = nearby('water', '五号楼的水管漏了，水流到路上。', { category: 'water' });
const noise = nearby('noise', '楼下棋牌室夜里太吵，睡不着觉。', { category: 'noise' });

test('finds the same thing in other words and says why, and leaves the rest out', () => {
  expect(rankAlike(report('南门那排路灯不亮好几天了'), [water, lamp, noise], now)).toEqual([
    { number: 'lamp', reasons: ['sameGrid', 'sameWords', 'sameKind'] },
  ]);
  expect(numbers('楼道里的垃圾没人收', [water, lamp, noise])).toEqual([]);
});

test('place and kind alone make nothing alike', () => {
  expect(numbers('电梯间灯泡闪', [nearby('far', '广场舞声音太大')])).toEqual([]);
});

test('puts the same grid before the one next door, the newer first when equal', () => {
  const nextDoor = { ...lamp, number: 'nextDoor', areaCode: '990102001001002' };
  const older = { ...lamp, number: 'older', openedAt: daysAgo(9) };
  expect(numbers('南门路灯不亮', [nextDoor, older, lamp])).toEqual(['lamp', 'older', 'nextDoor']);
});

test('an answer older than thirty days is another matter', () => {
  const answered = (days: number) => ({ ...lamp, answeredAt: daysAgo(days) });
  expect(numbers('南门路灯不亮', [answered(30)])).toEqual(['lamp']);
  expect(numbers('南门路灯不亮', [answered(30.1)])).toEqual([]);
});

test('shows three at most, and nothing for words without a gram', () => {
  const many = ['a', 'b', 'c', 'd', 'e'].map((number) => ({ ...lamp, number }));
  expect(numbers('南门路灯不亮', many)).toHaveLength(3);
  expect(numbers('。', many)).toEqual([]);
});
