import type { DayDigest, ReceiptProof } from '../deps.ts';

const bytes = (value: number): Buffer => Buffer.alloc(32, value);

export const inventedDigests: readonly DayDigest[] = [
  { day: '2026-06-30', leaves: 12, root: bytes(2), prev: bytes(1), digest: bytes(3) },
  { day: '2026-06-29', leaves: 0, root: bytes(4), prev: bytes(5), digest: bytes(1) },
];

export const inventedProof = (over: Partial<ReceiptProof> = {}): ReceiptProof => ({
  districtId: 620199,
  days: [
    {
      day: '2026-06-30',
      salt: Buffer.alloc(16, 6),
      head: bytes(7),
      leaf: bytes(8),
      place: 5,
      size: 12,
      path: [bytes(9), bytes(10)],
      root: bytes(2),
      digest: bytes(3),
      fits: true,
    },
  ],
  isWhole: true,
  isWaiting: false,
  ...over,
});
