import chineseDays from 'chinese-days';
import { Temporal } from 'temporal-polyfill';

const { isWorkday } = chineseDays;

/** A day of the local calendar, counted from 1970-01-01, so that days can be added. */
export type DayNumber = number;
const DAY_MS = 86_400_000;

/** One stretch of office hours, in minutes after local midnight. */
export type OfficeHours = { readonly fromMinute: number; readonly toMinute: number };

/** The calendar by which an office counts time: its zone, its hours, and which days are worked. */
export type WorkingCalendar = {
  readonly timeZone: string;
  readonly officeHours: readonly OfficeHours[];
  /** When the office closes, in minutes after midnight: the end of a working day for a limit (民法典 203). */
  readonly closingMinute: number;
  readonly dayOf: (instant: Date) => DayNumber;
  readonly instantOf: (day: DayNumber, minute: number) => Date;
  readonly isWorkingDay: (day: DayNumber) => boolean;
  /** False for a year whose rest days the State Council has not announced: such days are counted by weekday. */
  readonly isAnnounced: (day: DayNumber) => boolean;
};

export const ORDINARY_OFFICE_HOURS: readonly OfficeHours[] = [
  { fromMinute: 9 * 60, toMinute: 12 * 60 },
  { fromMinute: 14 * 60, toMinute: 18 * 60 },
];

/** They rest in every announced year; where nothing is announced, one of them falls on a weekday. */
const nationalDays = ['10-01', '10-02', '10-03'];

export const dateText = (day: DayNumber): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
export const dayNumber = (date: string): DayNumber => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);

/**
 * The statutory calendar (法定节假日与调休), make-up working days included, seen from one time zone.
 *
 * @param timeZone IANA name, `Asia/Shanghai` for the mainland
 * @source the State Council's yearly announcements, from the package chinese-days
 */
export function statutoryCalendar(
  timeZone: string,
  officeHours: readonly OfficeHours[] = ORDINARY_OFFICE_HOURS,
): WorkingCalendar {
  const instants = new Map<number, number>();
  const worked = new Map<DayNumber, boolean>();
  const announced = new Map<string, boolean>();
  const wallClock = (day: DayNumber, minute: number): number => {
    const key = day * 1440 + minute;
    const known = instants.get(key);
    if (known !== undefined) return known;
    const plainTime = { hour: Math.floor(minute / 60), minute: minute % 60 };
    const at = Temporal.PlainDate.from(dateText(day)).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
    instants.set(key, at);
    return at;
  };
  const dayOf = (instant: Date): DayNumber => {
    const guess = Math.floor(instant.getTime() / DAY_MS);
    for (const day of [guess + 1, guess, guess - 1]) if (wallClock(day, 0) <= instant.getTime()) return day;
    throw new Error(`no local day for ${instant.toISOString()}`);
  };
  const last = officeHours.at(-1);
  if (!last) throw new Error('an office without office hours');
  return {
    timeZone,
    officeHours,
    closingMinute: last.toMinute,
    dayOf,
    instantOf: (day, minute) => new Date(minute === 24 * 60 ? wallClock(day + 1, 0) : wallClock(day, minute)),
    isWorkingDay: (day) => {
      const known = worked.get(day);
      if (known !== undefined) return known;
      const is = isWorkday(dateText(day));
      worked.set(day, is);
      return is;
    },
    isAnnounced: (day) => {
      const year = dateText(day).slice(0, 4);
      const known = announced.get(year);
      if (known !== undefined) return known;
      const is = nationalDays.every((date) => !isWorkday(`${year}-${date}`));
      announced.set(year, is);
      return is;
    },
  };
}
