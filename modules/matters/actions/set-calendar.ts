import { done, refuse, type Result } from '../../../platform/result.ts';
import type { Work } from '../../../platform/work.ts';
import { isStatutoryYear, yearOf } from '../rules/calendar.ts';
import { maySetCalendar } from '../rules/may-set-calendar.ts';
import { readDay } from '../rules/read-day.ts';
import { isSoundTimetable, type Timetable } from '../rules/timetable.ts';
import { saveOwnDays, stampCalendar, type OwnDay } from '../store/calendar-store.ts';
import { calendarOf } from '../store/ground-store.ts';

/** A day on which a district works or rests of its own; `source` is the paper that says so. */
export type CalendarDay = {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly works: boolean;
  readonly reason: string;
  readonly source: string;
};

/**
 * Lets the district rest or work on a day of its own (本区放假或上班); running limits follow with `recomputeClocks`.
 *
 * @returns done, or a refusal:
 *   - `calendar.not_yours`: someone else sets the calendar
 *   - `calendar.bad_day`: not a date
 *   - `calendar.no_reason`: without its reason or the paper that says so
 *   - `calendar.working_day_is_past`: a day that is over cannot become a working day, because limits would run out
 *     that nobody could still keep
 */
export async function setCalendarDay(work: Work, own: CalendarDay): Promise<Result<null>> {
  const may = maySetCalendar(work.actor);
  if (!may.allowed) return refuse(may.code);
  const read = readOwnDay(own);
  if (!read.ok) return read;
  const calendar = await calendarOf(work);
  if (own.works && read.value.day <= calendar.dayOf(work.now)) return refuse('calendar.working_day_is_past');
  await saveOwnDays(work, [read.value]);
  await stampCalendar(work);
  return done(null);
}

/**
 * Enters the rest days and make-up working days of a year (录入年度放假安排) from the State Council's paper, for a program
 * that does not know them yet: limits that reach into the year stop being provisional with `recomputeClocks`.
 *
 * @param days all days that differ from the weekday; some may lie in the last days of the year before
 * @returns done, or a refusal: `calendar.not_yours`, `calendar.already_announced`, `calendar.bad_day`,
 *   `calendar.no_reason`
 */
export async function announceYear(work: Work, year: number, days: readonly CalendarDay[]): Promise<Result<null>> {
  const may = maySetCalendar(work.actor);
  if (!may.allowed) return refuse(may.code);
  if (isStatutoryYear(year)) return refuse('calendar.already_announced', { year });
  // All that cannot be used is named at once: a list is corrected once, not line by line.
  const bad = days.filter(({ day }) => {
    const read = readDay(day);
    return read === undefined || ![year - 1, year].includes(yearOf(read));
  });
  if (bad.length > 0) return refuse('calendar.bad_day', { day: bad.map(({ day }) => day).join('、') });
  const own: OwnDay[] = [];
  for (const day of days) {
    const read = readOwnDay(day);
    if (!read.ok) return read;
    own.push(read.value);
  }
  if (own.length === 0) return refuse('calendar.no_reason');
  await saveOwnDays(work, own);
  await stampCalendar(work, { announcedYear: year });
  return done(null);
}

/**
 * Sets the office hours of the district (作息时间), with a summer form if it keeps one.
 *
 * @returns done, or a refusal: `calendar.not_yours`, `calendar.bad_timetable`
 */
export async function setTimetable(work: Work, timetable: Timetable): Promise<Result<null>> {
  const may = maySetCalendar(work.actor);
  if (!may.allowed) return refuse(may.code);
  if (!isSoundTimetable(timetable)) return refuse('calendar.bad_timetable');
  await stampCalendar(work, { timetable });
  return done(null);
}

function readOwnDay(own: CalendarDay): Result<OwnDay, 'calendar.bad_day' | 'calendar.no_reason'> {
  const day = readDay(own.day);
  if (day === undefined) return refuse('calendar.bad_day', { day: own.day });
  const [reason, source] = [own.reason.trim(), own.source.trim()];
  return reason && source ? done({ day, works: own.works, reason, source }) : refuse('calendar.no_reason');
}
