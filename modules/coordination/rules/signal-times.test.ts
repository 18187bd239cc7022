import { expect, test } from 'vitest';
import { minutesOf, sumSignals, type SignalTimes } from './signal-times.ts';

const sentAt = new Date('2026-11-27T02:00:00Z');
const after = (minutes: number) => new Date(sentAt.getTime() + minutes * 60_000);
const signal = (seen: string | null, taken: number | null, answered: number | null): SignalTimes => ({
  seen,
  sentAt,
  takenAt: taken === null ? null : after(taken),
  answeredAt: answered === null ? null : after(answered),
});

test('the middle one counts, what is not there yet does not, and of two the middle between them', () => {
  expect(sumSignals([])).toEqual({ seenToSent: null, sentToTaken: null, sentToAnswered: null });
  const night = signal('min120', 400, 900);
  expect(sumSignals([signal('now', 5, 30), night, signal('min15', 9, null)])).toEqual({
    seenToSent: 15,
    sentToTaken: 9,
    sentToAnswered: 465,
  });
  expect(sumSignals([signal('now', null, null)])).toEqual({ seenToSent: 0, sentToTaken: null, sentToAnswered: null });
});

test.each([
  ['min60', 60],
  ['yesterday', undefined],
  ['toString', undefined],
  [null, undefined],
])('what was chosen as %s is %s minutes', (seen, minutes) => expect(minutesOf(seen)).toBe(minutes));
