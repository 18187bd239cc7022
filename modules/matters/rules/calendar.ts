import chineseDays from 'chinese-days';
import { Temporal } from 'temporal-polyfill';
import { hoursAt, isSoundTimetable, ORDINARY_TIMETABLE, type OfficeHours, type Timetable } from './timetable.ts';

const { isWorkday } = chineseDays;

/** A day of the local calendar, counted from 1970-01-01, so that days can be added. */
export type DayNumber = number;
const DAY_MS = 86_400_000;

/** The calendar by which an office counts time (办公日历): its zone, its hours, and which days are worked. */
export type WorkingCalendar = {
  readonly timeZone: string;
  readonly hoursOn: (day: DayNumber) => readonly OfficeHours[];
  /** When the office closes, in minutes after midnight: the end of a working day for a limit (民法典 203). */
  readonly closingMinuteOn: (day: DayNumber) => number;
  readonly dayOf: (instant: Date) => DayNumber;
  readonly instantOf: (day: DayNumber, minute: number) => Date;
  readonly isWorkingDay: (day: DayNumber) => boolean;
  /** False for a year whose rest days nobody has announced: such days are counted by weekday. */
  readonly isAnnounced: (day: DayNumber) => boolean;
};

/** What a district says of its own calendar (本区日历); it goes before the statutory one. */
export type OwnCalendar = {
  readonly timetable?: Timetable;
  /** True for a day that is worked, false for a day of rest. */
  readonly days?: ReadonlyMap<DayNumber, boolean>;
  /** Years whose rest days the district has entered from the State Council's paper, such as 2027. */
  readonly announcedYears?: ReadonlySet<number>;
};

/** They rest in every announced year; where nothing is announced, one of them falls on a weekday. */
const nationalDays = ['10-01', '10-02', '10-03'];

export const dateText = (day: DayNumber): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
export const dayNumber = (date: string): DayNumber => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
export const yearOf = (day: DayNumber): number => new Date(day * DAY_MS).getUTCFullYear();

/** Whether the State Council's paper for a year is among what this program ships with (放假安排已收录). */
export const isStatutoryYear = (year: number): boolean =>
  nationalDays.every((date) => !isWorkday(`${String(year).padStart(4, '0')}-${date}`));

/** The statutory calendar (法定节假日与调休), make-up working days included, with ordinary office hours. */
export const statutoryCalendar = (timeZone: string): WorkingCalendar => officeCalendar(timeZone, {});

/**
 * The calendar of an office (办公日历): the statutory one, seen from one time zone, with what the district says itself.
 *
 * @param timeZone IANA name, `Asia/Shanghai` for the mainland
 * @source the State Council's yearly announcements, from the package chinese-days
 */
export function officeCalendar(timeZone: string, own: OwnCalendar): WorkingCalendar {
  const { timetable = ORDINARY_TIMETABLE, days, announcedYears } = own;
  if (!isSoundTimetable(timetable)) throw new Error('an office without proper office hours');
  const instants = new Map<number, number>();
  const worked = new Map<DayNumber, boolean>();
  const announced = new Map<number, boolean>();
  const wallClock = (day: DayNumber, minute: number): number => {
    const key = day * 1440 + minute;
    return remember(instants, key, () => {
      const plainTime = { hour: Math.floor(minute / 60), minute: minute % 60 };
      return Temporal.PlainDate.from(dateText(day)).toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
    });
  };
  const dayOf = (instant: Date): DayNumber => {
    const guess = Math.floor(instant.getTime() / DAY_MS);
    for (const day of [guess + 1, guess, guess - 1]) if (wallClock(day, 0) <= instant.getTime()) return day;
    throw new Error(`no local day for ${instant.toISOString()}`);
  };
  const hoursOn = (day: DayNumber) => hoursAt(timetable, dateText(day).slice(5));
  return {
    timeZone,
    hoursOn,
    closingMinuteOn: (day) => (hoursOn(day).at(-1) as OfficeHours).toMinute,
    dayOf,
    instantOf: (day, minute) => new Date(minute === 24 * 60 ? wallClock(day + 1, 0) : wallClock(day, minute)),
    isWorkingDay: (day) => remember(worked, day, () => days?.get(day) ?? isWorkday(dateText(day))),
    isAnnounced: (day) =>
      remember(announced, yearOf(day), () => announcedYears?.has(yearOf(day)) || isStatutoryYear(yearOf(day))),
  };
}

function remember<K, V>(known: Map<K, V>, key: K, compute: () => V): V {
  const before = known.get(key);
  if (before !== undefined) return before;
  const value = compute();
  known.set(key, value);
  return value;
}
