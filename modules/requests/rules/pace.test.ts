import { expect, test } from 'vitest';
import { paces, takeTurn, type Bucket } from './pace.ts';

const start = new Date('2026-11-18T02:00:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);

/** Sends every `everySeconds` and says at which try it was first refused. */
function firstRefused(pace: { burst: number; perHour: number }, everySeconds: number, tries: number): number | null {
  let bucket: Bucket | undefined;
  for (let n = 0; n < tries; n += 1) {
    const turn = takeTurn(bucket, pace, after(n * everySeconds));
    if (!turn.ok) return n + 1;
    bucket = turn.value;
  }
  return null;
}

test('a hospital behind one address sends two hundred requests in ten minutes and none is refused', () => {
  expect(firstRefused(paces.address, 3, 200)).toBeNull();
});

test('a flood from one address is slowed after its burst', () => {
  expect(firstRefused(paces.address, 0, 1000)).toBe(paces.address.burst + 1);
});

test('one person has room for ten at once, and is told to the second when there is room again', () => {
  expect(firstRefused(paces.person, 0, 50)).toBe(11);
  const full = { filled: 10, at: start };
  expect(takeTurn(full, paces.person, start)).toEqual({ ok: false, code: 'pace.locked', details: { seconds: 180 } });
  expect(takeTurn(full, paces.person, after(179)).ok).toBe(false);
  expect(takeTurn(full, paces.person, after(180)).ok).toBe(true);
});

test('a clock set back gives nobody room, and takes none', () => {
  expect(takeTurn({ filled: 3, at: after(60) }, paces.person, start)).toEqual({
    ok: true,
    value: { filled: 4, at: start },
  });
});
