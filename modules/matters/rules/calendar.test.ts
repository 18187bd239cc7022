import { describe, expect, test } from 'vitest';
import { dateText, dayNumber, isStatutoryYear, officeCalendar, statutoryCalendar } from './calendar.ts';
import type { Timetable } from './timetable.ts';

const shanghai = statutoryCalendar('Asia/Shanghai');

test.each([
  ['2026-10-10', true, 'a Saturday worked for National Day'],
  ['2026-09-20', true, 'a Sunday worked for National Day'],
  ['2026-10-01', false, 'National Day'],
  ['2026-10-07', false, 'the last day of the National Day rest'],
  ['2026-10-08', true, 'the Thursday after it'],
  ['2026-02-14', true, 'a Saturday worked for Spring Festival'],
  ['2026-02-16', false, 'the eve of Spring Festival, a Monday'],
  ['2026-02-23', false, 'the last day of the Spring Festival rest'],
  ['2026-01-04', true, 'a Sunday worked for New Year'],
  ['2026-11-21', false, 'a plain Saturday'],
  ['2026-11-23', true, 'a plain Monday'],
])('%s is worked: %s (%s)', (date, worked) => {
  expect(shanghai.isWorkingDay(dayNumber(date))).toBe(worked);
});

test.each([
  ['2025-06-01', true],
  ['2026-12-31', true],
  ['2027-01-01', false],
  ['2028-10-02', false],
  ['2033-03-01', false],
  ['2034-03-01', false],
])('the calendar of the year of %s is announced: %s', (date, announced) => {
  expect(shanghai.isAnnounced(dayNumber(date))).toBe(announced);
});

describe('a day of the local calendar', () => {
  test.each([
    ['Asia/Shanghai', '2026-11-15T15:59:59.999Z', '2026-11-15'],
    ['Asia/Shanghai', '2026-11-15T16:00:00.000Z', '2026-11-16'],
    ['Asia/Urumqi', '2026-11-15T17:59:00.000Z', '2026-11-15'],
    ['Asia/Urumqi', '2026-11-15T18:00:00.000Z', '2026-11-16'],
    ['Pacific/Kiritimati', '2026-11-15T10:00:00.000Z', '2026-11-16'],
    ['Pacific/Kiritimati', '2026-11-15T09:59:00.000Z', '2026-11-15'],
    ['Pacific/Pago_Pago', '2026-11-16T10:59:00.000Z', '2026-11-15'],
    ['Pacific/Pago_Pago', '2026-11-16T11:00:00.000Z', '2026-11-16'],
  ])('in %s at %s is %s', (timeZone, instant, date) => {
    expect(dateText(statutoryCalendar(timeZone).dayOf(new Date(instant)))).toBe(date);
  });

  test('begins and ends at local midnight', () => {
    const day = dayNumber('2026-11-16');
    expect(shanghai.instantOf(day, 0).toISOString()).toBe('2026-11-15T16:00:00.000Z');
    expect(shanghai.instantOf(day, 24 * 60).toISOString()).toBe('2026-11-16T16:00:00.000Z');
    expect(shanghai.instantOf(day, 18 * 60).toISOString()).toBe('2026-11-16T10:00:00.000Z');
  });

  test.each([
    ['2026-03-07', '2026-03-07T14:00:00.000Z'],
    ['2026-03-08', '2026-03-08T13:00:00.000Z'],
    ['2026-11-01', '2026-11-01T14:00:00.000Z'],
  ])('opens at nine by the wall clock, also when the clocks change (%s in New York)', (date, instant) => {
    expect(
      statutoryCalendar('America/New_York')
        .instantOf(dayNumber(date), 9 * 60)
        .toISOString(),
    ).toBe(instant);
  });
});

test('an office without hours is a fault', () => {
  expect(() => officeCalendar('Asia/Shanghai', { timetable: { hours: [] } })).toThrow('office hours');
});

describe('days of one’s own (本区放假或上班)', () => {
  const own = officeCalendar('Asia/Shanghai', {
    days: new Map([
      [dayNumber('2026-11-23'), false],
      [dayNumber('2026-11-21'), true],
      [dayNumber('2027-01-01'), false],
    ]),
    announcedYears: new Set([2027]),
  });
  test.each([
    ['2026-11-23', false, 'a Monday on which the district rests'],
    ['2026-11-21', true, 'a Saturday on which it works'],
    ['2026-11-24', true, 'a Tuesday of which it says nothing'],
    ['2026-10-01', false, 'National Day, of which it says nothing'],
    ['2027-01-01', false, 'a day of a year it announced'],
  ])('go before the statutory ones: %s is worked: %s (%s)', (date, worked) => {
    expect(own.isWorkingDay(dayNumber(date))).toBe(worked);
  });

  test('can announce a year, and no other', () => {
    expect(['2026-06-01', '2027-06-01', '2028-06-01'].map((date) => own.isAnnounced(dayNumber(date)))).toEqual([
      true,
      true,
      false,
    ]);
    expect([2007, 2026, 2027].map(isStatutoryYear)).toEqual([true, true, false]);
  });
});

describe('a summer and a winter form (夏令作息)', () => {
  const timetable: Timetable = {
    hours: [{ fromMinute: 9 * 60, toMinute: 17 * 60 + 30 }],
    summer: { from: '05-01', to: '09-30', hours: [{ fromMinute: 8 * 60 + 30, toMinute: 18 * 60 + 15 }] },
  };
  const office = officeCalendar('Asia/Shanghai', { timetable });
  test.each([
    ['2026-04-30', 1050],
    ['2026-05-01', 1095],
    ['2026-09-30', 1095],
    ['2026-10-01', 1050],
  ])('changes on its dates: on %s the office closes at minute %i', (date, minute) => {
    expect(office.closingMinuteOn(dayNumber(date))).toBe(minute);
  });
});
