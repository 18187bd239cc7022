import { expect, test } from 'vitest';
import { codePaces, countWrongCode, mayTryCode, paceHere, type WrongCodes } from './follow-lock.ts';

const start = new Date('2026-11-18T02:00:00Z');
const minutes = (many: number): Date => new Date(start.getTime() + many * 60_000);

/** Guesses at one number for so long, each network every so many minutes; gives how many guesses were looked at. */
function lookedAt(networks: number, lastMinutes: number, everyMinutes: number): number {
  let number: WrongCodes['number'];
  const here = new Map<number, WrongCodes['here']>();
  const all = new Map<number, WrongCodes['network']>();
  let looked = 0;
  for (let minute = 0; minute < lastMinutes; minute += everyMinutes)
    for (let one = 0; one < networks; one += 1) {
      const now = minutes(minute);
      if (!mayTryCode({ here: here.get(one), number, network: all.get(one) }, now).ok) continue;
      looked += 1;
      here.set(one, countWrongCode(here.get(one), paceHere(number, now), now));
      number = countWrongCode(number, codePaces.number, now);
      all.set(one, countWrongCode(all.get(one), codePaces.network, now));
    }
  return looked;
}

test('one network is closed after eight wrong codes, for a minute or two, and then for each further one', () => {
  const full = { filled: 8, at: start };
  expect(mayTryCode({ here: full, number: undefined, network: undefined }, start)).toEqual({
    ok: false,
    code: 'follow.locked',
    details: { minutes: 2 },
  });
  expect(mayTryCode({ here: full, number: undefined, network: undefined }, minutes(2)).ok).toBe(true);
  expect(lookedAt(1, 60, 1)).toBe(8 + 31); // 32 an hour
});

test('whatever others do at a number, somebody from another network is let in', () => {
  const number = { filled: codePaces.number.burst, at: start };
  expect(mayTryCode({ here: undefined, number, network: undefined }, start).ok).toBe(true);
  const mistyped = countWrongCode(undefined, paceHere(number, start), start);
  expect(mayTryCode({ here: mistyped, number, network: undefined }, start).ok).toBe(true);
});

test('a number at which very many guess gives each network two, and eight an hour', () => {
  const hour = lookedAt(200, 60, 1);
  expect(hour).toBeGreaterThan(200 * 2);
  expect(hour).toBeLessThan(codePaces.number.burst + 200 * (2 + 8));
});

test('one network that tries many numbers comes to an end', () => {
  const network = { filled: codePaces.network.burst, at: start };
  expect(mayTryCode({ here: undefined, number: undefined, network }, start).ok).toBe(false);
});

test('full buckets stay full and no fuller', () => {
  const full = { filled: 64, at: start };
  expect(countWrongCode(full, codePaces.number, start)).toEqual(full);
});
