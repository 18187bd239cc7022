import { describe, expect, test } from 'vitest';
import type { WorkingCalendar } from '../../modules/matters/index.ts';
import {
  lastClosing,
  nextClosingDay,
  officeMinutesBefore,
  officeMinutesLater,
  whenAwake,
  workingDayBefore,
} from './month-time.ts';
import { makeRandom } from './random.ts';

const dayMs = 86_400_000;
const weekday = (day: number) => new Date(day * dayMs).getUTCDay();
/** Weekdays, nine to twelve and two to six, in Greenwich. */
const calendar: WorkingCalendar = {
  timeZone: 'UTC',
  hoursOn: () => [
    { fromMinute: 540, toMinute: 720 },
    { fromMinute: 840, toMinute: 1080 },
  ],
  closingMinuteOn: () => 1080,
  dayOf: (instant) => Math.floor(instant.getTime() / dayMs),
  instantOf: (day, minute) => new Date(day * dayMs + minute * 60_000),
  isWorkingDay: (day) => weekday(day) > 0 && weekday(day) < 6,
  isAnnounced: () => true,
};
/** The 6th is a Friday. */
const march = (day: number, time: string) => new Date(`2026-03-${String(day).padStart(2, '0')}T${time}:00Z`);

describe('office time in the invented month', () => {
  test.each([
    ['within one stretch', march(6, '09:00'), 60, march(6, '10:00')],
    ['over lunch', march(6, '11:30'), 60, march(6, '14:30')],
    ['over a weekend', march(6, '17:30'), 60, march(9, '09:30')],
  ])('passes and is taken back: %s', (_, from, minutes, to) => {
    expect(officeMinutesLater(calendar, from, minutes)).toEqual(to);
    expect(officeMinutesBefore(calendar, to, minutes)).toEqual(from);
  });

  test('does not pass at night', () => {
    expect(officeMinutesLater(calendar, march(6, '23:00'), 10)).toEqual(march(9, '09:10'));
    expect(officeMinutesBefore(calendar, march(9, '03:00'), 10)).toEqual(march(6, '17:50'));
  });

  test('knows the working days around an instant', () => {
    expect(workingDayBefore(calendar, calendar.dayOf(march(9, '12:00')), 1)).toBe(calendar.dayOf(march(6, '12:00')));
    expect(nextClosingDay(calendar, march(6, '17:00'))).toBe(calendar.dayOf(march(6, '00:00')));
    expect(nextClosingDay(calendar, march(6, '18:00'))).toBe(calendar.dayOf(march(9, '00:00')));
    expect(lastClosing(calendar, march(9, '10:00'))).toEqual(march(6, '18:00'));
    expect(lastClosing(calendar, march(6, '19:00'))).toEqual(march(5, '18:00'));
  });

  test('lets people sleep', () => {
    const random = makeRandom(1);
    expect(whenAwake(calendar, random, march(7, '20:00'))).toEqual(march(7, '20:00'));
    for (const night of [march(7, '23:00'), march(8, '04:00')]) {
      const morning = whenAwake(calendar, random, night);
      expect(morning >= march(8, '07:30') && morning <= march(8, '09:30')).toBe(true);
    }
  });
});
