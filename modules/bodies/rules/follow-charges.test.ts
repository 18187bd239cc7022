import { expect, test } from 'vitest';
import { followCharges, type OpenCharge } from './follow-charges.ts';

const charge = (chargeId: string, areaCode: string, more: Partial<OpenCharge> = {}): OpenCharge => ({
  chargeId,
  rung: 'communityWorker',
  areaCode,
  place: '',
  front: '',
  postId: `post of ${chargeId}`,
  fromOn: '2026-01-01',
  ...more,
});
const heirs = new Map([
  ['990102001001001', '990102001001002'],
  ['990102001001003', '990102001001002'],
]);

test('who was charged with an area that ends is charged with the one that goes on, from that day', () => {
  const { ended, begun } = followCharges([charge('a', '990102001001001')], heirs, { on: '2026-11-16' });
  expect(ended).toEqual(['a']);
  expect(begun).toEqual([
    expect.objectContaining({ areaCode: '990102001001002', postId: 'post of a', fromOn: '2026-11-16' }),
  ]);
});

test('who has the same charge where it goes on keeps it alone; a house that only the old one had comes along', () => {
  const { ended, begun } = followCharges(
    [
      charge('a', '990102001001001'),
      charge('b', '990102001001002'),
      charge('c', '990102001001001', { rung: 'buildingContact', place: '听雨小区' }),
    ],
    heirs,
    { on: '2026-11-16' },
  );
  expect(ended).toEqual(['a', 'c']);
  expect(begun.map(({ postId }) => postId)).toEqual(['post of c']);
});

test('of two that come together the earlier stays, and one that has not begun begins on its own day', () => {
  const two = [
    charge('later', '990102001001001', { fromOn: '2026-12-01' }),
    charge('earlier', '990102001001003', { fromOn: '2025-06-01' }),
  ];
  expect(followCharges(two, heirs, { on: '2026-11-16' }).begun.map(({ postId }) => postId)).toEqual([
    'post of earlier',
  ]);
  expect(followCharges(two.slice(0, 1), heirs, { on: '2026-11-16' }).begun[0]?.fromOn).toBe('2026-12-01');
});

test('areas that go on keep what they have', () => {
  expect(followCharges([charge('b', '990102001001002')], heirs, { on: '2026-11-16' })).toEqual({
    ended: [],
    begun: [],
  });
});

test('what ends with nothing to go on ends the charge', () => {
  const gone = ['990102001009'];
  expect(followCharges([charge('z', '990102001009')], new Map(), { on: '2026-11-16', gone })).toEqual({
    ended: ['z'],
    begun: [],
  });
});
