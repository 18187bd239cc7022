import { expect, test } from 'vitest';
import { faultsInDay, hourOfSlot, isTopic, mayBook, mayReceive } from './reception.ts';

const wish = {
  leader: '副区长',
  heldOn: '2026-11-20',
  begins: '09:00',
  slotMinutes: 20,
  slots: 6,
  place: '区信访大厅',
};

test('slots begin one after the other', () => {
  expect([hourOfSlot('09:00', 20, 0), hourOfSlot('09:00', 20, 4), hourOfSlot('09:50', 15, 1)]).toEqual([
    '09:00',
    '10:20',
    '10:05',
  ]);
});

test('a day is announced whole, in time, with slots that end on the same day', () => {
  expect(faultsInDay(wish, '2026-11-20')).toEqual({});
  const faults = faultsInDay(
    { leader: '', heldOn: '2026-11-19', begins: '9点', slotMinutes: 3, slots: 99, place: ' ' },
    '2026-11-20',
  );
  expect(Object.keys(faults).toSorted()).toEqual(['begins', 'heldOn', 'leader', 'place', 'slotMinutes', 'slots']);
  expect(Object.keys(faultsInDay({ ...wish, begins: '23:00' }, '2026-11-20'))).toEqual(['slots']);
});

test('a slot is booked once, before it begins, while the day is not over', () => {
  const day = { heldOn: '2026-11-20', begins: '09:00', slotMinutes: 20, slots: 3, taken: [1] };
  const codeOf = (slot: number, now = '2026-11-20 08:59') => {
    const may = mayBook(day, slot, now);
    return may.ok ? 'ok' : may.code;
  };
  expect([codeOf(0), codeOf(1), codeOf(3), codeOf(Number.NaN), codeOf(0, '2026-11-21 08:00')]).toEqual([
    'ok',
    'reception.taken',
    'reception.no_such_slot',
    'reception.no_such_slot',
    'reception.over',
  ]);
  expect([codeOf(0, '2026-11-20 09:00'), codeOf(2, '2026-11-20 09:39'), codeOf(2, '2026-11-20 23:30')]).toEqual([
    'reception.slot_past',
    'ok',
    'reception.slot_past',
  ]);
  expect(['2026-11-19', '2026-11-20', '2026-11-21'].map((today) => mayReceive('2026-11-20', today).ok)).toEqual([
    false,
    true,
    true,
  ]);
  expect([isTopic('低保资格'), isTopic('低保资格复核')]).toEqual([false, true]);
});
